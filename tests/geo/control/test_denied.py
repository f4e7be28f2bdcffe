"""Contradicted claims of a day: who says so, of which areas; and never what the view shows anyway."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geo.control.denied import denied_at, denied_days
from geo.control.timeline import Timeline
from geo.record.load import Dataset

DAY = "2021-08-25"


def message(line: Timeline, perspective: str) -> list[tuple[str, str, tuple[str, ...], bool]]:
    return [(c.claimant, c.controller, c.area_ids, c.whole) for c in denied_at(line, DAY, perspective)]


EAST = ("nrf", "nrf", ("AF-AAA-east",), False)
BBB = ("taliban", "taliban", ("AF-BBB-nw", "AF-BBB-se", "AF-BBB-sw"), False)


@pytest.mark.parametrize(
    ("perspective", "claims"), [("assessed", [EAST, BBB]), ("nrf", [BBB]), ("taliban", [EAST]), ("both", [])]
)
def test_a_view_tells_what_speaks_against_it(
    line: Timeline, perspective: str, claims: list[tuple[str, str, tuple[str, ...], bool]]
) -> None:
    assert message(line, perspective) == claims


def test_a_claim_to_a_whole_province_is_told_as_such(with_claims: Callable[..., Dataset]) -> None:
    denied = {"area_type": "province", "area_ids": ["AF-BBB"], "controller": "nrf", "certainty": "D", "claimant": "aff"}
    line = Timeline(with_claims({"area_type": "country", "area_ids": ["AF"]}, denied))
    assert [(c.claimant, c.controller, c.whole) for c in denied_at(line, DAY, "assessed")] == [("aff", "nrf", True)]


def test_days_of_denied_claims_are_their_first_and_never_those_of_a_presence(
    with_claims: Callable[..., Dataset],
) -> None:
    denied = {"certainty": "D", "controller": "nrf"}
    line = Timeline(
        with_claims(
            denied | {"valid_from": "2021-08-20"},
            denied | {"valid_from": "2021-08-20", "area_ids": ["AF-BBB-nw"]},
            denied | {"valid_from": "2021-08-25", "status": "presence"},
            {"valid_from": "2021-08-26"},
        )
    )
    assert denied_days(line) == ["2021-08-20"]
