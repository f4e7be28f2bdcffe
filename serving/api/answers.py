"""Answers made once and kept: few at a time, so many bytes in all, in the coding in which they are sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from anyio import to_thread

from geo.answers.problems import Refused
from geo.wording.text import t
from pages.ui.server.kept import Kept

MAX_BYTES = 24_000_000
#: So many questions whose answer has to be made may wait; further ones are asked to come later.
MAX_WAITING = 16


@dataclass(frozen=True)
class Packed:
    """An answer as it is sent: its bytes in a coding, and the addresses of other pages."""

    content: bytes
    links: tuple[tuple[str, str], ...] = ()


class Answers:
    """Makes one answer at a time; who comes when too many wait is refused."""

    def __init__(self) -> None:
        self._kept: Kept[Packed] = Kept(MAX_BYTES)
        self._waiting = 0
        self._turn = asyncio.Lock()

    async def get(self, key: Hashable, make: Callable[[], Packed]) -> Packed:
        """The answer of a key, made in its turn if it is not kept.

        Raises
        ------
        Refused
            When too many wait; and what `make` refuses.
        """
        if (found := self._kept.get(key)) is not None:
            return found
        if self._waiting >= MAX_WAITING:
            raise Refused(503, t("problem.busy"))
        self._waiting += 1
        try:
            async with self._turn:
                if (found := self._kept.get(key)) is None:  # another may have waited for the same
                    found = await to_thread.run_sync(make)
                    self._kept.put(key, found, len(found.content))
                return found
        finally:
            self._waiting -= 1
