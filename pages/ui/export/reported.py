"""What a browser reported of itself, checked: where its map looks, and where the map is served."""

from __future__ import annotations

import math
from urllib.parse import urlsplit

from geo.mercator import LonLatBox
from geo.style.extents import BOUNDS, WIDE_BOUNDS

#: Degrees that an extent spans at least.
MIN_SPAN = 0.05


def bounds_in(value: object) -> LonLatBox | None:
    """West, south, east, north that a browser reported, within what the map may show; None when they are no such thing."""
    if not isinstance(value, list | tuple) or len(value) != 4:
        return None
    if not all(isinstance(n, int | float) and not isinstance(n, bool) and math.isfinite(n) for n in value):
        return None
    (low, left), (high, right) = WIDE_BOUNDS
    west, south = max(value[0], left), max(value[1], low)
    east, north = min(value[2], right), min(value[3], high)
    (country_south, country_west), (country_north, country_east) = BOUNDS
    apart = west >= country_east or east <= country_west or south >= country_north or north <= country_south
    if east - west < MIN_SPAN or north - south < MIN_SPAN or apart:
        return None
    return LonLatBox(round(west, 3), round(south, 3), round(east, 3), round(north, 3))


def address_in(url: object) -> str | None:
    """Where the map is served, as a browser reported it; None for a machine that only its owner reaches."""
    if not isinstance(url, str) or len(url) > 200:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    own = host in ("localhost", "0.0.0.0", "::1") or host.startswith("127.")  # noqa: S104 - compared, not bound
    if parts.scheme not in ("http", "https") or not host or own:
        return None
    return f"{parts.scheme}://{parts.netloc}/"
