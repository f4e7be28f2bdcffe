"""The parts of the earth that exports can show, by name."""

from __future__ import annotations

import shapely

from geo.mercator import LonLatBox
from geo.record.load import Dataset
from geo.record.schema import COUNTRY
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


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
