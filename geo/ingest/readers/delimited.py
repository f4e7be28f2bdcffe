"""CSV and its kin: comma, semicolon, tab or bar between the cells, quoted by the rules of CSV."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from geo.ingest.encoding import Decoded
from geo.ingest.limits import MAX_COLUMNS, MAX_ROWS
from geo.ingest.notes import Notes
from geo.ingest.readers.records import Record, Records, without_tail
from geo.ingest.result import FileRejected, RawRow, ReadTable, shown
from geo.publishers.gdelt import gdelt_columns
from geo.publishers.heading import DELIMITERS, HEADING_WITHIN, SEP, best_delimiter, heading_at
from geo.record.spreadsheet import unquoted

NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_PROBE_LETTERS = 200_000


def read_delimited(decoded: Decoded) -> ReadTable:
    """The table of a CSV text; a row's number is the one that a spreadsheet shows.

    Raises
    ------
    FileRejected
        When there are no two columns, no heading, or too many rows or columns.
    """
    text = decoded.text.removeprefix("\ufeff")
    facts = {"encoding": decoded.encoding, "encoding_why": decoded.why, "encoding_sure": decoded.sure}
    if columns := gdelt_columns(text.split("\n", 1)[0].rstrip("\r").split("\t")):
        facts |= {"delimiter": "tab", "heading": False}
        held = {"lines": text.count("\n") + (not text.endswith("\n")), "empty": 0}
        return _table("tsv", list(columns), _plain(text, held), facts, Notes(), held)
    found = SEP.match(text)
    delimiter = found[1] if found else find_delimiter(text)
    records = Records(text, delimiter, skipped=1 if found else 0)
    facts |= {"delimiter": NAMES.get(delimiter, delimiter), "heading": True}
    return _under_heading(records, "tsv" if delimiter == "\t" else "csv", facts)


def _under_heading(records: Records, form: str, facts: dict[str, Any]) -> ReadTable:
    """The table under the heading; what stands above it is told."""
    rest = iter(records)
    first = list(itertools.islice(rest, HEADING_WITHIN))
    at = heading_at([record.cells for record in first])
    if at is None or any(record.cells is None for record in first[:at]):
        raise FileRejected("no_heading")
    notes, heading = Notes(), first[at]
    titles = [record for record in first[:at] if any(cell.strip() for cell in record.cells or ())]
    for record in titles:
        notes.add("title_rows", record.number, " ".join(cell for cell in record.cells or () if cell.strip()))
    records.width = len(heading.cells or ())
    above = heading.number - 1 + sum(record.lines - 1 for record in first[:at])
    held = {
        "lines": len(records.lines),
        "above_heading": above,
        "heading": heading.lines,
        "empty": 0,
        "inside_cells": 0,
    }
    return _table(form, heading.cells or [], _told(itertools.chain(first[at + 1 :], rest), held), facts, notes, held)


def _told(records: Iterable[Record], held: dict[str, int]) -> Iterator[Record]:
    """The records that hold anything; what became of the other lines is counted."""
    for record in records:
        held["inside_cells"] += record.lines - 1
        if record.cells is None or any(cell.strip() for cell in record.cells):
            yield record
        else:
            held["empty"] += 1


def find_delimiter(text: str) -> str:
    """The sign between the cells: the one that gives most columns in the most rows of the same length.

    Raises
    ------
    FileRejected
        When no sign gives two columns.
    """
    rows = {}
    for delimiter in DELIMITERS:
        some = itertools.islice(Records(text[:_PROBE_LETTERS], delimiter), HEADING_WITHIN)
        rows[delimiter] = [record.cells for record in some if record.cells]
    chosen = best_delimiter(rows)
    if chosen is None:
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


def _table(
    form: str, heading: list[str], records: Iterable[Record], facts: dict[str, Any], notes: Notes, held: dict[str, int]
) -> ReadTable:
    if len(heading) > MAX_COLUMNS:
        raise FileRejected("columns", count=len(heading), most=MAX_COLUMNS)
    columns = unique([unquoted(name) for name in heading])
    rows: list[RawRow] = []
    for record in records:
        if len(rows) >= MAX_ROWS:
            raise FileRejected("rows", most=MAX_ROWS)
        rows.append(_row(record, len(columns)))
    return ReadTable(form, columns, tuple(rows), facts | {"held": held, "notes": notes.listed()})


def _row(record: Record, width: int) -> RawRow:
    if record.cells is None:
        return RawRow(record.number, (), fault=("broken_row", "", shown(record.fault)))
    cells = without_tail(record.cells, width)
    if len(cells) != width:
        return RawRow(record.number, (), fault=("cells", "", f"{len(cells)} instead of {width}"))
    return RawRow(record.number, tuple(unquoted(cell) for cell in cells))


def _plain(text: str, held: dict[str, int]) -> Iterator[Record]:
    """Lines with tabs between the cells and no quoting, as GDELT writes them; the empty ones are counted."""
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        if line.strip():
            yield Record(number, line.rstrip("\r").split("\t"))
        else:
            held["empty"] += 1
