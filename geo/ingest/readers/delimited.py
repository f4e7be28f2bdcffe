"""CSV and its kin: comma, semicolon, tab or bar between the cells, quoted by the rules of CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence

from geo.ingest.encoding import Decoded
from geo.ingest.limits import MAX_COLUMNS, MAX_ROWS
from geo.ingest.result import FileRejected, RawRow, Table, shown
from geo.publishers.gdelt import COLUMNS as GDELT_COLUMNS
from geo.publishers.gdelt import is_gdelt_row
from geo.record.spreadsheet import unquoted

DELIMITERS = (",", ";", "\t", "|")
NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_PROBE_ROWS = 20
_PROBE_LETTERS = 200_000


def read_delimited(decoded: Decoded) -> Table:
    """The table of a CSV text; a row's number is the one that a spreadsheet shows.

    Raises
    ------
    FileRejected
        When there are no two columns, no heading, or too many rows or columns.
    """
    text = decoded.text.removeprefix("\ufeff")
    facts = {"encoding": decoded.encoding, "encoding_why": decoded.why, "encoding_sure": decoded.sure}
    if is_gdelt_row(text.split("\n", 1)[0].rstrip("\r").split("\t")):
        records = _plain(text)
        return _table("tsv", list(GDELT_COLUMNS), records, facts | {"delimiter": "tab", "heading": False})
    delimiter = find_delimiter(text)
    found = _records(text, delimiter)
    heading = next(found, None)
    if heading is None or heading[1] is None:
        raise FileRejected("no_heading")
    records = (record for record in found if record[1] is None or any(cell.strip() for cell in record[1]))
    facts |= {"delimiter": NAMES[delimiter], "heading": True}
    return _table("tsv" if delimiter == "\t" else "csv", heading[1], records, facts)


def find_delimiter(text: str) -> str:
    """The sign between the cells: the one that gives most columns in the most rows of the same length.

    Raises
    ------
    FileRejected
        When no sign gives two columns.
    """
    best: tuple[int, int] = (0, 0)
    chosen = ""
    for delimiter in DELIMITERS:
        rows = [row for _, row, _ in _some(text[:_PROBE_LETTERS], delimiter) if row]
        width = len(rows[0]) if rows else 0
        alike = Counter(map(len, rows))[width]
        if width > 1 and (alike, width) > best:
            best, chosen = (alike, width), delimiter
    if not chosen:
        raise FileRejected("no_table")
    return chosen


def unique(names: Sequence[str]) -> tuple[str, ...]:
    """Headings without spaces around, none empty, none twice."""
    seen: Counter[str] = Counter()
    found = []
    for number, name in enumerate(names, start=1):
        bare = " ".join(name.split()) or f"column {number}"
        seen[bare] += 1
        found.append(bare if seen[bare] == 1 else f"{bare} ({seen[bare]})")
    return tuple(found)


def _table(form: str, heading: list[str], records: Iterator[_Record], facts: dict[str, object]) -> Table:
    if len(heading) > MAX_COLUMNS:
        raise FileRejected("columns", count=len(heading), most=MAX_COLUMNS)
    columns = unique([unquoted(name) for name in heading])
    rows: list[RawRow] = []
    for number, cells, why in records:
        if len(rows) >= MAX_ROWS:
            raise FileRejected("rows", most=MAX_ROWS)
        rows.append(_row(number, cells, why, len(columns)))
    return Table(form, columns, tuple(rows), facts)


_Record = tuple[int, list[str] | None, str]


def _row(number: int, cells: list[str] | None, why: str, width: int) -> RawRow:
    if cells is None:
        return RawRow(number, (), fault=("broken_row", "", shown(why)))
    if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
        cells = cells[:width]  # spreadsheets add empty cells at the end
    if len(cells) != width:
        return RawRow(number, (), fault=("cells", "", f"{len(cells)} instead of {width}"))
    return RawRow(number, tuple(unquoted(cell) for cell in cells))


def _records(text: str, delimiter: str) -> Iterator[_Record]:
    """Row number, cells or None, and what is wrong."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        if number > 2 * MAX_ROWS:  # empty rows count here
            raise FileRejected("rows", most=MAX_ROWS)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, None, str(error)
        else:
            yield number, cells, ""


def _some(text: str, delimiter: str) -> Iterator[_Record]:
    records = _records(text, delimiter)
    for _ in range(_PROBE_ROWS):
        if (record := next(records, None)) is not None:
            yield record


def _plain(text: str) -> Iterator[_Record]:
    """Lines with tabs between the cells and no quoting, as GDELT writes them."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line.rstrip("\r").split("\t"), ""
