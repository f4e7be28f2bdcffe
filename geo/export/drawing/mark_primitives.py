"""The marks of events as primitives, full and small: symbols by type, soft discs, dashed counts of provinces."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from geo.export.drawing.clusters import Cluster
from geo.export.drawing.fonts import width_of
from geo.export.drawing.primitives import Dot, Fill, PixelBox, Primitive, Stroke, Words, box_edge, rectangle
from geo.mercator import Pixel
from geo.style.basemap import INK, WHITE
from geo.style.events import (
    CLUSTER_PX,
    EVENT_SYMBOLS,
    RING_PX,
    RINGS,
    SHAPE_GROWN,
    SHAPE_SHARE,
    SHAPE_SIDES,
    SMALL_CLUSTER_PX,
    SMALL_COUNT_PX,
    SMALL_DISC_PX,
    SMALL_SYMBOL_PX,
    STRIKE_PX,
    SYMBOL_OPACITY,
    SYMBOL_PX,
)
from geo.wording.text import in_digits

COUNT_PX = 11.0
DISC_RINGS = 7
#: The edge of a small symbol, and the halo of a small count.
SMALL_EDGE_PX, SMALL_HALO_PX = 1.1, 2.6
#: Where the count of a disc may stand, from its point.
COUNT_STEPS = ((0, 0), (0, 18), (-18, 0), (18, 0), (0, -18))


def symbol_primitives(
    x: float, y: float, event_type: str, verification: str, radius: float, px_scale: float
) -> list[Primitive]:
    """One symbol: its shape and colour by type, its ring by verification."""
    symbol = EVENT_SYMBOLS[event_type]
    width, dash, struck = RINGS[verification]
    scaled = tuple(part * px_scale for part in dash)
    primitives: list[Primitive] = [
        Dot(x, y, radius + RING_PX * px_scale, WHITE, SYMBOL_OPACITY, INK, width * px_scale, scaled)
    ]
    primitives.append(_shape(x, y, symbol.shape, radius * SHAPE_SHARE, symbol.colour))
    if struck:
        reach = radius + 2 * px_scale
        primitives.append(
            Stroke((np.array([[x - reach, y + reach], [x + reach, y - reach]]),), INK, STRIKE_PX * px_scale)
        )
    return primitives


def small_symbol_primitives(x: float, y: float, event_type: str, radius: float, px_scale: float) -> list[Primitive]:
    """One symbol that yields to control: its shape with a thin white edge."""
    symbol = EVENT_SYMBOLS[event_type]
    edge = radius + SMALL_EDGE_PX * px_scale
    return [_shape(x, y, symbol.shape, edge, WHITE), _shape(x, y, symbol.shape, radius, symbol.colour)]


def cluster_primitives(cluster: Cluster, px_scale: float) -> list[Primitive]:
    """A symbol, and how many it stands for when there are several."""
    number = len(cluster.events)
    radius = (CLUSTER_PX if number > 1 else SYMBOL_PX) * px_scale
    primitives = symbol_primitives(
        cluster.x, cluster.y, cluster.events[-1]["event_type"], cluster.best_grade, radius, px_scale
    )
    if number > 1:
        primitives += _count(cluster.x + 10 * px_scale, cluster.y - 9 * px_scale, number, WHITE, INK, px_scale)
    return primitives


def small_cluster_primitives(cluster: Cluster, px_scale: float) -> tuple[list[Primitive], list[PixelBox]]:
    """A small symbol with its number beside it, and the boxes that they take up."""
    number = len(cluster.events)
    radius = (SMALL_CLUSTER_PX if number > 1 else SMALL_SYMBOL_PX) * px_scale
    reach = radius + SMALL_EDGE_PX * px_scale
    primitives = small_symbol_primitives(cluster.x, cluster.y, cluster.events[-1]["event_type"], radius, px_scale)
    boxes = [PixelBox.around(cluster.x, cluster.y, reach)]
    if number > 1:
        words = small_count(cluster.x + reach + px_scale, cluster.y, number, px_scale, "left")
        width = width_of(words.text, words.size, "bold")
        boxes.append(PixelBox(words.x, cluster.y - 5 * px_scale, words.x + width, cluster.y + 5 * px_scale))
        primitives.append(words)
    return primitives, boxes


def disc_primitives(
    cluster: Cluster, radius: float, px_scale: float, symbols: Sequence[PixelBox] = ()
) -> list[Primitive]:
    """A soft disc with its count, beside a symbol that lies on it: the district is known, the place is not."""
    disc = soft_disc(cluster.x, cluster.y, cluster.most_common_type, radius)
    spots = [Pixel(cluster.x + dx * px_scale, cluster.y + dy * px_scale) for dx, dy in COUNT_STEPS]
    free = (spot for spot in spots if PixelBox.around(*spot, 6 * px_scale).is_free(symbols))
    spot = next(free, spots[0])
    return [*disc, *_count(spot.x, spot.y, len(cluster.events), INK, WHITE, px_scale)]


def small_disc_primitives(cluster: Cluster, px_scale: float) -> list[Primitive]:
    """A small soft disc, with its count when there are several events."""
    disc = soft_disc(cluster.x, cluster.y, cluster.most_common_type, SMALL_DISC_PX * px_scale)
    number = len(cluster.events)
    return [*disc, small_count(cluster.x, cluster.y, number, px_scale, "middle")] if number > 1 else disc


def soft_disc(x: float, y: float, event_type: str, radius: float) -> list[Primitive]:
    """A disc in the colour of a type that fades out towards its edge."""
    colour = EVENT_SYMBOLS[event_type].colour
    return [Dot(x, y, radius * (0.3 + 0.7 * ring / DISC_RINGS), colour, 0.15) for ring in range(DISC_RINGS, 0, -1)]


def badge_size(number: int, px_scale: float, is_small: bool = False) -> Pixel:
    """Half the width and height of the box around a province's count."""
    size, room, half = (SMALL_COUNT_PX, 3.5, 6.0) if is_small else (COUNT_PX, 5.0, 8.0)
    return Pixel(width_of(in_digits(number), size * px_scale, "bold") / 2 + room * px_scale, half * px_scale)


