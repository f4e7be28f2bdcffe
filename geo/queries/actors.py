"""What the record holds of an actor: ties to others, events, control claims, areas over time, lists, sources near it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geo.address.actor_tree import PART_OF, sub_groups
from geo.control.timeline import Timeline
from geo.record.load import Dataset, public_sources
from geo.record.months import months_between
from geo.record.records import Actor, ControlClaim, Event, Presence, Relation, Source
from geo.record.schema import VERIFICATIONS
from geo.record.spans import FAR_AWAY, superseded_ends

#: An event that is dated no more finely than to a year stands in no month.
MONTH_PRECISION = 4


@dataclass(frozen=True)
class Tie:
    """A relation between two actors, with whose entry tells it."""

    actor_id: str
    other_id: str
    tie: Relation


@dataclass(frozen=True)
class ClaimSpan:
    """A control claim that names the actor, and the first day on which it no longer holds, its own or a later claim's."""

    claim: ControlClaim
    end: str | None


@dataclass(frozen=True)
class Held:
    """Days on which an area is the actor's as assessed: without a break, whatever its status; `end` is the day after."""

    area_id: str
    start: str
    end: str | None
    statuses: tuple[str, ...]


@dataclass(frozen=True)
class ActorProfile:
    """Everything that the record holds of an actor."""

    actor: Actor
    parents: tuple[str, ...]
    sub_groups: tuple[str, ...]
    ties: tuple[Tie, ...]
    events: tuple[Event, ...]
    by_month: dict[str, dict[str, int]]
    claims: tuple[ClaimSpan, ...]
    held: tuple[Held, ...]
    presence: tuple[Presence, ...]
    near: tuple[Source, ...]


def actor_profile(timeline: Timeline, actor_id: str) -> ActorProfile:
    """Everything that the record holds of an actor.

    Raises
    ------
    KeyError
        For an actor that is not in the record.
    """
    dataset = timeline.dataset
    actor = dataset.by_id("actors")[actor_id]
    events = tuple(timeline.events_between(dataset.first_day, FAR_AWAY, actor=actor_id))
    return ActorProfile(
        actor=actor,
        parents=tuple(tie["actor_id"] for tie in actor["relations"] if tie["relation"] == PART_OF),
        sub_groups=sub_groups(dataset, actor_id),
        ties=_ties(dataset, actor_id),
        events=events,
        by_month=events_by_month(dataset, events),
        claims=_claims(dataset, actor_id),
        held=held_areas(timeline, actor_id),
        presence=tuple(row for row in dataset.records("presence") if row["actor_id"] == actor_id),
        near=tuple(source for source in public_sources(dataset) if source["party_near"] == actor_id),
    )


def events_by_month(dataset: Dataset, events: Iterable[Event]) -> dict[str, dict[str, int]]:
    """Events by the month in which they begin and by grade, for every month of the record; none dated to a year only."""
    counts = Counter(
        (event["date_start"][:7], event["verification"])
        for event in events
        if event["date_precision"] <= MONTH_PRECISION
    )
    months = months_between(dataset.first_day[:7], dataset.last_day[:7])
    return {month: {grade: counts[month, grade] for grade in VERIFICATIONS} for month in months}


def held_areas(timeline: Timeline, actor_id: str) -> tuple[Held, ...]:
    """The districts and named places that an actor holds or contests as assessed, each span of days, by area and day."""
    found: list[Held] = []
    for area_id in (*timeline.districts, *timeline.places):
        for interval in timeline.intervals(area_id):
            if interval.state is None or interval.state.controller != actor_id:
                continue
            last, status = found[-1] if found else None, interval.state.status
            if last and (last.area_id, last.end) == (area_id, interval.start):
                statuses = tuple(dict.fromkeys((*last.statuses, status)))
                found[-1] = Held(area_id, last.start, interval.end, statuses)
            else:
                found.append(Held(area_id, interval.start, interval.end, (status,)))
    return tuple(found)


def event_counts(dataset: Dataset) -> Counter[str]:
    """How many public events name each actor on either side."""
    return Counter(a for event in dataset.public_events for a in {*event["side_a"], *event["side_b"]})


def _ties(dataset: Dataset, actor_id: str) -> tuple[Tie, ...]:
    """What its own entry tells, and what the entries of others tell of it, by first day; those without one come first."""
    told = [
        Tie(one["actor_id"], tie["actor_id"], tie)
        for one in dataset.records("actors")
        for tie in one["relations"]
        if actor_id in (one["actor_id"], tie["actor_id"])
    ]
    return tuple(sorted(told, key=lambda one: one.tie["valid_from"] or ""))


def _claims(dataset: Dataset, actor_id: str) -> tuple[ClaimSpan, ...]:
    claims: Sequence[ControlClaim] = dataset.records("control_claims")
    ends = superseded_ends(claims)
    own = [ClaimSpan(claim, ends[claim["claim_id"]]) for claim in claims if claim["controller"] == actor_id]
    return tuple(sorted(own, key=lambda one: (one.claim["valid_from"], one.claim["claim_id"])))
