"""Which areas a lens shows larger, from which day to which: what is off the ground of the map and too small to be read.

Worked out for the whole record, the same in every perspective: so a lens stands still while days go by and when the
perspective changes.
"""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import shapely
from shapely.geometry.base import BaseGeometry

from geo.control.groups import is_ground
from geo.control.rules import State
from geo.control.timeline import Timeline
from geo.mercator import EARTH_KM, LonLatBox, world_square
from geo.record.schema import VIEW_PERSPECTIVES
from geo.record.spans import add_days, days_between
from geo.style.areas import MIN_RADIUS_KM
from geo.style.lenses import (
    LENS_GROWTH,
    LENS_JOIN_KM,
    LENS_MARGIN,
    LENS_MIN_DAYS,
    LENS_MIN_KM,
    LENS_PLACE_KM,
    LENS_SIDE_PX,
)

KM_A_DEGREE = EARTH_KM / 360


@dataclass(frozen=True)
class Lens:
    """A part of the map that is shown larger from one day to another (both included)."""

    first: str
    last: str
    #: lon, lat in EPSG:4326, with a margin around the areas.
    box: LonLatBox
    #: Pixels of the whole Mercator world at which each of the areas can be read.
    least_scale: float
    #: The districts and places that are off the ground at some time in these days.
    area_ids: tuple[str, ...]
    #: Where each of them lies.
    area_boxes: tuple[LonLatBox, ...]


class Stretch(NamedTuple):
    """Some areas of one neighbourhood, from one day to another."""

    first: str
    last: str
    area_ids: frozenset[str]

    @property
    def days(self) -> int:
        """How long it lasts."""
        return days_between(self.first, self.last) + 1


def lenses(timeline: Timeline) -> tuple[Lens, ...]:
    """The lenses of the record, by first day, then the one with the most areas first; every picture asks for them."""
    return timeline.dataset.cached("lenses", lambda: _lenses(timeline))


def _lenses(timeline: Timeline) -> tuple[Lens, ...]:
    shapes = _shapes(timeline)
    spans = _spans(timeline, shapes)
    found = [
        _lens(stretch, shapes, timeline.dataset.by_id("districts"))
        for neighbours in _neighbourhoods({area_id: shapes[area_id] for area_id in spans})
        for stretch in _stretches(neighbours, spans, shapes)
    ]
    return tuple(sorted(found, key=lambda lens: (lens.first, -len(lens.area_ids), lens.area_ids)))


def lenses_on(found: Iterable[Lens], day: str) -> tuple[Lens, ...]:
    """Those of a day, in their order."""
    return tuple(lens for lens in found if lens.first <= day <= lens.last)


def is_telling(state: State | None) -> bool:
    """Whether a state is to be seen on the map: off its ground, or claimed by somebody who is contradicted."""
    return state is not None and (not is_ground(state) or any(other.certainty == "D" for other in state.disputed))


def _shapes(timeline: Timeline) -> dict[str, BaseGeometry]:
    """The districts, and circles around the named places that have a point; EPSG:4326."""
    shapes: dict[str, BaseGeometry] = dict(timeline.dataset.shapes("districts"))
    points = timeline.dataset.shapes("places")
    for place_id in timeline.places:
        if place_id in points:
            shapes[place_id] = points[place_id].buffer(MIN_RADIUS_KM / KM_A_DEGREE)
    return shapes


