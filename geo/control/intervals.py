"""The states of one area in order of time, as one perspective has them: spans in which nothing changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.control.rules import Holding, State, Territory, state_at
from geo.record.spans import FAR_AWAY


@dataclass(frozen=True)
class Interval:
    """A span of days in which nothing about an area changes."""

    start: str
    end: str | None
    state: State | None
    #: The first day of the present controller and status, without interruption.
    since: str


def intervals_of(claims: Territory, area_id: str, perspective: str) -> tuple[Interval, ...]:
    """The states of a district or place, without gaps between them."""
    days = claims.days(area_id)
    return joined([(day, state_at(claims, area_id, day, perspective)) for day in days])


def joined(states: Sequence[tuple[str, State | None]]) -> tuple[Interval, ...]:
    """Spans of equal states, from the state of each day on which it may change, in order."""
    spans: list[Interval] = []
    for day, state in states:
        if spans and spans[-1].state == state:
            continue
        held_before = bool(spans) and who_holds(spans[-1].state) == who_holds(state)
        if spans:
            spans[-1] = replace(spans[-1], end=day)
        spans.append(Interval(day, None, state, spans[-1].since if held_before else day))
    return tuple(spans)


def interval_at(spans: Sequence[Interval], day: str) -> Interval | None:
    """The span in which a day lies, of spans in order of time; None before the first."""
    for span in reversed(spans):
        if span.start <= day:
            return span if day < (span.end or FAR_AWAY) else None
    return None


def who_holds(state: State | None) -> Holding | None:
    """Controller and status; None where no claim says anything."""
    return state.holding if state else None
