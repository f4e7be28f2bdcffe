"""A file brought by a reader, to accepted events and rows set aside: `ingest` does it all, `map_table` the part after reading."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from geo.ingest.actors import actor_ids, known_names
from geo.ingest.cells import Cells
from geo.ingest.crs import Transform, looks_projected, system_of, to_degrees
from geo.ingest.event import Event
from geo.ingest.layouts import table as own
from geo.ingest.notes import Notes
from geo.ingest.numbers import coordinate
from geo.ingest.places import Joiner, check_country, check_point
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
from geo.ingest.sandbox import read_limited
from geo.publishers.acled import ACLED
from geo.publishers.base import Publisher
from geo.publishers.day_orders import AS_SHOWN, EXCEL_DAYS, are_exchanged, day_order_of
from geo.publishers.days import CALENDARS, DAY_ORDERS, GREGORIAN, DateFormat
from geo.publishers.known import fields_of
from geo.publishers.numbers import LAT, LON
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
    read: Callable[[bytes, Choices], Table] = read_limited,
    watch: Watch | None = None,
) -> Result:
    """The events in a file, and every row that was set aside with its reason.

    Parameters
    ----------
    content : the bytes of the file; its name plays no part.
    dataset : the record whose provinces, districts and actors the events are joined to.
    choices : what the reader said about the file.
    read : reads bytes to a table; the default does it in a limited process.
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
    positions = positions_of(publisher, table, fields)
    notes = Notes(table.facts.get("notes", ()))
    joiner = Joiner(dataset, dict(choices.names), notes)
    transform = transform_of(table, choices)
    drafts: list[Event] = []
    rejected: list[RejectedRow] = []
    swapped, used = 0, set[int]()
    same = SameRows(notes)
    for done, row in enumerate(rows):
        cells = Cells(positions, table.columns, row.cells)
        try:
            event = _draft(publisher, row, cells, date_format)
            _to_degrees(event, transform)
            swapped += check_point(event, choices.swap)
        except RowRejected as reason:
            rejected.append(_rejected(row, cells, publisher, reason))
        else:
            drafts.append(event)
            used |= cells.read
            same.look(row, event)
        for code, value in cells.notes:
            notes.add(code, row.number, value)
        if watch and done % STEP == 0:
            watch(done, len(rows))
    accepted = _joined(drafts, joiner, rejected, dataset, notes)
    unused = [column for number, column in enumerate(table.columns) if number not in used] if drafts else []
    if unused:
        notes.add("columns_unused", value=", ".join(unused), count=len(unused))
    detected = {
        "form": table.form, "layout": publisher.name, "title": publisher.title, "reason": why, "rows": len(rows),
        "tag_row": len(rows) != len(table.rows), "columns": fields if publisher is TABLE else {},
        "columns_unused": unused, "swapped": swapped, **date_facts, **{k: v for k, v in table.facts.items() if k != "notes"},
    }  # fmt: skip
    rejected.sort(key=lambda row: row.row)
    return Result(len(rows), accepted, rejected, detected, joiner.finish(), notes.listed())


def positions_of(publisher: Publisher, table: Table, fields: dict[str, str]) -> dict[str, int]:
    """Where the column of each field stands; of a table also further columns of dates."""
    more = own.spare_fields(table.columns, fields) if publisher is TABLE else {}
    return {name: table.columns.index(column) for name, column in (more | fields).items()}


def transform_of(table: Table, choices: Choices) -> tuple[Transform | None, bool]:
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


class SameRows:
    """Tells rows without an id that are the same as an earlier one, cell by cell; each is kept."""

    def __init__(self, notes: Notes) -> None:
        self._notes, self._seen = notes, set[int]()

    def look(self, row: RawRow, event: Event) -> None:
        """Look at one more row."""
        if event["event_id"] != f"row-{row.number}":
            return
        try:
            key = hash((row.cells, row.point))
        except TypeError:  # lists and objects of JSON
            return
        if key in self._seen:
            self._notes.add("same_row", row.number)
        self._seen.add(key)


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
    if choices.excel_days and choices.excel_days not in EXCEL_DAYS:
        raise FileRejected("excel_days", name=shown(choices.excel_days), known=", ".join(EXCEL_DAYS))
    written = [row.cells[place] for row in rows if row.cells for place in places]
    order, telling = day_order_of(written)
    excel_days = choices.excel_days or ("ask" if table.form == "xlsx" and order and are_exchanged(written) else "")
    date_format = DateFormat(
        choices.calendar or GREGORIAN,
        choices.day_order or order,
        choices.serials,
        "" if excel_days == AS_SHOWN else excel_days,
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


def _joined(
    drafts: list[Event], joiner: Joiner, rejected: list[RejectedRow], dataset: Dataset, notes: Notes
) -> list[Event]:
    """The events with province, district, actors and title; those that can't be placed go aside."""
    accepted: list[Event] = []
    seen: set[str] = set()
    names = known_names(dataset)
    actors = dataset.by_id("actors")
    newest = _newest(drafts)
    for event, by_point in zip(drafts, joiner.look_up(drafts), strict=True):
        try:
            if newest.get(event["event_id"], event) is not event:
                raise RowRejected("older_version", "id", event["event_id"])
            if event["event_id"] in seen:
                raise RowRejected("duplicate_id", "id", event["event_id"])
            joiner.join(event, by_point)
        except RowRejected as reason:
            rejected.append(RejectedRow(event["row"], event["event_id"], reason.field, reason.value, reason.reason))
            continue
        seen.add(event["event_id"])
        sides = [*event["side_a"], *event["side_b"]]
        event["actor_ids"], unknown = actor_ids(sides, event["date_start"], names, actors)
        for name in unknown:
            notes.add("actor_unknown", event["row"], name)
        event["title"] = _title(event)
        accepted.append(event)
    return accepted


def _newest(drafts: list[Event]) -> dict[str, Event]:
    """Of ids that stand twice in an export of ACLED: the event with the latest timestamp, by which they correct."""
    many = {key for key, count in Counter(event["event_id"] for event in drafts).items() if count > 1}
    found: dict[str, Event] = {}
    for event in drafts:
        if event["event_id"] in many and event["layout"] == ACLED.name:
            known = found.setdefault(event["event_id"], event)
            found[event["event_id"]] = event if _stamp(event) > _stamp(known) else known
    return found


def _stamp(event: Event) -> int:
    stamps = (str(value) for name, value in event["extra"].items() if name.lower() == "timestamp")
    return next((int(stamp) for stamp in stamps if stamp.isascii() and stamp.isdigit()), 0)


def _title(event: Event) -> str:
    """The file's own title; else kind and place; else the beginning of the text."""
    if event["title"]:
        return str(event["title"])[:MAX_TITLE]
    kind = event["sub_event_type"] or event["event_type"]
    words = t(f"subtype.{kind}") if event["sub_event_type"] else t(f"type.{kind}") if kind else t("add.untitled")
    place = event["place_name"] or event["stated_admin2"] or event["stated_admin1"]
    return ", ".join(part for part in (words, place) if part)[:MAX_TITLE]
