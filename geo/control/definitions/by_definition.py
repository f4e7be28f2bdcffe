"""The record over time by another definition: a timeline whose states are its answers, so that all that draws or tells is as ever."""

from __future__ import annotations

from dataclasses import replace

from geo.control.definitions.answer import CONTESTED, Answer, Material, first_in_rank
from geo.control.definitions.known import DEFINITIONS
from geo.control.intervals import Interval, joined
from geo.control.rules import UNDECIDED, Dispute, Record, State, dispute_of
from geo.control.timeline import Timeline
from geo.record.load import Dataset


class TimelineByDefinition(Timeline):
    """The answers of a definition about each district as states. Of named places no definition speaks; nobody is denied.

    Whoever is asked for as speaker, it is one answer: a definition judges all claims itself.
    """

    def __init__(self, dataset: Dataset, definition: str, material: Material) -> None:
        super().__init__(replace(dataset, _index={}))  # what is kept of the states is another's
        self.definition, self._material = definition, material

    def _spans(self, area_id: str, perspective: str) -> tuple[Interval, ...]:  # noqa: ARG002 - one answer
        if area_id in self.places:
            return ()
        decide = DEFINITIONS[self.definition].decide
        days = self.claims.days(area_id)
        return joined(
            [(day, _state(self._material, area_id, day, decide(self._material, area_id, day))) for day in days]
        )


def _state(material: Material, area_id: str, day: str, answer: Answer) -> State:
    """An answer as a state: as sure as the claim that goes before the others of its holder; a claim in its own strokes."""
    claims = [material.claims.claims[claim_id] for claim_id in answer.claim_ids]
    first = first_in_rank([claim for claim in claims if claim["controller"] == answer.controller])
    if first is None:
        return _undecided(answer, claims, day)
    status, basis = answer.as_drawn
    return State(
        controller=answer.controller,
        status=status,
        basis=basis,
        certainty=first["certainty"],
        last_confirmed=max(claim["last_confirmed"] for claim in claims),
        claim_ids=(first["claim_id"], *(one for one in answer.claim_ids if one != first["claim_id"])),
        told_by="assessed",
        partial=bool(first["area_note"] or first["exception"]),
        disputed=_against(material, area_id, day, answer),
    )


def _undecided(answer: Answer, claims: list[Record], day: str) -> State:
    """Where a definition cannot say: its own state, not that of ground which nobody holds."""
    last = max((claim["last_confirmed"] for claim in claims), default=day)
    return State(
        answer.controller, UNDECIDED, "assessed", "", last, answer.claim_ids, told_by="assessed", partial=False
    )


def _against(material: Material, area_id: str, day: str, answer: Answer) -> tuple[Dispute, ...]:
    """Of a contested district the other side: whose claim goes before those of all others."""
    others = [claim for claim in material.holding(area_id, day) if claim["controller"] != answer.controller]
    against = first_in_rank([c for c in others if c["area_type"] != "country"])
    return (dispute_of(against),) if against and answer.status == CONTESTED else ()
