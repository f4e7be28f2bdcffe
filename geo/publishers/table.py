"""Any other table: what a column can be, and the headings under which it usually stands."""

from __future__ import annotations

from collections.abc import Sequence

from geo.publishers.base import Publisher
from geo.record.normalise import heading

#: What a column can be, and the headings under which it usually stands.
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


def fields_by_heading(columns: Sequence[str]) -> dict[str, str]:
    """Field -> column, for the columns whose heading is a usual one; each column once."""
    by_heading: dict[str, str] = {}
    for column in columns:
        by_heading.setdefault(heading(column), column)
    found: dict[str, str] = {}
    for field, usual in FIELDS.items():
        free = (by_heading[name] for name in map(heading, usual) if name in by_heading)
        if (named := next((column for column in free if column not in found.values()), None)) is not None:
            found[field] = named
    return found
