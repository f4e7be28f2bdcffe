"""The sentence of the day says what the states say, and nothing else."""

import pytest

from geo.control.groups import groups_at
from geo.wording.sentence import actor_in_text, day_sentence
from geo.wording.text import t
from geo.wording.words import actor_name

DAYS = ("2021-08-15", "2021-08-25", "2021-09-01", "2021-09-07", "2021-10-01")
VIEWS = ("assessed", "nrf", "taliban", "both")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("day", DAYS)
def test_numbers_and_names(line, day, view):
    output = day_sentence(line, day, view)
    groups = groups_at(line, day, view)
    apart = sum(len(group.area_ids) for group in groups)
    assert f"{len(line.districts) - apart} of {len(line.districts)}" in output or not apart
    for group in groups:
        assert line.dataset.by_id("provinces")[group.admin1]["name_en"] in output
        short = output.replace(t("spell.nrf.full"), t("spell.nrf.short"))
        assert actor_in_text(line.dataset, group.state.controller).lower() in short.lower()
    assert (view == "assessed") == (not output.startswith("As "))
    assert "{" not in output and "sentence." not in output


@pytest.mark.parametrize("view", VIEWS)
def test_the_nrf_has_its_full_name_where_it_first_stands(line, view):
    output = day_sentence(line, "2021-08-25", view)
    assert output.count("National Resistance Front (NRF)") == 1
    assert output.index("NRF") > output.index("National Resistance Front")


def test_the_lead_when_nothing_differs(line):
    day = "2021-12-31"
    assert groups_at(line, day, "assessed") == []
    lead = t("sentence.lead_all", day="31 December 2021", holder="the Taliban", held=6, all=len(line.districts))
    assert day_sentence(line, day) == lead


@pytest.mark.parametrize("day", DAYS)
def test_both_sides_disagree_where_they_name_different_holders(line, day):
    one, other = line.states_at(day, "nrf"), line.states_at(day, "taliban")
    for admin2_id, seen in line.states_at(day, "both").items():
        names = {view[admin2_id].state.controller for view in (one, other) if view[admin2_id].state}
        assert (seen.state.status == "disagreed") == (len(names) == 2)
        if len(names) == 2:
            assert {seen.state.controller, seen.state.disputed[0].controller} == names


def test_names_of_actors(line):
    assert actor_name(line.dataset, "nrf") == "NRF"
    assert actor_name(line.dataset, "nobody_known") == "nobody_known"
