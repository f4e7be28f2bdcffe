"""The record over time, on the three squares: see the drawing in tests/tiny/README.md."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from geo.control.timeline import MAX_KEPT_DAYS, Share, Timeline, window_start
from geo.record.load import Dataset
from geo.record.schema import BOTH, PERSPECTIVES, VIEW_PERSPECTIVES
from geo.record.spans import add_days, days_between

#: Who holds what on some days, by the table of claims: everything not named is the Taliban's.
HELD = {
    "2021-08-15": {"ne": "nrf", "nw": "nrf", "se": "nrf", "sw": "nrf"},
    "2021-08-23": {"ne": "nrf", "nw": "nrf", "se": "nrf", "sw": "nrf", "south": "nrf contested"},
    "2021-08-24": {"nw": "nrf", "se": "nrf", "sw": "nrf", "south": "nrf contested"},
    "2021-08-29": {"nw": "nrf", "se": "nrf", "sw": "nrf", "south": "nrf contested"},
    "2021-08-30": {"nw": "nrf", "se": "nrf", "sw": "nrf"},
    "2021-08-31": {"nw": "nrf", "se": "nrf", "sw": "nrf"},
    "2021-09-01": {},
    "2021-09-05": {"north": "nrf"},
    "2021-09-19": {"north": "nrf"},
    "2021-09-20": {},
}


def held(line: Timeline, day: str, perspective: str = "assessed") -> dict[str, str]:
    """The districts that are not plainly the Taliban's."""
    states = {d[7:]: interval.state for d, interval in line.states_at(day, perspective).items()}
    words = {d: f"{s.controller} {s.status}".removesuffix(" control") for d, s in states.items() if s}
    return {d: word for d, word in words.items() if word != "taliban"}


@pytest.mark.parametrize("day", HELD)
def test_the_assessed_state_of_each_day(line: Timeline, day: str) -> None:
    assert held(line, day) == HELD[day]


def test_the_state_as_the_parties_say(line: Timeline) -> None:
    assert held(line, "2021-08-24", "taliban") == {"south": "nrf contested"}
    assert held(line, "2021-08-24", "nrf") == HELD["2021-08-24"] | {"east": "nrf"}
    assert line.states_at("2021-08-24", "nrf")["AF-AAA-east"].state.told_by == "own"  # type: ignore[union-attr]
    assert line.states_at("2021-08-24", "nrf")["AF-BBB-nw"].state.told_by == "assessed"  # type: ignore[union-attr]


@pytest.mark.parametrize("perspective", VIEW_PERSPECTIVES)
def test_every_day_has_one_state_for_every_district(line: Timeline, perspective: str) -> None:
    day = line.dataset.first_day
    while day <= line.dataset.last_day:
        states = line.states_at(day, perspective)
        assert list(states) == list(line.districts)
        assert all(i.state and i.start <= day < (i.end or "9999") and i.since <= i.start for i in states.values())
        day = add_days(day, 1)


@pytest.mark.parametrize("perspective", VIEW_PERSPECTIVES)
def test_intervals_follow_each_other_without_gap_and_differ(line: Timeline, perspective: str) -> None:
    for area in (*line.districts, *line.places):
        spans = line.intervals(area, perspective)
        assert spans[-1].end is None if spans else (perspective == BOTH and area in line.places)
        for before, after in pairwise(spans):
            assert before.start < after.start == before.end
            assert before.state != after.state


def test_since_counts_from_the_last_change_of_hands(line: Timeline) -> None:
    """CC-0012, a dispute, changes what is said of nw on 22 August, not who holds it."""
    interval = line.states_at("2021-08-24")["AF-BBB-nw"]
    assert (interval.start, interval.since) == ("2021-08-22", "2021-08-15")


