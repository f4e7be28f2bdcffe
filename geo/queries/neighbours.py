"""Neighbours of an event in time and place: what else is told of the same area and days."""

from __future__ import annotations

from dataclasses import dataclass

from geo.record.load import Dataset
from geo.record.records import Event
from geo.record.spans import days_between

NEAR_DAYS = 7
#: Events known only to the month or the year have no days that could be near.
DATED_PRECISION = 3


@dataclass(frozen=True)
class Neighbour:
    """An event near another: how many days lie between the two (0 when they overlap), and how near the place is."""

    event: Event
    days: int
    same_district: bool


def neighbours(dataset: Dataset, event: Event, days: int = NEAR_DAYS) -> list[Neighbour]:
    """The public events of the same district or province within some days of an event.

    Same district first, then by days between, first day and id. None for an event without a
    province or known only to the month or year.
    """
    if event["admin1"] is None or event["date_precision"] > DATED_PRECISION:
        return []
    found = [
        Neighbour(other, gap, event["admin2_id"] is not None and other["admin2_id"] == event["admin2_id"])
        for other in dataset.public_events
        if other["event_id"] != event["event_id"]
        and other["admin1"] == event["admin1"]
        and other["date_precision"] <= DATED_PRECISION
        and (gap := days_apart(event, other)) <= days
    ]
    return sorted(found, key=lambda n: (not n.same_district, n.days, n.event["date_start"], n.event["event_id"]))


def days_apart(one: Event, other: Event) -> int:
    """The days between the end of the earlier event and the beginning of the later; 0 when they overlap."""
    return max(
        0,
        days_between(one["date_end"], other["date_start"]),
        days_between(other["date_end"], one["date_start"]),
    )
