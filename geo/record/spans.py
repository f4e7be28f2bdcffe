"""Days and spans: plain days in Kabul, half-open spans, ends that later claims set."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FAR_AWAY = "9999-12-31"


@dataclass(frozen=True)
class Known:
    """Up to which day a record is known, and the spans of days of the records that became known later."""

    by: str
    #: First and last day of each event and control claim, none after `by`.
    later: tuple[tuple[str, str], ...] = ()


def add_days(day: str, days: int) -> str:
    """The day `days` after `day` (ISO), before it when negative."""
    return (dt.date.fromisoformat(day) + dt.timedelta(days=days)).isoformat()


def days_between(start: str, end: str) -> int:
    """How many days `end` lies after `start` (both ISO)."""
    return (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)).days


def is_day(value: object) -> bool:
    """Whether a value is a day of the calendar, written YYYY-MM-DD and in no other way."""
    try:
        return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def nearest_day(day: str, first: str, last: str) -> str:
    """A day as it is, or the nearest of a span in which it does not lie."""
    return min(max(day, first), last)


def clipped(start: str, end: str, first: str, last: str) -> tuple[str, str]:
    """What of some days lies in a span, both with their last day; the last before the first where nothing does."""
    return max(start, first), min(end, last)


def years_of(first: str, last: str) -> list[str]:
    """The years that a span of days touches, as '2021'."""
    return [str(year) for year in range(int(first[:4]), int(last[:4]) + 1)]


def covers(start: str, end: str | None, day: str) -> bool:
    """Whether `day` lies in the half-open span from `start` to `end` (None is open)."""
    return start <= day < (end or FAR_AWAY)


def superseded_ends(claims: Iterable[Mapping[str, Any]]) -> dict[str, str | None]:
    """The first day on which each control claim no longer holds, by claim id; None while open.

    A claim ends at its own `valid_to`, or where a later claim that supersedes it begins,
    whichever comes first.
    """
    rows = list(claims)
    ends: dict[str, str | None] = {claim["claim_id"]: claim["valid_to"] for claim in rows}
    for claim in rows:
        for earlier in claim["supersedes"]:
            end = ends.get(earlier)
            if earlier in ends and (end is None or claim["valid_from"] < end):
                ends[earlier] = claim["valid_from"]
    return ends