def _spans(timeline: Timeline, shapes: Mapping[str, BaseGeometry]) -> dict[str, list[tuple[str, str]]]:
    """By area the first and last days of the spans in which any perspective has something to tell of it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for area_id in shapes:
        for perspective in VIEW_PERSPECTIVES:
            spans = timeline.intervals(area_id, perspective)
            for at, span in enumerate(spans):
                end = add_days(spans[at + 1].start, -1) if at + 1 < len(spans) else timeline.dataset.last_day
                if is_telling(span.state):
                    found.setdefault(area_id, []).append((span.start, end))
    return found


def _neighbourhoods(shapes: Mapping[str, BaseGeometry]) -> list[list[str]]:
    """Areas that lie close to each other, directly or over others."""
    rest, found = dict(shapes), []
    while rest:
        area_id, shape = rest.popitem()
        group, border = [area_id], [shape]
        while border:
            here = border.pop()
            near = [other for other, place in rest.items() if _km_between(here, place) <= LENS_JOIN_KM]
            group += near
            border += [rest.pop(other) for other in near]
        found.append(sorted(group))
    return sorted(found)


def _km_between(one: BaseGeometry, other: BaseGeometry) -> float:
    a, b = shapely.shortest_line(one, other).coords
    shrink = math.cos(math.radians((a[1] + b[1]) / 2))
    return KM_A_DEGREE * math.hypot((a[0] - b[0]) * shrink, a[1] - b[1])


def _stretches(
    area_ids: Sequence[str], spans: Mapping[str, list[tuple[str, str]]], shapes: Mapping[str, BaseGeometry]
) -> list[Stretch]:
    """The days of a neighbourhood in few stretches: short ones and such as need hardly more room are put together."""
    own = [(first, last, area_id) for area_id in area_ids for first, last in spans[area_id]]
    turns = sorted({first for first, _, _ in own} | {add_days(last, 1) for _, last, _ in own})
    found: list[Stretch] = []
    for first, after in pairwise(turns):
        here = frozenset(area_id for start, end, area_id in own if start <= first <= end)
        if here:
            found.append(Stretch(first, add_days(after, -1), here))
    while (at := _closest(found, shapes)) is not None:
        found[at : at + 2] = [_joined(found[at], found[at + 1])]
    return found


def _closest(found: Sequence[Stretch], shapes: Mapping[str, BaseGeometry]) -> int | None:
    """The stretch that is best put together with the next one; None when all should stand alone."""
    best: tuple[float, int] | None = None
    for at, (one, next_one) in enumerate(pairwise(found)):
        if days_between(one.last, next_one.first) > LENS_MIN_DAYS:
            continue
        growth = _growth(one, next_one, shapes)
        is_short = min(one.days, next_one.days) < LENS_MIN_DAYS
        if (is_short or growth <= LENS_GROWTH) and (best is None or growth < best[0]):
            best = (growth, at)
    return best[1] if best else None


def _growth(one: Stretch, other: Stretch, shapes: Mapping[str, BaseGeometry]) -> float:
    """By how much the smaller of two boxes grows when it has to hold both."""
    both = _box(_joined(one, other).area_ids, shapes)
    return _area(both) / min(_area(_box(stretch.area_ids, shapes)) for stretch in (one, other))


def _joined(one: Stretch, other: Stretch) -> Stretch:
    return Stretch(one.first, other.last, one.area_ids | other.area_ids)


def _box(area_ids: Iterable[str], shapes: Mapping[str, BaseGeometry]) -> LonLatBox:
    west, south, east, north = (float(edge) for edge in shapely.total_bounds([shapes[area_id] for area_id in area_ids]))
    return LonLatBox(west, south, east, north)


def _area(box: LonLatBox) -> float:
    return (box.east - box.west) * (box.north - box.south)


def _lens(stretch: Stretch, shapes: Mapping[str, BaseGeometry], districts: Container[str]) -> Lens:
    sides = (short_side(shapes[a]) if a in districts else _world_km(LENS_PLACE_KM, shapes[a]) for a in stretch.area_ids)
    return Lens(
        first=stretch.first,
        last=stretch.last,
        box=_with_margin(_box(stretch.area_ids, shapes)),
        least_scale=LENS_SIDE_PX / min(sides),
        area_ids=tuple(sorted(stretch.area_ids)),
        area_boxes=tuple(_box([area_id], shapes) for area_id in sorted(stretch.area_ids)),
    )


def _with_margin(box: LonLatBox) -> LonLatBox:
    """A box with room around it, and no side of it too short to tell where it is."""
    shrink = math.cos(math.radians((box.south + box.north) / 2))
    sides = (
        (box.east - box.west, LENS_MIN_KM / KM_A_DEGREE / shrink),
        (box.north - box.south, LENS_MIN_KM / KM_A_DEGREE),
    )
    across, up = (max(own * (1 + 2 * LENS_MARGIN), least) / 2 for own, least in sides)
    lon, lat = (box.west + box.east) / 2, (box.south + box.north) / 2
    return LonLatBox(lon - across, lat - up, lon + across, lat + up)


def _world_km(km: float, place: BaseGeometry) -> float:
    """Kilometres at a place in widths of the Mercator world."""
    return km / (EARTH_KM * math.cos(math.radians(place.centroid.y)))


def short_side(shape: BaseGeometry) -> float:
    """The short side of the smallest rectangle, turned as it fits best, around a shape; in widths of the Mercator world."""
    around = shapely.minimum_rotated_rectangle(shapely.transform(shape, world_square))
    a, b, c = list(around.exterior.coords)[:3]
    return min(math.dist(a, b), math.dist(b, c))
