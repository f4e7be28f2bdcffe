"""Why a state ends: somebody ends it, or nothing more is reported of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from geo.control.timeline import Timeline
from geo.record.geojson import Row
from geo.record.load import Dataset
from geo.record.schema import BOTH

BASE = {"area_type": "country", "area_ids": ["AF"]}
HELD = {"controller": "nrf", "valid_from": "2021-08-18", "valid_to": "2021-08-22"}


def with_event(dataset: Dataset, **changed: Any) -> Dataset:
    """The data with one event only: the Taliban take AF-AAA-east back on 21 August."""
    (row, *_) = dataset.tables["events"]
    record = row.record | {
        "event_id": "EV-2021-0001",
        "admin2_id": "AF-AAA-east",
        "sub_event_type": "government_regains_territory",
        "verification": "reported",
        "date_start": "2021-08-21",
        "date_end": "2021-08-21",
    }
    return replace(dataset, tables={**dataset.tables, "events": (Row(row.line, record | changed),)})


def ends(dataset: Dataset, perspective: str = "assessed") -> list[bool]:
    """Of each change on 22 August whether the state before only ran out."""
    return [c.runs_out for c in Timeline(dataset).changes("2021-08-22", "2021-08-22", perspective)]


def test_a_claim_that_only_ends_is_no_longer_reported(with_claims: Callable[..., Dataset]) -> None:
    assert ends(with_event(with_claims(BASE, HELD), admin2_id="AF-BBB-nw")) == [True]
    changes = Timeline(with_claims(BASE, HELD)).changes("2021-08-16", "2021-08-20")
    assert [c.runs_out for c in changes] == [False]  # its beginning is a change


@pytest.mark.parametrize(
    "later",
    [
        {"valid_from": "2021-08-22"},
        {"valid_from": "2021-08-22", "controller": "aff"},
        {"valid_from": "2021-08-22", "certainty": "D", "basis": "claimed", "claimant": "taliban"},
        {"valid_from": "2021-08-22", "area_type": "province", "area_ids": ["AF-AAA"], "supersedes": ["CC-0002"]},
    ],
)
def test_a_later_claim_ends_it(with_claims: Callable[..., Dataset], later: dict[str, Any]) -> None:
    dataset = with_event(with_claims(BASE, HELD, later), admin2_id="AF-BBB-nw")
    assert ends(dataset) == [False]


@pytest.mark.parametrize(
    ("changed", "runs_out"),
    [
        ({}, False),
        ({"date_end": "2021-08-22"}, False),
        ({"date_start": "2021-08-19", "date_end": "2021-08-20"}, True),
        ({"date_end": "2021-08-23"}, True),
        ({"sub_event_type": "armed_clash"}, True),
        ({"verification": "disputed"}, True),
        ({"verification": "claimed"}, True),
        ({"sub_event_type": "agreement"}, False),
    ],
)
def test_an_event_that_moves_ground_ends_it(
    with_claims: Callable[..., Dataset], changed: dict[str, Any], runs_out: bool
) -> None:
    assert ends(with_event(with_claims(BASE, HELD), **changed)) == [runs_out]


def test_a_withheld_event_decides_nothing(with_claims: Callable[..., Dataset]) -> None:
    assert ends(with_event(with_claims(BASE, HELD))) == [False]
    assert ends(with_event(with_claims(BASE, HELD), sensitivity="withheld")) == [True]


def test_an_event_that_the_claim_rests_on_ends_it_wherever_it_is(with_claims: Callable[..., Dataset]) -> None:
    held = HELD | {"event_ids": ["EV-2021-0001"]}
    assert ends(with_event(with_claims(BASE, held), admin2_id=None)) == [False]
    assert ends(with_event(with_claims(BASE, HELD), admin2_id=None)) == [True]


def test_of_both_sides_it_runs_out_where_it_does_for_each_that_turns(with_claims: Callable[..., Dataset]) -> None:
    text = HELD | {"claimant": "nrf", "basis": "claimed", "certainty": "C"}
    assert ends(with_event(with_claims(BASE, text), admin2_id="AF-BBB-nw"), BOTH) == [True]
    conceded = {"valid_from": "2021-08-22", "claimant": "nrf"}
    assert ends(with_event(with_claims(BASE, text, conceded), admin2_id="AF-BBB-nw"), BOTH) == [False]


def test_the_states_of_may_2022_run_out_and_the_talks_of_maymana_do_not(shipped_line: Timeline) -> None:
    found = {(c.day, c.area_id): c.runs_out for c in shipped_line.changes("2021-09-05", "2022-12-31")}
    assert found["2022-05-01", "AF-PAN-khenj-hese-awal"] and found["2022-08-30", "AF-PAN-dara"]
    assert not found["2022-01-16", "AF-FYB-maymana"]
    assert not found["2021-09-06", "AF-PAN-bazarak"]
