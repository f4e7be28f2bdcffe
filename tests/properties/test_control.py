"""Whatever is claimed: each district has one state on each day, and days add up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from geo.control.rules import HOLDING
from geo.control.timeline import Timeline
from geo.record.load import Dataset
from geo.record.schema import CERTAINTIES, CONTROL_STATUSES, PERSPECTIVES, VIEW_PERSPECTIVES
from geo.record.spans import add_days, superseded_ends

FIRST, LAST = 0, 20
DAYS = [add_days("2021-08-15", number) for number in range(LAST + 1)]
AREAS = st.sampled_from(
    [
        ("country", "AF"),
        ("province", "AF-AAA"),
        ("province", "AF-BBB"),
        ("district", "AF-AAA-east"),
        ("district", "AF-BBB-ne"),
    ]
)


@st.composite
def claim(draw: st.DrawFn, number: int) -> dict[str, Any]:
    area_type, area_id = draw(AREAS)
    start = draw(st.integers(FIRST, LAST))
    end = draw(st.none() | st.integers(start + 1, LAST + 5))
    earlier = [f"CC-{n:04}" for n in range(1, number)]
    return {
        "area_type": area_type,
        "area_ids": [area_id],
        "controller": draw(st.sampled_from(["taliban", "nrf", "aff"])),
        "claimant": draw(st.sampled_from(["taliban", "nrf", "media"])),
        "claimant_name": draw(st.sampled_from([None, "The Paper"])),
        "status": draw(st.sampled_from(CONTROL_STATUSES)),
        "certainty": draw(st.sampled_from(CERTAINTIES)),
        "valid_from": add_days("2021-08-15", start),
        "valid_to": end and add_days("2021-08-15", end),
        "supersedes": draw(st.lists(st.sampled_from(earlier), max_size=2, unique=True)) if earlier else [],
    }


CLAIMS = st.integers(0, 6).flatmap(lambda count: st.tuples(*(claim(number) for number in range(1, count + 1))))
PERSPECTIVE = st.sampled_from(PERSPECTIVES)
VIEW = st.sampled_from(VIEW_PERSPECTIVES)


def who(line: Timeline, day: str, perspective: str) -> dict[str, Any]:
    states = {d: interval.state for d, interval in line.states_at(day, perspective).items()}
    return {d: (state.controller, state.status) if state else None for d, state in states.items()}


@given(CLAIMS, VIEW)
def test_one_state_for_every_district_and_day(
    with_claims: Callable[..., Dataset], claims: Any, perspective: str
) -> None:
    line = Timeline(with_claims(*claims))
    for day in DAYS:
        for district, interval in line.states_at(day, perspective).items():
            assert interval.start <= day < (interval.end or "9999-12-31")
            holding = [
                span for span in line.intervals(district, perspective) if span.start <= day < (span.end or "9999-12-31")
            ]
            assert len(holding) <= 1
            assert interval.state == (holding[0].state if holding else None)


@given(CLAIMS, PERSPECTIVE)
def test_a_state_rests_on_claims_that_hold_on_the_day(
    with_claims: Callable[..., Dataset], claims: Any, perspective: str
) -> None:
    line = Timeline(with_claims(*claims))
    records = line.claims.claims
    ends = superseded_ends(records.values())
    for day in DAYS:
        for interval in line.states_at(day, perspective).values():
            state = interval.state
            if state is None:
                continue
            for claim_id in (*state.claim_ids, *(d.claim_id for d in (*state.disputed, *state.active))):
                assert records[claim_id]["valid_from"] <= day < (ends[claim_id] or "9999-12-31")
            for claim_id in state.claim_ids:
                asserted = records[claim_id]
                assert (asserted["controller"], asserted["status"]) == (state.controller, state.status)
                assert asserted["status"] in HOLDING
                assert asserted["certainty"] != "D" or (
                    perspective != "assessed" and asserted["claimant"] == perspective
                )


@given(CLAIMS, VIEW, st.sampled_from(DAYS), st.sampled_from(DAYS), st.sampled_from(DAYS))
def test_differences_add_up(
    with_claims: Callable[..., Dataset], claims: Any, perspective: str, a: str, b: str, c: str
) -> None:
    line = Timeline(with_claims(*claims))
    effect = who(line, a, perspective)
    for change in (*line.diff(a, b, perspective), *line.diff(b, c, perspective)):
        held = (change.before.controller, change.before.status) if change.before else None
        assert effect[change.area_id] == held
        effect[change.area_id] = (change.after.controller, change.after.status) if change.after else None
    assert effect == who(line, c, perspective)
    assert {change.area_id for change in line.diff(a, c, perspective)} == {
        district for district, held in who(line, a, perspective).items() if held != effect[district]
    }


@given(CLAIMS, VIEW)
def test_changes_lead_from_the_first_day_to_every_other(
    with_claims: Callable[..., Dataset], claims: Any, perspective: str
) -> None:
    line = Timeline(with_claims(*claims))
    held = who(line, DAYS[0], perspective)
    for day in DAYS[1:]:
        now = who(line, day, perspective)
        held |= {
            d: now[d] for d in line.districts if begins(line, d, perspective) == day
        }  # the first word is no change
        for change in line.changes(day, day, perspective):
            held[change.area_id] = (change.after.controller, change.after.status) if change.after else None
        assert held == now


def begins(line: Timeline, district: str, perspective: str) -> str | None:
    spans = line.intervals(district, perspective)
    return spans[0].start if spans else None


@settings(max_examples=30)
@given(CLAIMS, PERSPECTIVE)
def test_shares_are_the_whole_province(with_claims: Callable[..., Dataset], claims: Any, perspective: str) -> None:
    line = Timeline(with_claims(*claims))
    provinces = line.dataset.by_id("provinces")
    for day in DAYS[::5]:
        for admin1, shares in line.shares_at(day, perspective).items():
            assert abs(sum(share.area_pct for share in shares) - 100) < 0.05
            assert sum(share.area_km2 for share in shares) == provinces[admin1]["area_km2"]
