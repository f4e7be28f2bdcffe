"""The numbers on the provinces of a layer of activity or presence, and the names beside them, as primitives."""

from __future__ import annotations

import math
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from geo.export.drawing.basemap import Basemap
from geo.export.drawing.fonts import style_for, width_of
from geo.export.drawing.label_primitives import RANKS, name_in
from geo.export.drawing.primitives import Dot, PixelBox, Primitive, Stroke, Words
from geo.queries.layers.plan import LayerPlan, Shade
from geo.style.basemap import INK
from geo.style.layers import NAME_STEPS, NUMBER_PX, NUMBER_STEPS
from geo.wording.text import digits

#: Type of numbers, in px of the design.
NUMBER_SIZE = NUMBER_PX * 1.15


@dataclass(frozen=True)
class NumberPlace:
    """Where the number of a province stands: its middle, its box, and whether it stepped aside from its province."""

    x: float
    y: float
    box: PixelBox
    is_aside: bool


def number_places(plans: Sequence[LayerPlan], basemap: Basemap, px_scale: float) -> dict[str, NumberPlace]:
    """A place for each province that has a number in some of the plans, with room for the longest: it holds for all."""
    found: dict[str, NumberPlace] = {}
    for admin1, (x, y) in label_points(basemap).items():
        labels = [plan.provinces.get(admin1, Shade()).label for plan in plans]
        if not any(labels) or not basemap.frame.holds(x, y):
            continue
        half = max(width_of(label, NUMBER_SIZE * px_scale, "bold") for label in labels) / 2 + 2 * px_scale
        up = 0.6 * NUMBER_SIZE * px_scale
        steps = [step * 1.15 * px_scale for step in NUMBER_STEPS]
        spots = [(x + dx, y + dy) for dx, dy in _ring(steps, 8)]
        around = [PixelBox(cx - half, cy - up, cx + half, cy + up) for cx, cy in spots]
        taken = [place.box for place in found.values()]
        at = next((n for n, box in enumerate(around) if box.is_free(taken)), 0)
        found[admin1] = NumberPlace(*spots[at], around[at], at > 0)
    return found


def number_primitives(
    plan: LayerPlan, basemap: Basemap, px_scale: float, places: Mapping[str, NumberPlace]
) -> list[Primitive]:
    """The numbers of provinces at their places, each joined to its province by a line when aside."""
    primitives: list[Primitive] = []
    size, points = NUMBER_SIZE * px_scale, label_points(basemap)
    for admin1, place in places.items():
        label = digits(plan.provinces.get(admin1, Shade()).label)
        if not label:
            continue
        if place.is_aside:
            x, y = points[admin1]
            primitives += [_line((x, y), (place.x, place.y), px_scale), Dot(x, y, 1.8 * px_scale, INK)]
        primitives.append(Words(place.x, place.y + 0.36 * size, label, size, INK, "bold", "middle", 3.5 * px_scale))
    return primitives


def name_primitives(
    places: Mapping[str, NumberPlace], basemap: Basemap, px_scale: float
) -> tuple[list[Primitive], list[PixelBox]]:
    """The names of the provinces that have a number, beside it or, joined by a line, where no other number is meant."""
    rank, records = RANKS["province"], basemap.dataset.by_id("provinces")
    size = rank.size * px_scale
    taken = [place.box for place in places.values()]
    primitives: list[Primitive] = []
    for admin1, place in places.items():
        number = place.box
        text = name_in(records[admin1])
        half = width_of(text, size, rank.style) / 2
        x, y = (number.left + number.right) / 2, (number.top + number.bottom) / 2
        beside = half + (number.right - number.left) / 2
        near = [(0.0, 15 * px_scale), (0.0, -15 * px_scale), (beside, 0.0), (-beside, 0.0)]
        far = [
            (dx + math.copysign(half, dx) * abs(math.cos(math.atan2(dy, dx))), dy)
            for dx, dy in _ring([step * px_scale for step in NAME_STEPS], 16)
        ]
        for at, (dx, dy) in enumerate([*near, *far]):
            box = PixelBox(x + dx - half, y + dy - 0.55 * size, x + dx + half, y + dy + 0.55 * size)
            if not box.is_free(taken) or (at >= len(near) and not _is_open(box, admin1, places, basemap)):
                continue
            if at >= len(near):
                primitives.append(_line((x, y), (min(max(x, box.left), box.right), y + dy), px_scale))
            taken.append(box)
            style = style_for(text, rank.style)
            primitives.append(
                Words(x + dx - half, y + dy + 0.35 * size, text, size, rank.ink, style, "left", 3 * px_scale)
            )
            break
    return primitives, taken


def _is_open(box: PixelBox, admin1: str, numbered: Container[str], basemap: Basemap) -> bool:
    """Whether a name misleads nobody there: abroad, in its province or in one without a number; and whole on the map."""
    frame = basemap.frame
    if box.left < 0 or box.top < 0 or box.right > frame.width or box.bottom > frame.height:
        return False
    others = [shape for other, shape in basemap.province_shapes.items() if other != admin1 and other in numbered]
    return not any(shape.intersects(shapely.box(*box)) for shape in others)


def _ring(steps: Sequence[float], directions: int) -> list[tuple[float, float]]:
    """Offsets ever farther away, in so many directions; the place itself once."""
    angles = [at * 2 * math.pi / directions for at in range(directions)]
    return [(math.cos(a) * step, math.sin(a) * step) for step in steps for a in (angles if step else angles[:1])]


def _line(start: tuple[float, float], end: tuple[float, float], px_scale: float) -> Stroke:
    return Stroke((np.array([start, end]),), INK, 0.8 * px_scale)


def label_points(basemap: Basemap) -> Mapping[str, tuple[float, float]]:
    """Where the number of each province stands, in pixels."""
    records = basemap.dataset.by_id("provinces")
    return {p: basemap.frame.point(record["label_lon"], record["label_lat"]) for p, record in records.items()}
