"""From lon, lat to the pixels of a map in Web-Mercator, as the browser's map has it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from geo.style.extents import ZOOM_SNAP, ZOOMS

EARTH_KM = 40075.017
#: Pixels that the browser's map leaves free around what it is let look at (`viewport/viewport.js`).
PADDING = 8


class LonLat(NamedTuple):
    """A place on the earth, EPSG:4326."""

    lon: float
    lat: float


class LonLatBox(NamedTuple):
    """A part of the earth, EPSG:4326."""

    west: float
    south: float
    east: float
    north: float


class Pixel(NamedTuple):
    """A place on a map or a sheet, y downwards."""

    x: float
    y: float


@dataclass(frozen=True)
class Frame:
    """A window on the map: where the square of the Mercator world lies in pixels, and its size."""

    width: int
    height: int
    scale: float  # pixels of the whole world
    left: float
    top: float

    def points(self, coordinates: Any) -> Any:
        """An array of lon, lat (EPSG:4326) → an array of x, y in pixels, y downwards."""
        world = world_square(np.asarray(coordinates, dtype=float))
        return world * self.scale - np.array([self.left, self.top])

    def point(self, lon: float, lat: float) -> Pixel:
        """The pixel of one place."""
        sine = math.sin(math.radians(lat))
        y = 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)
        return Pixel((lon + 180) / 360 * self.scale - self.left, y * self.scale - self.top)

    def holds(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether a pixel lies on the map."""
        return -margin <= x <= self.width + margin and -margin <= y <= self.height + margin

    def pixels_per_km(self) -> float:
        """In the middle of the map."""
        return self.scale / (EARTH_KM * math.cos(math.radians(self.centre_lat())))

    def centre_lat(self) -> float:
        """The latitude of the map's middle."""
        y = (self.top + self.height / 2) / self.scale
        return math.degrees(2 * math.atan(math.exp(math.pi * (1 - 2 * y))) - math.pi / 2)


def world_square(coordinates: Any) -> Any:
    """lon, lat → the Mercator world as a square of side 1, y southwards."""
    sine = np.sin(np.radians(coordinates[..., 1]))
    y = 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)
    return np.stack([(coordinates[..., 0] + 180) / 360, y], axis=-1)


def zoom_within(scale: float) -> float:
    """The nearest step of a map's zoom at which the whole world is no larger than so many pixels."""
    zoom = math.floor(math.log2(scale / 256) / ZOOM_SNAP) * ZOOM_SNAP
    return min(max(zoom, ZOOMS[0]), ZOOMS[1])


def fitted(box: LonLatBox, width: int, height: int) -> Frame:
    """The window of a size in which the browser's map shows a box of lon, lat: its zoom is one of a map's steps."""
    (left, top), (right, bottom) = world_square(np.array([[box.west, box.north], [box.east, box.south]]))
    across, down = (width - 2 * PADDING) / (right - left), (height - 2 * PADDING) / (bottom - top)
    scale = 256 * 2 ** zoom_within(min(across, down))
    middle_x, middle_y = (left + right) / 2 * scale, (top + bottom) / 2 * scale
    return Frame(width, height, float(scale), float(middle_x - width / 2), float(middle_y - height / 2))


def looking_at(middle: LonLat, zoom: float, width: int, height: int) -> Frame:
    """The window of a size that the browser's map is when it looks at a place with a zoom."""
    scale = 256 * 2**zoom
    x, y = (world_square(np.array(middle)) * scale).tolist()
    return Frame(width, height, float(scale), x - width / 2, y - height / 2)


def at_left(box: LonLatBox, width: int, height: int) -> Frame:
    """The same for the whole country on a wide map, which the browser shows at the left (`lens/on_leaflet.js`)."""
    (left, top), (right, bottom) = world_square(np.array([[box.west, box.north], [box.east, box.south]]))
    scale = 256 * 2 ** zoom_within(min(width / (right - left), height / (bottom - top)))
    begins = max(left * scale - PADDING, right * scale + PADDING - width)
    return Frame(width, height, float(scale), float(begins), float((top + bottom) / 2 * scale - height / 2))


def frame_of(box: LonLatBox, width: int, height: int, margin: float = 0.04, align: float = 0.5) -> Frame:
    """The window of a size in which a box of lon, lat lies whole, with a margin around it.

    `align` shares out the width that is left over: 0 puts the box at the left edge, 1 at the right.
    """
    west, south, east, north = box
    corners = world_square(np.array([[west, north], [east, south]]))
    (left, top), (right, bottom) = corners
    scale = min(width / (right - left), height / (bottom - top)) / (1 + 2 * margin)
    spare = width - (right - left) * scale * (1 + 2 * margin)
    return Frame(
        width=width,
        height=height,
        scale=float(scale),
        left=float((left + right) / 2 * scale - width / 2 + (0.5 - align) * spare),
        top=float((top + bottom) / 2 * scale - height / 2),
    )
