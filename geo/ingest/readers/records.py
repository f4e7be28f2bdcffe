"""The records of a CSV text, none lost: where one can't be read, the next line begins a new one."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.ingest.limits import MAX_ROWS
from geo.ingest.result import FileRejected


@dataclass(frozen=True)
class Record:
    """A record: its number, its cells or None, what is wrong, how many lines it took."""

    number: int
    cells: list[str] | None
    fault: str = ""
    lines: int = 1


class Records:
    """The records of some lines. Once `width` is set, one that runs over lines and has other cells is taken apart."""

    def __init__(self, text: str, delimiter: str, skipped: int = 0) -> None:
        self.lines = list(io.StringIO(text, newline=""))
        self.width = 0
        self._delimiter, self._at, self._number = delimiter, skipped, skipped
        self._budget = 4 * len(self.lines) + 10_000  # lines that may be read again, in all

    def __iter__(self) -> Iterator[Record]:
        while self._at < len(self.lines):
            yield from self._run()

    def _run(self) -> Iterator[Record]:
        """Records up to the end, or up to the first that can't be read."""
        begin = self._at
        last = len(self.lines) if self._budget > 0 else begin + 1  # a hostile file: each line by itself
        lines = (self.lines[number] for number in range(begin, last))
        reader = csv.reader(lines, delimiter=self._delimiter, strict=True)
        while True:
            fault, cells = "", None
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                fault = str(error)
            used = begin + reader.line_num - self._at
            self._number += 1
            if self._number > 2 * MAX_ROWS:  # empty rows count here
                raise FileRejected("rows", most=MAX_ROWS)
            if cells is not None and not (used > 1 and self._is_odd(cells)):
                self._at += used
                yield Record(self._number, cells, lines=used)
                continue
            self._budget -= used
            self._at += 1
            yield Record(self._number, None, fault or f"{used} lines in one row")
            return

    def _is_odd(self, cells: Sequence[str]) -> bool:
        return self.width > 0 and len(without_tail(cells, self.width)) != self.width


def without_tail(cells: Sequence[str], width: int) -> Sequence[str]:
    """Cells without the empty ones that spreadsheets add at the end."""
    return cells[:width] if len(cells) > width and not any(cell.strip() for cell in cells[width:]) else cells
