"""Days on which the two sides could part: where control changes, windows begin, claims are denied, fills fade."""

from __future__ import annotations

import random
from collections.abc import Iterable

from geo.address.windows import WINDOWS
from geo.control.timeline import Timeline
from geo.record.schema import VIEW_PERSPECTIVES
from geo.record.spans import add_days
from geo.style.areas import AGE_STEPS

#: So many of each kind, drawn anew for nobody: the same days every time.
SAMPLE = 40


def telling_days(timeline: Timeline) -> list[str]:
    """The days to compare, in order."""
    first, last = timeline.dataset.first_day, timeline.dataset.last_day
    rng = random.Random(20210815)  # noqa: S311  # no secret: a sample
    found = {first, add_days(first, 1), add_days(last, -1), last}
    for kind in (_changes(timeline), _denied(timeline), _fading(timeline), _window_edges(timeline)):
        days = sorted({day for day in kind if first <= day <= last})
        found |= set(rng.sample(days, min(SAMPLE, len(days))))
    return sorted(found)


def _changes(timeline: Timeline) -> Iterable[str]:
    """Days on which anything that is said of an area changes, and the days before."""
    for perspective in VIEW_PERSPECTIVES:
        for area_id in (*timeline.districts, *timeline.places):
            for span in timeline.intervals(area_id, perspective):
                yield span.start
                yield add_days(span.start, -1)


def _denied(timeline: Timeline) -> Iterable[str]:
    """First and last days of claims that somebody contradicts."""
    for claim in timeline.dataset.records("control_claims"):
        if claim["certainty"] == "D":
            yield claim["valid_from"]
            if claim["valid_to"]:
                yield add_days(claim["valid_to"], -1)
                yield claim["valid_to"]


def _fading(timeline: Timeline) -> Iterable[str]:
    """The last day of each step of fading after a claim was confirmed, and the first of the next."""
    for claim in timeline.dataset.records("control_claims"):
        for days, _ in AGE_STEPS[:-1]:
            yield add_days(claim["last_confirmed"], days)
            yield add_days(claim["last_confirmed"], days + 1)


def _window_edges(timeline: Timeline) -> Iterable[str]:
    """The last day on which an event lies in a window, and the first on which it does not."""
    lengths = [int(window) for window in WINDOWS if window.isdecimal()]
    for event in timeline.dataset.records("events"):
        for length in lengths:
            yield add_days(event["date_end"], length - 1)
            yield add_days(event["date_end"], length)
