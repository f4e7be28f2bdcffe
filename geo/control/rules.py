"""Who holds what on a day, by perspective: the rules of `docs/method.md` as code.

`assessed` is coloured by claims of certainty A, B, C and E; a D claim never colours, it is shown
as a dispute. `nrf` and `taliban` show what that party itself says; where it has said nothing the
assessed state is shown and marked so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from geo.record.load import Dataset
from geo.record.schema import CERTAINTIES, PERSPECTIVES
from geo.record.spans import covers, superseded_ends

Record = Mapping[str, Any]

#: Statuses that say who holds an area; the others say that somebody is active in it.
HOLDING = ("control", "contested", "besieged")
#: The status of a district of which a definition cannot say who holds it; no claim has it.
UNDECIDED = "undecided"
SPECIFICITY = {"country": 0, "province": 1, "district": 2, "place": 3}


@dataclass(frozen=True)
class Dispute:
    """A claim of the day that tells the area's state differently."""

    claim_id: str
    controller: str
    status: str
    claimant: str
    certainty: str


@dataclass(frozen=True)
class Holding:
    """Who holds an area, and how: what makes a change of hands."""

    controller: str
    status: str

    def __str__(self) -> str:
        return f"{self.controller} ({self.status})"


@dataclass(frozen=True)
class State:
    """Who holds an area, as one perspective sees it, and how well that is known."""

    controller: str
    status: str
    basis: str
    certainty: str
    last_confirmed: str
    #: The claim that decides it, then those that say the same.
    claim_ids: tuple[str, ...]
    #: 'own' when the perspective's party says so itself, 'assessed' otherwise; under 'both' the party that alone does.
    told_by: str
    #: The claim speaks of a part of the area only, or excepts a part of it.
    partial: bool
    disputed: tuple[Dispute, ...] = ()
    #: Claims that somebody is present, advancing or rebelling here; they never colour.
    active: tuple[Dispute, ...] = ()

    @property
    def holding(self) -> Holding:
        """Controller and status."""
        return Holding(self.controller, self.status)


@dataclass(frozen=True)
class Territory:
    """The control claims, and which of them cover which district or place."""

    claims: Mapping[str, Record]
    ends: Mapping[str, str | None]
    by_area: Mapping[str, tuple[Record, ...]]

    def days(self, area_id: str) -> list[str]:
        """The days on which anything about the area can change, in order."""
        days = {claim["valid_from"] for claim in self.by_area[area_id]}
        days |= {end for c in self.by_area[area_id] if (end := self.ends[c["claim_id"]])}
        return sorted(days)

    def active(self, area_id: str, day: str) -> list[Record]:
        """The claims about the area that hold on a day."""
        return [
            claim for claim in self.by_area[area_id] if covers(claim["valid_from"], self.ends[claim["claim_id"]], day)
        ]


def territory(dataset: Dataset) -> Territory:
    """The control claims of a data set, sorted out by district and by place."""
    claims = dataset.by_id("control_claims")
    districts = dataset.by_id("districts")
    by_area: dict[str, list[Record]] = {area_id: [] for area_id in districts}
    for claim in claims.values():
        for area_id in _covered(claim, districts):
            by_area.setdefault(area_id, []).append(claim)
    return Territory(
        claims=claims,
        ends=superseded_ends(claims.values()),
        by_area={area_id: tuple(group) for area_id, group in by_area.items()},
    )


def state_at(all_claims: Territory, area_id: str, day: str, perspective: str = "assessed") -> State | None:
    """Who holds a district or place on a day; None when no claim says anything.

    Parameters
    ----------
    area_id : a district id or a place id.
    day : ISO day in Kabul; the state is that at its end.
    perspective : assessed, nrf or taliban.

    Raises
    ------
    ValueError
        For an unknown perspective.
    """
    if perspective not in PERSPECTIVES:
        raise ValueError(f"perspective {perspective!r} is not one of {', '.join(PERSPECTIVES)}")
    claims = all_claims.active(area_id, day)
    holding = [claim for claim in claims if claim["status"] in HOLDING]
    own = [claim for claim in holding if claim["claimant"] == perspective]
    candidates = own or _colouring(holding)
    if not candidates:
        return _only_told(claims) if claims else None
    if not own:
        return _state(max(candidates, key=rank), claims, told_by="assessed")
    stated = _state(max(candidates, key=_latest_word), claims, told_by="own")
    known = state_at(all_claims, area_id, day) if perspective != "assessed" else None
    agreed = known is not None and (known.controller, known.status) == (stated.controller, stated.status)
    return replace(stated, basis=known.basis, certainty=known.certainty) if known and agreed else stated


