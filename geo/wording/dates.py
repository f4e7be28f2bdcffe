"""Days in words: '5 September 2021', 'Sunday 5 September 2021', '14 Sunbula 1400'."""

from __future__ import annotations

import datetime as dt

from geo.wording.text import t

#: The first day of the solar year 1400, and the first days of its twelve months counted from there.
NEW_YEAR_1400 = dt.date(2021, 3, 21)
SOLAR_MONTHS = (0, 31, 62, 93, 124, 155, 186, 216, 246, 276, 306, 336)


def plain_date(day: str) -> str:
    """'5 September 2021'."""
    date = dt.date.fromisoformat(day)
    return f"{date.day} {t(f'calendar.month.{date.month}')} {date.year}"


def short_date(day: str) -> str:
    """'5 Sep 2021'."""
    date = dt.date.fromisoformat(day)
    return f"{date.day} {t(f'month.{date.month}')} {date.year}"


def in_words(day: str) -> str:
    """'Sunday 5 September 2021'."""
    weekday = dt.date.fromisoformat(day).isoweekday()
    return f"{t(f'calendar.weekday.{weekday}')} {plain_date(day)}"


def solar_hijri(day: str) -> str:
    """'14 Sunbula 1400', with the names of the months as used in Afghanistan."""
    left = (dt.date.fromisoformat(day) - NEW_YEAR_1400).days
    year = 1400
    while left < 0:
        year -= 1
        left += _days_of(year)
    while left >= _days_of(year):
        left -= _days_of(year)
        year += 1
    month = max(number for number, first in enumerate(SOLAR_MONTHS) if first <= left)
    return f"{left - SOLAR_MONTHS[month] + 1} {t(f'solar.{month + 1}')} {year}"


def _days_of(year: int) -> int:
    """365 or 366: eight leap years in 33, as the observed calendar has them from 1244 to 1502."""
    return 366 if (25 * year + 11) % 33 < 8 else 365
