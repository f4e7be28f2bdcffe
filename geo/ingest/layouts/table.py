"""Any other table, GeoJSON, KML, GPX or GeoPackage: which column is which, guessed by name and shown, then read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from geo.ingest.cells import Cells
from geo.ingest.event import Event, new_event
from geo.ingest.kinds import kind_of
from geo.ingest.result import RawRow
from geo.publishers.day_orders import may_be_day
from geo.publishers.days import MONTH, YEAR, DateFormat, Days, precision_of
from geo.publishers.numbers import pair
from geo.publishers.table import PARTS, TABLE, fields_by_heading, spare_dates

_PROBE = 50
#: Under which names further columns of dates are asked.
SPARE = ("date 2", "date 3", "date 4")


def guess_columns(columns: Sequence[str], rows: Sequence[RawRow]) -> dict[str, str]:
    """Field -> column, for the columns whose heading is a usual one; date and point also by what stands in a column."""
    found = fields_by_heading(columns)
    if not {"date", "year"} & found.keys() and (dated := _column(columns, rows, found, _is_date)):
        found["date"] = dated
    if not {"lat", "lon", "point"} & found.keys() and (placed := _column(columns, rows, found, _is_pair)):
        found = {field: column for field, column in found.items() if column != placed} | {"point": placed}
    return found


def spare_fields(columns: Sequence[str], found: Mapping[str, str]) -> dict[str, str]:
    """Further columns of dates, which are asked where the first is empty: 'date 2', 'date 3' -> column."""
    return dict(zip(SPARE, spare_dates(columns, found), strict=False))


def _column(
    columns: Sequence[str], rows: Sequence[RawRow], found: Mapping[str, str], fits: Callable[[object], bool]
) -> str | None:
    """The first column whose cells all fit; one that names a place may hold its coordinates."""
    probe = [row.cells for row in rows if row.cells][:_PROBE]
    taken = {column for field, column in found.items() if field != "place"}
    for number, column in enumerate(columns):
        values = [cells[number] for cells in probe if cells[number] not in (None, "")]
        if column not in taken and values and all(map(fits, values)):
            return column
    return None


def _is_date(value: object) -> bool:
    return isinstance(value, str) and may_be_day(value)


def _is_pair(value: object) -> bool:
    """Two numbers that can only be a place: with fractions, within the degrees."""
    if not isinstance(value, str) or not any(sign in value for sign in ".°٫") or not (found := pair(value)):
        return False
    return abs(found[0]) <= 180 and abs(found[1]) <= 180


def missing(found: Mapping[str, str], points: bool) -> tuple[str, ...]:
    """The fields without which no row can be used."""
    wanted = [] if found.get("date") or found.get("year") else ["date"]
    has_place = (
        points or (found.get("lat") and found.get("lon")) or any(map(found.get, ("point", "province", "district")))
    )
    return tuple(wanted if has_place else [*wanted, "lat and lon (or point, or province, or district)"])


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
        date_precision=_precision(cells, days),
        event_type=kind,
        sub_event_type=sub_kind,
        side_a=cells.texts("side_a"),
        side_b=cells.texts("side_b"),
        country=cells.text("country"),
        place_name=cells.text("place"),
        stated_admin1=cells.text("province"),
        stated_admin2=cells.text("district"),
        where_precision=cells.where(TABLE.precision),
        point=cells.point(TABLE.lat, TABLE.lon) or cells.pair("point"),
        killed_low=cells.number("killed_low") if cells.known("killed_low") else killed[0],
        killed_best=killed[1],
        killed_high=cells.number("killed_high") if cells.known("killed_high") else killed[2],
        wounded_low=wounded[0],
        wounded_best=wounded[1],
        wounded_high=wounded[2],
        source=cells.text("source"),
        source_url=cells.address("source_url"),
    )


def _precision(cells: Cells, days: Days) -> int:
    """What the file says, never finer than its dates; what can't be read is coarser than they are."""
    stated = cells.code("date_precision", {n: n for n in range(1, 6)}, days.precision, max(days.precision, MONTH))
    return max(stated, days.precision)


def _days(cells: Cells, date_format: DateFormat) -> Days:
    days = cells.until(_first_days(cells, date_format), "date_end", date_format)
    return Days(days.start, days.end, max(days.precision, precision_of(days.start, days.end)))


def _first_days(cells: Cells, date_format: DateFormat) -> Days:
    """The date; from another column of dates or from year, month and day where the first is empty or only a year."""
    name = next((name for name in ("date", *SPARE) if cells.holds(name)), "")
    if name in SPARE:
        cells.note("date_from", cells.heading(name))
    if not name and cells.holds("year"):
        return cells.days_of_cells(PARTS, date_format)
    days = cells.days(name or "date", date_format)
    if days.precision == YEAR and cells.holds("year") and cells.holds("month"):
        finer = cells.days_of_cells(PARTS, date_format)
        return finer if days.start <= finer.start <= days.end else days
    return days


def only_shapes(rows: Sequence[RawRow]) -> str:
    """What the geometries of a file are when none is a point; '' when one is, or a row is at fault for another cause."""
    kinds = {row.fault[2] for row in rows if row.fault and row.fault[:2] == ("geometry", "geometry")}
    return ", ".join(sorted(kinds)) if kinds and all(row.fault and row.fault[0] == "geometry" for row in rows) else ""
