"""The Global Terrorism Database (START, University of Maryland): year, month and day in columns of their own.

Columns and codes: GTD Codebook (docs/import.md says where).
"""

from __future__ import annotations

from geo.ingest.cells import Cells
from geo.ingest.days import GREGORIAN, Days, Reading, days_of, span
from geo.ingest.event import Event, new_event
from geo.ingest.layouts.base import Layout
from geo.ingest.result import Aside

_TARGETS = tuple(
    f"{name}{n}" + text
    for n in (1, 2, 3)
    for name, texts in (
        ("targtype", ("", "_txt")), ("targsubtype", ("", "_txt")), ("corp", ("",)), ("target", ("",)),
        ("natlty", ("", "_txt")),
    )
    for text in texts
)  # fmt: skip
_WEAPONS = tuple(f"weap{name}{n}{text}" for n in (1, 2, 3, 4) for name in ("type", "subtype") for text in ("", "_txt"))
COLUMNS = (
    "eventid", "iyear", "imonth", "iday", "approxdate", "extended", "resolution", "country", "country_txt", "region",
    "region_txt", "provstate", "city", "latitude", "longitude", "specificity", "vicinity", "location", "summary",
    "crit1", "crit2", "crit3", "doubtterr", "alternative", "alternative_txt", "multiple", "success", "suicide",
    "attacktype1", "attacktype1_txt", "attacktype2", "attacktype2_txt", "attacktype3", "attacktype3_txt", *_TARGETS,
    "gname", "gsubname", "gname2", "gsubname2", "gname3", "gsubname3", "motive", "guncertain1", "guncertain2",
    "guncertain3", "individual", "nperps", "nperpcap", "claimed", "claimmode", "claimmode_txt", "claim2",
    "claimmode2", "claimmode2_txt", "claim3", "claimmode3", "claimmode3_txt", "compclaim", *_WEAPONS, "weapdetail",
    "nkill", "nkillus", "nkillter", "nwound", "nwoundus", "nwoundte", "property", "propextent", "propextent_txt",
    "propvalue", "propcomment", "ishostkid", "nhostkid", "nhostkidus", "nhours", "ndays", "divert", "kidhijcountry",
    "ransom", "ransomamt", "ransomamtus", "ransompaid", "ransompaidus", "ransomnote", "hostkidoutcome",
    "hostkidoutcome_txt", "nreleased", "addnotes", "scite1", "scite2", "scite3", "dbsource", "int_log", "int_ideo",
    "int_misc", "int_any", "related",
)  # fmt: skip
#: Their specificity -> our precision of the place; 2 and 3 are the middle of a district.
WHERE = {1: 1, 2: 3, 3: 3, 4: 4, 5: 6}
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


def draft(cells: Cells, _reading: Reading) -> Event:
    """The event of a row."""
    days = _days(cells)
    kind, sub_kind = _kind(cells)
    groups = [name for n in ("", "2", "3") if (name := cells.text(f"gname{n}")) and name.lower() != NOBODY]
    where = cells.code("specificity", WHERE, 2)
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
        where_precision=2 if where == 1 and cells.number("vicinity") == 1 else where,
        point=cells.point("latitude", "longitude"),
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
    year, month, day = (cells.number(name) for name in ("iyear", "imonth", "iday"))
    if not year:
        raise Aside("date_missing", "iyear")
    stated = "-".join(str(part) for part in (year, month, day) if part)
    first = days_of(year, month or None, (day or None) if month else None, GREGORIAN, "iyear", stated)
    if cells.number("extended") != 1 or not cells.known("resolution"):
        return first
    try:
        last = cells.days("resolution", Reading(day_order="mdy"))
    except Aside:
        cells.give_back("resolution")
        return first
    return span(first, last, "resolution", cells.raw("resolution"))


def _kind(cells: Cells) -> tuple[str | None, str | None]:
    attack, target = cells.number("attacktype1") or 0, cells.number("targtype1")
    if attack == BOMBING and cells.number("suicide") == 1:
        return "explosions", "suicide_bomb"
    if attack in FIGHTS and target in ARMED_TARGETS:
        return "battles", "armed_clash"
    return KINDS.get(attack, (None, None))


LAYOUT = Layout(
    name="gtd",
    title="the Global Terrorism Database",
    columns=COLUMNS,
    telling=("eventid", "iyear", "imonth", "iday", "attacktype1"),
    dates=(),
    draft=draft,
)
