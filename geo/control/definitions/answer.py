"""What a definition answers of a district on a day, and what it may look at: the claims, their events, their origins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.control.rules import HOLDING, SPECIFICITY, UNDECIDED, Record, Territory, rank
from geo.record.records import Event

#: What a definition may answer. 'claimed': a side says so, and the rule sets such words apart; 'unknown': it cannot say.
CONTROL, CONTESTED, BESIEGED, CLAIMED, UNKNOWN = ANSWERS = ("control", "contested", "besieged", "claimed", "unknown")
NOBODY = "unknown"


@dataclass(frozen=True)
class Answer:
    """Who holds a district by one definition, which of its steps says so (`why`), and the claims that it rests on."""

    controller: str
    status: str
    why: str
    claim_ids: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.controller} ({self.status})"

    @property
    def is_decided(self) -> bool:
        """Whether the claims were enough for the definition to say anything."""
        return self.status != UNKNOWN

    @property
    def as_drawn(self) -> tuple[str, str]:
        """Status and basis of the state that is drawn for it: a claim in its strokes, no answer as one of its own."""
        if self.status == CLAIMED:
            return CONTROL, "claimed"
        return self.status if self.is_decided else UNDECIDED, "assessed"


@dataclass(frozen=True)
class Material:
    """What all definitions look at: the same claims, the public events, and how many independent origins a claim has."""

    claims: Territory
    events: Mapping[str, Event]
    origins: Mapping[str, int]
    first_day: str

    def holding(self, area_id: str, day: str) -> list[Record]:
        """The claims of a day that somebody holds an area, alone or not; nothing of who is only present or moving in."""
        return [claim for claim in self.claims.active(area_id, day) if claim["status"] in HOLDING]

    def events_of(self, claim: Record) -> list[Event]:
        """The public events that a claim names."""
        return [self.events[one] for one in claim["event_ids"] if one in self.events]


def first_in_rank(claims: Sequence[Record]) -> Record | None:
    """The claim that goes before the others: the finer area, then the later beginning; None of none."""
    return max(claims, key=rank, default=None)


def at_least_as_fine(claims: Sequence[Record], other: Record) -> list[Record]:
    """The claims about an area as fine as another claim's, or finer."""
    return [claim for claim in claims if SPECIFICITY[claim["area_type"]] >= SPECIFICITY[other["area_type"]]]


def names_holder(claim: Record, status: str, why: str) -> Answer:
    """The answer that a claim's holder holds the area."""
    return Answer(claim["controller"], status, why, (claim["claim_id"],))


def cannot_say(why: str, claims: Sequence[Record] = ()) -> Answer:
    """The answer that the claims do not decide, with the step at which the definition stops."""
    return Answer(NOBODY, UNKNOWN, why, tuple(sorted(claim["claim_id"] for claim in claims)))
