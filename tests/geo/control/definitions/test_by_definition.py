"""The record by another definition is a timeline like ours: its states are the answers, and all that tells is as ever."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.address.view import ViewState
from geo.area_style import area_style, sign_of
from geo.control.definitions.answer import CLAIMED, UNKNOWN, Answer
from geo.control.definitions.known import OTHERS
from geo.control.denied import denied_at
from geo.control.direction import direction
from geo.control.rules import UNDECIDED, State
from geo.control.timeline import Timeline
from geo.lens.areas import is_telling
from geo.queries.definitions import defined, timeline_of
from geo.record.load import load
from geo.record.schema import VIEW_PERSPECTIVES
from geo.record.spans import add_days
from geo.wording.change import change_words, holding_in_words
from geo.wording.layer_sentence import view_sentence
from geo.wording.place_sentence import place_sentence
from geo.wording.seen import definition_words
from geo.wording.text import t

RECORD = load()
PLAIN = Timeline(RECORD)
LINES = {key: timeline_of(RECORD, definition=key) for key in OTHERS}
DAY = "2021-09-05"
days = st.integers(0, 1_700).map(lambda n: add_days("2021-08-15", n))


def told(state: State | None) -> tuple[str, str]:
    """A state as an answer has it."""
    if state is None or state.status == UNDECIDED:
        return "unknown", UNKNOWN
    return state.controller, CLAIMED if state.basis == "claimed" else state.status


@given(days, st.sampled_from(OTHERS))
def test_every_state_is_the_answer_of_its_definition(day: str, key: str) -> None:
    answers = defined(PLAIN)
    for district, span in LINES[key].states_at(day).items():
        found = answers.span_at(key, district, day)
        answer = found.answer if found else Answer("unknown", UNKNOWN, "")
        assert told(span.state) == (answer.controller, answer.status)


@given(days, st.sampled_from(VIEW_PERSPECTIVES))
def test_by_ours_it_is_the_normal_answer(day: str, perspective: str) -> None:
    ours = timeline_of(RECORD, definition="ours")
    assert type(ours) is Timeline and ours.dataset is RECORD
    assert ours.states_at(day, perspective) == PLAIN.states_at(day, perspective)


@pytest.mark.parametrize("key", OTHERS)
def test_whoever_speaks_it_is_one_answer_and_nobody_is_contradicted(key: str) -> None:
    line = LINES[key]
    assert len({str(line.states_at(DAY, one)) for one in VIEW_PERSPECTIVES}) == 1
    assert denied_at(line, "2022-05-06", "assessed") == []
    assert all(line.intervals(place) == () for place in line.places)


def test_what_is_kept_of_a_record_is_not_that_of_another_definition() -> None:
    strict = LINES["strict"]
    assert strict.dataset is not PLAIN.dataset and strict.dataset.version == PLAIN.dataset.version
    assert defined(PLAIN) is not defined(strict)


def test_no_answer_is_drawn_as_such_and_not_as_ground_of_nobody() -> None:
    state = LINES["strict"].states_at(DAY)["AF-PAN-bazarak"].state
    assert state and state.status == UNDECIDED and is_telling(state)
    style = area_style(state, "2026-01-01")
    assert (style.fill, style.fade) == (UNDECIDED, 0)
    sign = sign_of(style)
    assert sign.ground and [one.pattern for one in sign.strokes] == [UNDECIDED]
    assert sign_of(area_style(None, DAY)).strokes == ()


def test_a_contested_district_names_the_other_side() -> None:
    state = LINES["symmetric"].states_at("2021-09-03")["AF-PAN-bazarak"].state
    assert state and (state.controller, state.status) == ("taliban", "contested")
    assert [one.controller for one in state.disputed] == ["nrf"]


def test_the_sentence_begins_with_whose_rule_it_is() -> None:
    said = view_sentence(LINES["lwj"], ViewState(DAY, definition="lwj"))
    assert said.startswith("By the Long War Journal’s published rule, applied by us. At the end of 5 September 2021")
    assert definition_words("ours") == ""
    activity = view_sentence(LINES["lwj"], ViewState(DAY, definition="lwj", layer="activity"))
    assert "Long War Journal" not in activity


def test_words_say_that_the_definition_gives_no_answer() -> None:
    strict = LINES["strict"]
    assert "No answer by this definition: all of Panjshir." in view_sentence(
        strict, ViewState(DAY, definition="strict")
    )
    assert "the claims do not decide who held Bazarak" in place_sentence(strict, "AF-PAN-bazarak", DAY)
    state = strict.states_at(DAY)["AF-PAN-bazarak"].state
    assert state and holding_in_words(RECORD, state.holding) == t("status.undecided")


def test_a_change_to_and_from_no_answer_is_told_as_one_of_the_definition() -> None:
    strict = LINES["strict"]
    found = [one for one in strict.changes("2021-09-06", "2021-09-06") if one.area_id == "AF-PAN-bazarak"]
    assert [(one.before and one.before.status, one.after and one.after.status) for one in found] == [
        (UNDECIDED, "control")
    ]
    before, after = (one.holding if one else None for one in (found[0].before, found[0].after))
    assert change_words(RECORD, direction(before, after), before, after).startswith("The definition could not say")
    assert change_words(RECORD, direction(after, before), after, before).startswith("The definition can no longer say")


def test_a_day_of_knowledge_and_a_definition_go_together() -> None:
    both = timeline_of(RECORD, "2021-09-03", "lwj")
    assert both.definition == "lwj" and both.dataset.known and both.dataset.known.by == "2021-09-03"
    said = view_sentence(both, ViewState("2021-09-03", known_by="2021-09-03", definition="lwj"))
    assert said.startswith("By the Long War") and "As known on 3 September 2021." in said
