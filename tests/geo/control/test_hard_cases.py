"""The hard cases as small maps, and the contradictions."""

from __future__ import annotations

from geo.control.hard_cases import CASES, contradicted_claims, contradicted_events, pieces
from geo.control.timeline import Timeline
from geo.record.load import Dataset
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
                assert piece.geometry["type"] in ("Polygon", "MultiPolygon")


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
