"""Our precision of place and day beside ACLED's and UCDP's, so that the tables can be joined with theirs."""

from __future__ import annotations

#: UCDP's `where_prec` and `date_prec` are the scales that we use.
#: ACLED's `geo_precision`: 1 the place, 2 a part of a region, 3 a larger region. It codes no countries.
ACLED_GEO: dict[int, int | None] = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 6: None}
#: ACLED's `time_precision`: 1 the day, 2 within a week, 3 within a month. It codes no years.
ACLED_TIME: dict[int, int | None] = {1: 1, 2: 2, 3: 2, 4: 3, 5: None}

MEANINGS = {
    "time_precision": "ACLED: 1 the day, 2 a week, 3 a month; empty for a year, which ACLED does not code",
    "geo_precision": "ACLED: 1 the place, 2 a part of a region, 3 a larger region; empty for a country",
    "date_prec": "UCDP: 1 exact day, 2 two to six days, 3 a week, 4 a month, 5 a year",
    "where_prec": "UCDP: 1 exact place, 2 within about 25 km, 3 district, 4 province, 5 line or fuzzy area, 6 country",
}


def precision_columns(where_precision: int, date_precision: int) -> dict[str, int | None]:
    """The four columns for one event."""
    return {
        "time_precision": ACLED_TIME[date_precision],
        "geo_precision": ACLED_GEO[where_precision],
        "date_prec": date_precision,
        "where_prec": where_precision,
    }
