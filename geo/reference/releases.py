"""UCDP's releases: which one a file is, which months it covers whole, and which of two goes before the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from geo.record.geojson import Record
from geo.record.months import months_between
from geo.record.schema import FIRST_DAY

FIRST_MONTH = FIRST_DAY[:7]
FILE_NAME = re.compile(r"gedevent_v(\d\d)_(\d{1,2})(?:_(\d{1,2}))?(?:_(\d{1,2}))?\.csv", re.IGNORECASE | re.ASCII)
FORMS = "GEDEvent_v26_1.csv (a year), GEDEvent_v26_0_7.csv (a month) or GEDEvent_v26_01_26_06.csv (months)"
CITE_GED = (
    "Sundberg, Ralph and Erik Melander (2013) Introducing the UCDP Georeferenced Event Dataset. Journal of Peace "
    "Research 50(4): 523-532"
)
#: The article that comes with a yearly release.
CITE_YEAR = {
    "GED 23.1": "Davies, Shawn, Therese Pettersson and Magnus Öberg (2023) Organized violence 1989-2022, and the "
    "return of conflict between states. Journal of Peace Research 60(4): 691-708",
    "GED 24.1": "Davies, Shawn, Garoun Engström, Therese Pettersson and Magnus Öberg (2024) Organized violence "
    "1989-2023, and the prevalence of organized crime groups. Journal of Peace Research 61(4)",
}
CITE_OTHER_YEAR = "and the article on organized violence that UCDP names with the release"
CITE_CANDIDATE = (
    "Hegre, Håvard, Mihai Croicu, Kristine Eck and Stina Högbladh (2020) Introducing the UCDP Candidate Events "
    "Dataset. Research & Politics 7(3)"
)


def release_of(file_name: str) -> Record:
    """The release that a file of UCDP's holds, by its name.

    Raises
    ------
    ValueError
        When the name is none that UCDP gives.
    """
    found = FILE_NAME.fullmatch(file_name)
    numbers = [int(part) for part in found.groups() if part is not None] if found else []
    span = _months(numbers) if found else None
    if not found or span is None:
        raise ValueError(f"{file_name}: is not named as UCDP names its files: {FORMS}; give it back its name")
    annual = len(numbers) == 2
    name = ("GED " if annual else "Candidate ") + ".".join(part for part in found.groups() if part is not None)
    return {
        "release": name,
        "kind": "annual" if annual else "candidate",
        "file": file_name,
        "months_from": max(span[0], FIRST_MONTH),
        "months_to": span[1],
        "rows": 0,
        "read_from": "the file as UCDP publishes it",
        "cite": f"{CITE_GED}; {CITE_YEAR.get(name, CITE_OTHER_YEAR)}" if annual else CITE_CANDIDATE,
    }


def _months(numbers: list[int]) -> tuple[str, str] | None:
    """First and last month of a version: 26.1 ends with 2025, 26.0.7 is July, 26.01.26.06 January to June."""
    if len(numbers) == 2 and numbers[1] == 1:
        return "1989-01", f"{1999 + numbers[0]}-12"
    if len(numbers) == 3 and numbers[1] == 0 and 1 <= numbers[2] <= 12:
        month = f"20{numbers[0]:02d}-{numbers[2]:02d}"
        return month, month
    if len(numbers) == 4 and 1 <= numbers[1] <= 12 and 1 <= numbers[3] <= 12:
        span = f"20{numbers[0]:02d}-{numbers[1]:02d}", f"20{numbers[2]:02d}-{numbers[3]:02d}"
        return span if span[0] <= span[1] else None
    return None


def rank(release: Mapping[str, Any]) -> tuple[int, int, str, str]:
    """What goes before what: annual before candidate, the longer before the shorter, the later before the earlier."""
    months = len(months_of(release))
    return int(release["kind"] == "annual"), months, release["months_to"] or "", release["release"]


def months_of(release: Mapping[str, Any]) -> list[str]:
    """The months that a release covers whole, from the first of our record; none for a sample."""
    if release["months_from"] is None or release["months_to"] is None:
        return []
    return months_between(max(release["months_from"], FIRST_MONTH), release["months_to"])


def month_of(record: Mapping[str, Any]) -> str:
    """The month in which a row or an event is counted: that of its first day, or of our record's when it began before."""
    return str(max(record["date_start"], FIRST_DAY))[:7]


def leading(releases: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Each month that some release covers whole → the release whose rows stand for it; months in order."""
    found: dict[str, str] = {}
    for release in sorted(releases, key=rank):  # the highest comes last and stays
        found.update(dict.fromkeys(months_of(release), release["release"]))
    return dict(sorted(found.items()))


def standing(events: Iterable[Record], releases: Iterable[Mapping[str, Any]]) -> list[Record]:
    """The rows that stand: each id once, and none of a month for which another release stands."""
    known = {release["release"]: release for release in releases}
    by_month = leading(known.values())
    kept: dict[str, Record] = {}
    for event in sorted(events, key=lambda event: rank(known[event["release"]])):
        if by_month.get(month_of(event), event["release"]) == event["release"]:
            kept[event["ucdp_id"]] = event
    return sorted(kept.values(), key=lambda event: str(event["ucdp_id"]))
