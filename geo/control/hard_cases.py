"""The worked hard cases of docs/method.md as small maps, and every place where sources contradict each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from geo.control.rules import State
from geo.control.timeline import Timeline
from geo.record.load import Dataset
from geo.record.records import ControlClaim, Event
from geo.record.schema import PERSPECTIVES

#: The grade and the certainty that say that somebody contradicts it.
CONTRADICTED_GRADES = ("disputed", "refuted")
CONTRADICTED_CERTAINTY = "D"


@dataclass(frozen=True)
class Case:
    """A day on which views differ: a key of its texts, the day, the views to set side by side, the area."""

    key: str
    day: str
    perspectives: tuple[str, ...]
    #: Provinces (all their districts) and single districts.
    areas: tuple[str, ...]


PANJSHIR = ("AF-PAN",)
ANDARAB = ("AF-BGL-dih-salah", "AF-BGL-andarab", "AF-BGL-puli-hisar")
MAYMANA = ("AF-FYB-maymana", "AF-FYB-pashtun-kot", "AF-FYB-khwaja-sabz-posh", "AF-FYB-almar", "AF-FYB-shirin-tagab")
CASES = (
    Case("dih_salah", "2021-08-23", PERSPECTIVES, ANDARAB),
    Case("shutul", "2021-09-02", ("assessed", "taliban"), PANJSHIR),
    Case("whole_valley", "2021-09-03", ("assessed", "taliban"), PANJSHIR),
    Case("bazarak", "2021-09-06", ("assessed", "nrf"), PANJSHIR),
    Case("side_valleys", "2021-09-13", PERSPECTIVES, PANJSHIR),
    Case("maymana", "2022-01-13", ("assessed",), MAYMANA),
    Case("three_districts", "2022-05-06", ("assessed", "nrf"), PANJSHIR),
)


@dataclass(frozen=True)
class Piece:
    """One district of a small map: its polygon, where its name stands, its state."""

    admin2_id: str
    geometry: dict[str, Any]
    lon: float
    lat: float
    state: State | None


def pieces(timeline: Timeline, case: Case, perspective: str) -> list[Piece]:
    """The districts of a case on its day in one perspective, by id; areas that the record lacks are left out."""
    states = {area: span.state for area, span in timeline.states_at(case.day, perspective).items()}
    return pieces_of(timeline.dataset, case.areas, states)


def pieces_of(dataset: Dataset, areas: Collection[str], states: Mapping[str, State | None]) -> list[Piece]:
    """The districts of some provinces, or single ones, each with its state; by id."""
    return [
        _piece(row.record, row.geometry, states[row.record["admin2_id"]])
        for row in dataset.tables["districts"]
        if row.geometry and {row.record["admin1"], row.record["admin2_id"]} & set(areas)
    ]


def contradicted_events(dataset: Dataset) -> list[Event]:
    """The public events that are graded disputed or refuted, by first day, then id."""
    found = [event for event in dataset.public_events if event["verification"] in CONTRADICTED_GRADES]
    return sorted(found, key=lambda event: (event["date_start"], event["event_id"]))


def contradicted_claims(dataset: Dataset) -> list[ControlClaim]:
    """The control claims that somebody contradicts (certainty D), by first day, then id."""
    found = [c for c in dataset.records("control_claims") if c["certainty"] == CONTRADICTED_CERTAINTY]
    return sorted(found, key=lambda claim: (claim["valid_from"], claim["claim_id"]))


def _piece(record: dict[str, Any], geometry: dict[str, Any], state: State | None) -> Piece:
    return Piece(
        admin2_id=record["admin2_id"],
        geometry=geometry,
        lon=record["label_lon"],
        lat=record["label_lat"],
        state=state,
    )
