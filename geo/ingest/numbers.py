"""Numbers as people write them: Persian and Arabic digits, decimal signs, ranges of casualties."""

from __future__ import annotations

import math
import re
import unicodedata

from geo.ingest.result import Aside

#: What stands in a cell of numbers when nothing is known.
NOTHING = frozenset({"", "na", "n/a", "null", "none", "-", "–", "—", "unknown", "نامعلوم", "."})
_SIGNS = str.maketrans({"٫": ".", "٬": "", "−": "-", "‐": "-", "‑": "-", "\u200e": "", "\u200f": "", "\u00a0": " "})
_COORDINATE = re.compile(r"[+-]?\d{1,3}(?:[.,]\d+)?|[+-]?\.\d+")
_COUNT = re.compile(r"\d{1,7}(?:\.0+)?|\d{1,3}(?:,\d{3})+")
_RANGE = re.compile(r"(\d{1,7})\s*(?:-|–|to)\s*(\d{1,7})")
_AT_LEAST = re.compile(r"(?:>=|≥|at least\s|over\s|more than\s|>)\s*(\d{1,7})|(\d{1,7})\s*\+")

Counts = tuple[int | None, int | None, int | None]


def western(text: str) -> str:
    """The text with Western digits and signs in place of Persian, Arabic and full-width ones."""
    if text.isascii():
        return text
    digits = (str(unicodedata.decimal(char)) if char.isdecimal() and not char.isascii() else char for char in text)
    return "".join(digits).translate(_SIGNS)


def coordinate(value: object, field: str) -> float | None:
    """A coordinate in degrees; None when the cell is empty.

    Raises
    ------
    Aside
        When it is not a number (NaN and infinity are none).
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not math.isfinite(value):
            raise Aside("number", field, value)
        return float(value)
    text = western(str("" if value is None else value)).strip().removesuffix("°")
    if text.lower() in NOTHING:
        return None
    if not _COORDINATE.fullmatch(text):
        raise Aside("number", field, value)
    return float(text.replace(",", "."))


def whole(value: object) -> int | None:
    """A whole number of a code or count, or None when the cell holds none."""
    text = western(str("" if value is None else value)).strip()
    return int(text.split(".")[0].replace(",", "")) if _COUNT.fullmatch(text) else None


def counts(value: object) -> Counts | None:
    """Low, best and high of a cell ('12', '3-5', 'at least 7', '20+'); None when it can't be understood."""
    text = western(str("" if value is None else value)).strip().lower()
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
