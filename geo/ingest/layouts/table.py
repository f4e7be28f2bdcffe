"""Any other table, GeoJSON, KML or GeoPackage: which column is which, guessed by name and shown, then read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.ingest.cells import NEAR, Cells
from geo.ingest.event import Event, new_event
from geo.ingest.kinds import kind_of
from geo.ingest.result import RawRow
from geo.publishers.days import DateFormat, Days, is_day, precision_of
from geo.publishers.table import TABLE, fields_by_heading

_PROBE = 50


def guess_columns(columns: Sequence[str], rows: Sequence[RawRow]) -> dict[str, str]:
    """Field -> column, for the columns whose heading is a usual one; the date also by what stands in a column."""
    found = fields_by_heading(columns)
    if "date" not in found and (dated := _dated(columns, rows, set(found.values()))):
        found["date"] = dated
    return found


def _dated(columns: Sequence[str], rows: Sequence[RawRow], taken: set[str]) -> str | None:
    """The first column whose cells look like dates."""
    probe = [row.cells for row in rows if row.cells][:_PROBE]
    for number, column in enumerate(columns):
        values = [cells[number] for cells in probe if cells[number] not in (None, "")]
        if column not in taken and values and all(isinstance(value, str) and is_day(value) for value in values):
            return column
    return None


def missing(found: Mapping[str, str], points: bool) -> tuple[str, ...]:
    """The fields without which no row can be used."""
    wanted = [] if found.get("date") else ["date"]
    has_place = points or (found.get("lat") and found.get("lon")) or found.get("province") or found.get("district")
    return tuple(wanted if has_place else [*wanted, "lat and lon (or province, or district)"])


def draft(cells: Cells, date_format: DateFormat) -> Event:
    """The event of a row; the cells are asked by field, not by heading."""
    days = _days(cells, date_format)
    kind, sub_kind = kind_of(cells)
    killed, wounded = cells.counts("killed"), cells.counts("wounded")
    return new_event(
        event_id=cells.text("id"),
        title=cells.text("title"),
        summary=cells.text("summary"),
        date_start=days.start,
        date_end=days.end,
        date_precision=cells.code("date_precision", {n: n for n in range(1, 6)}, days.precision),
        event_type=kind,
        sub_event_type=sub_kind,
        side_a=cells.texts("side_a"),
        side_b=cells.texts("side_b"),
        country=cells.text("country") or "AF",
        place_name=cells.text("place"),
        stated_admin1=cells.text("province"),
        stated_admin2=cells.text("district"),
        where_precision=cells.code(TABLE.precision, TABLE.where, NEAR),
        point=cells.point(TABLE.lat, TABLE.lon),
        killed_low=cells.number("killed_low") if cells.known("killed_low") else killed[0],
        killed_best=killed[1],
        killed_high=cells.number("killed_high") if cells.known("killed_high") else killed[2],
        wounded_low=wounded[0],
        wounded_best=wounded[1],
        wounded_high=wounded[2],
        source=cells.text("source"),
        source_url=cells.address("source_url"),
    )


def _days(cells: Cells, date_format: DateFormat) -> Days:
    days = cells.until(cells.days(TABLE.day[0], date_format), "date_end", date_format)
    return Days(days.start, days.end, max(days.precision, precision_of(days.start, days.end)))
