"""Patterns of lines and dots inside a shape, on one grid for the whole page; in the browser: `geo/browser/web/drawing/patterns.js`."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.export.drawing.primitives import diagonals
from geo.style.signs import PATTERNS, Line, Pattern

#: Corners of a dot's quarter.
ROUND = 4


def patterned(shape: BaseGeometry, name: str, px_scale: float, wider: float = 0.0) -> BaseGeometry:
    """The part of a shape that the strokes of a pattern cover; pieces may lie over each other.

    Parameters
    ----------
    px_scale : pixels that a thin line of the design is wide.
    wider : by how many of the design's pixels the strokes are wider on each side.
    """
    pattern = PATTERNS[name]
    step = pattern.step * px_scale
    if (slope := _slope(pattern)) is not None:
        return diagonals(shape, step, (pattern.width + 2 * wider) * px_scale, falling=slope > 0)
    lines = [line for one in pattern.lines for line in _repeated(one, shape, step)]
    bands = shapely.buffer(lines, (pattern.width / 2 + wider) * px_scale, cap_style="flat", join_style="mitre")
    dots = shapely.buffer(_dots(pattern, shape, step), (pattern.width + wider) * px_scale, quad_segs=ROUND)
    inside = shapely.intersection([*bands, *dots], shape)
    return shapely.multipolygons([part for part in shapely.get_parts(inside) if part.geom_type == "Polygon"])


def _slope(pattern: Pattern) -> float | None:
    """Of a pattern of one line that runs through the square from corner to corner; None for any other."""
    if pattern.dots or len(pattern.lines) != 1 or len(pattern.lines[0]) != 2:
        return None
    (x1, y1), (x2, y2) = pattern.lines[0]
    return (y2 - y1) / (x2 - x1) if abs(x2 - x1) == abs(y2 - y1) else None


def _repeated(line: Line, shape: BaseGeometry, step: float) -> list[BaseGeometry]:
    """A line in each square that a shape touches; one that goes on in the next square is one line with it."""
    xs, ys = _squares(shape, step)
    corners = np.array(line)
    along = tuple(corners[-1] - corners[0])
    placed = corners + np.stack(np.meshgrid(xs, ys, indexing="ij"), axis=-1)[:, :, None]  # by column and row
    if along == (0, 1):
        rows = placed.reshape(len(xs), -1, 2)
    elif along == (1, 0):
        rows = placed.swapaxes(0, 1).reshape(len(ys), -1, 2)
    else:
        rows = placed.reshape(-1, len(line), 2)
    lines = shapely.linestrings(rows * step)
    return list(lines[shapely.intersects(lines, shape.envelope.buffer(step))])


def _dots(pattern: Pattern, shape: BaseGeometry, step: float) -> list[BaseGeometry]:
    xs, ys = _squares(shape, step)
    dots = [shapely.Point((x + dx) * step, (y + dy) * step) for dx, dy in pattern.dots for x in xs for y in ys]
    return [dot for dot in dots if shapely.dwithin(dot, shape, step)]


def _squares(shape: BaseGeometry, step: float) -> tuple[Any, Any]:
    """The columns and rows of the squares that a shape can touch."""
    west, north, east, south = np.array(shape.bounds) / step
    return np.arange(np.floor(west) - 1, np.ceil(east) + 1), np.arange(np.floor(north) - 1, np.ceil(south) + 1)
