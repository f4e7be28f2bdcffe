"""Answers as known by a day: the record that could be known by then, and how much of it came later."""

from __future__ import annotations

from typing import Any

from geo.address.windows import DEFAULT_WINDOW
from geo.answers.record import Query, Record
from geo.control.timeline import Timeline, window_start
from geo.known.later import known_counts
from geo.known.record import dataset_known_by

KEY = "known_by"


def record_then(record: Record, query: Query) -> Record:
    """The record as it could be known by the day that a question names, without rows of others, which came later."""
    dataset = dataset_known_by(record.dataset, query[KEY]) if KEY in query else record.dataset
    return record if dataset is record.dataset else Record(Timeline(dataset), None, record.released)


def with_known(answer: dict[str, Any], timeline: Timeline, query: Query) -> dict[str, Any]:
    """An answer with `known`, for the days that are asked for; as it is, of the record as we know it now."""
    start, end = _span(timeline, query)
    found = known_counts(timeline.dataset, start, end)
    if found is None:
        return answer
    counts = {"later": found.later, "day_unknown": found.day_unknown}
    return answer | {"known": {"by": found.by, "from": start, "to": end, **counts}}


def _span(timeline: Timeline, query: Query) -> tuple[str, str]:
    """From the first to the last day that a question is about: those of the window that ends on a day, or its own."""
    first, last = timeline.dataset.first_day, timeline.dataset.last_day
    if "date" in query:
        return window_start(query["date"], query.get("window", DEFAULT_WINDOW), first), query["date"]
    start, end = sorted((query["a"], query["b"])) if "a" in query else (query.get("from", first), query.get("to", last))
    return start, min(end, last)
