"""The sentence of the day says what the states say, and nothing else."""

import pytest

from geo.control.denied import denied_at
from geo.control.groups import groups_at
from geo.control.timeline import Timeline
from geo.wording.sentence import actor_in_text, day_sentence, held_at
from geo.wording.text import t
from geo.wording.words import actor_name

DAYS = ("2021-08-15", "2021-08-25", "2021-09-01", "2021-09-07", "2021-10-01")
VIEWS = ("assessed", "nrf", "taliban", "both")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("day", DAYS)
def test_numbers_and_names(line, day, view):
    output = day_sentence(line, day, view)
    groups = groups_at(line, day, view)
    silent, held = held_at(line, groups, view)
    assert f"held {held} of" in output or f"all {held} districts" in output
    assert (
        view == "assessed"
        or not silent
        or f"{silent} of {len(line.districts)} districts" in output
        or "all 8" in output
    )
    for group in groups:
        assert line.dataset.by_id("provinces")[group.admin1]["name_en"] in output
        names = [line.dataset.by_id("districts")[area_id]["name_en"] for area_id in group.area_ids]
        assert group.whole or all(name in output for name in names)
        assert group.state.status == "disagreed" or t(f"sure.{group.state.certainty}") in output
        short = output.replace(t("spell.nrf.full"), t("spell.nrf.short"))
        assert actor_in_text(line.dataset, group.state.controller).lower() in short.lower()
    assert (view == "assessed") == (not output.startswith("What "))
    assert "{" not in output and "sentence." not in output


@pytest.mark.parametrize(
    ("day", "view", "output"),
    [
        (
            "2021-08-25",
            "assessed",
            "At the end of 25 August 2021 the Taliban held 4 of 8 districts. The National Resistance Front (NRF) held Bbb "
            "nw, Bbb se and Bbb sw in Bbb (reported). Contested, last held by the NRF: Ccc south in Ccc (reported). "
            "Contradicted: the claim of the NRF to hold Aaa east in Aaa. Contradicted: the claim of the Taliban to hold "
            "Bbb nw, Bbb se and Bbb sw in Bbb.",
        ),
        (
            "2021-09-01",
            "nrf",
            "What the National Resistance Front (NRF) says at the end of 1 September 2021. The NRF held Aaa east in Aaa "
            "(contradicted). No statement of the NRF on 7 of 8 districts, shown as assessed: the Taliban held 7 of them.",
        ),
        (
            "2021-09-01",
            "taliban",
            "What the Taliban say at the end of 1 September 2021. No statement of the Taliban on any district holds on this day; all 8 "
            "districts are shown as assessed: the Taliban held 8 of them. Contradicted: the claim of the National "
            "Resistance Front (NRF) to hold Aaa east in Aaa.",
        ),
        (
            "2021-09-01",
            "both",
            "What the two sides say at the end of 1 September 2021. Where the National Resistance Front (NRF) alone "
            "speaks: They name the NRF for Aaa east in Aaa; assessed: the Taliban. No statement of either side on 7 of 8 "
            "districts, shown as assessed: the Taliban held 7 of them.",
        ),
    ],
)  # fmt: skip
def test_a_silent_party_is_given_no_words_and_a_denied_claim_is_told(line, day, view, output):
    assert day_sentence(line, day, view) == output


def test_who_speaks_of_all_has_no_silence_counted(with_claims):
    everything = {
        "area_type": "country",
        "area_ids": ["AF"],
        "claimant": "taliban",
        "basis": "claimed",
        "certainty": "C",
    }
    output = day_sentence(Timeline(with_claims(everything)), "2021-08-20", "taliban")
    assert "The Taliban speak of all 8 districts." in output and "No statement" not in output


def test_what_the_base_is_only_said_to_hold_is_not_counted_as_held(with_claims):
    base = {"area_type": "country", "area_ids": ["AF"]}
    claimed = {"basis": "claimed", "certainty": "C", "claimant": "taliban"}
    output = day_sentence(Timeline(with_claims(base, claimed)), "2021-08-20")
    assert "held 7 of 8" in output
    assert "Said to be held by the Taliban: Aaa east in Aaa (one side’s word)." in output


def test_every_district_of_seven_is_named(shipped_line):
    output = day_sentence(shipped_line, "2021-09-05")
    for name in ("Dara", "Khenj", "Shutul", "Bazarak", "Anaba", "Andarab", "Puli Hisar"):
        assert name in output
    assert "more districts" not in output


@pytest.mark.parametrize("day", ["2022-05-06", "2022-05-07"])
def test_the_denied_claim_of_three_districts_is_told_on_its_days(shipped_line, day):
    output = day_sentence(shipped_line, day)
    assert "Contradicted: the claim of the National Resistance Front (NRF) to hold Khenj" in output
    assert "Abdullah Khel and Abshar in Panjshir" in output


@pytest.mark.parametrize("view", VIEWS)
def test_the_nrf_has_its_full_name_where_it_first_stands(line, view):
    output = day_sentence(line, "2021-08-25", view)
    assert output.count("National Resistance Front (NRF)") == 1
    assert output.index("NRF") > output.index("National Resistance Front")


def test_the_lead_when_nothing_differs(line):
    day = "2021-12-31"
    assert groups_at(line, day, "assessed") == denied_at(line, day, "assessed") == []
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
