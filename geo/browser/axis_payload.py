"""What the time axis shows besides events and changes: silent months, and days that have a name."""

from __future__ import annotations

from typing import Any

from geo.control.timeline import Timeline
from geo.queries.layers.activity_map import silent_spans
from geo.record.load import Dataset
from geo.record.schema import CLAIMANTS
from geo.record.spans import days_between


def silence(timeline: Timeline) -> list[list[int]]:
    """First and last day of each month in which nothing is recorded that may be armed opposition activity."""
    first = timeline.dataset.first_day
    return [[days_between(first, start), days_between(first, end)] for start, end in silent_spans(timeline)]


def moments(dataset: Dataset) -> list[list[Any]]:
    """[first day, last day, title, rank, claimant or -1, [event, …]] for each day that has a name, in their order."""
    rows = [
        [days_between(dataset.first_day, day) for day in (moment["day"], moment["last_day"] or moment["day"])]
        + [moment["title"], moment["rank"]]
        + [CLAIMANTS.index(moment["claimed_by"]) if moment["claimed_by"] else -1, moment["event_ids"]]
        for moment in dataset.records("moments")
    ]
    return sorted(rows)
