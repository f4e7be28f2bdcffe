"""What a class is given of a day: the reports that were told by its end; and the answer, from the timeline.

What was known then is the record as it could be known by that day (`geo.known`), so no grade, end, certainty or source of
a later day is taken. A report whose day nobody knows is left out and counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.address.sheets import Worksheet
from geo.control.rules import State
from geo.control.timeline import Timeline
from geo.known.record import dataset_known_by
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
    """What of a worksheet's areas was told by the end of its day, as the record could be known then."""
    then = Timeline(dataset_known_by(timeline.dataset, sheet.day))
    holding = [HoldingReport(day, one) for one in _claims(then, sheet) if (day := one["known_from"])]
    events = [one for one in _reports(then.dataset, sheet) if one.day and one.day >= sheet.first]
    return Told(
        tuple(sorted(holding, key=lambda one: (one.day, one.claim["claim_id"]))),
        tuple(sorted(events, key=lambda one: one.day)),
        _left_out(timeline, sheet, holding),
    )


def _left_out(timeline: Timeline, sheet: Worksheet, told: Sequence[HoldingReport]) -> int:
    """How many reports of the same days and areas were told later, or on a day that nobody knows."""
    said = [report.day for report in _reports(timeline.dataset, sheet)]
    return len(_claims(timeline, sheet)) - len(told) + sum(not day or day > sheet.day for day in said)


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


def _reports(dataset: Dataset, sheet: Worksheet) -> list[EventReport]:
    """The word of those who affirm or deny an event of a worksheet; who says nothing of it gives no report."""
    return [
        EventReport(claim["reported_on"] or "", claim, event)
        for event in _events(dataset, sheet)
        for claim in event["claims"]
        if claim["stance"] in STANCES and claim["claimant"] != HINDSIGHT
    ]
