"""Is a geometry of a file one that can be drawn? Points and polygons, EPSG:4326, near the country."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from geo.record.problems import shown
from geo.record.schema import LAT_RANGE, LON_RANGE, DataFile

Fault = tuple[str, str, str]  # field, rule, message
#: A ring's last position is its first again.
MIN_POSITIONS = 4


def geometry_faults(geometry: Any, form: DataFile) -> Iterator[Fault]:
    """What is wrong with the geometry of a record: its type, its coordinates, where it lies."""
    kind = geometry.get("type") if isinstance(geometry, dict) else geometry or "null"
    if kind not in form.geometries or (kind == "null") != (geometry is None):
        yield "geometry", "type", f"is {shown(kind)}; allowed are {', '.join(form.geometries)}"
    elif kind == "Point":
        yield from _position(geometry.get("coordinates"))
    elif kind == "Polygon":
        yield from _polygon(geometry.get("coordinates"))
    elif kind == "MultiPolygon":
        polygons = geometry.get("coordinates")
        if not isinstance(polygons, list) or not polygons:
            yield "geometry", "polygon", f"{shown(polygons)} is not a list of polygons"
            return
        for polygon in polygons:
            yield from _polygon(polygon)


def _polygon(rings: Any) -> Iterator[Fault]:
    """The first fault of each ring."""
    if not isinstance(rings, list) or not rings:
        yield "geometry", "polygon", f"{shown(rings)} is not a list of rings"
        return
    for ring in rings:
        if not isinstance(ring, list) or len(ring) < MIN_POSITIONS:
            yield "geometry", "ring", f"{shown(ring)} is not a ring of {MIN_POSITIONS} or more positions"
            continue
        fault = next((fault for position in ring for fault in _position(position)), None)
        if fault:
            yield fault
        elif ring[0] != ring[-1]:
            yield "geometry", "ring", f"a ring begins at {shown(ring[0])} and ends at {shown(ring[-1])}; close it"


def _position(coordinates: Any) -> Iterator[Fault]:
    if not isinstance(coordinates, list) or len(coordinates) != 2 or not all(map(_is_number, coordinates)):
        yield "geometry", "point", f"{shown(coordinates)} is not [lon, lat]"
        return
    lon, lat = coordinates
    if LON_RANGE[0] <= lat <= LON_RANGE[1] and LAT_RANGE[0] <= lon <= LAT_RANGE[1]:
        yield "geometry", "swapped", f"[{lon}, {lat}] looks swapped; write [lon, lat]"
    elif not (LON_RANGE[0] <= lon <= LON_RANGE[1] and LAT_RANGE[0] <= lat <= LAT_RANGE[1]):
        yield "geometry", "range", f"[{lon}, {lat}] lies outside the country's surroundings"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
