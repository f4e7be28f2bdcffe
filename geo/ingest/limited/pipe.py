"""How the limited process answers: parts with a name and a length, counted on both sides."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from geo.ingest.result import FileRejected

#: Names of parts: how far it is; what is said of the file; then bytes that are not looked into; and that all was said.
PROGRESS, TOLD, END = "progress", "told", "end"
MAX_HEAD = 200


class Pen:
    """Writes parts; refuses before it writes more than is allowed."""

    def __init__(self, out: IO[bytes], most: int) -> None:
        self._out, self._left = out, most

    def part(self, name: str, content: bytes) -> None:
        """Write a part.

        Raises
        ------
        FileRejected
            When all parts together come to more than is allowed; nothing of this one is written then.
        """
        if len(content) > self._left:
            raise FileRejected("answer")
        self._left -= len(content)
        self._write(name, content)

    def say(self, value: Any, name: str = TOLD) -> None:
        """Write a part as JSON."""
        self.part(name, json.dumps(value, ensure_ascii=False, allow_nan=False, default=str).encode("utf-8"))

    def _write(self, name: str, content: bytes) -> None:
        self._out.write(json.dumps([name, len(content)]).encode() + b"\n")
        self._out.write(content)
        self._out.flush()


def parts(source: IO[bytes], most: int) -> Iterator[tuple[str, bytes]]:
    """Each part as it comes, none larger than what is left of all; ends where the other side ends.

    Raises
    ------
    FileRejected
        When more comes than is allowed, whatever the other side counted.
    """
    while head := source.readline(MAX_HEAD):
        try:
            name, length = json.loads(head)
            most -= length + len(head)
        except (ValueError, TypeError):
            raise FileRejected("process") from None
        if not isinstance(length, int) or length < 0 or most < 0:
            raise FileRejected("answer")
        content = source.read(length)
        if len(content) < length:
            return
        yield str(name), content
