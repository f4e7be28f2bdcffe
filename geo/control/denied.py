"""Claims of a day that somebody contradicts: who says so, of which areas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from geo.control.rules import HOLDING, Dispute
from geo.control.timeline import Timeline
from geo.record.schema import BOTH


@dataclass(frozen=True)
class Denied:
    """What one kind of claimant says of areas of one province, against what the view shows."""

    admin1: str
    claimant: str
    controller: str
    status: str
    area_ids: tuple[str, ...]
    whole: bool


def denied_at(timeline: Timeline, day: str, perspective: str) -> list[Denied]:
    """The contradicted claims that hold on a day and name another holder than the view; by province, then claimant.

    Under 'both' there are none: each party's word is on show. A party's view has that party's last word only. A
    definition other than ours has judged all claims itself: there are none either.
    """
    if perspective == BOTH or timeline.definition != Timeline.definition:
        return []
    sizes = timeline.districts_by_province
    found: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for admin1, area_id, disputed in _disputes(timeline, day, perspective):
        for claimant, controller, status in dict.fromkeys((d.claimant, d.controller, d.status) for d in disputed):
            found[admin1, claimant, controller, status].append(area_id)
    return [Denied(*key, tuple(ids), len(ids) == sizes[key[0]]) for key, ids in sorted(found.items())]


def denied_days(timeline: Timeline) -> list[str]:
    """The days on which somebody makes a claim to ground that others contradict."""
    claims = timeline.dataset.records("control_claims")
    return sorted({c["valid_from"] for c in claims if c["certainty"] == "D" and c["status"] in HOLDING})


def _disputes(timeline: Timeline, day: str, perspective: str) -> Iterable[tuple[str, str, list[Dispute]]]:
    """Province, area and its contradicted claims, districts first, then named places."""
    records = {**timeline.dataset.by_id("districts"), **timeline.dataset.by_id("places")}
    for area_id in (*timeline.districts, *timeline.places):
        span = timeline.interval_at(area_id, day, perspective)
        denied = [d for d in span.state.disputed if d.certainty == "D"] if span and span.state else []
        if spoken := [d for d in denied if d.claimant != perspective]:
            yield records[area_id]["admin1"], area_id, spoken
