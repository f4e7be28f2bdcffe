"""Coordinate systems as files name them: longitude and latitude in any spelling, and others brought to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

LON_LAT = "EPSG:4326"
_DEGREES = re.compile(
    r"(?:.*\b(?:ogc[:/].*)?crs:?84|.*\bepsg[:/]+(?:[\d.]*[:/]+)?4326|wgs ?_?(?:19)?84)", re.IGNORECASE
)
_NUMBER = re.compile(r"(?:.*\bepsg[:/]+(?:[\d.]*[:/]+)?)?(\d{4,6})", re.IGNORECASE)
#: Metres of a projected system lie within this; degrees never come near.
_MOST_METRES = 3e7

Transform = Callable[[float, float], tuple[float, float]]


def system_of(name: object) -> str:
    """The system that a name means, as 'EPSG:n'; '' when it is not known."""
    text = str(name).strip()
    if _DEGREES.fullmatch(text):
        return LON_LAT
    found = _NUMBER.fullmatch(text)
    return f"EPSG:{int(found[1])}" if found and _transform(int(found[1])) else ""


def system_of_wkt(wkt: str) -> str:
    """The system that a definition means; '' when it is none that is known."""
    import pyproj

    try:
        system = pyproj.CRS.from_wkt(wkt)
    except pyproj.exceptions.CRSError:
        return ""
    if system.is_geographic and "WGS" in system.name.upper() and "84" in system.name:
        return LON_LAT
    number = system.to_epsg(min_confidence=70)
    return f"EPSG:{number}" if number else ""


def to_degrees(system: str) -> Transform | None:
    """What brings x and y of a system to longitude and latitude; None when they are that already."""
    number = int(system.removeprefix("EPSG:") or 4326)
    return None if number == 4326 else _transform(number)


def looks_projected(x: float, y: float) -> bool:
    """Whether a pair can only be metres."""
    return max(abs(x), abs(y)) > 1000 and max(abs(x), abs(y)) < _MOST_METRES


@lru_cache(maxsize=16)
def _transform(number: int) -> Transform | None:
    import pyproj

    try:
        found: Transform = pyproj.Transformer.from_crs(number, 4326, always_xy=True).transform
    except pyproj.exceptions.ProjError:
        return None
    return found
