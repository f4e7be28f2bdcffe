"""The two thin lines that join a lens to the frame of what it shows; the browser's twin is `geo/browser/web/lens/leaders.js`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from geo.lens.boxes import Box

Point = tuple[float, float]
Line = tuple[Point, Point]
#: By corners of both boxes as edges (across, down): lines that slant from the left down to the right, or rise.
_SLANTED, _RISING = ((2, 1), (0, 3)), ((0, 1), (2, 3))


def joining_lines(frame: Box, stands: Box) -> tuple[Line, Line]:
    """From two corners of a frame: to the facing edge of a lens right beside, above or below it, else to like corners."""
    after = [_middle(stands, axis) > _middle(frame, axis) for axis in (0, 1)]
    beside, above = (_is_apart(frame, stands, axis) for axis in (0, 1))
    if beside and not above:
        start, end = (2, 0) if after[0] else (0, 2)
        first, second = (((frame[start], frame[edge]), (stands[end], stands[edge])) for edge in (1, 3))
        return first, second
    if above and not beside:
        start, end = (3, 1) if after[1] else (1, 3)
        first, second = (((frame[edge], frame[start]), (stands[edge], stands[end])) for edge in (0, 2))
        return first, second
    corners = _SLANTED if after[0] == after[1] else _RISING
    first, second = (((frame[x], frame[y]), (stands[x], stands[y])) for x, y in corners)
    return first, second


def crossings(lines: Sequence[Line], others: Sequence[Line]) -> int:
    """How often lines cross others."""
    return sum(_is_crossing(*one, *other) for one, other in product(lines, others))


def _is_crossing(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, point: Point) -> float:
    """On which side of the line from a to b a point lies."""
    return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])


def _is_apart(one: Box, other: Box, axis: int) -> bool:
    return other[axis] > one[axis + 2] or other[axis + 2] < one[axis]


def _middle(box: Box, axis: int) -> float:
    return (box[axis] + box[axis + 2]) / 2
