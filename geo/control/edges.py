"""Where a first or last day is only known to lie between two days; in the browser: `geo/browser/web/engine/edges.js`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geo.control.intervals import Interval
from geo.control.rules import State
from geo.control.timeline import Timeline
from geo.record.load import Dataset

Claims = Mapping[str, Mapping[str, Any]]


def begun_by(claims: Claims, state: State, since: str) -> str | None:
    """The last day on which a state can have begun that is told since a day; None where no claim of it names a span.

    The first of its claims that begins on that day and has a span says so.
    """
    for claim_id in state.claim_ids:
        claim = claims[claim_id]
        if claim["valid_from"] == since and claim["from_latest"]:
            return str(claim["from_latest"])
    return None


def changing_on(timeline: Timeline, day: str, perspective: str = "assessed") -> frozenset[str]:
    """The districts that may have changed hands already on a day, or not yet: nobody says on which of some days they did."""
    claims = timeline.dataset.by_id("control_claims")
    return frozenset(
        one
        for one in timeline.districts
        if any(first <= day <= last for first, last in changing_days(claims, timeline.intervals(one, perspective)))
    )


def changing_days(claims: Claims, spans: Sequence[Interval]) -> list[tuple[str, str]]:
    """The days within which an area may have changed hands already or not yet, first and last of each.

    What the record begins with has changed from nothing that is known, however its first day is told.
    """
    found = []
    for at, span in enumerate(spans):
        if not at or span.start != span.since:
            continue
        if span.state and (latest := begun_by(claims, span.state, span.since)):
            found.append((span.start, latest))
        before = spans[at - 1].state
        for claim in (claims[one] for one in (before.claim_ids if before else ())):
            if claim["valid_to"] == span.start and claim["to_latest"]:
                found.append((span.start, str(claim["to_latest"])))
    return found


def spans_of_edges(dataset: Dataset) -> dict[str, tuple[str | None, ...]]:
    """Of each claim with a span at either end: first day, its latest, first day after, its latest, by claim id."""
    names = ("valid_from", "from_latest", "valid_to", "to_latest")
    return {
        claim_id: tuple(field(claim, name) for name in names)
        for claim_id, claim in dataset.by_id("control_claims").items()
        if claim["from_latest"] or claim["to_latest"]
    }


def field(claim: Mapping[str, Any], name: str) -> str | None:
    """A day of a claim."""
    return str(claim[name]) if claim[name] else None
