"""The few kinds of primitives that a picture is made of, in pixels; `geo.export.renderers` draws them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.mercator import Pixel
from geo.style.basemap import INK

Points = Any  # array of x, y


class PixelBox(NamedTuple):
    """A rectangle on a map or a sheet, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, reach: float) -> PixelBox:
        """The square whose middle is a pixel, and whose sides are `reach` away from it."""
        return cls(x - reach, y - reach, x + reach, y + reach)

    def nearest(self, x: float, y: float) -> Pixel:
        """The point of it that is nearest to a pixel."""
        return Pixel(min(max(x, self.left), self.right), min(max(y, self.top), self.bottom))

    def holds(self, x: float, y: float) -> bool:
        """Whether a pixel lies in it or on its edge."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def touches(self, other: PixelBox) -> bool:
        """Whether the two have more than an edge in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def is_free(self, obstacles: Iterable[PixelBox]) -> bool:
        """Whether it touches none of the obstacles."""
        return not any(self.touches(other) for other in obstacles)


@dataclass(frozen=True)
class Fill:
    """Polygons (each an outer ring and its holes) in one colour."""

    polygons: tuple[tuple[Points, ...], ...]
    colour: str
    alpha: float = 1.0


@dataclass(frozen=True)
class Stroke:
    """Lines in one colour; `dash` in pixels, on and off."""

    lines: tuple[Points, ...]
    colour: str
    width: float
    alpha: float = 1.0
    dash: tuple[float, ...] = ()
    round_ends: bool = False


@dataclass(frozen=True)
class Dot:
    """A circle with an edge, or without one when `width` is 0."""

    x: float
    y: float
    radius: float
    colour: str | None
    alpha: float = 1.0
    edge: str = INK
    width: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Words:
    """One line of text; `x` is its left, middle or right edge by `anchor`, `y` its base line."""

    x: float
    y: float
    text: str
    size: float
    colour: str = INK
    style: str = "regular"
    anchor: str = "left"
    halo: float = 0.0


@dataclass(frozen=True)
class Image:
    """A picture (RGB array) that fills a box: left, top, width, height."""

    pixels: Any
    left: float
    top: float
    width: float
    height: float


Primitive = Fill | Stroke | Dot | Words | Image


def rectangle(left: float, top: float, right: float, bottom: float, colour: str, alpha: float = 1.0) -> Fill:
    """A filled rectangle."""
    ring = np.array([[left, top], [right, top], [right, bottom], [left, bottom], [left, top]], dtype=float)
    return Fill(((ring,),), colour, alpha)


def box_edge(
    left: float, top: float, right: float, bottom: float, colour: str, width: float, dash: tuple[float, ...] = ()
) -> Stroke:
    """The edge of a rectangle."""
    ring = np.array([[left, top], [right, top], [right, bottom], [left, bottom], [left, top]], dtype=float)
    return Stroke((ring,), colour, width, dash=dash)


def polygons_of(geometry: BaseGeometry) -> tuple[tuple[Points, ...], ...]:
    """The rings of a shapely polygon or multipolygon."""
    parts = [
        part
        for part in shapely.get_parts(shapely.orient_polygons(geometry))
        if part.geom_type == "Polygon" and not part.is_empty
    ]
    return tuple(
        (np.asarray(part.exterior.coords), *(np.asarray(hole.coords) for hole in part.interiors)) for part in parts
    )


def outlines_of(geometry: BaseGeometry) -> tuple[Points, ...]:
    """All rings of a geometry as lines."""
    return tuple(ring for polygon in polygons_of(geometry) for ring in polygon)


def diagonals(geometry: BaseGeometry, step: float, width: float, falling: bool = False) -> BaseGeometry:
    """Bands at 45° inside a geometry, one every `step` pixels along an axis, cut off at its edge.

    They lie on one grid for the whole page, so that neighbours join. Rising bands go from the
    lower left to the upper right.
    """
    west, north, east, south = geometry.bounds
    sign = -1.0 if falling else 1.0  # x + sign * y is constant along a band
    half = width / math.sqrt(2)
    sums = [x + sign * y for x in (west, east) for y in (north, south)]
    middles = np.arange(np.floor(min(sums) / step), np.ceil(max(sums) / step) + 1) * step
    corners = [
        [(west, sign * (c - half - west)), (east, sign * (c - half - east)),
         (east, sign * (c + half - east)), (west, sign * (c + half - west))]
        for c in middles
    ]  # fmt: skip
    return shapely.intersection(shapely.multipolygons([shapely.polygons(band) for band in corners]), geometry)


def grid_points(geometry: BaseGeometry, step: float) -> Sequence[tuple[float, float]]:
    """The points of a square grid that lie inside a geometry."""
    west, north, east, south = geometry.bounds
    xs = np.arange(np.ceil(west / step), np.floor(east / step) + 1) * step
    ys = np.arange(np.ceil(north / step), np.floor(south / step) + 1) * step
    x, y = (axis.ravel() for axis in np.meshgrid(xs, ys))
    inside = shapely.contains_xy(geometry, x, y)
    return list(zip(x[inside].tolist(), y[inside].tolist(), strict=True))
