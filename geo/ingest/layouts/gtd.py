"""A row of the Global Terrorism Database as an event; columns in `geo.publishers.gtd`, codes by the GTD Codebook."""

from __future__ import annotations

from geo.ingest.cells import NEAR, Cells
from geo.ingest.event import Event, new_event
from geo.ingest.result import RowRejected
from geo.publishers.days import DateFormat, Days
from geo.publishers.gtd import GTD

#: Type of attack -> our kind; those against armed targets are fights.
KINDS = {
    1: ("violence_against_civilians", "attack"),
    2: ("violence_against_civilians", "attack"),
    3: ("explosions", "remote_explosive_landmine_ied"),
    4: ("violence_against_civilians", "abduction_forced_disappearance"),
    5: ("violence_against_civilians", "abduction_forced_disappearance"),
    6: ("violence_against_civilians", "abduction_forced_disappearance"),
    7: ("strategic_developments", "looting_property_destruction"),
    8: ("violence_against_civilians", "attack"),
}
ARMED_TARGETS = (3, 4, 17)  # police, military, armed groups
FIGHTS = (1, 2)
BOMBING = 3
NOBODY = "unknown"


def draft(cells: Cells, _date_format: DateFormat) -> Event:
    """The event of a row."""
    days = _days(cells)
    kind, sub_kind = _kind(cells)
    groups = [name for n in ("", "2", "3") if (name := cells.text(f"gname{n}")) and name.lower() != NOBODY]
    where = cells.code(GTD.precision, GTD.where, NEAR)
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
        side_b=[name for n in (1, 2, 3) if (name := cells.text(f"target{n}"))],
        civilians_targeted=True if kind == "violence_against_civilians" else None,
        country=cells.text("country_txt") or "AF",
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


def _days(cells: Cells) -> Days:
    """A zero in month or day means that it is not known. A long event ends on the day of its resolution."""
    first = cells.days_of_cells(GTD.day)
    if cells.number("extended") != 1 or not cells.known("resolution"):
        return first
    try:
        last = cells.days("resolution", DateFormat(day_order="mdy"))
    except RowRejected:
        cells.give_back("resolution")
        return first
    return cells.span(first, last, "resolution")


def _kind(cells: Cells) -> tuple[str | None, str | None]:
    attack, target = cells.number(GTD.type) or 0, cells.number("targtype1")
    if attack == BOMBING and cells.number("suicide") == 1:
        return "explosions", "suicide_bomb"
    if attack in FIGHTS and target in ARMED_TARGETS:
        return "battles", "armed_clash"
    return KINDS.get(attack, (None, None))