def badge_primitives(x: float, y: float, number: int, px_scale: float, is_small: bool = False) -> list[Primitive]:
    """A dashed box with a count: only the province is known."""
    half = badge_size(number, px_scale, is_small)
    size = (SMALL_COUNT_PX if is_small else COUNT_PX) * px_scale
    box = PixelBox(x - half.x, y - half.y, x + half.x, y + half.y)
    return [
        rectangle(*box, WHITE, 0.9),
        box_edge(*box, INK, px_scale * (0.8 if is_small else 1.0), (3 * px_scale, 2 * px_scale)),
        Words(x, y + 0.36 * size, in_digits(number), size, style="bold", anchor="middle"),
    ]


def small_count(x: float, y: float, number: int, px_scale: float, anchor: str) -> Words:
    """A number on the map, without a ground of its own."""
    size = SMALL_COUNT_PX * px_scale
    return Words(x, y + 0.35 * size, in_digits(number), size, INK, "bold", anchor, SMALL_HALO_PX * px_scale)


def _count(x: float, y: float, number: int, ink: str, background: str, px_scale: float) -> list[Primitive]:
    radius = max(7.0, 4 + 3 * len(in_digits(number))) * px_scale
    words = Words(x, y + 3.8 * px_scale, in_digits(number), COUNT_PX * px_scale, ink, "bold", "middle")
    return [Dot(x, y, radius, background, 0.88), words]


def _shape(x: float, y: float, name: str, radius: float, colour: str) -> Primitive:
    sides = SHAPE_SIDES.get(name)
    if sides is None:
        return Dot(x, y, radius, colour)
    turn = math.pi / 4 if name == "square" else 0.0
    angles = turn - math.pi / 2 + 2 * math.pi * np.arange(sides + 1) / sides
    reach = radius * SHAPE_GROWN.get(name, 1.0)
    return Fill(((np.stack([x + reach * np.cos(angles), y + reach * np.sin(angles)], axis=-1),),), colour)
