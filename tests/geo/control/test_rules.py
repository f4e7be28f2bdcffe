"""Who holds what: each rule of geo/control/rules.py by name, on one district or two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from geo.control.rules import State, state_at, territory
from geo.record.load import Dataset
from geo.record.schema import PERSPECTIVES

EAST, WEST, DAY = "AF-AAA-east", "AF-AAA-west", "2021-09-01"
BASE = {"area_type": "country", "area_ids": ["AF"], "certainty": "A"}
PROVINCE = {"area_type": "province", "area_ids": ["AF-AAA"]}
NRF = {"controller": "nrf"}
NRF_SAYS = NRF | {"claimant": "nrf", "basis": "claimed"}
TALIBAN_SAY = {"claimant": "taliban", "basis": "claimed"}

Ask = Callable[..., State | None]


@pytest.fixture
def state(with_claims: Callable[..., Dataset]) -> Ask:
    """state(claim, claim, …, day=, perspective=, area=): what holds, given these claims only."""

    def ask(*claims: dict[str, Any], day: str = DAY, perspective: str = "assessed", area: str = EAST) -> State | None:
        return state_at(territory(with_claims(*claims)), area, day, perspective)

    return ask


@pytest.fixture
def holder(state: Ask) -> Callable[..., str | None]:
    return lambda *claims, **requested: (found := state(*claims, **requested)) and found.controller


def nobody_known(found: State | None) -> State:
    """What is told of an area of which no claim that may colour speaks."""
    assert found and (found.controller, found.status, found.claim_ids) == ("unknown", "unknown", ())
    return found


def test_nothing_said_is_no_state(state: Ask) -> None:
    assert state(area=EAST) is None
    assert state({"area_ids": [WEST]}) is None


@pytest.mark.parametrize("perspective", ["", "Assessed", "un", "aff"])
def test_an_unknown_perspective_is_refused(state: Ask, perspective: str) -> None:
    with pytest.raises(ValueError, match="is not one of assessed, nrf, taliban"):
        state(BASE, perspective=perspective)


def test_a_finer_area_wins_even_when_older(holder: Any) -> None:
    province = PROVINCE | NRF | {"valid_from": "2021-08-20"}
    assert holder(BASE, province) == "nrf"
    assert holder(BASE | {"valid_from": "2021-08-25"}, province) == "nrf"
    assert holder(BASE, province, {"controller": "aff"}) == "aff"
    assert holder(BASE, province, {"controller": "aff"}, area=WEST) == "nrf"


def test_of_the_same_area_the_later_beginning_wins(holder: Any) -> None:
    later = NRF | {"valid_from": "2021-08-20", "certainty": "E"}
    assert holder(later, {"certainty": "A"}) == "nrf"
    assert holder({"certainty": "A"}, later) == "nrf"


def test_of_the_same_beginning_the_better_certainty_wins_then_the_lower_id(holder: Any) -> None:
    assert holder({"certainty": "B"}, NRF | {"certainty": "A"}) == "nrf"
    assert holder({"certainty": "A"}, NRF | {"certainty": "B"}) == "taliban"
    assert holder({}, NRF) == "taliban"
    assert holder(NRF, {}) == "nrf"


def test_D_never_colours_and_shows_as_disputed(state: Ask) -> None:
    found = state(BASE, NRF_SAYS | {"certainty": "D"})
    assert found and found.controller == "taliban"
    assert [(d.controller, d.claimant, d.certainty) for d in found.disputed] == [("nrf", "nrf", "D")]
    assert nobody_known(state(NRF | {"certainty": "D"})).disputed[0].controller == "nrf"


def test_E_colours(holder: Any) -> None:
    assert holder(BASE, NRF | {"certainty": "E"}) == "nrf"


def test_C_colours_where_nothing_contradicts_it(state: Ask) -> None:
    found = state(BASE, NRF_SAYS | {"certainty": "C"})
    assert found and (found.controller, found.basis, found.certainty) == ("nrf", "claimed", "C")


@pytest.mark.parametrize("better", ["A", "B"])
def test_C_is_passed_over_when_a_better_claim_of_the_same_area_contradicts(state: Ask, better: str) -> None:
    later = NRF_SAYS | {"certainty": "C", "valid_from": "2021-08-30"}
    found = state({"certainty": better}, later)
    assert found and found.controller == "taliban"
    assert [d.claim_id for d in found.disputed] == ["CC-0002"]


@pytest.mark.parametrize(
    "other",
    [
        {"certainty": "E"},  # not better
        {"certainty": "B", **NRF_SAYS, "controller": "taliban"},  # the same speaker
        {"certainty": "B", "controller": "nrf", "claimant": "media"},  # agrees
        {"certainty": "A", **PROVINCE},  # coarser
    ],
)
def test_C_stands_against_what_does_not_contradict_it(holder: Any, other: dict[str, Any]) -> None:
    assert holder(other, NRF_SAYS | {"certainty": "C", "valid_from": "2021-08-30"}) == "nrf"


@pytest.mark.parametrize("status", ["presence", "advance", "rebellion"])
@pytest.mark.parametrize("perspective", PERSPECTIVES)
def test_being_active_never_colours(state: Ask, status: str, perspective: str) -> None:
    active = NRF_SAYS | {"status": status, "certainty": "A"}
    found = state(BASE, active, perspective=perspective)
    assert found and found.controller == "taliban"
    assert [(a.controller, a.status) for a in found.active] == [("nrf", status)]
    assert found.disputed == ()
    assert nobody_known(state(active, perspective=perspective)).active[0].status == status


@pytest.mark.parametrize("status", ["control", "contested", "besieged"])
def test_holding_statuses_colour_and_are_kept(state: Ask, status: str) -> None:
    found = state(BASE, NRF | {"status": status})
    assert found and (found.controller, found.status) == ("nrf", status)


def test_a_party_sees_its_own_word_first_even_when_coarser_and_contradicted(state: Ask) -> None:
    claims = (BASE, {"certainty": "A"}, PROVINCE | NRF_SAYS | {"certainty": "D"})
    assert (found := state(*claims, perspective="nrf")) and (found.controller, found.told_by) == ("nrf", "own")
    assert (found := state(*claims, perspective="taliban")) and found.controller == "taliban"
    assert (found := state(*claims)) and found.controller == "taliban"


def test_a_party_that_is_silent_shows_the_assessed_state_and_says_so(state: Ask) -> None:
    found = state(BASE, NRF, perspective="taliban")
    assert found and (found.controller, found.told_by) == ("nrf", "assessed")
    assert found == state(BASE, NRF)


def test_of_a_partys_own_words_the_latest_wins_also_when_wider(holder: Any) -> None:
    fine, wide = NRF_SAYS | {"controller": "taliban"}, PROVINCE | NRF_SAYS
    assert holder(wide, fine, perspective="nrf") == "taliban"  # of the same day the finer
    assert holder(wide | {"valid_from": "2021-08-30"}, fine, perspective="nrf") == "nrf"
    assert holder(wide, fine | {"valid_from": "2021-08-30"}, perspective="nrf") == "taliban"


def test_a_partys_word_has_the_basis_of_the_assessed_state_where_they_agree(state: Ask) -> None:
    word = NRF_SAYS | {"certainty": "C"}
    found = state(word, NRF | {"certainty": "A"}, perspective="nrf")
    assert found and (found.basis, found.certainty, found.told_by) == ("assessed", "A", "own")
    found = state(word, {"certainty": "A"}, perspective="nrf")
    assert found and (found.basis, found.certainty) == ("claimed", "C")


def test_two_speakers_of_one_kind_can_contradict_each_other(holder: Any) -> None:
    one, other = {"claimant_name": "The Paper"}, {"claimant_name": "The Radio"}
    claim = NRF | {"certainty": "C", "valid_from": "2021-08-30"}
    assert holder({"certainty": "B"} | one, claim | other) == "taliban"
    assert holder({"certainty": "B"} | one, claim | one) == "nrf"


def test_spans_are_half_open(holder: Any) -> None:
    claim = NRF | {"valid_from": "2021-08-20", "valid_to": "2021-08-25"}
    days = ("2021-08-19", "2021-08-20", "2021-08-24", "2021-08-25")
    assert [holder(BASE, claim, day=day) for day in days] == ["taliban", "nrf", "nrf", "taliban"]


def test_a_claim_ends_where_one_that_supersedes_it_begins(holder: Any) -> None:
    elsewhere = {"area_ids": [WEST], "valid_from": "2021-08-25", "valid_to": "2021-08-27", "supersedes": ["CC-0001"]}
    claims = (NRF, elsewhere)
    assert [holder(*claims, day=f"2021-08-{day}") for day in (24, 25, 28)] == ["nrf", None, None]


def test_the_earliest_end_counts(holder: Any) -> None:
    after = {"area_ids": [WEST], "supersedes": ["CC-0001"]}
    closed = NRF | {"valid_to": "2021-08-25"}
    assert holder(closed, after | {"valid_from": "2021-08-28"}, day="2021-08-26") is None
    assert holder(closed, after | {"valid_from": "2021-08-20"}, day="2021-08-21") is None
    both = (NRF, after | {"valid_from": "2021-08-28"}, after | {"valid_from": "2021-08-26"})
    assert [holder(*both, day=day) for day in ("2021-08-25", "2021-08-27")] == ["nrf", None]


def test_last_confirmed_is_the_latest_of_those_who_agree(state: Ask) -> None:
    old, new = NRF | {"last_confirmed": "2021-08-20"}, NRF | {"claimant": "un", "last_confirmed": "2021-09-03"}
    found = state(BASE | {"last_confirmed": "2022-01-01"}, old, new)
    assert found and found.last_confirmed == "2021-09-03"
    assert found.claim_ids == ("CC-0002", "CC-0003")


@pytest.mark.parametrize(
    "other", [{"status": "contested"}, {"certainty": "D"}, {"controller": "aff"}, {"valid_to": "2021-09-01"}]
)
def test_those_who_differ_or_have_ended_do_not_confirm(state: Ask, other: dict[str, Any]) -> None:
    late = NRF | {"last_confirmed": "2021-10-01"} | other
    found = state(late, NRF | {"valid_from": "2021-08-20", "last_confirmed": "2021-08-25"})
    assert found and found.last_confirmed == "2021-08-25"


def test_another_status_of_the_same_holder_is_no_dispute(state: Ask) -> None:
    found = state(NRF | {"status": "contested"}, NRF)
    assert found and found.disputed == ()


def test_a_coarser_claim_is_no_dispute_but_a_D_of_any_area_is(state: Ask) -> None:
    found = state(BASE, PROVINCE | {"controller": "aff"}, NRF, BASE | {"controller": "aff", "certainty": "D"})
    assert found and [d.claim_id for d in found.disputed] == ["CC-0004"]


@pytest.mark.parametrize("field", ["area_note", "exception"])
def test_a_claim_on_a_part_is_marked(state: Ask, field: str) -> None:
    assert (found := state(NRF)) and not found.partial
    assert (found := state(NRF | {field: "the valley only"})) and found.partial


def test_a_province_covers_its_districts_and_a_place_only_itself(holder: Any) -> None:
    assert holder(PROVINCE | NRF, area=WEST) == "nrf"
    assert holder(PROVINCE | NRF, area="AF-BBB-ne") is None
    place = NRF | {"area_type": "place", "area_ids": ["PL-alpha"]}  # PL-alpha lies in the east
    assert holder(place, area="PL-alpha") == "nrf"
    assert holder(place, area=EAST) is None
    assert holder({"area_ids": [EAST, WEST]} | NRF, area=WEST) == "nrf"


def test_the_shape_of_the_claims_does_not_depend_on_their_order(with_claims: Any) -> None:
    claims: list[dict[str, Any]] = [BASE, PROVINCE | NRF, NRF_SAYS | {"certainty": "C"}, {"status": "contested"}]
    named = [claim | {"claim_id": f"CC-{number:04}"} for number, claim in enumerate(claims, 1)]
    one, two = territory(with_claims(*named)), territory(with_claims(*reversed(named)))
    for perspective in PERSPECTIVES:
        first, second = state_at(one, EAST, DAY, perspective), state_at(two, EAST, DAY, perspective)
        assert first and second and (first.controller, first.claim_ids) == (second.controller, second.claim_ids)
