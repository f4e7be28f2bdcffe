"""Spreadsheets (XLSX): one sheet as a table; formulas give their last value, links to other files are not kept."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import re
import warnings
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from geo.ingest.limits import MAX_CELL, MAX_COLUMNS, MAX_ELEMENTS, MAX_ROWS, MEGABYTE
from geo.ingest.notes import Notes
from geo.ingest.readers.delimited import unique
from geo.ingest.result import FileRejected, RawRow, ReadTable, shown
from geo.publishers.heading import HEADING_WITHIN, heading_at
from geo.record.spreadsheet import unquoted

#: Rows of a sheet: as many as a spreadsheet can hold.
_SHEET_ROWS = 1_048_576
Merged = dict[int, list[tuple[int, int]]]  # row -> row and column of the cells whose value it shares
_LONGEST_RANGE = 200
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]+)(\d+):[A-Z]+(\d+)"')


def read_sheet(content: bytes, chosen: str = "") -> ReadTable:
    """The table of the chosen sheet, else of the first that holds two columns.

    Raises
    ------
    FileRejected
        When the workbook can't be read, the sheet is not there, or it has too many rows or columns.
    """
    book = _opened(content)
    sheets = [sheet.title for sheet in book.worksheets]
    if chosen and chosen not in sheets:
        raise FileRejected("sheet", known=", ".join(map(shown, sheets[:10])))
    for name in [chosen] if chosen else sheets:
        rows = _rows(book[name])
        first = list(itertools.islice(rows, HEADING_WITHIN))
        if (at := heading_at([values for _, values in first])) is not None:
            notes = _notes(first[:at], [sheet for sheet in sheets if sheet != name])
            merged = _merged(book[name])
            return _table(name, sheets, first[at], itertools.chain(first[at + 1 :], rows), notes, merged)
    raise FileRejected("no_sheet")


def _notes(titles: list[tuple[int, list[Any]]], others: list[str]) -> Notes:
    """What of the workbook is not read: the rows above the heading, the other sheets."""
    notes = Notes()
    for number, values in titles:
        notes.add("title_rows", number, " ".join(str(value) for value in values if value is not None))
    for sheet in others:
        notes.add("sheet_unused", value=sheet)
    return notes


def _merged(sheet: Any) -> Merged:
    """The merged cells below the one that holds the value of all."""
    places: Merged = {}
    many = 0
    for left, top, bottom in _ranges(sheet):
        first = int(top)
        for row in range(first + 1, min(int(bottom), first + MAX_ROWS) + 1):
            places.setdefault(row, []).append((first, _column(left)))
            many += 1
        if many > MAX_ELEMENTS:
            raise FileRejected("elements", most=MAX_ELEMENTS)
    return places


def _ranges(sheet: Any) -> Iterator[tuple[bytes, ...]]:
    """The ranges of merged cells, which openpyxl does not tell of a sheet that it streams."""
    try:
        with sheet._get_source() as source:
            before = b""
            while block := source.read(MEGABYTE):
                text = before + block
                found = list(_MERGED.finditer(text))
                yield from (match.groups() for match in found)
                before = text[max(found[-1].end() if found else 0, len(text) - _LONGEST_RANGE) :]
    except (AttributeError, KeyError, OSError, ValueError, zlib.error):
        return


def _column(letters: bytes) -> int:
    """The number of a column, from 1."""
    number = 0
    for letter in letters[:3]:
        number = number * 26 + letter - 64
    return number


def _opened(content: bytes) -> Any:
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except MemoryError:
        raise
    except Exception:  # openpyxl raises whatever its parts raise on a broken workbook
        raise FileRejected("workbook") from None


def _table(
    name: str,
    sheets: list[str],
    heading: tuple[int, list[Any]],
    rows: Iterable[tuple[int, list[Any]]],
    notes: Notes,
    merged: Merged,
) -> ReadTable:
    columns = unique([str(_cell(value) if value is not None else "") for value in heading[1]])
    found: list[RawRow] = []
    held: dict[tuple[int, int], Any] = {}
    for number, values in rows:
        if len(found) >= MAX_ROWS:
            raise FileRejected("rows", most=MAX_ROWS)
        filled = _filled(number, values, merged, held, notes) if merged else values
        found.append(_row(number, filled, len(columns)))
    last = found[-1].number if found else heading[0]
    facts = {"rows": last, "above_heading": heading[0] - 1, "heading": 1, "empty": last - heading[0] - len(found)}
    return ReadTable(
        "xlsx", columns, tuple(found),
        {"sheet": name, "sheets": sheets, "heading": True, "held": facts, "notes": notes.listed()},
    )  # fmt: skip


def _row(number: int, values: list[Any], width: int) -> RawRow:
    if any(value is not None for value in values[width:]):
        return RawRow(number, (), fault=("cells", "", f"{len(values)} instead of {width}"))
    cells = [_cell(value) for value in values[:width]]
    return RawRow(number, tuple(cells + [None] * (width - len(cells))))


def _filled(
    number: int, values: list[Any], merged: Merged, held: dict[tuple[int, int], Any], notes: Notes
) -> list[Any]:
    """A row with the value of a merged cell in each row that it covers (below, not beside)."""
    filled = list(values)
    for row, column in merged.get(number, ()):
        if (value := held.get((row, column))) is not None:
            filled += [None] * (column - len(filled))
            if filled[column - 1] is None:
                filled[column - 1] = value
                notes.add("merged_cells", number)
    for row, column in merged.get(number + 1, ()):
        if row == number and column <= len(values):
            held[number, column] = values[column - 1]
    return filled


def _rows(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    """The rows that hold anything, with their numbers; the empty ones before the heading are passed over."""
    try:
        sheet.reset_dimensions()  # what the sheet says of its own size is not believed
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            values = list(itertools.islice(row, MAX_COLUMNS + 1))
            while values and values[-1] in (None, ""):
                values.pop()
            if len(values) > MAX_COLUMNS:
                raise FileRejected("columns", count=len(values), most=MAX_COLUMNS)
            if number > _SHEET_ROWS:
                raise FileRejected("rows", most=MAX_ROWS)
            if values:
                yield number, values
    except (FileRejected, MemoryError):
        raise
    except Exception:  # as above
        raise FileRejected("workbook") from None


def _cell(value: Any) -> Any:
    """A cell as plain data: days as ISO text, text as it was before a quoting mark, numbers as they are."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return value if abs(value) < 10**15 else str(value)
    if isinstance(value, float):
        return _number(value)
    return unquoted(str(value)[:MAX_CELL])


def _number(value: float) -> float | int | str:
    """12.0 is 12; what JSON can't hold becomes its name, and is refused where a number is needed."""
    if value != value or value in (float("inf"), float("-inf")):
        return str(value)
    return int(value) if value.is_integer() and abs(value) < 10**15 else value
