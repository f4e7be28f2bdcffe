"""A file brought by a reader, to accepted events and rows set aside: `ingest` does it all, `map_table` the part after reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from geo.ingest.actors import actor_ids, known_names
from geo.ingest.cells import Cells
from geo.ingest.event import Event
from geo.ingest.layouts import table as own
from geo.ingest.numbers import coordinate
from geo.ingest.places import Joiner, check_country, check_point
from geo.ingest.readers.sniff import read_table
from geo.ingest.registry import DRAFTS, recognise
from geo.ingest.result import (
    Choices,
    FileRejected,
    NeedsColumns,
    RawRow,
    RejectedRow,
    Result,
    RowRejected,
    Table,
    shown,
)
from geo.publishers.base import Publisher
from geo.publishers.days import CALENDARS, DAY_ORDERS, GREGORIAN, DateFormat, day_order_of
from geo.publishers.known import fields_of
from geo.publishers.table import FIELDS, TABLE
from geo.record.load import Dataset
from geo.wording.text import t

#: Called with (rows done, rows in all) while a file is mapped.
Watch = Callable[[int, int], None]
STEP = 500
MAX_ID, MAX_TITLE = 80, 120


def ingest(
    content: bytes,
    dataset: Dataset,
    choices: Choices | None = None,
    read: Callable[[bytes, Choices], Table] = read_table,
    watch: Watch | None = None,
) -> Result:
    """The events in a file, and every row that was set aside with its reason; here, without limits of time and memory.

    For a stranger's file `geo.ingest.sandbox` has it done in a process of its own.

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


def map_table(table: Table, dataset: Dataset, choices: Choices, watch: Watch | None = None) -> Result:
    """The same for a table that was read already (so that other choices need no second reading)."""
    publisher, why = recognise(table, choices.layout)
    rows = without_tags(table.rows)
    fields = columns_of(publisher, table, choices)
    date_format, date_facts = date_format_of(publisher, table, rows, fields, choices)
    positions = {name: table.columns.index(column) for name, column in fields.items()}
    joiner = Joiner(dataset, dict(choices.names))
    drafts: list[Event] = []
    rejected: list[RejectedRow] = []
    swapped = 0
    for done, row in enumerate(rows):
        cells = Cells(positions, table.columns, row.cells)
        try:
            event = _draft(publisher, row, cells, date_format)
            swapped += check_point(event, choices.swap)
        except RowRejected as reason:
            rejected.append(_rejected(row, cells, publisher, reason))
        else:
            drafts.append(event)
        if watch and done % STEP == 0:
            watch(done, len(rows))
    accepted = _joined(drafts, joiner, rejected, dataset)
    detected = {
        "form": table.form, "layout": publisher.name, "title": publisher.title, "reason": why, "rows": len(rows),
        "tag_row": len(rows) != len(table.rows), "columns": fields if publisher is TABLE else {},
        "swapped": swapped, **date_facts, **table.facts,
    }  # fmt: skip
    return Result(len(rows), accepted, sorted(rejected, key=lambda row: row.row), detected, joiner.finish())


def without_tags(rows: tuple[RawRow, ...]) -> tuple[RawRow, ...]:
    """The rows without a row of HXL tags under the heading (cells that begin with '#')."""
    first = [str(cell) for cell in rows[0].cells if cell not in (None, "")] if rows else []
    return rows[1:] if first and all(cell.startswith("#") for cell in first) else rows


def columns_of(publisher: Publisher, table: Table, choices: Choices) -> dict[str, str]:
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
        raise NeedsColumns(lacking, table.columns)
    return fields


def date_format_of(
    publisher: Publisher, table: Table, rows: Iterable[RawRow], fields: dict[str, str], choices: Choices
) -> tuple[DateFormat, dict[str, Any]]:
    """How the dates are read, and what of that was found out."""
    if choices.calendar and choices.calendar not in CALENDARS:
        raise FileRejected("calendar", name=shown(choices.calendar), known=", ".join(CALENDARS))
    if choices.day_order and choices.day_order not in DAY_ORDERS:
        raise FileRejected("day_order", name=shown(choices.day_order), known=", ".join(DAY_ORDERS))
    places = [table.columns.index(fields[name]) for name in publisher.written_days if name in fields]
    order, telling = day_order_of(row.cells[place] for row in rows if row.cells for place in places)
    date_format = DateFormat(choices.calendar or GREGORIAN, choices.day_order or order)
    why = t("add.why.chosen") if choices.day_order else t("add.why.by", value=shown(telling)) if order else ""
    facts = {"calendar": date_format.calendar, "day_order": date_format.day_order, "day_order_why": why}
    return date_format, facts


def _draft(publisher: Publisher, row: RawRow, cells: Cells, date_format: DateFormat) -> Event:
    if row.fault:
        raise RowRejected(*row.fault)
    event = DRAFTS[publisher.name](cells, date_format)
    if event["point"] is None and row.point:
        lon, lat = coordinate(row.point[0], "longitude"), coordinate(row.point[1], "latitude")
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


def _joined(drafts: list[Event], joiner: Joiner, rejected: list[RejectedRow], dataset: Dataset) -> list[Event]:
    """The events with province, district, actors and title; those that can't be placed go aside."""
    accepted: list[Event] = []
    seen: set[str] = set()
    names = known_names(dataset)
    actors = dataset.by_id("actors")
    for event, by_point in zip(drafts, joiner.look_up(drafts), strict=True):
        try:
            if event["event_id"] in seen:
                raise RowRejected("duplicate_id", "id", event["event_id"])
            joiner.join(event, by_point)
        except RowRejected as reason:
            rejected.append(RejectedRow(event["row"], event["event_id"], reason.field, reason.value, reason.reason))
            continue
        seen.add(event["event_id"])
        sides = [*event["side_a"], *event["side_b"]]
        event["actor_ids"] = actor_ids(sides, event["date_start"], names, actors)
        event["title"] = _title(event)
        accepted.append(event)
    return accepted


def _title(event: Event) -> str:
    """The file's own title; else kind and place; else the beginning of the text."""
    if event["title"]:
        return str(event["title"])[:MAX_TITLE]
    kind = event["sub_event_type"] or event["event_type"]
    words = t(f"subtype.{kind}") if event["sub_event_type"] else t(f"type.{kind}") if kind else t("add.untitled")
    place = event["place_name"] or event["stated_admin2"] or event["stated_admin1"]
    return ", ".join(part for part in (words, place) if part)[:MAX_TITLE]
