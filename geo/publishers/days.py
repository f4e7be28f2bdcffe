"""Days as people write them, in two calendars: to a first day, a last day and a precision, or a reason why not."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import jdatetime

from geo.publishers.day_numbers import of_seconds, of_serial
from geo.publishers.months import month_of
from geo.publishers.numbers import western, whole

GREGORIAN, SOLAR_HIJRI = "gregorian", "solar-hijri"
CALENDARS = (GREGORIAN, SOLAR_HIJRI)
DAY_ORDERS = ("dmy", "mdy")
FIRST_YEAR, LAST_YEAR = 1970, 2049
SOLAR_YEARS = range(1300, 1451)
EXACT, TO_SIX_DAYS, WEEK, MONTH, YEAR = 1, 2, 3, 4, 5
#: Why something is no day; `date_order` is of two.
REASONS = (
    "date_missing", "date_format", "date_none", "date_range", "day_order", "solar_hijri", "not_solar_hijri", "serial_day",
    "excel_day", "date_order",
)  # fmt: skip

#: A time of day that may follow; it is not read.
TIME = r"(?:(?:T|,? )\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|UTC|[AaPp][Mm]|[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){TIME}")
YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|(?<=[/.])\d{{2}}){TIME}")
_RUN_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH_ONLY = re.compile(r"(\d{4})[-/.](\d{1,2})")
_YEAR_ONLY = re.compile(r"\d{4}")
_DAY_NAMED = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[ -]([^\W\d_]+)\.?,?[ -](\d{{4}}|['’]?\d{{2}}){TIME}")
_NAMED_DAY = re.compile(rf"([^\W\d_]+)\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){TIME}")
_NAMED_MONTH = re.compile(r"([^\W\d_]+)\.?,?[ -](\d{4})")
_WEEKDAY = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|شنبه|جمعه)\.?,? ", re.IGNORECASE
)
ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(0[1-9]|1[0-2])")

_Parts = tuple[int, int | None, int | None]  # year, month, day


class NoDay(ValueError):
    """It is no day; `reason` is one of `REASONS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Days:
    """First and last day (ISO, Gregorian) of what a date says, with UCDP's precision."""

    start: str
    end: str
    precision: int


@dataclass(frozen=True)
class DateFormat:
    """How dates are read: calendar, which of day and month comes first ('' when not known), what day numbers mean."""

    calendar: str = GREGORIAN
    day_order: str = ""
    serials: bool = False  # 44444 is a day's number in a spreadsheet
    excel_days: str = ""  # of dates in which a spreadsheet may have exchanged day and month: 'ask', 'exchanged'


NOTHING_CHOSEN = DateFormat()
#: What stands in a cell of a month or day when it is not known.
NOT_KNOWN = frozenset({"", "na", "n/a", "-", "unknown", "-9", "-99", "none", "null"})


def read_days(value: object, date_format: DateFormat) -> Days:
    """What a written date says.

    Raises
    ------
    NoDay
        With any reason but `date_order`.
    """
    text = _WEEKDAY.sub("", " ".join(western(value).split()), count=1)
    if not text:
        raise NoDay("date_missing")
    if date_format.excel_days and (found := ISO_DAY.fullmatch(text)):
        text = _exchanged(found, date_format.excel_days)
    if day := of_seconds(text):
        return days_of_parts(day.year, day.month, day.day, GREGORIAN)
    if day := of_serial(text):
        if not date_format.serials:
            raise NoDay("serial_day")
        return days_of_parts(day.year, day.month, day.day, GREGORIAN)
    return days_of_parts(*_parts(text, date_format.day_order), date_format.calendar)


def days_of_cells(cells: Sequence[object], date_format: DateFormat = NOTHING_CHOSEN) -> Days:
    """What a year, a month and a day say that stand in cells of their own; one that is empty or zero is not known.

    A month may stand there by its name. A month or day that can't be read is not taken for one that is not known.

    Raises
    ------
    NoDay
        As `read_days`.
    """
    year = whole(cells[0])
    if not year:
        raise NoDay("date_missing")
    kind = date_format.calendar
    month = _whole_or_none(cells[1], lambda text: month_of(text, year in SOLAR_YEARS))
    day = _whole_or_none(cells[2]) if len(cells) > 2 else None
    return days_of_parts(year, month, day if month else None, kind)


def _whole_or_none(cell: object, named: Callable[[str], int | None] = lambda _: None) -> int | None:
    """A month or day; None where it is not known; refused where it can't be read."""
    text = western(cell).strip()
    number = whole(text) if text.lower() not in NOT_KNOWN else 0
    if number is None and (number := named(text)) is None:
        raise NoDay("date_format")
    return number or None


def days_of_parts(year: int, month: int | None, day: int | None, kind: str) -> Days:
    """A day, a month or a year in one of the two calendars.

    Raises
    ------
    NoDay
        When there is no such day, or the year does not fit the calendar.
    """
    solar = year in SOLAR_YEARS
    if solar != (kind == SOLAR_HIJRI):
        raise NoDay("solar_hijri" if solar else "not_solar_hijri")
    first_month, last_month = (month, month) if month else (1, 12)
    try:
        last_day = day or _length(year, last_month, kind)
        start, end = _date(year, first_month, day or 1, kind), _date(year, last_month, last_day, kind)
    except ValueError:
        raise NoDay("date_none") from None
    if not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise NoDay("date_range")
    return Days(start.isoformat(), end.isoformat(), EXACT if day else MONTH if month else YEAR)


def span(first: Days, last: Days) -> Days:
    """From the one to the other; the precision by UCDP's scheme for the length of the whole.

    Raises
    ------
    NoDay
        `date_order` when it ends before it begins.
    """
    if (last.start, last.end) == (first.start, first.end):
        return first
    if last.end < first.start:
        raise NoDay("date_order")
    end = max(first.end, last.end)
    return Days(first.start, end, max(first.precision, last.precision, precision_of(first.start, end)))


def precision_of(start: str, end: str) -> int:
    """UCDP's date precision of a span: a day, two to six, a week, a month, more."""
    length = (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)).days + 1
    steps = ((1, EXACT), (6, TO_SIX_DAYS), (7, WEEK), (31, MONTH))
    return next((precision for most, precision in steps if length <= most), YEAR)


def _parts(text: str, day_order: str) -> _Parts:
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[3]), int(found[4])
    if found := YEAR_LAST.fullmatch(text):
        return _year(found[4]), *_in_order(int(found[1]), int(found[3]), day_order)
    if found := _RUN_TOGETHER.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _MONTH_ONLY.fullmatch(text):
        return int(found[1]), int(found[2]), None
    if _YEAR_ONLY.fullmatch(text):
        return int(text), None, None
    return _named(text)


def _exchanged(found: re.Match[str], what: str) -> str:
    """A date of a spreadsheet's own with day and month exchanged, as both may be months; asked when not yet said."""
    if what == "ask":
        raise NoDay("excel_day")
    return f"{found[1]}-{found[3]}-{found[2]}"


def _year(text: str) -> int:
    """A year of four figures, or of two: 70 to 99 are of the last century."""
    year = int(text.lstrip("'’"))
    return year if len(text.lstrip("'’")) == 4 else year + (1900 if year >= FIRST_YEAR % 100 else 2000)


def _in_order(first: int, second: int, day_order: str) -> tuple[int, int]:
    """Month and day; refused when the two can't be told apart."""
    if first == second:
        return first, second
    if not day_order:
        raise NoDay("day_order")
    return (second, first) if day_order == "dmy" else (first, second)


def _named(text: str) -> _Parts:
    """'15 August 2021', 'August 15, 2021', '24 Asad 1400', 'August 2021'."""
    day: int | None = None
    if found := _DAY_NAMED.fullmatch(text):
        day, name, year = int(found[1]), found[2], _year(found[3])
    elif found := _NAMED_DAY.fullmatch(text):
        name, day, year = found[1], int(found[2]), int(found[3])
    elif found := _NAMED_MONTH.fullmatch(text):
        name, year = found[1], int(found[2])
    else:
        raise NoDay("date_format")
    month = month_of(name, year in SOLAR_YEARS)
    if month is None:
        raise NoDay("date_format")
    return year, month, day


def _date(year: int, month: int, day: int, kind: str) -> dt.date:
    if kind == SOLAR_HIJRI:
        found: dt.date = jdatetime.date(year, month, day).togregorian()
        return found
    return dt.date(year, month, day)


def _length(year: int, month: int, kind: str) -> int:
    """How many days a month has."""
    if not 1 <= month <= 12:
        raise ValueError(month)
    if kind == GREGORIAN:
        return calendar.monthrange(year, month)[1]
    return 31 if month <= 6 else 30 if month < 12 or jdatetime.date(year, 1, 1).isleap() else 29
