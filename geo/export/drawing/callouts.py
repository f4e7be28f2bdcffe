"""Callouts: names that stand beside their areas, over other ground, each joined to its area by a line."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.export.drawing.primitives import PixelBox
from geo.mercator import Pixel

#: Pixels between two spots that are tried, between a callout and the edge of the map, and around a callout.
STEP_PX, EDGE_PX, GAP_PX = 5.0, 6.0, 2.0
#: What is worse than a longer line, in pixels: standing over what is kept free, on another callout, across a line, over a mark.
OVER_GROUND, OVER_OTHER, ACROSS, OVER_MARK = 2e3, 1e5, 150.0, 300.0
#: How far a line goes into its area, in pixels; how much the way from there to the area's middle counts.
INTO_PX, TO_MIDDLE = 5.0, 0.3
ROUNDS = 4
#: How many spots of a callout are tried beside the others, the best by themselves.
MAX_SPOTS, LOOKED_AT = 250, 500

Array = Any
Line = tuple[Pixel, Pixel]


@dataclass(frozen=True)
class Callout:
    """A name to be placed: how large it is, where its area is; one of a whole province has no line."""

    area_id: str
    width: float
    height: float
    at: Pixel
    area: BaseGeometry | None = None

    @property
    def has_line(self) -> bool:
        """Whether it is joined to its area."""
        return self.area is not None


class Placed(NamedTuple):
    """Where a callout stands, and where its line ends."""

    stands: PixelBox
    end: Pixel


@dataclass(frozen=True)
class Room:
    """The map on which callouts stand: its size, ground and boxes that stay free, marks that had better."""

    width: float
    height: float
    px_scale: float
    ground: BaseGeometry | None = None
    taken: Sequence[PixelBox] = ()
    marks: Sequence[PixelBox] = ()


def placed_callouts(callouts: Sequence[Callout], room: Room) -> dict[str, Placed]:
    """Where each callout stands, by area: the best of a few orders in which they may look for their places."""
    if room.ground is not None:
        shapely.prepare(room.ground)
    tried = {callout.area_id: _Spots.of(callout, room) for callout in callouts}
    orders = [
        sorted(callouts, key=lambda callout: (-tried[callout.area_id].own.min(), callout.area_id)),
        sorted(callouts, key=lambda callout: (callout.at.y, callout.area_id)),
        sorted(callouts, key=lambda callout: (callout.at.x, callout.area_id)),
    ]
    found = [_in_rounds(order, tried, room) for order in (*orders, *(order[::-1] for order in orders))]
    chosen, _ = min(found, key=lambda result: result[1])
    return {
        callout.area_id: Placed(box := tried[callout.area_id].box(chosen[callout.area_id]), _end(callout, box, room))
        for callout in callouts
    }


def _in_rounds(order: Sequence[Callout], tried: Mapping[str, _Spots], room: Room) -> tuple[dict[str, int], float]:
    """Each callout at its best place beside the others, again and again; the spots, and what they cost together."""
    chosen: dict[str, int] = {}
    cost = 0.0
    for _ in range(ROUNDS):
        before, cost = dict(chosen), 0.0
        for callout in order:
            others = [
                (other, tried[other.area_id].box(chosen[other.area_id]))
                for other in order
                if other is not callout and other.area_id in chosen
            ]
            chosen[callout.area_id], own = tried[callout.area_id].best(others, room.px_scale)
            cost += own
        if chosen == before:
            break
    return chosen, cost


def _end(callout: Callout, box: PixelBox, room: Room) -> Pixel:
    """Where the line of a callout ends: as soon as it is well inside its area."""
    start = box.nearest(*callout.at)
    if callout.area is None:
        return callout.at
    inside = shapely.intersection(shapely.LineString([start, callout.at]), _inner(callout.area, room.px_scale))
    points = shapely.get_coordinates(inside)
    return Pixel(*min(points.tolist(), key=lambda point: math.dist(point, start))) if len(points) else callout.at


def _inner(area: BaseGeometry, px_scale: float) -> BaseGeometry:
    """An area without its edge; the area itself when it is as narrow as that."""
    inner = area.simplify(px_scale).buffer(-INTO_PX * px_scale, quad_segs=2)
    return area if inner.is_empty else inner


@dataclass(frozen=True)
class _Spots:
    """All spots at which one callout may stand: its boxes, where their lines begin, what each costs by itself."""

    callout: Callout
    boxes: Array
    starts: Array
    own: Array

    @classmethod
    def of(cls, callout: Callout, room: Room) -> _Spots:
        boxes = _grid(callout, room)
        at = np.array(callout.at)
        starts = np.clip(at, boxes[:, :2], boxes[:, 2:])
        cost = TO_MIDDLE * np.hypot(*(starts - at).T) / room.px_scale
        if callout.area is not None:
            inner = _inner(callout.area, room.px_scale)
            cost = cost + shapely.distance(inner, shapely.points(starts)) / room.px_scale
        if room.ground is not None:
            order = np.argsort(cost, kind="stable")  # the nearest are looked at first: few of them are needed
            over = np.ones(len(boxes), dtype=bool)
            for part in np.array_split(order, max(1, len(order) // LOOKED_AT)):
                over[part] = shapely.intersects(room.ground, shapely.box(*boxes[part].T))
                if (~over).sum() >= MAX_SPOTS:
                    break
            cost = cost + OVER_GROUND * over
        for mark in room.marks:
            cost = cost + OVER_MARK * _touches(boxes, mark, 0.0)
        for box in room.taken:
            cost = cost + OVER_OTHER * _touches(boxes, box, 0.0)
        best = np.argsort(cost, kind="stable")[:MAX_SPOTS]
        return cls(callout, boxes[best], starts[best], cost[best])

    def box(self, number: int) -> PixelBox:
        """The box of a spot."""
        return PixelBox(*self.boxes[number].tolist())

    def best(self, others: Sequence[tuple[Callout, PixelBox]], px_scale: float) -> tuple[int, float]:
        """The spot that is best beside others, and what it costs."""
        cost, at = self.own.copy(), np.array(self.callout.at)
        for _, box in others:
            cost += OVER_OTHER * _touches(self.boxes, box, GAP_PX * px_scale)
        lines = [(box.nearest(*other.at), other.at) for other, box in others if other.has_line]
        if self.callout.has_line:
            ends = [PixelBox.around(*end, INTO_PX * px_scale) for _, end in lines]
            kept_clear = [line for box in (*(box for _, box in others), *ends) for line in _diagonals(box)]
            cost += ACROSS * _crossed(self.starts, at, [*lines, *kept_clear])
        cost += ACROSS * _crossed(self.boxes[:, :2], self.boxes[:, 2:], lines)
        cost += ACROSS * _crossed(self.boxes[:, [0, 3]], self.boxes[:, [2, 1]], lines)
        number = int(np.argmin(cost))
        return number, float(cost[number])


def _grid(callout: Callout, room: Room) -> Array:
    """The boxes of a callout all over the map; one in its middle when it is too wide for it."""
    edge, step = EDGE_PX * room.px_scale, STEP_PX * room.px_scale
    lefts = np.arange(edge, room.width - edge - callout.width, step)
    tops = np.arange(edge, room.height - edge - callout.height, step)
    if not len(lefts):
        lefts = np.array([(room.width - callout.width) / 2])
    if not len(tops):
        tops = np.array([(room.height - callout.height) / 2])
    left, top = (axis.ravel() for axis in np.meshgrid(lefts, tops))
    return np.stack([left, top, left + callout.width, top + callout.height], axis=-1)


def _touches(boxes: Array, other: PixelBox, gap: float) -> Array:
    across = (boxes[:, 0] < other.right + gap) & (other.left < boxes[:, 2] + gap)
    return across & (boxes[:, 1] < other.bottom + gap) & (other.top < boxes[:, 3] + gap)


def _diagonals(box: PixelBox) -> tuple[Line, Line]:
    left, top, right, bottom = box
    return (Pixel(left, top), Pixel(right, bottom)), (Pixel(left, bottom), Pixel(right, top))


def _crossed(a: Array, b: Array, lines: Sequence[Line]) -> Array:
    """How many of some lines each line from a to b crosses."""
    if not lines:
        return np.zeros(len(a))
    ends = np.array(lines)[:, :, None, :]
    c, d = ends[:, 0], ends[:, 1]
    return ((_side(a, b, c) * _side(a, b, d) < 0) & (_side(c, d, a) * _side(c, d, b) < 0)).sum(axis=0)


def _side(a: Array, b: Array, point: Array) -> Array:
    """On which side of the line from a to b a point lies."""
    return (b[..., 0] - a[..., 0]) * (point[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (point[..., 0] - a[..., 0])


def anchors(shapes: Mapping[str, BaseGeometry], room: PixelBox) -> dict[str, Pixel]:
    """The point of each area at which its line ends: inside its largest part on the map."""
    window = shapely.box(*room)
    found = {}
    for area_id, shape in shapes.items():
        parts = shapely.get_parts(shapely.intersection(shape, window))
        if len(parts) and not parts[0].is_empty:
            point = max(parts, key=lambda part: part.area).representative_point()
            found[area_id] = Pixel(point.x, point.y)
    return found
