"""Activity and presence on the tiny record: what is counted where, against what, and what nobody says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.layers.activity_map import activity_at, silent_spans
from geo.queries.layers.difference import CountRow, VoiceRow, activity_difference, presence_difference
from geo.queries.layers.plan import Shade, activity_plan, presence_plan
from geo.queries.layers.presence_map import LEVEL_OF, Voice, outdated, presence_on
from geo.record.schema import CLAIMANTS
from geo.style.layers import ACTIVITY_STEPS, PRESENCE_LEVELS, step_of
from geo.wording.layer_rows import activity_rows, presence_rows
from geo.wording.layer_sentence import view_sentence


def view(day: str, window: str = "7", **keys: str) -> ViewState:
    return ViewState(date=day, window=window, **keys)


def test_districts_hold_what_is_known_so_well_and_provinces_the_rest(line: Timeline) -> None:
    found = activity_at(line, view("2021-09-03", "all"))
    assert dict(found.districts) == {"AF-AAA-east": 1, "AF-BBB-ne": 1}
    assert dict(found.provinces) == {"AF-CCC": 1}
    assert dict(found.totals) == {"AF-AAA": 1, "AF-BBB": 1, "AF-CCC": 1}
    assert (len(found.events), found.nowhere) == (3, 0)


def test_chosen_types_count_and_what_has_no_province_is_told_apart_from_what_is_abroad(line: Timeline) -> None:
    found = activity_at(line, view("2021-09-30", "all", type="strategic_developments"))
    assert [event["event_id"] for event in found.events] == ["EV-2021-0005"]
    assert (found.nowhere, dict(found.totals)) == (1, {})


def test_filters_hold(line: Timeline) -> None:
    found = activity_at(line, view("2021-09-03", "all", actor="nrf", area="AF-BBB"))
    assert dict(found.totals) == {"AF-BBB": 1}


def test_a_window_stands_beside_the_one_before(line: Timeline) -> None:
    found = activity_at(line, view("2021-08-29"))  # 23 to 29 August; before it 16 to 22 August
    assert (dict(found.totals), dict(found.before or {}), found.count_before) == ({"AF-BBB": 1}, {"AF-AAA": 1}, 1)
    assert [found.change(admin1) for admin1 in ("AF-AAA", "AF-BBB", "AF-CCC")] == ["fewer", "first", "same"]


@pytest.mark.parametrize(("day", "window"), [("2021-08-26", "7"), ("2021-09-03", "7"), ("2021-09-30", "all")])
def test_nothing_is_compared_over_the_edge_of_the_record_nor_with_silence(
    line: Timeline, day: str, window: str
) -> None:
    found = activity_at(line, view(day, window))
    assert (found.before, found.change("AF-AAA")) == (None, "")


def test_silence_is_no_small_number(line: Timeline) -> None:
    """Nobody of the opposition does anything in September: an event of the Taliban does not end that silence."""
    assert silent_spans(line) == (("2021-09-01", "2021-09-30"), ("2021-10-01", "2021-10-01"))
    found = activity_at(line, view("2021-09-20"))
    assert (found.silent_days, found.days) == (7, 7)
    shades = activity_plan(line, found).provinces
    assert set(shades.values()) == {Shade(lines="silence")} and len(shades) == 3
    partly = activity_at(line, view("2021-09-03"))
    assert partly.silent_days == 3
    assert activity_plan(line, partly).provinces == {"AF-CCC": Shade(0, "coarse", "1")}


def test_a_province_without_an_event_has_no_sign_of_its_own(line: Timeline) -> None:
    found = activity_at(line, view("2021-08-29"))
    plan = activity_plan(line, found)
    assert plan.provinces == {"AF-BBB": Shade(0, "", "1*")}
    rows = [(row.text, row.number) for row in activity_rows(line, view("2021-08-29"), found, plan)]
    assert ("No record: no data, not ‘none’", "2") in rows


def test_steps_begin_at_their_least_count() -> None:
    assert [step_of(count, ACTIVITY_STEPS) for count in (0, 1, 2, 4, 5, 9, 10, 24, 25, 900)] == [
        -1, 0, 1, 1, 2, 2, 3, 3, 4, 4,
    ]  # fmt: skip


def test_two_windows_stand_beside_each_other_where_they_differ_most_first(line: Timeline) -> None:
    found = activity_difference(line, view("2021-08-29"), "2021-08-22", "2021-08-29")
    assert found.rows == (CountRow("AF-AAA", 1, 0), CountRow("AF-BBB", 0, 1))
    assert [row.more for row in found.rows] == [-1, 1] and found.is_comparable
    back = activity_difference(line, view("2021-08-22"), "2021-08-29", "2021-08-22")
    assert [(row.admin1, row.more) for row in back.rows] == [("AF-AAA", 1), ("AF-BBB", -1)]


def test_two_windows_are_not_compared_with_silence_and_what_has_no_province_is_told(line: Timeline) -> None:
    requested = view("2021-09-30", "all", type="strategic_developments")
    found = activity_difference(line, requested, "2021-08-29", "2021-09-30")
    assert found.rows == (CountRow(None, 0, 1),) and not found.is_comparable


# --- presence -----------------------------------------------------------------------------


def test_each_level_has_all_of_those_before_it(shipped_line: Timeline) -> None:
    assert set(LEVEL_OF) == set(CLAIMANTS) and set(LEVEL_OF.values()) == set(PRESENCE_LEVELS)
    day = view("2022-02-01", "30", layer="presence")
    named = [
        {(p, v.claimant, v.as_of) for p, voices in presence_on(shipped_line, replace(day, presence=level)).voices.items() for v in voices}
        for level in PRESENCE_LEVELS
    ]  # fmt: skip
    assert named[0] < named[1] < named[2]


def test_to_be_called_absent_is_more_than_not_to_be_named(line: Timeline) -> None:
    requested = view("2021-09-20", "30", layer="presence", presence="claims")
    found = presence_on(line, requested)
    nrf, un = Voice("nrf", "2021-09-01", False), Voice("un", "2021-09-15", True)
    assert found.voices == {"AF-AAA": (Voice("nrf", "2021-09-01", True),), "AF-BBB": (nrf, un)}
    plan = presence_plan(line, found)
    assert plan.provinces == {"AF-AAA": Shade(0, "", "+1"), "AF-BBB": Shade(0, "contradicted", "+1 −1")}
    assert "Named by one, said to be absent by another: Bbb." in view_sentence(line, requested)
    rows = {row.text: row.number for row in presence_rows(line, requested, found, plan)}
    assert rows["Not named: no data, not absence"] == "1"


def test_only_absent_has_a_sign_of_its_own(line: Timeline) -> None:
    requested = view("2021-09-14", "7", layer="presence", presence="claims", area="AF-BBB")
    assert presence_plan(line, presence_on(line, requested)).provinces == {"AF-BBB": Shade(-1, "absent", "−1")}


def test_a_party_alone_is_no_report(line: Timeline) -> None:
    found = presence_on(line, view("2021-09-20", "30", layer="presence", presence="reports"))
    assert found.voices == {"AF-BBB": (Voice("un", "2021-09-15", True),)}


def test_events_of_the_window_are_one_voice_and_disputed_ones_none(line: Timeline) -> None:
    found = presence_on(line, view("2021-08-26", "all", layer="presence", presence="claims"))
    assert found.voices == {"AF-AAA": (Voice("events", "2021-08-26", True, 1),)}  # EV-2021-0002 is disputed


def test_voices_of_two_days_stand_beside_each_other(line: Timeline) -> None:
    requested = view("2021-09-20", "30", layer="presence", presence="claims")
    before, after = Voice("nrf", "2021-09-01", False), Voice("un", "2021-09-15", True)
    rows = {row.admin1: row for row in presence_difference(line, requested, "2021-09-14", "2021-09-20")}
    assert rows["AF-BBB"] == VoiceRow("AF-BBB", (before,), (before, after))
    assert {admin1: row.more for admin1, row in rows.items()} == {"AF-AAA": -1, "AF-BBB": 1}  # its event is too old


def test_a_list_of_years_ago_is_told_and_not_counted(shipped_line: Timeline) -> None:
    requested = view("2025-12-10", "30", layer="presence", presence="claims")
    assert ("nrf", "2021-12-17") in outdated(shipped_line, requested)
    voices = [voice for voices in presence_on(shipped_line, requested).voices.values() for voice in voices]
    assert min(voice.as_of for voice in voices) >= "2024-12-11"


def test_the_question_of_2024_is_answered_from_the_record(shipped_line: Timeline) -> None:
    """Where was the NRF active in 2024: the counts of the map are those of a plain count of the record."""
    requested = view("2024-12-31", "365", layer="activity", actor="nrf")
    counted: dict[str | None, int] = {}
    for event in shipped_line.events_between("2024-01-02", "2024-12-31", actor="nrf"):
        if event["event_type"] in ("battles", "explosions") and event["country"] == "AF":
            counted[event["admin1"]] = counted.get(event["admin1"], 0) + 1
    found = activity_at(shipped_line, requested)
    assert found.nowhere == counted.pop(None, 0)
    assert dict(found.totals) == counted and max(counted, key=lambda p: counted[p] if p else 0) == "AF-KAB"
