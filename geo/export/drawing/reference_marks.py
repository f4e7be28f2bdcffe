"""UCDP's rows as primitives, as `web/reference/style.js` has them: a ring with a cross, a dashed ring, a count in a box."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from geo.export.drawing.event_primitives import MarkedMap, box_around, count_spot
from geo.export.drawing.fonts import width_of
from geo.export.drawing.primitives import Dot, PixelBox, Primitive, Stroke, Words, box_edge, rectangle
from geo.export.drawing.reference_scene import ReferenceScene, RowSpot
from geo.mercator import Pixel
from geo.style.basemap import WHITE
from geo.style.events import (
    CLUSTER_PX,
    DISC_PX,
    NEAR_PX,
    REFERENCE_COLOUR,
    SMALL_CLUSTER_PX,
    SMALL_DISC_PX,
    SMALL_NEAR_PX,
    SMALL_SYMBOL_PX,
    SYMBOL_PX,
)
from geo.wording.text import in_digits

COUNT_PX = 10.0


@dataclass
class Lot:
    """Rows that are drawn as one."""

    x: float
    y: float
    admin1: str | None
    number: int = 1


def reference_primitives(rows: ReferenceScene, shown: MarkedMap, taken: Sequence[PixelBox]) -> list[Primitive]:
    """The marks of a day's rows on a map; those that its lenses show are left to these, counts keep out of what is taken."""
    px_scale, is_small = shown.px_scale, shown.is_small
    disc, near = (SMALL_DISC_PX, SMALL_NEAR_PX) if is_small else (DISC_PX, NEAR_PX)
    single, several = (SMALL_SYMBOL_PX, SMALL_CLUSTER_PX) if is_small else (SYMBOL_PX, CLUSTER_PX)
    primitives: list[Primitive] = []
    for lot in _lots(rows.districts, shown, disc * 1.5 * px_scale):
        primitives += ring(lot.x, lot.y, disc * px_scale, px_scale)
        primitives += _number(lot, lot.x, lot.y + 3.6 * px_scale, px_scale, "middle")
    obstacles = list(taken)
    for lot in _lots(rows.points, shown, near * px_scale):
        radius = (single if lot.number == 1 else several) * px_scale
        primitives += crossed_ring(lot.x, lot.y, radius, px_scale)
        primitives += _number(lot, lot.x + radius + 2 * px_scale, lot.y - radius, px_scale, "left")
        obstacles.append(PixelBox.around(lot.x, lot.y, radius))
    for lot in _lots(rows.provinces, shown, px_scale):
        half_width = width_of(in_digits(lot.number), COUNT_PX * px_scale, "bold") / 2 + 5 * px_scale
        half = Pixel(half_width, 8 * px_scale)
        box = box_around(count_spot(str(lot.admin1), Pixel(lot.x, lot.y), half, obstacles, shown), half)
        primitives += badge(box, lot.number, px_scale)
        obstacles.append(box)
    return primitives


def crossed_ring(x: float, y: float, radius: float, px_scale: float) -> list[Primitive]:
    """A row whose place is known."""
    cross = tuple(np.array(line) for line in (((x - radius, y), (x + radius, y)), ((x, y - radius), (x, y + radius))))
    return [
        Dot(x, y, radius + 1.5 * px_scale, WHITE, 0.94),
        Dot(x, y, radius, None, 1.0, REFERENCE_COLOUR, 1.8 * px_scale),
        Stroke(cross, REFERENCE_COLOUR, 1.6 * px_scale),
    ]


def ring(x: float, y: float, radius: float, px_scale: float) -> list[Primitive]:
    """Rows of which the district is known."""
    dash = (radius / 4, radius / 5)
    return [
        Dot(x, y, radius * 0.8, REFERENCE_COLOUR, 0.15),
        Dot(x, y, radius * 0.8, None, 1.0, REFERENCE_COLOUR, max(radius / 9, 1.1 * px_scale), dash),
    ]


def badge(box: PixelBox, number: int, px_scale: float) -> list[Primitive]:
    """Rows of which the province is known: how many, in a dashed box."""
    words = Words(
        (box.left + box.right) / 2, (box.top + box.bottom) / 2 + 3.6 * px_scale, in_digits(number), COUNT_PX * px_scale,
        REFERENCE_COLOUR, "bold", "middle",
    )  # fmt: skip
    edge = box_edge(*box, REFERENCE_COLOUR, 1.2 * px_scale, (3 * px_scale, 2 * px_scale))
    return [rectangle(*box, WHITE, 0.9), edge, words]


def _number(lot: Lot, x: float, y: float, px_scale: float, anchor: str) -> list[Primitive]:
    """How many rows a mark stands for, when there are several."""
    if lot.number == 1:
        return []
    size = COUNT_PX * px_scale
    return [Words(x, y, in_digits(lot.number), size, REFERENCE_COLOUR, "bold", anchor, 2.6 * px_scale)]


def _lots(spots: Iterable[RowSpot], shown: MarkedMap, reach: float) -> list[Lot]:
    """Spots closer than `reach` pixels put together, in their order."""
    found: list[Lot] = []
    frame = shown.basemap.frame
    for spot in spots:
        x, y = frame.point(spot.lon, spot.lat)
        if not frame.holds(x, y) or any(box.holds(x, y) for box in shown.covered):
            continue
        near = next((lot for lot in found if math.hypot(lot.x - x, lot.y - y) < reach), None)
        if near is None:
            found.append(Lot(x, y, spot.row["admin1"]))
        else:
            near.number += 1
    return found
