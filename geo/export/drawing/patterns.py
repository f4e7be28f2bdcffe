"""Patterns of lines and dots inside a shape, on one grid for the whole page; in the browser: `geo/browser/web/map/patterns.js`."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.export.drawing.primitives import diagonals
from geo.signs import PATTERNS, Pattern

#: Corners of a dot's quarter.
ROUND = 4


def patterned(shape: BaseGeometry, name: str, px_scale: float, wider: float = 0.0) -> BaseGeometry:
    """The part of a shape that the strokes of a pattern cover.

    Parameters
    ----------
    px_scale : pixels that a thin line of the design is wide.
    wider : by how many of the design's pixels the strokes are wider on each side.
    """
    pattern = PATTERNS[name]
    step, width = pattern.step * px_scale, (pattern.width + 2 * wider) * px_scale
    if (slope := _slope(pattern)) is not None:
        return diagonals(shape, step, width, falling=slope > 0)
    radius = (pattern.width + wider) * px_scale
    parts = [_lines(shape, pattern, step, width), _dots(shape, pattern, step, radius)]
    return shapely.intersection(shapely.union_all([part for part in parts if not part.is_empty]), shape)


def _slope(pattern: Pattern) -> float | None:
    """Of a pattern of one line that runs through the square from corner to corner; None for any other."""
    if pattern.dots or len(pattern.lines) != 1 or len(pattern.lines[0]) != 2:
        return None
    (x1, y1), (x2, y2) = pattern.lines[0]
    return (y2 - y1) / (x2 - x1) if abs(x2 - x1) == abs(y2 - y1) else None


def _lines(shape: BaseGeometry, pattern: Pattern, step: float, width: float) -> BaseGeometry:
    corners = _corners(shape, step)
    lines = [shapely.linestrings((np.array(line) + corner) * step) for line in pattern.lines for corner in corners]
    near = [line for line in lines if line.intersects(shape)] if lines else []
    return shapely.union_all(shapely.buffer(near, width / 2, cap_style="flat", join_style="mitre"))


def _dots(shape: BaseGeometry, pattern: Pattern, step: float, radius: float) -> BaseGeometry:
    corners = _corners(shape, step)
    dots = [shapely.points((np.array(dot) + corner) * step) for dot in pattern.dots for corner in corners]
    return shapely.union_all(shapely.buffer(dots, radius, quad_segs=ROUND)) if dots else shapely.Polygon()


def _corners(shape: BaseGeometry, step: float) -> Any:
    """The corners of the squares that a shape can touch, in steps."""
    west, north, east, south = np.array(shape.bounds) / step
    xs = np.arange(np.floor(west) - 1, np.ceil(east) + 1)
    ys = np.arange(np.floor(north) - 1, np.ceil(south) + 1)
    return np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
