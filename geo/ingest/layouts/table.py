"""Any other table, GeoJSON, KML or GeoPackage: which column is which, guessed by name and shown, then read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.ingest.cells import Cells
from geo.ingest.days import Days, Reading, is_day, precision_of, span
from geo.ingest.event import Event, new_event
from geo.ingest.kinds import kind_of
from geo.ingest.layouts.base import Layout
from geo.ingest.result import RawRow
from geo.record.normalise import heading

#: What a column can be, and the headings (as `geo.record.normalise.heading` gives them) under which it usually stands.
FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "event_id", "eventid", "incident_id", "incidentid", "uid", "no", "feature_id", "شماره", "ګڼه"),
    "date": (
        "date", "event_date", "date_start", "start_date", "incident_date", "day", "date_of_incident", "begin",
        "datetime", "when", "start", "تاریخ", "نېټه", "نیټه",
    ),
    "date_end": ("date_end", "end_date", "end", "until", "ختم", "تاریخ_ختم"),
    "date_precision": ("date_precision", "date_prec", "time_precision"),
    "lat": ("lat", "latitude", "y", "lat_dd", "gps_lat", "ycoord", "عرض", "عرض_البلد", "عرض_جغرافیایی"),
    "lon": ("lon", "lng", "long", "longitude", "x", "lon_dd", "gps_lon", "xcoord", "طول", "طول_البلد", "طول_جغرافیایی"),
    "province": ("province", "admin1", "adm1", "adm_1", "prov", "province_name", "adm1_en", "adm1_pcode", "wilayat", "ولایت", "استان"),
    "district": ("district", "admin2", "admin2_id", "adm2", "adm_2", "dist", "district_name", "adm2_en", "ولسوالی", "ولسوالۍ"),
    "place": (
        "place", "location", "place_name", "village", "town", "city", "site", "محل", "قریه", "موقعیت", "ځای",
    ),
    "country": ("country", "country_txt", "country_name", "کشور", "هیواد"),
    "where_precision": ("where_precision", "where_prec", "geo_precision"),
    "title": ("title", "headline", "name", "event", "incident", "عنوان", "سرلیک"),
    "summary": (
        "summary", "notes", "description", "details", "what_happened", "comment", "remarks", "text", "شرح",
        "توضیحات", "خلاصه", "لنډیز",
    ),
    "event_type": ("event_type", "type", "kind", "category", "incident_type", "نوع", "نوع_رویداد", "ډول"),
    "sub_event_type": ("sub_event_type", "sub_type", "subtype", "subcategory"),
    "side_a": ("side_a", "actor1", "actor_1", "actor", "perpetrator", "attacker", "طرف_اول", "عامل"),
    "side_b": ("side_b", "actor2", "actor_2", "victim", "target", "طرف_دوم", "هدف"),
    "killed": ("killed", "deaths", "fatalities", "dead", "best", "nkill", "killed_best", "کشته", "کشته_شدگان", "وژل_شوي"),
    "killed_low": ("killed_low", "low", "deaths_low"),
    "killed_high": ("killed_high", "high", "deaths_high"),
    "wounded": ("wounded", "injured", "injuries", "nwound", "wounded_best", "زخمی", "زخمیان", "ټپیان"),
    "source": ("source", "sources", "publisher", "media", "منبع", "سرچینه"),
    "source_url": ("source_url", "url", "link", "source_link", "لینک"),
}  # fmt: skip
DATES = ("date", "date_end")
_PROBE = 50
_NEAR = 2


def guess_columns(columns: Sequence[str], rows: Sequence[RawRow]) -> dict[str, str]:
    """Field -> column, for the columns whose heading is a usual one; the date also by what stands in a column."""
    by_key: dict[str, str] = {}
    for column in columns:
        by_key.setdefault(heading(column), column)
    found: dict[str, str] = {}
    for field, headings in FIELDS.items():
        free = (
            by_key[name] for name in map(heading, headings) if name in by_key and by_key[name] not in found.values()
        )
        if (named := next(free, None)) is not None:
            found[field] = named
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


def draft(cells: Cells, reading: Reading) -> Event:
    """The event of a row; the cells are asked by field, not by heading."""
    days = _days(cells, reading)
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
        where_precision=cells.code("where_precision", {n: n for n in range(1, 7)}, _NEAR),
        point=cells.point("lat", "lon"),
        killed_low=cells.number("killed_low") if cells.known("killed_low") else killed[0],
        killed_best=killed[1],
        killed_high=cells.number("killed_high") if cells.known("killed_high") else killed[2],
        wounded_low=wounded[0],
        wounded_best=wounded[1],
        wounded_high=wounded[2],
        source=cells.text("source"),
        source_url=cells.address("source_url"),
    )


def _days(cells: Cells, reading: Reading) -> Days:
    first = cells.days("date", reading)
    end = cells.raw("date_end")
    days = span(first, cells.days("date_end", reading) if end is not None else None, "date_end", end)
    return Days(days.start, days.end, max(days.precision, precision_of(days.start, days.end)))


LAYOUT = Layout(
    name="table",
    title="a table of your own",
    columns=tuple(FIELDS),
    telling=(),
    dates=DATES,
    draft=draft,
)
