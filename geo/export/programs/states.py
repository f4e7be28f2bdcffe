"""Who holds what on every day, as plain data for programs: the first day in full, then what changes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from geo.control.rules import State
from geo.control.timeline import Timeline
from geo.wording.cite import AUTHOR, LICENCE
from geo.wording.text import t

#: The fields of `State`, and since when it holds.
AreaState = dict[str, Any]


def state_deltas(timeline: Timeline, perspective: str) -> dict[str, object]:
    """Who holds what on every day: the first day in full, then only what is different on later days.

    The state of a day is that of `first` with all `deltas` up to the day laid over it.
    """
    dataset = timeline.dataset
    by_day: dict[str, dict[str, AreaState | None]] = {}
    first: dict[str, AreaState | None] = {}
    for area_id in (*timeline.districts, *timeline.places):
        for interval in timeline.intervals(area_id, perspective):
            if interval.start <= dataset.first_day:
                first[area_id] = _state(interval.state, interval.since)
            elif interval.start <= dataset.last_day:
                by_day.setdefault(interval.start, {})[area_id] = _state(interval.state, interval.since)
    deltas = [{"day": day, "areas": by_day[day]} for day in sorted(by_day)]
    head = {"perspective": perspective, "first_day": dataset.first_day, "last_day": dataset.last_day}
    return about_record(timeline) | head | {"first": first, "deltas": deltas}


def about_record(timeline: Timeline) -> dict[str, object]:
    """Which record a file tells of, by what licence, and what its days mean."""
    return {
        "version": timeline.dataset.version,
        "licence": LICENCE,
        "author": AUTHOR,
        "credits": t("app.credits"),
        "days": "plain days in Kabul; a state is that of the end of the day",
    }


def _state(state: State | None, since: str) -> AreaState | None:
    return asdict(state) | {"since": since} if state else None
