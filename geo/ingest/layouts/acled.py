"""ACLED exports: the 31 columns of today and the older layouts, small letters or capitals.

Columns and codes: ACLED Codebook (docs/import.md says where).
"""

from __future__ import annotations

from geo.ingest.cells import Cells
from geo.ingest.days import MONTH, WEEK, Days, Reading, days_of
from geo.ingest.event import Event, new_event
from geo.ingest.kinds import kind_of
from geo.ingest.layouts.base import Layout
from geo.record.spans import add_days

NOW = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
#: Columns that earlier exports had and today's don't.
OLDER = ("data_id", "event_id_no_cnty", "iso3", "gwno", "ally_actor_1", "ally_actor_2")
#: Their geographic precision -> ours. 3 is 'a larger region': the point is that of a town that stands for it.
WHERE = {1: 1, 2: 2, 3: 4}
EXACT_DAY, OF_WEEK, OF_MONTH = 1, 2, 3


def draft(cells: Cells, reading: Reading) -> Event:
    """The event of a row."""
    days = _days(cells, reading)
    kind, sub_kind = kind_of(cells)
    sides = [
        [*cells.texts(f"actor{n}"), *cells.texts(f"assoc_actor_{n}"), *cells.texts(f"ally_actor_{n}")] for n in (1, 2)
    ]
    targeting = cells.text("civilian_targeting")
    low, best, high = cells.counts("fatalities")
    return new_event(
        event_id=cells.text("event_id_cnty"),
        summary=cells.text("notes"),
        date_start=days.start,
        date_end=days.end,
        date_precision=days.precision,
        event_type=kind,
        sub_event_type=sub_kind,
        side_a=sides[0],
        side_b=sides[1],
        civilians_targeted=bool(targeting) or (True if kind == "violence_against_civilians" else None),
        country=cells.text("country") or "AF",
        place_name=cells.text("location"),
        stated_admin1=cells.text("admin1"),
        stated_admin2=cells.text("admin2"),
        where_precision=cells.code("geo_precision", WHERE, 2),
        point=cells.point("latitude", "longitude"),
        killed_low=low,
        killed_best=best,
        killed_high=high,
        source=cells.text("source"),
    )


def _days(cells: Cells, reading: Reading) -> Days:
    """The day; where only the week or month is known, all the days that it can have been."""
    stated = cells.days("event_date", reading)
    precision = cells.number("time_precision")
    if precision == OF_WEEK:
        return Days(add_days(stated.start, -3), add_days(stated.end, 3), WEEK)
    if precision == OF_MONTH:
        month = days_of(int(stated.start[:4]), int(stated.start[5:7]), None, "gregorian", "event_date", stated.start)
        return Days(month.start, month.end, MONTH)
    return stated


LAYOUT = Layout(
    name="acled",
    title="ACLED",
    columns=NOW + OLDER,
    telling=("event_id_cnty", "event_date", "event_type", "actor1"),
    dates=("event_date",),
    draft=draft,
)
