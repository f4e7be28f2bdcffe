"""The days and numbers that a text names, so that no text tells of a later day."""

from __future__ import annotations

import re
from functools import lru_cache

MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
#: Each form in which a day may stand: ISO, '6 September 2021', 'September 6, 2021', 'September 2021', '2021'.
_DAYS = re.compile(
    rf"\b(?:(?P<iso>20\d\d-\d\d(?:-\d\d)?)"
    rf"|(?P<d1>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<m1>{_MONTH})\b(?:,?\s+(?P<y1>20\d\d))?"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>\d\d?)(?:st|nd|rd|th)?\b(?:,?\s+(?P<y2>20\d\d))?"
    rf"|(?P<m3>{_MONTH})\s+(?P<y3>20\d\d)"
    r"|(?P<y4>20\d\d))\b"
)
_IDS = re.compile(r"\b(?:EV-20\d\d-\d{4}|SRC-\d{4}|CC-\d{4})\b")
_WORDS = "two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
_NUMBERS = re.compile(rf"\b(\d[\d,]*|{'|'.join(_WORDS)}|dozens|scores|hundreds)\b", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def days_named(text: str, year: str) -> tuple[str, str] | None:
    """The first and the last day that a text names, each at the earliest that it can mean; None where it names none.

    Parameters
    ----------
    year : the year of a day that the text gives without one, 'YYYY'.
    """
    days = [_earliest(found, year) for found in _DAYS.finditer(_IDS.sub("", text))]
    return (min(days), max(days)) if days else None


@lru_cache(maxsize=65_536)
def ids_named(text: str) -> frozenset[str]:
    """The records that a text names by their ids."""
    return frozenset(_IDS.findall(text))


@lru_cache(maxsize=65_536)
def numbers_named(text: str) -> frozenset[str]:
    """The numbers of a text that are no days: '12', '1,000' as '1000', 'two' as '2'."""
    bare = _DAYS.sub("", _IDS.sub("", text))
    return frozenset(_number(found[1].lower()) for found in _NUMBERS.finditer(bare))


def _number(word: str) -> str:
    return str(_WORDS.index(word) + 2) if word in _WORDS else word.replace(",", "")


def _earliest(found: re.Match[str], year: str) -> str:
    """The first day that one mention can mean: of a month its first, of a year its first."""
    if found["iso"]:
        return found["iso"] if len(found["iso"]) > len("2021-09") else f"{found['iso']}-01"
    parts = found.groupdict()
    month = parts["m1"] or parts["m2"] or parts["m3"]
    day = int(parts["d1"] or parts["d2"] or 1)
    named = parts["y1"] or parts["y2"] or parts["y3"] or parts["y4"] or year
    number = next(n for n, name in enumerate(MONTHS, start=1) if name[:3] == month[:3]) if month else 1
    return f"{named}-{number:02d}-{day:02d}"
