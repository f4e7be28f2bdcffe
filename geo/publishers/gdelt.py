"""GDELT 2.0 events: 61 cells with tabs between, no heading, no quoting (GDELT Event Codebook 2.0)."""

from __future__ import annotations

from collections.abc import Sequence

from geo.publishers.base import Publisher
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

GDELT = Publisher(
    name="gdelt",
    title="GDELT 2.0 events",
    columns=tuple(map(heading, COLUMNS)),
    telling=("globaleventid", "sqldate", "eventcode", "actiongeo_lat", "actiongeo_long"),
    written_days=("sqldate",),
    lon="actiongeo_long",
    lat="actiongeo_lat",
    day=("sqldate",),
    type="eventcode",
    precision="actiongeo_type",
    where={1: 6, 4: 2, 5: 4},  # a country, a town, a province; 2 and 3 are for the United States
)


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