def test_both_sides_disagree_since_the_first_day_on_which_they_name_different_holders(line: Timeline) -> None:
    one, other = line.states_at("2021-08-21", "nrf"), line.states_at("2021-08-21", "taliban")
    assert one["AF-BBB-nw"].state.controller == other["AF-BBB-nw"].state.controller  # type: ignore[union-attr]
    (before, apart, *_) = line.intervals("AF-BBB-nw", BOTH)
    assert before.end == apart.start == apart.since == "2021-08-22"
    assert apart.state and (apart.state.controller, apart.state.status) == ("nrf", "disagreed")
    assert [dispute.controller for dispute in apart.state.disputed] == ["taliban"]
    assert ("2021-08-22", "AF-BBB-nw") in [(c.day, c.area_id) for c in line.changes("2021-08-16", "2021-09-20", BOTH)]


def test_shares_of_both_sides_are_refused(line: Timeline) -> None:
    with pytest.raises(ValueError, match="'both' is not one of assessed, nrf, taliban"):
        line.shares_at("2021-08-24", BOTH)


def test_days_before_the_period_and_unknown_views_are_refused(line: Timeline) -> None:
    with pytest.raises(ValueError, match="2021-08-14 is before the period, which begins on 2021-08-15"):
        line.states_at("2021-08-14")
    with pytest.raises(ValueError, match="'un' is not one of"):
        line.states_at("2021-08-24", "un")


def test_a_district_that_no_claim_names_is_unknown(with_claims: Callable[..., Dataset]) -> None:
    line = Timeline(with_claims({"valid_from": "2021-08-20"}))
    assert line.states_at("2021-08-20")["AF-AAA-west"].state is None
    assert line.states_at("2021-08-19")["AF-AAA-east"].state is None
    shares = {share.controller: share.area_pct for share in line.shares_at("2021-08-20")["AF-AAA"]}
    assert shares == {"taliban": 50, "unknown": 50}


def test_changes_are_those_of_the_table(line: Timeline) -> None:
    found = [(c.day[5:], c.area_id[7:]) for c in line.changes("2021-08-16", "2021-09-20")]
    assert found == [
        ("08-20", "south"), ("08-24", "ne"), ("08-30", "south"),
        ("09-01", "nw"), ("09-01", "se"), ("09-01", "sw"), ("09-05", "north"), ("09-20", "north"),
    ]  # fmt: skip
    assert line.changes("2021-08-20", "2021-08-20")[0].before.controller == "taliban"  # type: ignore[union-attr]
    assert line.changes("2021-08-15", "2021-08-19") == []
    assert [c.day for c in line.changes("2021-08-15", "2021-10-01", areas=["PL-beta"])] == ["2021-08-30"]


def test_changes_of_a_party_are_its_own(line: Timeline) -> None:
    found = [(c.day[5:], c.area_id[7:]) for c in line.changes("2021-08-16", "2021-09-20", "taliban")]
    assert ("08-22", "nw") in found
    assert ("08-24", "ne") not in found


def test_diff_is_what_differs_whatever_happened_between(line: Timeline) -> None:
    found = line.diff("2021-08-15", "2021-08-31")
    assert [(c.area_id, c.before.controller, c.after.controller) for c in found] == [("AF-BBB-ne", "nrf", "taliban")]  # type: ignore[union-attr]
    assert line.diff("2021-08-31", "2021-08-15")[0].after.controller == "nrf"  # type: ignore[union-attr]
    assert line.diff("2021-08-24", "2021-08-24") == []


def test_a_change_of_status_alone_is_a_change(line: Timeline) -> None:
    (change,) = [c for c in line.diff("2021-08-19", "2021-08-20") if c.area_id == "AF-CCC-south"]
    assert (change.after.controller, change.after.status) == ("nrf", "contested")  # type: ignore[union-attr]


def test_shares_by_pencil(line: Timeline) -> None:
    assert line.shares_at("2021-08-24") == {
        "AF-AAA": [Share("taliban", 10_000, 100, 2, 0)],
        "AF-BBB": [Share("nrf", 7_500, 75, 3, 0), Share("taliban", 2_500, 25, 1, 0)],
        "AF-CCC": [Share("nrf", 5_000, 50, 1, 1), Share("taliban", 5_000, 50, 1, 0)],
    }


