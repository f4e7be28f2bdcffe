"""A province in figures: the same as the functions that it is made of, for the tiny and the shipped record."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from geo.control.timeline import Timeline
from geo.queries.activity import activity_between
from geo.queries.casualties import ledger
from geo.queries.province import control_strips, overview, profile
from geo.record.schema import PERSPECTIVES, VERIFICATIONS
from geo.record.spans import FAR_AWAY

SPANS = [("2021-08-15", "2021-10-01"), ("2021-08-20", "2021-08-25"), ("2021-09-30", "2021-09-30")]


@pytest.mark.parametrize(("start", "end"), SPANS)
def test_each_figure_is_that_of_the_function_behind_it(line: Timeline, start: str, end: str) -> None:
    for admin1 in line.dataset.by_id("provinces"):
        found = profile(line, admin1, start, end)
        active = [event for event in activity_between(line, start, end) if event["admin1"] == admin1]
        assert found["activity"]["count"] == len(active) == sum(found["activity"]["by_grade"].values())
        assert found["events"] == [e["event_id"] for e in line.events_between(start, end, province=admin1)]
        assert [s["controller"] for s in found["shares"]] == [s.controller for s in line.shares_at(end)[admin1]]
        assert len(found["ledger"]["entries"]) == len(ledger(line, start, end, admin1).entries)
        assert sum(row["events"] for row in found["districts"]) + found["without_district"] == len(found["events"])


def test_months_grades_and_silence_fit_together(shipped_line: Timeline) -> None:
    first, last = shipped_line.dataset.first_day, shipped_line.dataset.last_day
    for admin1 in ("AF-PAN", "AF-BGL", "AF-NIM"):
        found = profile(shipped_line, admin1, first, last)
        months, unknown = found["activity"]["by_month"], found["unknown"]
        assert sum(sum(grades.values()) for grades in months.values()) == found["activity"]["count"]
        assert unknown["silent_months"] == [month for month, grades in months.items() if not any(grades.values())]
        assert unknown["months"] == len(months)
        for counts in (unknown["where_precision"], unknown["date_precision"]):
            assert sum(counts.values()) == len(found["events"])
        assert set(unknown["districts_without_record"]) <= {row["admin2_id"] for row in found["districts"]}


def test_all_provinces_together_are_all_activity(shipped_line: Timeline) -> None:
    first, last = shipped_line.dataset.first_day, shipped_line.dataset.last_day
    rows = overview(shipped_line, first, last)
    active = Counter(event["admin1"] for event in activity_between(shipped_line, first, last))
    assert {row["admin1"]: row["activity"] for row in rows} == {row["admin1"]: active[row["admin1"]] for row in rows}
    assert len(rows) == len(shipped_line.dataset.by_id("provinces"))
    for row in rows:
        assert sum(row["by_grade"][grade] for grade in VERIFICATIONS) == row["activity"]
        assert all(count["admin1s"] == [row["admin1"]] for count in row["claimed_operations"])


def test_no_list_is_none_and_not_zero(line: Timeline) -> None:
    named = {row["admin1"] for row in line.dataset.records("presence") if row["as_of"] <= "2021-10-01"}
    for row in overview(line, "2021-08-15", "2021-10-01"):
        assert (row["presence_lists"] is None) == (row["admin1"] not in named)


def test_chosen_provinces_keep_their_order(line: Timeline) -> None:
    rows = overview(line, "2021-08-15", "2021-10-01", provinces=["AF-CCC", "AF-AAA"])
    assert [row["admin1"] for row in rows] == ["AF-CCC", "AF-AAA"]


@pytest.mark.parametrize(("start", "end"), SPANS)
def test_strips_cover_the_span_and_tell_the_state_of_each_day(line: Timeline, start: str, end: str) -> None:
    for admin1 in line.dataset.by_id("provinces"):
        strips = control_strips(line, admin1, start, end)
        for perspective in PERSPECTIVES:
            held = line.states_at(end, perspective)
            for admin2_id in {row["admin2_id"] for row in strips}:
                rows = [r for r in strips if (r["admin2_id"], r["perspective"]) == (admin2_id, perspective)]
                assert rows[0]["start"] == start and rows[-1]["end"] is None
                assert all(a["end"] == b["start"] for a, b in pairwise(rows))
                assert all(r["start"] < (r["end"] or FAR_AWAY) for r in rows)
                state = held[admin2_id].state
                assert state and (rows[-1]["controller"], rows[-1]["status"]) == (state.controller, state.status)


def test_an_unknown_province_is_refused(line: Timeline) -> None:
    with pytest.raises(ValueError, match="AF-XXX"):
        profile(line, "AF-XXX", "2021-08-15", "2021-10-01")
