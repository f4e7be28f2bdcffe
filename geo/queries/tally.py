"""Events counted by province: where an actor, or whatever a reader filters by, is told of most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from geo.queries.activity import ARMED_TYPES
from geo.record.records import Event


@dataclass(frozen=True)
class ProvinceTally:
    """A province (None: not known, or abroad): its events, and how many of them are fighting (battles, explosions)."""

    admin1: str | None
    events: int
    fighting: int


def counts_by_province(events: Iterable[Event]) -> Counter[str]:
    """The number of events by province; those without one are not counted."""
    return Counter(event["admin1"] for event in events if event["admin1"])


def by_province(events: Iterable[Event]) -> list[ProvinceTally]:
    """One row a province that any event names, the one with most events first; without a province last."""
    groups: dict[str | None, list[Event]] = {}
    for event in events:
        groups.setdefault(event["admin1"], []).append(event)
    rows = [
        ProvinceTally(admin1, len(group), sum(event["event_type"] in ARMED_TYPES for event in group))
        for admin1, group in groups.items()
    ]
    return sorted(rows, key=lambda row: (row.admin1 is None, -row.events, row.admin1 or ""))
