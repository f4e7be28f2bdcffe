"""What others counted: each number over the days that it holds for, on one logarithmic scale."""

from __future__ import annotations

import math
from collections.abc import Sequence

from geo.queries.coverage import CountRow
from geo.reading.charts.scales import day_ticks, place_of, powers_of_ten
from geo.reading.drawings import Key, Range, Ranges, Tick
from geo.record.schema import PARTY_CLAIMANTS
from geo.record.spans import add_days
from geo.wording.dates import span_in_words
from geo.wording.text import in_digits, t
from geo.wording.words import range_in_words

#: Whose count it is; each has a sign of its own.
GROUPS = ("un", "party", "other")


def tallies(counts: Sequence[CountRow], start: str, end: str) -> Ranges:
    """Numbers of others between two days; those without a known end are left out.

    Parameters
    ----------
    counts : the counts of `geo.queries.coverage`.
    """
    end = add_days(end, 1)
    drawn = [(count, known) for count in counts if (known := known_end(count))]
    powers = powers_of_ten(max((known for _, known in drawn), default=1))
    rows = tuple(_range(count, known, start, end, powers[-1]) for count, known in drawn)
    levels = tuple(Tick(_level(power, powers[-1]), in_digits(power)) for power in powers)
    keys = tuple(Key(t(f"quality.group.{group}"), f"group-{group}") for group in GROUPS)
    return Ranges(rows, day_ticks(start, end), levels, keys)


def known_end(count: CountRow) -> float | None:
    """The end of a count that is known: the middle has no speaker, so the low end, else the high one; never 0."""
    return count["low"] or count["high"] or None


def _range(count: CountRow, known: float, start: str, end: str, most: int) -> Range:
    first, last = max(count["window_start"] or count["window_end"], start), count["window_end"]
    at = place_of(first, start, end)
    says = t(
        "chart.tally",
        who=count["claimant_name"] or t(f"claimant.{count['claimant']}"),
        what=count["label"],
        number=range_in_words(count["low"], count["high"]),
        days=span_in_words(first, last),
    )
    return Range(
        at, round(place_of(add_days(last, 1), start, end) - at, 2), _level(known, most), f"group-{_group(count)}", says
    )


def _level(number: float, most: int) -> float:
    """How high a number stands, in per cent of the scale."""
    return round(100 * math.log10(max(1.0, number)) / max(1.0, math.log10(most)), 2)


def _group(count: CountRow) -> str:
    """Whose count it is: a party's own, the UN's, or another's."""
    return "party" if count["claimant"] in PARTY_CLAIMANTS else "un" if count["claimant"] == "un" else "other"