@pytest.mark.parametrize("perspective", PERSPECTIVES)
@pytest.mark.parametrize("day", HELD)
def test_shares_add_up_to_the_province(line: Timeline, day: str, perspective: str) -> None:
    provinces = line.dataset.by_id("provinces")
    for admin1, shares in line.shares_at(day, perspective).items():
        assert sum(s.area_pct for s in shares) == pytest.approx(100)
        assert sum(s.area_km2 for s in shares) == pytest.approx(provinces[admin1]["area_km2"])


def ids(events: list[dict[str, Any]]) -> str:
    return "".join(event["event_id"][-1] for event in events)


@pytest.mark.parametrize(
    ("start", "end", "filters", "expected"),
    [
        ("2021-08-15", "2021-10-01", {}, "12456"),
        ("2021-08-20", "2021-08-24", {}, "12"),
        ("2021-08-21", "2021-08-23", {}, ""),
        ("2021-09-02", "2021-09-02", {}, "4"),  # within its span
        ("2021-09-03", "2021-09-10", {}, "456"),
        ("2021-08-15", "2021-10-01", {"province": "AF-BBB"}, "2"),
        ("2021-08-15", "2021-10-01", {"actor": "nrf"}, "126"),
        ("2021-08-15", "2021-10-01", {"actor": "aff"}, "5"),
        ("2021-08-15", "2021-10-01", {"actor": "civilians"}, ""),  # only in the withheld one
        ("2021-08-15", "2021-10-01", {"verification": "disputed"}, "2"),
        ("2021-08-15", "2021-10-01", {"actor": "taliban", "province": "AF-CCC"}, "4"),
        ("2021-09-10", "2021-08-15", {}, ""),
    ],
)
def test_events_between(line: Timeline, start: str, end: str, filters: Any, expected: str) -> None:
    assert ids(line.events_between(start, end, **filters)) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-08-31", []),
        ("2021-09-01", ["PR-0001", "PR-0002"]),
        ("2021-09-15", ["PR-0001", "PR-0002", "PR-0004"]),
        ("2021-10-01", ["PR-0003", "PR-0004"]),  # the NRF's later list takes the place of its earlier one
        ("2025-01-01", ["PR-0003", "PR-0004"]),
    ],
)
def test_presence_is_the_last_list_of_each_speaker(line: Timeline, day: str, expected: list[str]) -> None:
    assert [row["presence_id"] for row in line.presence_at(day)] == expected


def test_windows_end_on_the_day_and_count_it() -> None:
    assert window_start("2021-09-07", "7", "2021-08-15") == "2021-09-01"
    assert window_start("2021-09-07", "all", "2021-08-15") == "2021-08-15"
    assert window_start("2021-09-07", "30", "2021-08-15") == "2021-08-15", "none begins before the record"


def test_days_are_counted_over_leap_days_and_years() -> None:
    assert add_days("2024-02-28", 2) == "2024-03-01"
    assert add_days("2021-01-01", -1) == "2020-12-31"
    assert days_between("2021-08-15", "2024-08-15") == 1096


def test_who_changes_the_states_of_a_day_changes_them_for_no_other(line: Timeline) -> None:
    whole = dict(line.states_at("2021-08-24"))
    line.states_at("2021-08-24").clear()
    assert line.states_at("2021-08-24") == whole


def test_the_states_of_few_days_are_kept(line: Timeline) -> None:
    first = line.states_at("2021-08-24", "nrf")
    for day in range(MAX_KEPT_DAYS + 5):
        line.states_at(add_days("2021-08-24", day), "nrf")
    assert len(line._states) <= MAX_KEPT_DAYS
    assert line.states_at("2021-08-24", "nrf") == first
