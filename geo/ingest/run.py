"""A file brought by a reader, to accepted events and rows set aside: `ingest` does it all, `map_table` the part after reading."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from dataclasses import field as made_by
from typing import Any

from geo.ingest.accept import SameRows, accept
from geo.ingest.cells import Cells
from geo.ingest.crs import Transform, looks_projected, system_of, to_degrees
from geo.ingest.event import Event
from geo.ingest.layouts import table as own
from geo.ingest.notes import Notes
from geo.ingest.numbers import coordinate
from geo.ingest.places import Joiner, check_country, check_point
from geo.ingest.readers.sniff import read_table
from geo.ingest.registry import DRAFTS, recognise
from geo.ingest.result import (
    Choices,
    FileRejected,
    NeedsColumns,
    RawRow,
    ReadTable,
    RejectedRow,
    Result,
    RowRejected,
    shown,
)
from geo.publishers.base import Publisher
from geo.publishers.day_orders import EXCEL_DAYS, KEPT, are_exchanged, day_order_of
from geo.publishers.days import CALENDARS, DAY_ORDERS, GREGORIAN, DateFormat
from geo.publishers.known import fields_of
from geo.publishers.numbers import LAT, LON
from geo.publishers.table import FIELDS, TABLE
from geo.record.load import Dataset
from geo.wording.text import t

#: Called with (rows done, rows in all) while a file is mapped.
Watch = Callable[[int, int], None]
STEP = 500
MAX_ID = 80


def ingest(
    content: bytes,
    dataset: Dataset,
    choices: Choices | None = None,
    read: Callable[[bytes, Choices], ReadTable] = read_table,
    watch: Watch | None = None,
) -> Result:
    """The events in a file, and every row that was set aside with its reason; here, without limits of time and memory.

    For a stranger's file `geo.ingest.limited.sandbox` has it done in a process of its own.

    Parameters
    ----------
    content : the bytes of the file; its name plays no part.
    dataset : the record whose provinces, districts and actors the events are joined to.
    choices : what the reader said about the file.
    read : reads bytes to a table.
    watch : called with how far it is.

    Returns
    -------
    Result, with read = accepted + set aside.

    Raises
    ------
    FileRejected
        When the file as a whole is not read; `NeedsColumns` when columns have to be named first.
    """
    choices = choices or Choices()
    return map_table(read(content, choices), dataset, choices, watch)


def map_table(table: ReadTable, dataset: Dataset, choices: Choices, watch: Watch | None = None) -> Result:
    """The same for a table that was read already (so that other choices need no second reading)."""
    publisher, why = recognise(table, choices.layout)
    rows = without_tags(table.rows)
    fields = columns_of(publisher, table, choices)
    date_format, date_facts = date_format_of(publisher, table, rows, fields, choices)
    notes = Notes(table.facts.get("notes", ()))
    more = own.spare_fields(table.columns, fields) if publisher is TABLE else {}  # further columns of dates
    positions = {name: table.columns.index(column) for name, column in (more | fields).items()}
    plan = ReadPlan(publisher, table.columns, positions, date_format, transform_of(table, choices), choices.swap)
    made = _drafts(plan, rows, notes, watch)
    joiner = Joiner(dataset, dict(choices.names), notes)
    accepted = accept(made.drafts, joiner, made.rejected, dataset, notes)
    unused = [name for number, name in enumerate(table.columns) if number not in made.used] if made.drafts else []
    if unused:
        notes.add("columns_unused", value=", ".join(unused), count=len(unused))
    detected = {
        "form": table.form, "layout": publisher.name, "title": publisher.title, "reason": why, "rows": len(rows),
        "tag_row": len(rows) != len(table.rows), "columns": fields if publisher is TABLE else {},
        "columns_unused": unused, "swapped": made.swapped, **date_facts, **table.facts,
    }  # fmt: skip
    detected.pop("notes", None)
    made.rejected.sort(key=lambda row: row.row)
    return Result(len(rows), accepted, made.rejected, detected, joiner.finish(), notes.listed())


@dataclass(frozen=True)
class ReadPlan:
    """How the rows of a table are read."""

    publisher: Publisher
    columns: tuple[str, ...]
    positions: dict[str, int]
    date_format: DateFormat
    transform: tuple[Transform | None, bool]
    swap: bool


@dataclass
class Made:
    """What rows gave before they were joined: events, rows set aside, how many points were exchanged, columns used."""

    drafts: list[Event] = made_by(default_factory=list)
    rejected: list[RejectedRow] = made_by(default_factory=list)
    swapped: int = 0
    used: set[int] = made_by(default_factory=set)


def _drafts(plan: ReadPlan, rows: Sequence[RawRow], notes: Notes, watch: Watch | None) -> Made:
    made, same = Made(), SameRows(notes)
    for done, row in enumerate(rows):
        cells = Cells(plan.positions, plan.columns, row.cells)
        try:
            event = _draft(plan.publisher, row, cells, plan.date_format)
            _to_degrees(event, plan.transform)
            made.swapped += check_point(event, plan.swap)
        except RowRejected as reason:
            made.rejected.append(_rejected(row, cells, plan.publisher, reason))
        else:
            made.drafts.append(event)
            made.used |= cells.read
            same.look(row, event)
        for code, value in cells.notes:
            notes.add(code, row.number, value)
        if watch and done % STEP == 0:
            watch(done, len(rows))
    return made


def transform_of(table: ReadTable, choices: Choices) -> tuple[Transform | None, bool]:
    """What brings coordinates to degrees, and whether the file itself names its system (else only metres are brought).

    Raises
    ------
    FileRejected
        When the chosen system is not known.
    """
    if system := table.facts.get("crs", ""):
        return to_degrees(system), True
    if not choices.crs:
        return None, False
    if not (system := system_of(choices.crs)):
        raise FileRejected("crs", name=shown(choices.crs))
    return to_degrees(system), False


def _to_degrees(event: Event, transform: tuple[Transform | None, bool]) -> None:
    bring, every = transform
    if bring and event["point"] and (every or looks_projected(*event["point"])):
        lon, lat = bring(*event["point"])
        if not (math.isfinite(lon) and math.isfinite(lat)):
            raise RowRejected("coordinate_range", "point", shown(event["point"]))
        event["point"] = [round(lon, 7), round(lat, 7)]


def without_tags(rows: tuple[RawRow, ...]) -> tuple[RawRow, ...]:
    """The rows without a row of HXL tags under the heading (cells that begin with '#')."""
    first = [str(cell) for cell in rows[0].cells if cell not in (None, "")] if rows else []
    return rows[1:] if first and all(cell.startswith("#") for cell in first) else rows


def columns_of(publisher: Publisher, table: ReadTable, choices: Choices) -> dict[str, str]:
    """Which column each field of the publisher is read from.

    Raises
    ------
    FileRejected
        When a chosen field or column does not exist; `NeedsColumns` when one is lacking.
    """
    if publisher is not TABLE:
        return fields_of(publisher, table.columns)
    fields = own.guess_columns(table.columns, without_tags(table.rows))
    for field, column in choices.columns.items():
        if field not in FIELDS:
            raise FileRejected("field", name=shown(field), known=", ".join(FIELDS))
        if column and column not in table.columns:
            raise FileRejected("column", name=shown(column), known=", ".join(table.columns[:20]))
        fields = {name: taken for name, taken in fields.items() if taken != column}
        fields[field] = column
    fields = {field: column for field, column in fields.items() if column}
    if lacking := own.missing(fields, points=any(row.point for row in table.rows)):
        if shapes := own.only_shapes(table.rows):
            raise FileRejected("only_shapes", kinds=shapes, count=f"{len(table.rows):,}")
        raise NeedsColumns(lacking, table.columns)
    return fields


def date_format_of(
    publisher: Publisher, table: ReadTable, rows: Iterable[RawRow], fields: dict[str, str], choices: Choices
) -> tuple[DateFormat, dict[str, Any]]:
    """How the dates are read, and what of that was found out."""
    if choices.calendar and choices.calendar not in CALENDARS:
        raise FileRejected("calendar", name=shown(choices.calendar), known=", ".join(CALENDARS))
    if choices.day_order and choices.day_order not in DAY_ORDERS:
        raise FileRejected("day_order", name=shown(choices.day_order), known=", ".join(DAY_ORDERS))
    places = [table.columns.index(fields[name]) for name in publisher.written_days if name in fields]
    if choices.excel_days and choices.excel_days not in EXCEL_DAYS:
        raise FileRejected("excel_days", name=shown(choices.excel_days), known=", ".join(EXCEL_DAYS))
    written = [row.cells[place] for row in rows if row.cells for place in places]
    order, telling = day_order_of(written)
    excel_days = choices.excel_days or ("ask" if table.form == "xlsx" and order and are_exchanged(written) else "")
    date_format = DateFormat(
        choices.calendar or GREGORIAN,
        choices.day_order or order,
        choices.serials,
        "" if excel_days == KEPT else excel_days,
    )
    why = t("add.why.chosen") if choices.day_order else t("add.why.by", value=shown(telling)) if order else ""
    facts: dict[str, Any] = {"calendar": date_format.calendar, "day_order": date_format.day_order, "day_order_why": why}
    facts |= {"serials": choices.serials, "excel_days": excel_days}
    return date_format, facts


def _draft(publisher: Publisher, row: RawRow, cells: Cells, date_format: DateFormat) -> Event:
    if row.fault:
        raise RowRejected(*row.fault)
    event = DRAFTS[publisher.name](cells, date_format)
    if event["point"] is None and row.point:
        lon, lat = coordinate(row.point[0], "longitude", LON), coordinate(row.point[1], "latitude", LAT)
        if lon is None or lat is None:
            raise RowRejected("coordinate_half", "point", shown(row.point))
        event["point"] = [lon, lat]
    event |= {"row": row.number, "layout": publisher.name, "extra": cells.extra()}
    event["event_id"] = (event["event_id"] or f"row-{row.number}")[:MAX_ID]
    check_country(event)
    return event


def _rejected(row: RawRow, cells: Cells, publisher: Publisher, why: RowRejected) -> RejectedRow:
    name = "id" if publisher is TABLE else publisher.telling[0]
    known = shown(cells.text(name)) if row.cells else ""
    return RejectedRow(row.number, known, why.field, why.value, why.reason)
