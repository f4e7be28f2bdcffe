"""CSV: parts are runs of bytes that begin and end with a record, whatever stands in quotation marks."""

from __future__ import annotations

import codecs
import csv
import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv

from geo.aggregate.part import Batch, Part
from geo.publishers.gdelt import gdelt_columns
from geo.publishers.heading import DELIMITERS, HEADING_WITHIN, SEP, heading_at
from geo.record.spreadsheet import unquoted

BYTES = 64 << 20
BLOCK = 8 << 20  # read and parsed at once
LONGEST_HEADER = 1 << 20
QUOTE, NEWLINE, RETURN = b'"\n\r'
OTHER_ENCODINGS = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}


def header(path: Path) -> list[str]:
    """The names of the columns."""
    return list(_head(path).names)


def above_header(path: Path) -> tuple[str, ...]:
    """The lines above the header, which are no rows: titles, and what Excel is told."""
    return _head(path).above


def cut(path: Path, size: int) -> list[Part]:
    """Runs of about `size` bytes; one run to the end from where quotation marks can't be told apart."""
    head, end = _head(path), path.stat().st_size
    ends = [*_record_ends(path, size, head), end]
    starts = [head.start, *ends]
    pairs = zip(starts, ends, strict=False)
    return [Part(path, "csv", a, b, head.names, head.delimiter, head.quoted) for a, b in pairs if a < b]


def batches(part: Part, names: list[str]) -> Iterator[Batch]:
    """The rows of a part, as text."""
    broken: list[int] = []

    def put_aside(row: pacsv.InvalidRow) -> str:
        broken.append(row.number)
        return "skip"

    with part.path.open("rb", buffering=0) as file:
        reader = _reader(part, names, _Range(file, part.start, part.end), put_aside)
        seen = given = 0
        while (values := _next(reader, part)) is not None:
            numbers = _numbers(seen, len(values), broken)
            yield Batch(values, numbers, broken[given:])
            seen, given = seen + len(values), len(broken)
        if broken[given:]:
            yield Batch(pa.record_batch([[]] * len(names), names=names), np.arange(0), broken[given:])


class _Range(io.RawIOBase):
    """A file that begins and ends where a part does."""

    def __init__(self, file: io.RawIOBase, start: int, end: int) -> None:
        file.seek(start)
        self._file, self._left = file, end - start

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        wanted = min(len(buffer), self._left)
        got = self._file.readinto(memoryview(buffer)[:wanted]) if wanted else 0
        self._left -= got or 0
        return got or 0


def _reader(part: Part, names: list[str], file: _Range, put_aside: object) -> Any:
    # A double name is made single: only columns asked for are checked for it.
    columns = [name if part.header.index(name) == at else f"{name}\0{at}" for at, name in enumerate(part.header)]
    try:
        with _unspoken():
            return pacsv.open_csv(
                file,
                read_options=pacsv.ReadOptions(column_names=columns, use_threads=False, block_size=BLOCK),
                parse_options=pacsv.ParseOptions(
                    delimiter=part.delimiter,
                    quote_char='"' if part.quoted else False,
                    newlines_in_values=part.quoted,
                    invalid_row_handler=put_aside,
                ),
                convert_options=pacsv.ConvertOptions(
                    include_columns=names, column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
                ),
            )
    except pa.ArrowInvalid as error:
        raise _unreadable(part, error) from None


def _next(reader: Any, part: Part) -> pa.RecordBatch | None:
    try:
        with _unspoken():
            return reader.read_next_batch()
    except StopIteration:
        return None
    except pa.ArrowInvalid as error:
        raise _unreadable(part, error) from None


@contextmanager
def _unspoken() -> Iterator[None]:
    """pyarrow can't tell `put_aside` of a row that is not UTF-8: it prints so and refuses the file, which is told anyway."""
    usual = sys.unraisablehook
    sys.unraisablehook = lambda found: None if isinstance(found.exc_value, UnicodeDecodeError) else usual(found)
    try:
        yield
    finally:
        sys.unraisablehook = usual


def _unreadable(part: Part, error: pa.ArrowInvalid) -> ValueError:
    is_other = "UTF8" in str(error) or "\ufffd" in str(error)  # the second: a row that `put_aside` was not told of
    what = "the text is not UTF-8; save the file as UTF-8" if is_other else str(error).splitlines()[0]
    return ValueError(f"{part.path}, bytes {part.start} to {part.end}: {what}")


def _numbers(seen: int, many: int, broken: list[int]) -> Any:
    """The numbers of the next `many` whole rows after `seen` whole ones, with the broken ones between them."""
    whole = np.arange(seen + 1, seen + many + 1)
    whole_before = np.array(broken, dtype=np.int64) - 1 - np.arange(len(broken))
    return whole + np.searchsorted(whole_before, whole, side="left")


