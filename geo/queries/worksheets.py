"""What a class is given of a day: the reports that were told by its end; and the answer, from the timeline.

Nothing that hindsight gave is taken: no grade, no end, no certainty, no source of a later day. A report whose day nobody
knows is left out and counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geo.address.sheets import Worksheet
from geo.control.rules import State
from geo.control.timeline import Timeline
from geo.record.load import Dataset
from geo.record.records import Claim, ControlClaim, Event
from geo.record.schema import PERSPECTIVES

#: What tells of ground: fighting, and ground that is handed over.
FIGHTING, GROUND_TYPES = "battles", ("non_violent_transfer_of_territory",)
#: What we inferred ourselves is no report, and an encyclopedia tells of days long after them.
INFERRED, HINDSIGHT = "E", "encyclopedia"
STANCES = ("affirms", "denies")


@dataclass(frozen=True)
class HoldingReport:
    """Somebody's word on who holds areas: the day on which it could be known, and the control claim."""

    day: str
    claim: ControlClaim


@dataclass(frozen=True)
class EventReport:
    """Somebody's word on an event: the day on which it was told, the claim, and of which event."""

    day: str
    claim: Claim
    event: Event


@dataclass(frozen=True)
class Told:
    """The reports of a worksheet, the oldest first, and how many of the same days and areas are left out as told later
    or on a day that nobody knows."""

    holding: tuple[HoldingReport, ...]
    events: tuple[EventReport, ...]
    left_out: int


@dataclass(frozen=True)
class KeyRow:
    """Who holds a district at the end of the day, by perspective, as the record tells it now."""

    admin2_id: str
    states: dict[str, State | None]


def told_by(timeline: Timeline, sheet: Worksheet) -> Told:
    """What of a worksheet's areas was told by the end of its day."""
    dataset = timeline.dataset
    holding = [(one["known_from"], one) for one in _claims(timeline, sheet)]
    events = [(claim["reported_on"], claim, event) for event in _events(dataset, sheet) for claim in _words(event)]
    known = [HoldingReport(day, one) for day, one in holding if day and day <= sheet.day]
    told = [EventReport(day, one, event) for day, one, event in events if day and sheet.first <= day <= sheet.day]
    later = sum(not day or day > sheet.day for day in [*(row[0] for row in holding), *(row[0] for row in events)])
    return Told(
        tuple(sorted(known, key=lambda one: (one.day, one.claim["claim_id"]))),
        tuple(sorted(told, key=lambda one: one.day)),
        later,
    )


def answer_key(timeline: Timeline, sheet: Worksheet) -> list[KeyRow]:
    """The answer: each district's state under each perspective, as the timeline has it."""
    states = {perspective: timeline.states_at(sheet.day, perspective) for perspective in PERSPECTIVES}
    return [KeyRow(one, {name: found[one].state for name, found in states.items()}) for one in sheet.districts]


def _claims(timeline: Timeline, sheet: Worksheet) -> list[ControlClaim]:
    """The control claims about its areas, or places in them, that begin by its day; none of our own inferences."""
    dataset = timeline.dataset
    places = [one["place_id"] for one in dataset.records("places") if one["admin2_id"] in sheet.districts]
    areas = [*sheet.districts, *(place for place in places if place in timeline.claims.by_area)]
    ids = {claim["claim_id"] for area in areas for claim in timeline.claims.by_area[area]}
    return [
        claim
        for claim in dataset.records("control_claims")
        if claim["claim_id"] in ids
        and claim["valid_from"] <= sheet.day
        and claim["certainty"] != INFERRED
        and claim["claimant"] != HINDSIGHT
    ]


def _events(dataset: Dataset, sheet: Worksheet) -> list[Event]:
    """Fighting and handing over of ground in its districts that began by its day and touches its days."""
    return [
        event
        for event in dataset.public_events
        if event["admin2_id"] in sheet.districts
        and event["date_start"] <= sheet.day
        and event["date_end"] >= sheet.first
        and (event["event_type"] == FIGHTING or event["sub_event_type"] in GROUND_TYPES)
    ]


def _words(event: Event) -> Iterator[Claim]:
    """Those who affirm or deny an event; who says nothing of it gives no report."""
    return (one for one in event["claims"] if one["stance"] in STANCES and one["claimant"] != HINDSIGHT)
