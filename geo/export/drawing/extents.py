"""The parts of the earth that exports can show, by name; and what holds all that differs between two states."""

from __future__ import annotations

import math
from collections.abc import Iterator

import shapely

from geo.control.difference import Difference
from geo.control.intervals import who_holds
from geo.control.timeline import Timeline
from geo.mercator import LonLatBox
from geo.record.load import Dataset
from geo.record.schema import COUNTRY
from geo.style.areas import MIN_RADIUS_KM
from geo.style.extents import BOUNDS, PANJSHIR_BOUNDS


def _lon_lat_box(bounds: tuple[tuple[float, float], tuple[float, float]]) -> LonLatBox:
    """Bounds as Leaflet has them (south and west, north and east) as a box."""
    (south, west), (north, east) = bounds
    return LonLatBox(west, south, east, north)


#: Named extents besides provinces.
EXTENTS = {COUNTRY: _lon_lat_box(BOUNDS), "panjshir": _lon_lat_box(PANJSHIR_BOUNDS)}


def box_of(dataset: Dataset, extent: str) -> LonLatBox:
    """The box of lon, lat that an extent names: `AF`, `panjshir`, province codes, or four numbers.

    Raises
    ------
    ValueError
        When it names none.
    """
    if extent in EXTENTS:
        return EXTENTS[extent]
    codes = extent.split(",")
    if len(codes) == 4 and all(_is_number(code) for code in codes):
        west, south, east, north = map(float, codes)
        if -180 <= west < east <= 180 and -80 <= south < north <= 80:
            return LonLatBox(west, south, east, north)
        raise ValueError(
            f"--extent {extent!r}: west, south, east, north in degrees were expected, west and south first"
        )
    known = dataset.by_id("provinces")
    if unknown := [code for code in codes if code not in known]:
        names = ", ".join([*EXTENTS, *known])
        raise ValueError(f"--extent {unknown[0]!r} is not one of {names}, nor west,south,east,north")
    shapes = dataset.shapes("provinces")
    west, south, east, north = shapely.total_bounds([shapes[code] for code in codes])
    return LonLatBox(float(west), float(south), float(east), float(north))


KM_A_DEGREE = 111.2
#: The share of a box that stays free on each side; the degrees around a place, and across what is shown, at least.
MARGIN, MIN_DEGREES, MIN_SPAN = 0.12, 0.25, 0.9


def box_of_difference(timeline: Timeline, found: Difference) -> LonLatBox | None:
    """Where the districts and named places lie that differ; None where none does.

    Its twin is `geo/browser/web/compare/extent.js`.
    """
    boxes = [*_districts_apart(timeline.dataset, found), *_places_apart(timeline, found)]
    if not boxes:
        return None
    west, south = min(box.west for box in boxes), min(box.south for box in boxes)
    east, north = max(box.east for box in boxes), max(box.north for box in boxes)
    across, up = _margin_of(east - west), _margin_of(north - south)
    return LonLatBox(west - across, south - up, east + across, north + up)


def _margin_of(span: float) -> float:
    return max(span * MARGIN, (MIN_SPAN - span) / 2)


def _districts_apart(dataset: Dataset, found: Difference) -> Iterator[LonLatBox]:
    districts = dataset.by_id("districts")
    for row in found.districts:
        record = districts[row.admin2_id]
        yield _around(record["label_lon"], record["label_lat"], math.sqrt(record["area_km2"]) / KM_A_DEGREE)


def _places_apart(timeline: Timeline, found: Difference) -> Iterator[LonLatBox]:
    """Around the named places with a point whose state differs."""
    records, shapes = timeline.dataset.by_id("places"), timeline.dataset.shapes("places")
    for place_id in (place_id for place_id in timeline.places if place_id in shapes):
        spans = [timeline.interval_at(place_id, side.day, side.perspective) for side in (found.sides.a, found.sides.b)]
        was, now = (who_holds(span.state if span else None) for span in spans)
        if was != now:
            reach = max(records[place_id]["radius_km"] or 0, MIN_RADIUS_KM) / KM_A_DEGREE
            yield _around(shapes[place_id].x, shapes[place_id].y, reach)


def _around(lon: float, lat: float, reach: float) -> LonLatBox:
    """The box of something about as large as it is wide."""
    up = max(reach * 0.75, MIN_DEGREES / 2)
    across = up / math.cos(math.radians(lat))
    return LonLatBox(lon - across, lat - up, lon + across, lat + up)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