@dataclass(frozen=True)
class _Head:
    """The names of the columns, the delimiter, where the first record begins, what stands above, whether cells may be quoted."""

    names: tuple[str, ...]
    delimiter: str
    start: int
    above: tuple[str, ...] = ()
    quoted: bool = True


def _head(path: Path) -> _Head:
    """What the first lines tell: a header, maybe under titles; or the first row of GDELT, which has none.

    Raises
    ------
    ValueError
        When they are neither, or not UTF-8.
    """
    with path.open("rb") as file:
        text = file.read(LONGEST_HEADER)
    for mark, encoding in OTHER_ENCODINGS.items():
        if text.startswith(mark):
            raise ValueError(f"{path}: the text is {encoding}; save the file as UTF-8")
    skipped = len(codecs.BOM_UTF8) if text.startswith(codecs.BOM_UTF8) else 0
    lines = text[skipped:].splitlines(keepends=True)[: HEADING_WITHIN + 1]
    if lines and len(text) == LONGEST_HEADER and sum(map(len, lines)) == len(text) - skipped:
        lines.pop()  # it may be cut
    first = _readable(lines)
    if lines and not first:
        raise ValueError(f"{path}: the header is not UTF-8; save the file as UTF-8")
    if first and (columns := gdelt_columns(first[0].rstrip("\r\n").split("\t"))):
        return _Head(columns, "\t", skipped, quoted=False)
    return _under_titles(path, first, skipped)


def _readable(lines: Iterable[bytes]) -> list[str]:
    """The lines up to the first that is not UTF-8; the rows tell of that one."""
    found: list[str] = []
    for line in lines:
        try:
            found.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            break
    return found


def _under_titles(path: Path, lines: list[str], skipped: int) -> _Head:
    """The header among the first lines; a line for Excel and titles may stand above it."""
    declared = SEP.fullmatch(lines[0]) if lines else None
    skip = 1 if declared else 0
    signs = [declared[1] if declared else max(DELIMITERS, key=line.count) for line in lines[skip:]]
    cut = [next(csv.reader([line], delimiter=sign), []) for line, sign in zip(lines[skip:], signs, strict=True)]
    at = heading_at(cut)
    if at is None and not (cut and any(cell.strip() for cell in cut[0])):
        raise ValueError(f"{path}: the first lines hold no header of columns")
    at = at or 0  # a file of one column has its header in its first line
    names = tuple(unquoted(name) for name in cut[at])
    start = skipped + sum(len(line.encode("utf-8")) for line in lines[: skip + at + 1])
    return _Head(names, signs[at], start, tuple(line.strip() for line in lines[: skip + at]))


def _record_ends(path: Path, size: int, head: _Head) -> Iterator[int]:
    """The first end of a record after each `size` bytes.

    A newline ends a record when an even number of quotation marks stands before it. That is so as
    long as each odd one opens a cell or doubles the one before it; from where this fails, no more
    ends are given, and the rest is one part.

    Raises
    ------
    ValueError
        When the last one is not closed: the rows behind it would be lost in one cell.
    """
    goal, at, inside = head.start + size, head.start, False
    before = NEWLINE
    with path.open("rb") as file:
        file.seek(head.start)
        while (block := file.read(BLOCK)) and len(block):
            text = np.frombuffer(block, dtype=np.uint8)
            quotes = np.flatnonzero((text == QUOTE) & head.quoted)
            if not _are_paired(text, quotes, before, inside, ord(head.delimiter)):
                return
            while goal < at + len(text):
                newlines = goal - at + np.flatnonzero(text[goal - at :] == NEWLINE)
                outside = newlines[(np.searchsorted(quotes, newlines) + inside) % 2 == 0]
                if not len(outside):
                    goal = at + len(text)
                    break
                yield at + int(outside[0]) + 1
                goal = at + int(outside[0]) + 1 + size
            inside, before, at = bool((len(quotes) + inside) % 2), int(text[-1]), at + len(text)
    if inside:
        raise ValueError(
            f"{path}: a quotation mark is not closed, so that rows behind it can't be told apart; close it"
        )


def _are_paired(text: Any, quotes: Any, before: int, inside: bool, delimiter: int) -> bool:
    """Whether each quotation mark that should open a cell stands at its beginning, or doubles another."""
    opening = quotes[int(inside) :: 2]
    if not len(opening):
        return True
    ahead = np.where(opening > 0, text[opening - 1], before)
    return bool(np.isin(ahead, (NEWLINE, RETURN, delimiter, QUOTE)).all())
