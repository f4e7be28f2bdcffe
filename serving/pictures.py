"""Pictures that are drawn for who asks: one at a time, few who wait, and those asked for last kept within a bound."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from anyio import to_thread

from pages.ui.server.kept import Kept

_log = logging.getLogger(__name__)

P = TypeVar("P", str, bytes)
#: All pictures that are kept, of every kind together.
MAX_BYTES = 24_000_000
shared: Kept[str | bytes] = Kept(MAX_BYTES)


class Pictures(Generic[P]):
    """One kind of picture: markup or a file."""

    def __init__(self, kind: type[P], most_waiting: int, kept: Kept[str | bytes] = shared) -> None:
        self._kind: type[P] = kind
        self._most, self._kept = most_waiting, kept
        self._waiting = 0
        self._turn = asyncio.Lock()

    def get(self, key: Hashable) -> P | None:
        """The picture of a key, if it is kept."""
        found = self._kept.get((self._kind, key))
        return found if isinstance(found, self._kind) else None

    async def drawn(self, key: Hashable, draw: Callable[[], P]) -> P | None:
        """The picture of a key, drawn in its turn if it is not kept; None when too many wait. What drawing raises goes on."""
        if (found := self.get(key)) is not None:
            return found
        if self._waiting >= self._most:
            return None
        self._waiting += 1
        try:
            async with self._turn:
                if (found := self.get(key)) is None:  # another reader may have waited for the same
                    found = await to_thread.run_sync(draw)
                    self._kept.put((self._kind, key), found, len(found))
                return found
        finally:
            self._waiting -= 1

    async def or_nothing(self, key: Hashable, draw: Callable[[], P]) -> P | None:
        """The same; None also when it can't be drawn: a page begins without its picture, and a cut answer is no page."""
        try:
            return await self.drawn(key, draw)
        except Exception:
            _log.exception("a first picture can't be drawn")
            return None
