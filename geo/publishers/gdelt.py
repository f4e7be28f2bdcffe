"""GDELT events: tabs between the cells, no heading, no quoting; 61 cells in 2.0, 58 or 57 in 1.0 (GDELT Event Codebooks)."""

from __future__ import annotations

from collections.abc import Sequence

from geo.publishers.base import Publisher
from geo.publishers.codes import precisions
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
    title="GDELT events",
    columns=tuple(map(heading, COLUMNS)),
    telling=("globaleventid", "sqldate", "eventcode", "actiongeo_lat", "actiongeo_long"),
    written_days=("sqldate",),
    lon="actiongeo_long",
    lat="actiongeo_lat",
    day=("sqldate",),
    type="eventcode",
    precision="actiongeo_type",
    where=precisions("gdelt", "actiongeo_type"),  # 2 and 3 are for the United States
)


#: 1.0 lacks the second level of each place; until April 2013 also the address of the source.
COLUMNS_1 = tuple(name for name in COLUMNS if not name.endswith("ADM2Code"))
BY_WIDTH = {len(columns): columns for columns in (COLUMNS, COLUMNS_1, COLUMNS_1[:-1])}


def gdelt_columns(cells: Sequence[str]) -> tuple[str, ...]:
    """The columns of a line split at tabs when it is a row of GDELT: an id, a day, a quad class; else none."""
    if len(cells) not in BY_WIDTH or cells[29] not in ("1", "2", "3", "4"):
        return ()
    number, day = cells[0], cells[1]
    is_row = number.isascii() and number.isdigit() and len(day) == 8 and day.isascii() and day.isdigit()
    return BY_WIDTH[len(cells)] if is_row else ()
