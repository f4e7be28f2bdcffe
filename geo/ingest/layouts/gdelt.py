"""A row of GDELT 2.0 events as an event; columns in `geo.publishers.gdelt`, kinds by CAMEO 1.1b3.

Made by machines from news: coarse and repetitive.
"""

from __future__ import annotations

from geo.ingest.cells import NEAR, Cells
from geo.ingest.event import Event, new_event
from geo.ingest.result import RowRejected
from geo.publishers.days import DateFormat
from geo.publishers.gdelt import GDELT

#: FIPS codes of countries, as far as they matter here; another stays as it stands.
COUNTRY = "AF"
#: Beginning of the CAMEO code, the longest that fits -> our kind. What begins otherwise is not an event of this map.
KINDS = {
    "057": ("strategic_developments", "agreement"),
    "14": ("protests", "peaceful_protest"),
    "145": ("riots", "violent_demonstration"),
    "171": ("strategic_developments", "looting_property_destruction"),
    "173": ("strategic_developments", "arrests"),
    "175": ("violence_against_civilians", "attack"),
    "18": ("violence_against_civilians", "attack"),
    "181": ("violence_against_civilians", "abduction_forced_disappearance"),
    "1821": ("violence_against_civilians", "sexual_violence"),
    "183": ("explosions", "remote_explosive_landmine_ied"),
    "1831": ("explosions", "suicide_bomb"),
    "19": ("battles", "armed_clash"),
    "192": ("battles", None),
    "194": ("explosions", "shelling_artillery_missile"),
    "195": ("explosions", "air_drone_strike"),
    "20": ("violence_against_civilians", "attack"),
    "204": ("explosions", None),
    "2041": ("explosions", "chemical_weapon"),
}


def draft(cells: Cells, date_format: DateFormat) -> Event:
    """The event of a row."""
    days = cells.days(GDELT.day[0], date_format)
    code = cells.text(GDELT.type) or ""
    fits = next((code[:length] for length in (4, 3, 2) if code[:length] in KINDS), None)
    if fits is None:
        raise RowRejected("kind", "EventCode", code)
    kind, sub_kind = KINDS[fits]
    return new_event(
        event_id=cells.text("globaleventid"),
        date_start=days.start,
        date_end=days.end,
        date_precision=days.precision,
        event_type=kind,
        sub_event_type=sub_kind,
        side_a=cells.texts("actor1name"),
        side_b=cells.texts("actor2name"),
        country=cells.text("actiongeo_countrycode") or COUNTRY,
        place_name=cells.text("actiongeo_fullname"),
        where_precision=cells.code(GDELT.precision, GDELT.where, NEAR),
        point=cells.point(GDELT.lat, GDELT.lon),
        source_url=cells.address("sourceurl"),
    )
