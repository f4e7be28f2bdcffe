"""Numbers as people write them: Persian and Arabic digits, decimal signs, ranges of casualties."""

from __future__ import annotations

import math
import re

from geo.ingest.result import RowRejected
from geo.publishers.numbers import degrees, western, whole

#: What stands in a cell of numbers when nothing is known.
NOTHING = frozenset({"", "na", "n/a", "null", "none", "-", "–", "—", "unknown", "نامعلوم", "نامعلومه", "."})
_RANGE = re.compile(r"(\d{1,7})\s*(?:-|–|to)\s*(\d{1,7})")
_AT_LEAST = re.compile(r"(?:>=|≥|at least\s|over\s|more than\s|>)\s*(\d{1,7})|(\d{1,7})\s*\+")

Counts = tuple[int | None, int | None, int | None]


def coordinate(value: object, field: str, axis: str = "") -> float | None:
    """A coordinate; None when the cell is empty. Its axis refuses the letters of the other one.

    Raises
    ------
    RowRejected
        When it is not a number (NaN and infinity are none).
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not math.isfinite(value):
            raise RowRejected("number", field, value)
        return float(value)
    if western(value).strip().lower() in NOTHING:
        return None
    if (found := degrees(value, axis)) is None:
        raise RowRejected("number", field, value)
    return found


def counts(value: object) -> Counts | None:
    """Low, best and high of a cell ('12', '3-5', 'at least 7', '20+'); None when it can't be understood."""
    text = western(value).strip().lower()
    if text in NOTHING or text in ("-9", "-99"):  # GTD's signs for 'not known'
        return None, None, None
    if (number := whole(text)) is not None:
        return None, number, None
    if found := _RANGE.fullmatch(text):
        low, high = int(found[1]), int(found[2])
        return (low, None, high) if low <= high else None
    if found := _AT_LEAST.fullmatch(text):
        return int(found[1] or found[2]), None, None
    return None
