"""Where things stand on an axis: days, counts, steps of shades."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from geo.reading.charts.labels import width_px
from geo.reading.drawings import Tick
from geo.record.months import months_between
from geo.record.spans import days_between
from geo.wording.text import digits, t

#: The axis of time on the narrowest screen, of bars and beside the names of strips; words on it keep so far apart, and so far from their
#: tick.
BARS_PX, STRIPS_PX, APART_PX, INSET_PX = 275.0, 210.0, 6.0, 4.0
#: How many months may lie between two words of an axis of days.
MONTHS_APART = (1, 3, 6, 12)
#: How many lines lie behind bars at most.
MAX_LEVELS = 4
#: Least counts of the steps of shades that a map may have; so many of them at most.
ROUND_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
MAX_STEPS = 5


def place_of(day: str, start: str, end: str) -> float:
    """Where a day stands between two others, in per cent."""
    return round(100 * days_between(start, day) / max(1, days_between(start, end)), 2)


def levels_of(most: int) -> tuple[int, ...]:
    """Round counts up to the highest one, not more than fit."""
    step = next(step for step in ROUND_STEPS if most / step <= MAX_LEVELS or step == ROUND_STEPS[-1])
    return tuple(range(0, most + 1, step))


def powers_of_ten(most: float) -> tuple[int, ...]:
    """1, 10, 100 … up to the first that is not less than the highest number."""
    return tuple(10**power for power in range(math.ceil(math.log10(max(1.0, most))) + 1))


def steps_of(counts: Sequence[int]) -> tuple[int, ...]:
    """The least counts of the shades of a map: 1, 5, 20 …; they end at or under the highest count."""
    reached = [step for step in ROUND_STEPS if step <= max(counts, default=0)] or [1]
    every = math.ceil(len(reached) / MAX_STEPS)
    return tuple(reached[::every])


def month_ticks(months: Sequence[str]) -> tuple[Tick, ...]:
    """The years under bars of months, or the months themselves where there are few; only those that have room."""
    found = []
    for place, month in enumerate(months):
        first_of_year = month.endswith("-01") or place == 0
        if len(months) > 18 and first_of_year:
            found.append(Tick(round(100 * place / len(months), 2), digits(month[:4])))
        elif len(months) <= 18:
            found.append(Tick(round(100 * place / len(months), 2), short_month(month)))
    return with_room(found)


def day_ticks(start: str, end: str, axis_px: float = BARS_PX) -> tuple[Tick, ...]:
    """The first days of months, quarters, half-years or years of a span: as many as have room."""
    days = _first_days(start, end)
    for months in MONTHS_APART:
        kept = [day for day in days if (int(day[5:7]) - 1) % months == 0]
        ticks = [
            Tick(place_of(day, start, end), digits(day[:4]) if months == 12 else short_month(day[:7])) for day in kept
        ]
        if len(with_room(ticks, axis_px)) == len(ticks) or months == MONTHS_APART[-1]:
            break
    return with_room(ticks, axis_px)


def _first_days(start: str, end: str) -> list[str]:
    days = [f"{month}-01" for month in months_between(start[:7], end[:7])]
    return [day for day in days if start <= day <= end]


def short_month(month: str) -> str:
    """'2021-08' as 'Aug 2021'."""
    return t("chart.month", month=t(f"month.{int(month[5:])}"), year=digits(month[:4]))


def with_room(ticks: Sequence[Tick], axis_px: float = BARS_PX) -> tuple[Tick, ...]:
    """The ticks that have room on an axis, evenly: each first, second, third … of them.

    One that is nearer to the next than all others are, as the first year of a record may be, gives way.

    Parameters
    ----------
    axis_px : how long the axis is on the narrowest screen.
    """
    turned = [replace(tick, is_before=_ends(tick, axis_px) > axis_px) for tick in ticks]
    for every in range(1, len(turned) + 1):
        kept = turned[::every]
        while len(kept) > 2 and _touches(kept[0], kept[1], axis_px):
            kept.pop(0)
        if not any(_touches(one, other, axis_px) for one, other in pairwise(kept)):
            return tuple(kept)
    return tuple(turned[:1])


def _ends(tick: Tick, axis_px: float) -> float:
    """Where the words of a tick end, in px."""
    return tick.at_pct / 100 * axis_px + (0 if tick.is_before else width_px(tick.label) + INSET_PX)


def _touches(one: Tick, other: Tick, axis_px: float) -> bool:
    begins = other.at_pct / 100 * axis_px - (width_px(other.label) + INSET_PX if other.is_before else 0)
    return _ends(one, axis_px) + APART_PX > begins
