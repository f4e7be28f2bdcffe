"""Days beside each other: of a month that no release covers whole UCDP's count is null, never 0; none is added to ours."""

from __future__ import annotations

from pathlib import Path

from geo.control.timeline import Timeline
from geo.record.load import Dataset, public
from geo.reference.by_day import OursOfDay, by_day
from geo.reference.load import load_reference, months_covered
from geo.reference.make import bring
from tests.geo.reference.conftest import MONTH, put, row

EVER = ("2021-08-15", "2026-12-31")


def test_each_event_and_each_row_is_counted_once_on_its_first_day(shipped: Dataset, shipped_line: Timeline) -> None:
    reference = load_reference(shipped)
    days = by_day(shipped_line, *EVER, reference=reference)
    assert [one.day for one in days] == sorted({one.day for one in days})
    first = [event["date_start"] for event in public(shipped.records("events"))]
    for one in days:
        if one.day <= shipped.last_day:
            assert one.ours.events == first.count(one.day)
            assert (one.ours.dated_to_the_day or 0) <= (one.ours.events or 0) >= (one.ours.violent or 0)
        else:
            assert one.ours == OursOfDay(None, None, None, None)
    rows = [row["date_start"] for row in reference.events]
    found = {one.day: (one.ucdp.rows or 0) + one.ucdp.not_counted for one in days if one.ucdp}
    assert {day: rows.count(day) for day in rows} == {day: count for day, count in found.items() if count}


def test_a_month_that_is_not_covered_whole_is_not_known(shipped: Dataset, shipped_line: Timeline) -> None:
    reference = load_reference(shipped)
    covered = months_covered(reference)
    days = [one for one in by_day(shipped_line, *EVER, reference=reference) if one.ucdp]
    for one in days:
        assert one.ucdp and (one.ucdp.rows is None) == (one.ucdp.killed is None) == (one.day[:7] not in covered)
    assert any(one.ucdp and one.ucdp.rows == 0 for one in days), "in a covered month a day without a row has none"
    assert any(one.ucdp and one.ucdp.not_counted for one in days)


def test_ours_are_the_same_with_and_without_theirs(shipped: Dataset, shipped_line: Timeline) -> None:
    span = ("2026-01-01", "2026-03-31")
    alone = {one.day: one.ours for one in by_day(shipped_line, *span)}
    both = {one.day: one.ours for one in by_day(shipped_line, *span, reference=load_reference(shipped))}
    assert all(both[day] == ours for day, ours in alone.items())
    assert all(both[day] == OursOfDay(0, 0, 0, 0) for day in set(both) - set(alone))
    assert all(one.ucdp is None for one in by_day(shipped_line, *span))


def test_a_province_has_its_own_days(tiny: Dataset, tiny_copy: Path, tmp_path: Path) -> None:
    bring(
        [put(tmp_path, MONTH, [row(id="1", day="2021-09-02"), row(id="2", day="2021-08-20")])],
        tiny_copy,
        tiny,
        lambda *_: None,
    )
    reference = load_reference(tiny, tiny_copy)
    here = {one.day: one.ucdp for one in by_day(Timeline(tiny), *EVER, "AF-AAA", reference)}
    counted, not_counted = here["2021-09-02"], here["2021-08-20"]
    assert counted and (counted.rows, counted.dated_to_the_day, counted.not_counted) == (1, 1, 0)
    assert not_counted and (not_counted.rows, not_counted.killed, not_counted.not_counted) == (None, None, 1)
    elsewhere = [one.ucdp for one in by_day(Timeline(tiny), *EVER, "AF-CCC", reference)]
    assert not any(ucdp and (ucdp.rows or ucdp.not_counted) for ucdp in elsewhere)


def test_changes_stand_on_their_days(shipped_line: Timeline) -> None:
    first, last = shipped_line.dataset.first_day, shipped_line.dataset.last_day
    days = by_day(shipped_line, first, last)
    assert sum(one.ours.changes or 0 for one in days) == len(shipped_line.changes(first, last))
