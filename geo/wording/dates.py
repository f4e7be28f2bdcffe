"""Days in words, in the reader's calendar first: '5 September 2021', 'Sunday 5 September 2021', '14 Sunbula 1400'."""

from __future__ import annotations

import datetime as dt

import jdatetime

from geo.wording.text import digits, t

OTHER = {"gregorian": "solar", "solar": "gregorian"}


def plain_date(day: str) -> str:
    """'5 September 2021', in the calendar of the language."""
    return _told(day, t("locale.calendar"))


def in_words(day: str) -> str:
    """'Sunday 5 September 2021'."""
    weekday = dt.date.fromisoformat(day).isoweekday()
    return t("locale.weekday_day", weekday=t(f"calendar.weekday.{weekday}"), date=plain_date(day))


def in_other_calendar(day: str) -> str:
    """The day in the calendar that is not the language's first: '14 Sunbula 1400' beside English."""
    return _told(day, OTHER[t("locale.calendar")])


def month_in_words(month: str) -> str:
    """'September 2021' of '2021-09': months of the record are those of its files, in every language."""
    return t("locale.month", month=t(f"calendar.month.{int(month[5:7])}"), year=digits(month[:4]))


def quarter_in_words(name: str) -> str:
    """'2021-Q3', a quarter by its name in the record, as the language writes it."""
    year, _, number = name.partition("-Q")
    return t("locale.quarter", year=digits(year), quarter=digits(number))


def span_in_words(start: str, end: str) -> str:
    """'5 September 2021', '5–7 September 2021', '30 September – 2 October 2021' or '30 December 2021 – 2 January 2022'."""
    calendar = t("locale.calendar")
    if start == end:
        return _told(start, calendar)
    first, last = parts_of(start, calendar), parts_of(end, calendar)
    if first[0] != last[0]:
        return t("locale.span.years", first=_told(start, calendar), last=_told(end, calendar))
    names = [_month(parts[1], calendar) for parts in (first, last)]
    values = {"first": first[2], "last": last[2], "month": names[1], "year": last[0]}
    return (
        t("locale.span.days", **values)
        if first[1] == last[1]
        else t("locale.span.months", first_month=names[0], **values)
    )


def parts_of(day: str, calendar: str) -> tuple[int, int, int]:
    """Year, month and day of an ISO day in 'gregorian' or 'solar'."""
    date = dt.date.fromisoformat(day)
    if calendar == "solar":
        date = jdatetime.date.fromgregorian(date=date)
    return date.year, date.month, date.day


def _told(day: str, calendar: str) -> str:
    year, month, date = parts_of(day, calendar)
    return t("locale.day", day=date, month=_month(month, calendar), year=year)


def _month(month: int, calendar: str) -> str:
    return t(f"solar.{month}") if calendar == "solar" else t(f"calendar.month.{month}")
