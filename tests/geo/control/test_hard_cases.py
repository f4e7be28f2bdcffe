"""The hard cases as small maps, and the contradictions."""

from __future__ import annotations

from itertools import pairwise

from geo.control.hard_cases import CASES, contradicted_claims, contradicted_events, pieces
from geo.control.timeline import Timeline
from geo.record.load import Dataset
from geo.style import CONTROLLERS, OTHER_CONTROLLER
from geo.wording.text import t


def test_every_case_has_a_name_and_areas_of_the_record(shipped_line: Timeline) -> None:
    areas = {*shipped_line.dataset.by_id("provinces"), *shipped_line.districts}
    for case in CASES:
        assert t(f"method.cases.{case.key}") != f"method.cases.{case.key}"
        assert set(case.areas) <= areas


def test_a_piece_shows_the_state_of_the_map(shipped_line: Timeline) -> None:
    for case in CASES:
        for perspective in case.perspectives:
            states = shipped_line.states_at(case.day, perspective)
            found = pieces(shipped_line, case, perspective)
            assert found
            for piece in found:
                assert piece.state == states[piece.admin2_id].state
                controller = piece.state.controller if piece.state else "unknown"
                assert piece.colour == CONTROLLERS.get(controller, OTHER_CONTROLLER)
                assert 0 < piece.opacity < 1


def test_rings_run_clockwise(shipped_line: Timeline) -> None:
    """As the drawing library wants it; otherwise it paints the rest of the world."""
    for piece in pieces(shipped_line, CASES[0], "assessed"):
        for polygon in piece.geometry["coordinates"]:
            ring = polygon[0]
            area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
            assert area < 0


def test_areas_that_the_record_lacks_are_left_out(line: Timeline) -> None:
    assert all(pieces(line, case, "assessed") == [] for case in CASES)


def test_contradictions_are_all_and_only_those(tiny: Dataset, shipped: Dataset) -> None:
    assert [e["event_id"] for e in contradicted_events(tiny)] == ["EV-2021-0002"]
    for dataset in (tiny, shipped):
        claims = contradicted_claims(dataset)
        assert {c["claim_id"] for c in claims} == {
            c["claim_id"] for c in dataset.records("control_claims") if c["certainty"] == "D"
        }
        assert claims == sorted(claims, key=lambda c: (c["valid_from"], c["claim_id"]))
