"""A row of the Global Terrorism Database as an event; columns in `geo.publishers.gtd`, codes by the GTD Codebook."""

from __future__ import annotations

import re

from geo.ingest.cells import NEAR, Cells
from geo.ingest.event import Event, new_event
from geo.ingest.layouts.gtd_kinds import kind_of
from geo.ingest.result import RowRejected
from geo.publishers.days import EXACT, GREGORIAN, DateFormat, Days, NoDay, days_of_parts, read_days, span
from geo.publishers.gtd import GTD
from geo.publishers.months import month_of
from geo.publishers.table import UNREADABLE

NOBODY = "unknown"
_NOT_TOLD = ("unknown", "not applicable", "n/a", "na", "-")
_RANGE = re.compile(r"([A-Za-z]+)\.? (\d{1,2}) ?(?:-|–|to) ?(\d{1,2}),? (\d{4})")


def draft(cells: Cells, _date_format: DateFormat) -> Event:
    """The event of a row."""
    days = _days(cells)
    (kind, sub_kind), civilians = kind_of(cells)
    groups = [name for n in ("", "2", "3") if (name := cells.text(f"gname{n}")) and name.lower() != NOBODY]
    where = cells.code(GTD.precision, GTD.where, NEAR, UNREADABLE)
    killed, wounded = cells.counts("nkill"), cells.counts("nwound")
    return new_event(
        event_id=cells.text("eventid"),
        summary=cells.text("summary"),
        date_start=days.start,
        date_end=days.end,
        date_precision=days.precision,
        event_type=kind,
        sub_event_type=sub_kind,
        side_a=groups,
        side_b=[name for n in (1, 2, 3) if (name := _attacked(cells, n))],
        civilians_targeted=civilians,
        country=cells.text("country_txt"),
        place_name=cells.text("city"),
        stated_admin1=cells.text("provstate"),
        where_precision=NEAR if where == 1 and cells.number("vicinity") == 1 else where,
        point=cells.point(GTD.lat, GTD.lon),
        killed_low=killed[0],
        killed_best=killed[1],
        killed_high=killed[2],
        wounded_low=wounded[0],
        wounded_best=wounded[1],
        wounded_high=wounded[2],
        source=cells.text("scite1"),
    )


def _attacked(cells: Cells, n: int) -> str | None:
    """Whom a target belongs to; who it was ('Vehicle', 'Outpost') only where that is not told."""
    body = cells.text(f"corp{n}")
    return body if body and body.lower() not in _NOT_TOLD else cells.text(f"target{n}")


def _days(cells: Cells) -> Days:
    """A zero in month or day means that it is not known. A long event ends on the day of its resolution."""
    first = _approximate(cells, cells.days_of_cells(GTD.day))
    if cells.number("extended") != 1 or not cells.known("resolution"):
        return first
    try:
        last = cells.days("resolution", DateFormat(day_order="mdy"))
    except RowRejected:
        cells.give_back("resolution", "date_unreadable")
        return first
    return cells.span(first, last, "resolution")


def _approximate(cells: Cells, stated: Days) -> Days:
    """The days of `approxdate` ('September 4-7, 2020'), which stands where the day is not sure; else the whole month."""
    if not cells.known("approxdate") or stated.precision != EXACT:
        return stated
    text = cells.text("approxdate") or ""
    if (found := _RANGE.fullmatch(text)) and (month := month_of(found[1], solar=False)):
        year, first, last = int(found[4]), int(found[2]), int(found[3])
        try:
            days = span(days_of_parts(year, month, first, GREGORIAN), days_of_parts(year, month, last, GREGORIAN))
        except NoDay:
            days = None
        if days and days.start <= stated.start <= days.end:
            return days
    try:
        if read_days(text, DateFormat(day_order="mdy")) == stated:
            return stated
    except NoDay:
        pass
    cells.give_back("approxdate", "date_coarser")
    return days_of_parts(int(stated.start[:4]), int(stated.start[5:7]), None, GREGORIAN)
