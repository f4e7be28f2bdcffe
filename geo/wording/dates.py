"""Days in words: '5 September 2021', 'Sunday 5 September 2021', '14 Sunbula 1400'."""

from __future__ import annotations

import datetime as dt

import jdatetime

from geo.wording.text import t


def plain_date(day: str) -> str:
    """'5 September 2021'."""
    date = dt.date.fromisoformat(day)
    return f"{date.day} {t(f'calendar.month.{date.month}')} {date.year}"


def in_words(day: str) -> str:
    """'Sunday 5 September 2021'."""
    weekday = dt.date.fromisoformat(day).isoweekday()
    return f"{t(f'calendar.weekday.{weekday}')} {plain_date(day)}"


def solar_hijri(day: str) -> str:
    """'14 Sunbula 1400', with the names of the months as used in Afghanistan."""
    date = jdatetime.date.fromgregorian(date=dt.date.fromisoformat(day))
    return f"{date.day} {t(f'solar.{date.month}')} {date.year}"
