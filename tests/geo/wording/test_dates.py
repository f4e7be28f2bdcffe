"""Days in words, in both calendars."""

import datetime as dt

import pytest

from geo.wording.dates import in_other_calendar, in_words, plain_date


def test_a_day_in_words():
    assert in_words("2021-09-05") == "Sunday 5 September 2021"
    assert plain_date("2021-09-05") == "5 September 2021"


@pytest.mark.parametrize(
    ("day", "solar"),
    [
        ("2021-03-20", "30 Hut 1399"),  # 1399 was a leap year
        ("2021-03-21", "1 Hamal 1400"),
        ("2021-08-15", "24 Asad 1400"),
        ("2021-09-05", "14 Sunbula 1400"),
        ("2022-03-20", "29 Hut 1400"),
        ("2025-03-20", "30 Hut 1403"),
        ("2025-03-21", "1 Hamal 1404"),
    ],
)
def test_the_solar_year(day, solar):
    assert in_other_calendar(day) == solar


def test_solar_days_follow_each_other():
    """Over ten years every day is the one after the day before."""
    day = dt.date(2019, 3, 21)
    before = int(in_other_calendar(day.isoformat()).split()[0])
    for _ in range(3700):
        day += dt.timedelta(1)
        now = int(in_other_calendar(day.isoformat()).split()[0])
        assert now == before + 1 or (now == 1 and before in (29, 30, 31))
        before = now
