"""A row of an ACLED export as an event; columns in `geo.publishers.acled`, codes by the ACLED Codebook."""

from __future__ import annotations

from geo.ingest.cells import NEAR, Cells
from geo.ingest.event import Event, new_event
from geo.ingest.kinds import kind_of
from geo.publishers.acled import ACLED
from geo.publishers.codes import precisions
from geo.publishers.days import EXACT, GREGORIAN, MONTH, WEEK, DateFormat, Days, days_of_parts
from geo.publishers.table import UNREADABLE
from geo.record.spans import add_days


def draft(cells: Cells, date_format: DateFormat) -> Event:
    """The event of a row."""
    days = _days(cells, date_format)
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
        country=cells.text("country"),
        place_name=cells.text("location"),
        stated_admin1=cells.text("admin1"),
        stated_admin2=cells.text("admin2"),
        where_precision=cells.code(ACLED.precision, ACLED.where, NEAR, UNREADABLE),
        point=cells.point(ACLED.lat, ACLED.lon),
        killed_low=low,
        killed_best=best,
        killed_high=high,
        source=cells.text("source"),
    )


def _days(cells: Cells, date_format: DateFormat) -> Days:
    """The day; where only the week or month is known, all the days that it can have been."""
    stated = cells.days(ACLED.day[0], date_format)
    precision = cells.code("time_precision", precisions("acled", "time_precision"), EXACT, MONTH)
    if precision == WEEK:
        return Days(add_days(stated.start, -3), add_days(stated.end, 3), WEEK)
    if precision == MONTH:
        month = days_of_parts(int(stated.start[:4]), int(stated.start[5:7]), None, GREGORIAN)
        return Days(month.start, month.end, MONTH)
    return stated