def _only_told(claims: list[Record]) -> State:
    """The state of an area of which nobody is known to hold it: only contradicted or passing claims."""
    return State(
        controller="unknown",
        status="unknown",
        basis="claimed",
        certainty="D",
        last_confirmed=max(claim["last_confirmed"] for claim in claims),
        claim_ids=(),
        told_by="assessed",
        partial=True,
        disputed=tuple(dispute_of(claim) for claim in claims if claim["status"] in HOLDING),
        active=tuple(dispute_of(claim) for claim in claims if claim["status"] not in HOLDING),
    )


def _covered(claim: Record, districts: Mapping[str, Record]) -> Iterable[str]:
    """The districts (or places) that a claim speaks of."""
    if claim["area_type"] == "country":
        return districts
    if claim["area_type"] == "province":
        return [d for d, record in districts.items() if record["admin1"] in claim["area_ids"]]
    return list(claim["area_ids"])


def _colouring(holding: list[Record]) -> list[Record]:
    """The claims that may colour the assessed map: no D, and no C that better ones contradict."""
    known = [claim for claim in holding if claim["certainty"] != "D"]
    better = [claim for claim in known if claim["certainty"] in ("A", "B")]
    return [
        claim for claim in known if claim["certainty"] != "C" or not any(_contradicts(other, claim) for other in better)
    ]


def _contradicts(other: Record, claim: Record) -> bool:
    return (
        (other["claimant"], other["claimant_name"]) != (claim["claimant"], claim["claimant_name"])
        and other["controller"] != claim["controller"]
        and SPECIFICITY[other["area_type"]] >= SPECIFICITY[claim["area_type"]]
    )


def rank(claim: Record) -> tuple[int, str, int, str]:
    """Finer area first, then the later beginning, then the better certainty, then the lower id."""
    certainty = -CERTAINTIES.index(claim["certainty"])
    reverse_id = "".join(chr(255 - ord(char)) for char in claim["claim_id"])
    return SPECIFICITY[claim["area_type"]], claim["valid_from"], certainty, reverse_id


def _latest_word(claim: Record) -> tuple[str, int, int, str]:
    """A party's own claims: its latest word, also when it is about a wider area than the one before."""
    specificity, valid_from, certainty, reverse_id = rank(claim)
    return valid_from, specificity, certainty, reverse_id


def _state(winner: Record, claims: list[Record], told_by: str) -> State:
    agreeing = [
        claim
        for claim in claims
        if claim["controller"] == winner["controller"]
        and claim["status"] == winner["status"]
        and claim["certainty"] != "D"
    ]
    others = [claim for claim in claims if claim is not winner and claim not in agreeing]
    confirmed = [claim["last_confirmed"] for claim in agreeing]
    return State(
        controller=winner["controller"],
        status=winner["status"],
        basis=winner["basis"],
        certainty=winner["certainty"],
        last_confirmed=max([winner["last_confirmed"], *confirmed]),
        claim_ids=(winner["claim_id"], *sorted(c["claim_id"] for c in agreeing if c is not winner)),
        told_by=told_by,
        partial=bool(winner["area_note"] or winner["exception"]),
        disputed=tuple(dispute_of(claim) for claim in others if _disputes(claim, winner)),
        active=tuple(dispute_of(claim) for claim in others if claim["status"] not in HOLDING),
    )


def _disputes(claim: Record, winner: Record) -> bool:
    """Whether a claim names another holder of the winner's area (a coarser, better claim does not)."""
    return (
        claim["status"] in HOLDING
        and claim["controller"] != winner["controller"]
        and (SPECIFICITY[claim["area_type"]] >= SPECIFICITY[winner["area_type"]] or claim["certainty"] == "D")
    )


def dispute_of(claim: Record) -> Dispute:
    """A claim as one that tells an area otherwise."""
    return Dispute(
        claim_id=claim["claim_id"],
        controller=claim["controller"],
        status=claim["status"],
        claimant=claim["claimant"],
        certainty=claim["certainty"],
    )
