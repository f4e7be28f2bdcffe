"""The table of matches made anew, with every line that somebody has looked at kept as it is."""

from __future__ import annotations

from collections.abc import Iterable

from geo.record.geojson import Record
from geo.record.load import Dataset
from geo.reference.matching import match_all
from geo.reference.schema import MATCHING, NONE, YES


def renewed(rows: list[Record], dataset: Dataset, before: Iterable[Record]) -> tuple[list[Record], list[Record]]:
    """The matches of now, and the reviewed lines that could not be kept since what they name is gone.

    A reviewed line stays word for word. What the rule finds beside it is added, to be looked at.
    """
    theirs, ours = {row["ucdp_id"] for row in rows}, set(dataset.by_id("events"))
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
    return in_order([*kept, *found]), [line for line in reviewed if line not in kept]


def in_order(lines: Iterable[Record]) -> list[Record]:
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
