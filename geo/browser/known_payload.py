"""How well days are known, as the browser reads it: spans of first and last days, and what came later than a cut-off; and by
which definition districts are held."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from geo.control.edges import spans_of_edges
from geo.control.timeline import Timeline
from geo.known.later import unknown_spans
from geo.record.load import Dataset
from geo.record.spans import days_between


def edges(dataset: Dataset) -> dict[str, list[int | None]]:
    """Of each claim with a span at either end: first day, its latest, first day after, its latest, as numbers."""
    first = dataset.first_day
    return {
        claim_id: [days_between(first, day) if day else None for day in days]
        for claim_id, days in spans_of_edges(dataset).items()
    }


def known(timeline: Timeline) -> dict[str, Any]:
    """By which day and which definition a record is seen; nothing of one as it is, by our method."""
    by = {} if timeline.definition == Timeline.definition else {"definition": timeline.definition}
    return by | _known_then(timeline.dataset)


def _known_then(dataset: Dataset) -> dict[str, Any]:
    """Of a record as known by a day: that day, and the spans of what came later and of what nothing says since when."""
    if dataset.known is None:
        return {}
    first = dataset.first_day

    def numbered(spans: Iterable[tuple[str, str]]) -> list[list[int]]:
        return [[days_between(first, start), days_between(first, min(end, dataset.last_day))] for start, end in spans]

    spans = {"later": numbered(dataset.known.later), "unknown": numbered(unknown_spans(dataset))}
    return {"known": {"by": dataset.known.by, **spans}}
