"""Whole numbers as people write them: Western, Persian and Arabic digits, commas between thousands."""

from __future__ import annotations

import re
import unicodedata

_SIGNS = str.maketrans({"٫": ".", "٬": "", "−": "-", "‐": "-", "‑": "-", "\u200e": "", "\u200f": "", "\u00a0": " "})
_WHOLE = re.compile(r"\d{1,7}(?:\.0+)?|\d{1,3}(?:,\d{3})+")


def western(value: object) -> str:
    """A value as text, with Western digits and signs in place of Persian, Arabic and full-width ones."""
    text = "" if value is None else str(value)
    if text.isascii():
        return text
    digits = (str(unicodedata.decimal(char)) if char.isdecimal() and not char.isascii() else char for char in text)
    return "".join(digits).translate(_SIGNS)


def whole(value: object) -> int | None:
    """A whole number of a code or count, or None when the value holds none."""
    text = western(value).strip()
    return int(text.split(".")[0].replace(",", "")) if _WHOLE.fullmatch(text) else None
