"""GDELT 2.0 events: 61 cells with tabs between, no heading, no quoting.

Columns: GDELT Event Codebook 2.0; kinds: CAMEO 1.1b3 (docs/import.md says where). Made by machines from news: coarse and repetitive.
"""

from __future__ import annotations

from collections.abc import Sequence

from geo.ingest.cells import Cells
from geo.ingest.days import Reading
from geo.ingest.event import Event, new_event
from geo.ingest.layouts.base import Layout
from geo.ingest.result import Aside
from geo.record.normalise import heading

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR), *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
#: Type of the place -> our precision: 1 country, 4 a town, 5 a province (2 and 3 are for the United States).
WHERE = {1: 6, 4: 2, 5: 4}
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


def is_gdelt_row(cells: Sequence[str]) -> bool:
    """Whether a line split at tabs is a row of GDELT 2.0 events: 61 cells, an id, a day, a quad class."""
    return (
        len(cells) == len(COLUMNS)
        and cells[0].isascii()
        and cells[0].isdigit()
        and len(cells[1]) == 8
        and cells[1].isascii()
        and cells[1].isdigit()
        and cells[29] in ("1", "2", "3", "4")
    )


def draft(cells: Cells, reading: Reading) -> Event:
    """The event of a row."""
    days = cells.days("sqldate", reading)
    code = cells.text("eventcode") or ""
    fits = next((code[:length] for length in (4, 3, 2) if code[:length] in KINDS), None)
    if fits is None:
        raise Aside("kind", "EventCode", code)
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
        where_precision=cells.code("actiongeo_type", WHERE, 2),
        point=cells.point("actiongeo_lat", "actiongeo_long"),
        source_url=cells.address("sourceurl"),
    )


LAYOUT = Layout(
    name="gdelt",
    title="GDELT 2.0 events",
    columns=tuple(map(heading, COLUMNS)),
    telling=("globaleventid", "sqldate", "eventcode", "actiongeo_lat", "actiongeo_long"),
    dates=("sqldate",),
    draft=draft,
)
