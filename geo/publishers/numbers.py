"""Numbers as people write them: Western, Persian and Arabic digits, thousands, coordinates in every usual form."""

from __future__ import annotations

import math
import re
import unicodedata

_SIGNS = str.maketrans({"٫": ".", "٬": "", "−": "-", "‐": "-", "‑": "-", "\u200e": "", "\u200f": "", "\u00a0": " "})
_WHOLE = re.compile(r"\d{1,7}(?:\.0+|,0{1,2})?|\d{1,3}(?:,\d{3})+")

LAT, LON = "lat", "lon"
#: Letters of the sky's quarters: which axis they belong to, and which way they point.
_QUARTERS = {"n": (LAT, 1), "s": (LAT, -1), "e": (LON, 1), "w": (LON, -1), "ش": (LAT, 1), "ق": (LON, 1)}
_DECIMAL = re.compile(r"[+-]?(?:\d{1,8}(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d{1,3})?", re.IGNORECASE)
_PARTS = re.compile(
    r"([+-]?)(\d{1,3})\s*[°:d\s]\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:[′':m\s]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:″|\"|''|s)?)?"
)
_QUARTER = re.compile(r"(?:([nsewشق])\s*(.+)|(.+?)\s*([nsewشق]))", re.IGNORECASE)
_WKT = re.compile(r"(?:SRID=4326;)?\s*POINT\s*(?:Z|M|ZM)?\s*\(\s*(\S+)\s+(\S+)(?:\s+\S+){0,2}\s*\)", re.IGNORECASE)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "”": '"', "“": '"', "º": "°", "˚": "°", "´": "'"})


def western(value: object) -> str:
    """A value as text, with Western digits and signs in place of Persian, Arabic and full-width ones."""
    text = "" if value is None else str(value)
    if text.isascii():
        return text
    digits = (str(unicodedata.decimal(char)) if char.isdecimal() and not char.isascii() else char for char in text)
    return "".join(digits).translate(_SIGNS)


def whole(value: object) -> int | None:
    """A whole number of a code or count ('3', '3.0', '3,0', '3,000'), or None when the value holds none."""
    text = western(value).strip()
    if not _WHOLE.fullmatch(text):
        return None
    text = text.split(".")[0]
    return int(
        text.replace(",", "") if len(text.partition(",")[2]) != 1 and not text.endswith(",00") else text.split(",")[0]
    )


def degrees(value: object, axis: str = "") -> float | None:
    """A coordinate ('34.9', '34,9', '34.9° N', '35°16'48"N', '35:16:48', '3.5E+01'); None when it is none.

    `axis` is `LAT` or `LON`: a letter of the other one is refused.
    """
    text = western(value).translate(_QUOTES).strip()
    sign = 1
    if found := _QUARTER.fullmatch(text):
        of_axis, sign = _QUARTERS[(found[1] or found[4]).lower()]
        text = (found[2] or found[3]).strip()
        if (axis and of_axis != axis) or text.startswith("-"):
            return None
    text = text.removesuffix("°").strip()
    number = float(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else _of_parts(text)
    return sign * number if number is not None and math.isfinite(number) else None


def pair(value: object) -> tuple[float, float] | None:
    """[lon, lat] of a cell that holds both: WKT, 'lat, lon', 'lat lon altitude accuracy'; None when it holds none."""
    if isinstance(value, list | tuple) and len(value) >= 2:
        return _both(value[1], value[0])  # a list is of JSON: longitude first
    text = western(value).translate(_QUOTES).strip()
    if found := _WKT.fullmatch(text):
        return _both(found[2], found[1])
    text = text.strip("()[]").strip()
    for parts in (text.split(";"), text.split(", "), text.split(","), _halves(text)):
        if len(parts) == 2 and (both := _both(*parts)):
            return both
    parts = text.split()
    return _both(*parts[:2]) if len(parts) in (3, 4) and all(_DECIMAL.fullmatch(part) for part in parts) else None


def _of_parts(text: str) -> float | None:
    """Degrees, minutes and seconds as degrees."""
    found = _PARTS.fullmatch(text)
    if not found:
        return None
    minutes, seconds = (float((part or "0").replace(",", ".")) for part in (found[3], found[4]))
    if minutes >= 60 or seconds >= 60:
        return None
    return round((-1 if found[1] == "-" else 1) * (int(found[2]) + minutes / 60 + seconds / 3600), 7)


def _both(north: object, east: object) -> tuple[float, float] | None:
    lat, lon = degrees(north, LAT), degrees(east, LON)
    if lat is None or lon is None:
        lon, lat = degrees(north, LON), degrees(east, LAT)  # only where the letters say so
    return None if lat is None or lon is None else (lon, lat)


def _halves(text: str) -> list[str]:
    """What stands before and after the first letter of a quarter, or around the only gap."""
    found = re.fullmatch(r"(.+?[nsew])[\s,;/]*(.+[nsew])", text, re.IGNORECASE)
    return [found[1], found[2]] if found else text.split()
