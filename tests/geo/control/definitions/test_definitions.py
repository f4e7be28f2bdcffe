"""Who holds a district by each definition: its worked cases, the hard cases, and what holds of any day and any claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.control.definitions import acled_syria, isw, lwj, strict, symmetric
from geo.control.definitions.answer import ANSWERS, Material
from geo.control.definitions.cases import HARD_CASES
from geo.control.definitions.known import DEFINITIONS, MODULES, OTHERS, OURS
from geo.control.definitions.over_time import Defined
from geo.control.definitions.published import READ_AS
from geo.control.rules import Territory
from geo.control.timeline import Timeline
from geo.queries.definitions import defined
from geo.record.load import load
from geo.record.spans import add_days

TIMELINE = Timeline(load())
ALL = defined(TIMELINE)
FOLDER = Path(lwj.__file__).parent
MAX_LINES = 80
#: The hard cases that a definition decides at least; `strict` says why it cannot.
ENOUGH = 8
SIDES = {"nrf": "taliban", "taliban": "nrf"}
days = st.integers(0, 1_900).map(lambda n: add_days("2021-08-15", n))


def _claim(**changes: Any) -> dict[str, Any]:
    """A claim that the Taliban hold a district, reported."""
    plain: dict[str, Any] = {
        "claim_id": "CC-9001",
        "area_type": "district",
        "controller": "taliban",
        "status": "control",
        "basis": "assessed",
        "certainty": "B",
        "valid_from": "2022-01-01",
        "claimant": "media",
        "claimant_name": "",
        "centre_held_by": None,
        "exception": "",
        "event_ids": [],
        "last_confirmed": "2022-01-01",
        "area_note": "",
    }
    return plain | changes


def _material(*claims: Mapping[str, Any], origins: int = 2) -> Material:
    by_id = {claim["claim_id"]: claim for claim in claims}
    held = Territory(by_id, dict.fromkeys(by_id), {"D": tuple(claims)})
    return Material(held, {}, dict.fromkeys(by_id, origins), "2021-08-15")


@pytest.mark.parametrize("key", DEFINITIONS)
def test_the_worked_cases_of_a_definition_come_out(key: str) -> None:
    worked = DEFINITIONS[key].worked
    assert len(worked) >= 5
    for district, day, answer in worked:
        assert str(DEFINITIONS[key].decide(ALL.material, district, day)) == answer, (district, day)


@pytest.mark.parametrize("key", OTHERS)
def test_a_definition_decides_eight_hard_cases_or_says_why_not(key: str) -> None:
    answers = [DEFINITIONS[key].decide(ALL.material, case.district, case.day) for case in HARD_CASES]
    undecided = [answer for answer in answers if not answer.is_decided]
    if key == "strict":
        assert {answer.why for answer in undecided} == {"not_confirmed"}
        assert all(answer.claim_ids for answer in undecided)
    else:
        assert len(answers) - len(undecided) >= ENOUGH


@pytest.mark.parametrize("key", OTHERS)
def test_each_definition_differs_from_ours_somewhere(key: str) -> None:
    assert any(str(a[key]) != str(a[OURS]) for a in (ALL.answers_at(c.district, c.day) for c in HARD_CASES))


def test_a_module_has_eighty_lines_at_most() -> None:
    for module in FOLDER.glob("*.py"):
        if module.stem in {"lwj", "isw", "acled_syria", "strict", "symmetric", "ours"}:
            assert len(module.read_text("utf-8").splitlines()) <= MAX_LINES, module.name


def test_a_published_rule_is_cited_whole() -> None:
    for key in ("lwj", "isw", "acled-syria"):
        for source in DEFINITIONS[key].sources:
            assert source.address.startswith("http")
            assert source.title and source.publisher and source.read_on
            assert source.read_as in READ_AS
        assert DEFINITIONS[key].sources
    assert not any(DEFINITIONS[key].sources for key in ("ours", "strict", "symmetric"))


@given(days, st.sampled_from(TIMELINE.districts))
def test_every_definition_gives_one_answer_of_its_set(day: str, district: str) -> None:
    for key, answer in ALL.answers_at(district, day).items():
        assert answer.status in ANSWERS, key
        assert answer.is_decided == (answer.controller != "unknown"), key
        assert all(one in ALL.material.claims.claims for one in answer.claim_ids), key
        span = ALL.span_at(key, district, day)
        assert span is not None and span.answer == answer, key
        assert span.since <= span.start <= day


@given(days)
def test_ours_is_what_the_map_shows(day: str) -> None:
    for district, interval in TIMELINE.states_at(day).items():
        answer = DEFINITIONS[OURS].decide(ALL.material, district, day)
        assert interval.state is not None
        assert (answer.controller, answer.status) == (interval.state.controller, interval.state.status)


@given(days)
def test_the_counts_of_a_day_are_all_districts(day: str) -> None:
    for key in DEFINITIONS:
        assert sum(ALL.counts(key, day).values()) == len(TIMELINE.districts)


def test_agreement_names_each_other_definition_once() -> None:
    for case in HARD_CASES:
        found = ALL.agreement(case.district, case.day)
        assert sorted((*found.same, *found.other, *found.undecided)) == sorted(OTHERS)


@given(days, st.sampled_from(TIMELINE.districts))
def test_symmetric_exchanges_its_answers_when_the_sides_are_exchanged(day: str, district: str) -> None:
    swapped = {
        claim_id: {**c, "controller": _other(c["controller"]), "claimant": _other(c["claimant"])}
        for claim_id, c in ALL.material.claims.claims.items()
    }
    by_area = {
        area: tuple(swapped[c["claim_id"]] for c in claims) for area, claims in ALL.material.claims.by_area.items()
    }
    turned = replace(ALL.material, claims=Territory(swapped, ALL.material.claims.ends, by_area))
    here, there = (symmetric.decide(material, district, day) for material in (ALL.material, turned))
    assert (_other(here.controller), here.status) == (there.controller, there.status)


def _other(side: str) -> str:
    return SIDES.get(side, side)


def test_withheld_events_decide_nothing() -> None:
    assert set(ALL.material.events) == {event["event_id"] for event in TIMELINE.dataset.public_events}


# --- single steps -------------------------------------------------------------------------


def _answer(decide: Callable[[Material, str, str], Any], *claims: Mapping[str, Any], origins: int = 2) -> str:
    found = decide(_material(*claims, origins=origins), "D", "2022-01-02")
    return f"{found} {found.why}"


def test_lwj_says_where_it_stops() -> None:
    claimed = _claim(claim_id="CC-9002", controller="nrf", basis="claimed", certainty="D")
    assert _answer(lwj.decide, claimed) == "unknown (unknown) no_report"
    assert _answer(lwj.decide, _claim(certainty="E")) == "unknown (unknown) no_report"
    assert _answer(lwj.decide, _claim(), claimed) == "nrf (claimed) not_verified"
    assert _answer(lwj.decide, _claim(centre_held_by="nrf")) == "taliban (contested) centre_apart"
    assert _answer(lwj.decide, _claim(exception="the valleys")) == "taliban (contested) parts_apart"
    province = _claim(area_type="province", exception="some valleys")
    assert _answer(lwj.decide, province) == "unknown (unknown) parts_unnamed"


def test_isw_sets_a_finer_claim_apart_and_cannot_choose_between_two() -> None:
    country = _claim(area_type="country", certainty="A")
    nrf = _claim(claim_id="CC-9002", controller="nrf", basis="claimed", certainty="C")
    taliban = _claim(claim_id="CC-9003", basis="claimed", certainty="C")
    assert _answer(isw.decide, country, nrf) == "nrf (claimed) only_claimed"
    assert _answer(isw.decide, country, taliban) == "taliban (control) assessed"
    assert _answer(isw.decide, country, nrf, taliban) == "unknown (unknown) claims_apart"
    assert _answer(isw.decide, _claim(), nrf) == "taliban (control) assessed"
    assert _answer(isw.decide, nrf) == "unknown (unknown) not_assessed"


def test_strict_wants_the_best_grade_and_two_origins() -> None:
    assert _answer(strict.decide, _claim(certainty="A")) == "taliban (control) confirmed_twice"
    assert _answer(strict.decide, _claim(certainty="A"), origins=1) == "unknown (unknown) not_confirmed"
    assert _answer(strict.decide, _claim()) == "unknown (unknown) not_confirmed"
    wide = _claim(claim_id="CC-9002", area_type="country", certainty="A")
    assert _answer(strict.decide, wide, _claim()) == "unknown (unknown) not_confirmed"


def test_a_district_without_claims_is_decided_by_none() -> None:
    nothing = Defined(_material(), ("D",)).answers_at("D", "2022-01-02")
    assert not any(answer.is_decided for answer in nothing.values())


def test_acled_goes_by_events() -> None:
    taken = {"sub_event_type": "non_state_actor_overtakes_territory", "verification": "reported"}
    clash = {"sub_event_type": "armed_clash", "verification": "disputed"}
    base = _claim(claim_id="CC-9000", area_type="country", valid_from="2021-08-15")
    nrf = _claim(controller="nrf", status="contested", event_ids=["EV-1"])

    def answer(event: dict[str, str], end: str | None = None) -> str:
        material = _material(base, nrf)
        ends = {"CC-9000": None, "CC-9001": end}
        held = replace(material.claims, ends=ends)
        events: Any = {"EV-1": event}
        found = acled_syria.decide(replace(material, claims=held, events=events), "D", "2022-01-01")
        return f"{found} {found.why}"

    assert answer(taken) == "nrf (control) exchanged"
    assert answer(taken, "2022-01-02") == "nrf (contested) fought"
    assert answer(clash) == "nrf (contested) fought"
    assert answer(taken | {"verification": "refuted"}) == "taliban (control) before_exchanges"
    assert _answer(acled_syria.decide, nrf | {"certainty": "D"}) == "unknown (unknown) no_event"


def test_the_names_of_an_address_are_those_of_the_modules() -> None:
    names = [key.replace("-", "_") for key in DEFINITIONS]
    assert names == [module.__name__.rpartition(".")[2] for module in MODULES]
