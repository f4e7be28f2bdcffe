"""Days, spans and months as text: what is a day, what of a span lies in another, which month follows."""

from __future__ import annotations

import pytest

from geo.record.months import by_quarter, month_end, months_between, next_month, quarter_of, runs_of_months
from geo.record.spans import clipped, is_day, nearest_day


@pytest.mark.parametrize("day", ["2024-02-29", "0001-01-01", "9999-12-31"])
def test_a_day_of_the_calendar_is_one(day: str) -> None:
    assert is_day(day)


@pytest.mark.parametrize(
    "other", ["2023-02-29", "20240229", "2024-W09-4", "2024-2-9", " 2024-02-29", "2024-02-29T00:00", "", None, 20240229]
)
def test_nothing_else_is(other: object) -> None:
    assert not is_day(other)


def test_a_day_outside_goes_to_the_nearest() -> None:
    span = ("2022-01-05", "2022-02-10")
    assert [nearest_day(day, *span) for day in ("2021-12-31", "2022-01-06", "2022-03-01")] == [
        "2022-01-05", "2022-01-06", "2022-02-10",
    ]  # fmt: skip


def test_what_of_a_span_lies_in_another() -> None:
    assert clipped("2021-01-01", "2022-01-31", "2021-08-15", "2022-01-10") == ("2021-08-15", "2022-01-10")
    start, end = clipped("2020-01-01", "2020-12-31", "2021-08-15", "2022-01-10")
    assert end < start, "nothing of it"


def test_months_follow_each_other_over_the_end_of_a_year() -> None:
    assert next_month("2021-12") == "2022-01"
    assert months_between("2021-11", "2022-02") == ["2021-11", "2021-12", "2022-01", "2022-02"]
    assert months_between("2022-02", "2021-11") == []
    assert [month_end(month) for month in ("2024-02", "2023-02", "2021-12")] == [
        "2024-02-29",
        "2023-02-28",
        "2021-12-31",
    ]


def test_quarters_hold_three_months() -> None:
    assert [quarter_of(f"2022-{month:02d}")[-2:] for month in range(1, 13)] == [
        "Q1", "Q1", "Q1", "Q2", "Q2", "Q2", "Q3", "Q3", "Q3", "Q4", "Q4", "Q4",
    ]  # fmt: skip
    assert by_quarter(["2021-12", "2022-01", "2022-02"]) == {"2021-Q4": ["2021-12"], "2022-Q1": ["2022-01", "2022-02"]}


def test_consecutive_months_are_one_run() -> None:
    months = ["2021-11", "2021-12", "2022-01", "2022-03", "2022-05", "2022-06"]
    assert runs_of_months(months) == [("2021-11", "2022-01"), ("2022-03", "2022-03"), ("2022-05", "2022-06")]
    assert runs_of_months([]) == []
