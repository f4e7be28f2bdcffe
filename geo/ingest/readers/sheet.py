"""Spreadsheets (XLSX): one sheet as a table; formulas give their last value, links to other files are not kept."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import warnings
from collections.abc import Iterator
from typing import Any

from geo.ingest.limits import MAX_CELL, MAX_COLUMNS, MAX_ROWS
from geo.ingest.readers.delimited import unique
from geo.ingest.result import FileRejected, RawRow, Table, shown
from geo.record.spreadsheet import unquoted

_BLANK_ROWS = 1000


def read_sheet(content: bytes, chosen: str = "") -> Table:
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
        heading = next(rows, None)
        if heading and len(heading[1]) > 1:
            return _table(name, sheets, heading, rows)
    raise FileRejected("no_sheet")


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
    name: str, sheets: list[str], heading: tuple[int, list[Any]], rows: Iterator[tuple[int, list[Any]]]
) -> Table:
    columns = unique([str(_cell(value) if value is not None else "") for value in heading[1]])
    found: list[RawRow] = []
    for number, values in rows:
        if len(found) >= MAX_ROWS:
            raise FileRejected("rows", most=MAX_ROWS)
        spare = [value for value in values[len(columns) :] if value is not None]
        if spare:
            fault = ("cells", "", f"{len(values)} instead of {len(columns)}")
            found.append(RawRow(number, (), fault=fault))
            continue
        cells = [_cell(value) for value in values[: len(columns)]]
        found.append(RawRow(number, tuple(cells + [None] * (len(columns) - len(cells)))))
    return Table("xlsx", columns, tuple(found), {"sheet": name, "sheets": sheets, "heading": True})


def _rows(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    """The rows that hold anything, with their numbers; the empty ones before the heading are passed over."""
    try:
        sheet.reset_dimensions()  # what the sheet says of its own size is not believed
        blank = 0
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            values = list(itertools.islice(row, MAX_COLUMNS + 1))
            while values and values[-1] in (None, ""):
                values.pop()
            blank = 0 if values else blank + 1
            if len(values) > MAX_COLUMNS:
                raise FileRejected("columns", count=len(values), most=MAX_COLUMNS)
            if blank > _BLANK_ROWS:
                return
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
