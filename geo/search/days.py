"""Days in the words of a search: 'May 2022', '5 September 2021', '2021-09-05', '14 Sunbula 1400'; as `web/search/days.js`."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

import jdatetime

from geo.publishers.months import month_of
from geo.record.spans import clipped

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"\d{4}")
_BETWEEN = re.compile(r"[\s,،]+")
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)
#: Years before this one are of the Solar Hijri calendar.
FIRST_GREGORIAN = 1700
#: A day that somebody types has so many letters at most.
MAX_DAY_LETTERS = 60


@dataclass(frozen=True)
class NamedDays:
    """Days that a search names: 'day', 'month' or 'year', with its first and last day within the record."""

    kind: str
    first: str
    last: str


def days_in(query: str, first_day: str, last_day: str) -> tuple[NamedDays | None, str]:
    """The days that a search names and its other words; None where it names none, or none of the record."""
    chunks = [chunk for chunk in _BETWEEN.split(query.translate(_DIGITS).lower()) if chunk]
    for at in range(len(chunks)):
        for length in (3, 2, 1):
            found = _meant(chunks[at : at + length], first_day, last_day) if at + length <= len(chunks) else None
            if found:
                return found, " ".join(chunks[:at] + chunks[at + length :])
    return None, query


def _meant(chunks: list[str], first_day: str, last_day: str) -> NamedDays | None:
    """What a few words mean together, as far as it lies in the record."""
    parts = _parts(chunks)
    span = _span(*parts) if parts else None
    if not parts or not span or span[1] < first_day or last_day < span[0]:
        return None
    kind = "day" if parts[2] else "month" if parts[1] else "year"
    return NamedDays(kind, *clipped(*span, first_day, last_day))


def _parts(chunks: list[str]) -> tuple[int, int, int] | None:
    """Year, month and day that words name; 0 for what they leave open."""
    if len(chunks) == 1 and (iso := _ISO.fullmatch(chunks[0])):
        return int(iso[1]), int(iso[2]), int(iso[3] or 0)
    *rest, year = chunks
    if not _YEAR.fullmatch(year) or len(rest) > 2:
        return None
    if not rest:
        return int(year), 0, 0
    solar = int(year) < FIRST_GREGORIAN
    day = [found for chunk in rest if (found := _DAY.fullmatch(chunk))]
    month = [number for chunk in rest if (number := month_of(chunk.rstrip("."), solar))]
    if len(month) != 1 or len(day) != len(rest) - 1:
        return None
    return int(year), month[0], int(day[0][1]) if day else 0


def _span(year: int, month: int, day: int) -> tuple[str, str] | None:
    """First and last day, ISO; None where there is no such day."""
    try:
        if year < FIRST_GREGORIAN:
            first = jdatetime.date(year, month or 1, day or 1).togregorian()
            last = first if day else _last_solar(year, month or 12)
        else:
            first = dt.date(year, month or 1, day or 1)
            last = first if day else dt.date(year, month or 12, calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()


def _last_solar(year: int, month: int) -> dt.date:
    following: dt.date = jdatetime.date(year + month // 12, month % 12 + 1, 1).togregorian()
    return following - dt.timedelta(days=1)
