"""Any other table: what a column can be, and the headings under which it usually stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from geo.publishers.base import Publisher
from geo.publishers.months import letters
from geo.publishers.numbers import whole
from geo.record.normalise import heading

#: What a column can be, and the headings under which it usually stands.
FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "event_id", "eventid", "incident_id", "incidentid", "uid", "no", "feature_id", "شماره", "ګڼه"),
    "date": (
        "date", "event_date", "date_start", "start_date", "incident_date", "day", "date_of_incident", "begin",
        "datetime", "when", "start", "date_time", "تاریخ", "نېټه", "نیټه",
    ),
    "year": ("year", "yr", "iyear", "سال", "کال"),
    "month": ("month", "mon", "imonth", "ماه", "میاشت"),
    "day_of_month": ("day_of_month", "day", "iday", "dd", "روز", "ورځ"),
    "date_end": ("date_end", "end_date", "end", "until", "ختم", "تاریخ_ختم"),
    "date_precision": ("date_precision", "date_prec", "time_precision"),
    "lat": ("lat", "latitude", "y", "lat_dd", "gps_lat", "ycoord", "عرض", "عرض_البلد", "عرض_جغرافیایی"),
    "lon": ("lon", "lng", "long", "longitude", "x", "lon_dd", "gps_lon", "xcoord", "طول", "طول_البلد", "طول_جغرافیایی"),
    "point": (
        "coordinates", "coordinate", "coords", "latlon", "lat_lon", "lat_long", "latlong", "latlng", "lat_lng", "geopoint",
        "gps", "wkt", "geom", "geometry", "the_geom", "geom_wkt", "point", "geolocation", "gps_coordinates", "مختصات",
    ),
    "province": ("province", "admin1", "adm1", "adm_1", "prov", "province_name", "adm1_en", "adm1_pcode", "wilayat", "ولایت", "استان"),
    "district": ("district", "admin2", "admin2_id", "adm2", "adm_2", "dist", "district_name", "adm2_en", "ولسوالی", "ولسوالۍ"),
    "place": (
        "place", "location", "place_name", "village", "town", "city", "site", "محل", "قریه", "موقعیت", "ځای",
    ),
    "country": ("country", "country_txt", "country_name", "country_code", "country_iso", "iso3", "iso2", "iso_a2", "iso_a3", "adm0_pcode", "adm0_en", "کشور", "هیواد"),
    "where_precision": ("where_precision", "where_prec", "geo_precision"),
    "title": ("title", "headline", "name", "event", "incident", "عنوان", "سرلیک"),
    "summary": (
        "summary", "notes", "description", "details", "what_happened", "comment", "remarks", "text", "شرح",
        "توضیحات", "خلاصه", "لنډیز",
    ),
    "event_type": ("event_type", "type", "kind", "category", "incident_type", "type_of_violence", "نوع", "نوع_رویداد", "ډول"),
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

#: A date in columns of its own; the last two may be lacking.
PARTS = ("year", "month", "day_of_month")

#: Its columns are named by field.
TABLE = Publisher(
    name="table",
    title="a table of your own",
    columns=tuple(FIELDS),
    telling=(),
    written_days=("date", "date_end"),
    lon="lon",
    lat="lat",
    day=("date",),
    type="event_type",
    precision="where_precision",
    where={n: n for n in range(1, 7)},
)


#: Words in which tables tell how exactly a place is known -> our precision.
WHERE_WORDS = {
    "exact": 1, "point": 1, "gps": 1, "precise": 1, "near": 2, "approximate": 2, "approx": 2, "village": 2, "town": 2,
    "city": 2, "settlement": 2, "district": 3, "admin2": 3, "adm2": 3, "province": 4, "admin1": 4, "adm1": 4,
    "region": 5, "area": 5, "country": 6, "admin0": 6, "national": 6,
}  # fmt: skip
#: A precision that can't be read: the point is not trusted, the province is.
UNREADABLE = 4
#: The two halves of headings such as Kobo's `_GPS_latitude` and `_GPS_longitude`.
_HALVES = (("latitude", "longitude"), ("lat", "lon"), ("lat", "lng"), ("lat", "long"))


def fields_by_heading(columns: Sequence[str]) -> dict[str, str]:
    """Field -> column, for the columns whose heading is a usual one; each column once."""
    by_heading: dict[str, str] = {}
    for column in columns:
        by_heading.setdefault(_key(column), column)
    found: dict[str, str] = {}
    for field in FIELDS:
        free = (by_heading[name] for name in _usual(field) if name in by_heading)
        if (named := next((column for column in free if column not in found.values()), None)) is not None:
            found[field] = named
    return _with_halves(_with_parts(found), by_heading)


def spare_dates(columns: Sequence[str], found: Mapping[str, str]) -> list[str]:
    """Further columns that are usually called as dates are: where the first is empty in a row, they are asked."""
    usual = set(_usual("date"))
    return [column for column in columns if _key(column) in usual and column not in found.values()]


def where_of(value: object) -> int | None:
    """Our precision of a place by a number of 1 to 6 or a word; None when it can't be read."""
    number = whole(value)
    found = number if number is not None else WHERE_WORDS.get(_key(str(value)))
    return found if found in range(1, 7) else None


@lru_cache(maxsize=64)
def _usual(field: str) -> tuple[str, ...]:
    return tuple(map(_key, FIELDS[field]))


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    """A heading as it is looked up, its letters in one form."""
    return letters(heading(text))


def _with_parts(found: dict[str, str]) -> dict[str, str]:
    """Where there is a year, a column that is only called 'day' is the day of the month, not the date."""
    if "year" not in found:
        return {field: column for field, column in found.items() if field not in PARTS}
    if "day_of_month" not in found and _key(found.get("date", "")) in _usual("day_of_month"):
        found["day_of_month"] = found.pop("date")
    return found


def _with_halves(found: dict[str, str], by_heading: Mapping[str, str]) -> dict[str, str]:
    """With latitude and longitude by the end of their headings, where one pair of headings begins alike."""
    if {"lat", "lon"} <= found.keys():
        return found
    for north, east in _HALVES:
        starts = [name.removesuffix(north) for name in by_heading if name.endswith("_" + north)]
        pairs = [start for start in starts if start + east in by_heading]
        if len(pairs) == 1:
            return found | {"lat": by_heading[pairs[0] + north], "lon": by_heading[pairs[0] + east]}
    return found
