"""The table of matches made anew, with every line that somebody has looked at kept as it is."""

from __future__ import annotations

from collections.abc import Iterable

from geo.record.geojson import Record
from geo.record.load import Dataset
from geo.reference.matching import match_all, may_be_matched, no_match
from geo.reference.schema import MATCHING, NONE, YES

#: Why a reviewed line of such an event went.
KEPT_BACK = "its event is withheld, or told more coarsely"


def renewed(rows: list[Record], dataset: Dataset, before: Iterable[Record]) -> tuple[list[Record], list[Record]]:
    """The matches of now, and the reviewed lines that could not be kept since what they name is gone.

    A reviewed line stays word for word, unless its event is withheld or told more coarsely: then it goes, and is told
    without what it says.
    What the rule finds beside it is added, to be looked at.
    """
    theirs, ours = {row["ucdp_id"] for row in rows}, {event["event_id"] for event in may_be_matched(dataset)}
    reviewed = [line for line in before if line["reviewed"] == YES]
    kept = [line for line in reviewed if line["ucdp_id"] in theirs and line["event_id"] in ours | {None}]
    looked_at = {(line["ucdp_id"], line["event_id"]) for line in kept}
    answered = {line["ucdp_id"] for line in kept}
    found = [
        line
        for line in match_all(rows, dataset)
        if (line["ucdp_id"], line["event_id"]) not in looked_at
        and not (line["how"] == NONE and line["ucdp_id"] in answered)
    ]
    kept_back = set(dataset.by_id("events")) - ours
    gone = [
        line | ({"event_id": None, "remark": KEPT_BACK} if line["event_id"] in kept_back else {})
        for line in reviewed
        if line not in kept
    ]
    return by_rows([*kept, *found]), gone


def public_matches(lines: Iterable[Record], dataset: Dataset) -> tuple[Record, ...]:
    """The lines whose event may be named; a row of which no line is left has one that says that there is no match."""
    shown = {None, *(event["event_id"] for event in may_be_matched(dataset))}
    by_row: dict[str, list[Record]] = {}
    for line in lines:
        kept = by_row.setdefault(line["ucdp_id"], [])
        if line["event_id"] in shown:
            kept.append(line)
    return tuple(line for ucdp_id, kept in by_row.items() for line in kept or [no_match(ucdp_id)])


def by_rows(lines: Iterable[Record]) -> list[Record]:
    """Lines by row and event, as they stand in the file."""
    return sorted(lines, key=lambda line: (line["ucdp_id"], line["event_id"] or ""))


def matched(lines: Iterable[Record]) -> dict[str, list[Record]]:
    """Each row of UCDP's → its lines that are a match; empty when only UCDP has it."""
    found: dict[str, list[Record]] = {}
    for line in lines:
        pairs = found.setdefault(line["ucdp_id"], [])
        if line["how"] in MATCHING:
            pairs.append(line)
    return found
