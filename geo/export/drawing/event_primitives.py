"""Events as primitives: symbols where the place is known, soft discs for districts, counts for provinces."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from geo.export.drawing.fonts import width_of
from geo.export.drawing.primitives import Dot, Fill, PixelBox, Primitive, Stroke, Words, box_edge, rectangle
from geo.export.drawing.scene import Scene, Spot
from geo.mercator import Frame
from geo.record.records import Event
from geo.record.schema import VERIFICATIONS
from geo.style import (
    CLUSTER_PX,
    DISC_PX,
    EVENT_SYMBOLS,
    INK,
    NEAR_PX,
    RING_PX,
    RINGS,
    SHAPE_GROWN,
    SHAPE_SHARE,
    SHAPE_SIDES,
    STRIKE_PX,
    SYMBOL_OPACITY,
    SYMBOL_PX,
)

COUNT_PX = 11.0
DISC_RINGS = 7
#: Where the count of a disc, and of a province, may stand, from its point.
COUNT_STEPS = ((0, 0), (0, 18), (-18, 0), (18, 0), (0, -18))
BADGE_STEPS = ((0, 17), (0, -20), (26, 0), (-26, 0), (26, 17), (-26, 17), (0, 34), (30, -18), (-30, -18), (0, -38))


@dataclass
class Cluster:
    """Events that are drawn as one."""

    x: float
    y: float
    events: list[Event] = field(default_factory=list)


def event_primitives(
    scene: Scene, frame: Frame, px_scale: float, covered: Sequence[PixelBox] = (), reserved: Sequence[PixelBox] = ()
) -> tuple[list[Primitive], list[PixelBox]]:
    """The primitives, and the boxes that they take up: obstacles for labels.

    Events inside the boxes of `covered` are left out; counts of provinces, which may stand anywhere near,
    keep out of those of `reserved`.
    """
    primitives: list[Primitive] = []
    groups = clusters(_outside(scene.symbols, frame, covered), frame, NEAR_PX * px_scale)
    symbols = [_around(cluster, 11 * px_scale) for cluster in groups]
    obstacles: list[PixelBox] = [*covered, *symbols]
    for cluster in clusters(_outside(scene.discs, frame, covered), frame, DISC_PX * 1.5 * px_scale):
        radius = (DISC_PX + min(9.0, 2 * math.sqrt(len(cluster.events)))) * px_scale
        primitives += disc_primitives(cluster, radius, px_scale, symbols)
        obstacles.append(_around(cluster, radius * 0.7))
    for cluster in groups:
        primitives += _cluster_primitives(cluster, px_scale)
    for cluster in _by_province(_outside(scene.counts, frame, covered), frame):
        spot = _free_spot(cluster, [*obstacles, *reserved], frame, px_scale)
        primitives += badge_primitives(spot.x, spot.y, len(spot.events), px_scale)
        obstacles.append(_around(spot, 10 * px_scale))
    return primitives, obstacles


def drawn_events(scene: Scene, frame: Frame) -> list[Event]:
    """The events that are drawn on the map."""
    spots = (*scene.symbols, *scene.discs, *scene.counts)
    return [spot.event for spot in spots if frame.holds(*frame.point(spot.lon, spot.lat))]


def clusters(spots: Sequence[Spot], frame: Frame, reach: float) -> list[Cluster]:
    """Spots closer than `reach` pixels put together, in their order."""
    found: list[Cluster] = []
    for spot in spots:
        x, y = frame.point(spot.lon, spot.lat)
        if not frame.holds(x, y):
            continue
        near = next((c for c in found if math.hypot(c.x - x, c.y - y) < reach), None)
        if near is None:
            near = Cluster(x, y)
            found.append(near)
        near.events.append(spot.event)
    return found


def symbol_primitives(
    x: float, y: float, event_type: str, verification: str, radius: float, px_scale: float
) -> list[Primitive]:
    """One symbol: its shape and colour by type, its ring by verification."""
    symbol = EVENT_SYMBOLS[event_type]
    width, dash, struck = RINGS[verification]
    scaled = tuple(part * px_scale for part in dash)
    primitives: list[Primitive] = [
        Dot(x, y, radius + RING_PX * px_scale, "#FFFFFF", SYMBOL_OPACITY, INK, width * px_scale, scaled)
    ]
    primitives.append(_shape(x, y, symbol.shape, radius * SHAPE_SHARE, symbol.colour))
    if struck:
        reach = radius + 2 * px_scale
        primitives.append(
            Stroke((np.array([[x - reach, y + reach], [x + reach, y - reach]]),), INK, STRIKE_PX * px_scale)
        )
    return primitives


def disc_primitives(
    cluster: Cluster, radius: float, px_scale: float, symbols: Sequence[PixelBox] = ()
) -> list[Primitive]:
    """A soft disc with its count, beside a symbol that lies on it: the district is known, the place is not."""
    types = Counter(event["event_type"] for event in cluster.events)
    disc = soft_disc(cluster.x, cluster.y, types.most_common(1)[0][0], radius)
    spots = [Cluster(cluster.x + dx * px_scale, cluster.y + dy * px_scale) for dx, dy in COUNT_STEPS]
    free = (spot for spot in spots if _around(spot, 6 * px_scale).is_free(symbols))
    spot = next(free, spots[0])
    return [*disc, *_count(spot.x, spot.y, len(cluster.events), INK, "#FFFFFF", px_scale)]


def soft_disc(x: float, y: float, event_type: str, radius: float) -> list[Primitive]:
    """A disc in the colour of a type that fades out towards its edge."""
    colour = EVENT_SYMBOLS[event_type].colour
    return [Dot(x, y, radius * (0.3 + 0.7 * ring / DISC_RINGS), colour, 0.15) for ring in range(DISC_RINGS, 0, -1)]


def badge_primitives(x: float, y: float, number: int, px_scale: float) -> list[Primitive]:
    """A dashed box with a count: only the province is known."""
    half = width_of(str(number), COUNT_PX * px_scale, "bold") / 2 + 5 * px_scale
    box = PixelBox(x - half, y - 8 * px_scale, x + half, y + 8 * px_scale)
    return [
        rectangle(*box, "#FFFFFF", 0.9),
        box_edge(*box, INK, px_scale, (3 * px_scale, 2 * px_scale)),
        Words(x, y + 4 * px_scale, str(number), COUNT_PX * px_scale, style="bold", anchor="middle"),
    ]


def _outside(spots: Iterable[Spot], frame: Frame, covered: Sequence[PixelBox]) -> list[Spot]:
    """The spots that lie in none of the boxes."""
    return [spot for spot in spots if not any(box.holds(*frame.point(spot.lon, spot.lat)) for box in covered)]


def _free_spot(cluster: Cluster, obstacles: Sequence[PixelBox], frame: Frame, px_scale: float) -> Cluster:
    """A count belongs to a whole province: it may stand anywhere near the name, best where nothing else is."""
    for dx, dy in BADGE_STEPS:
        moved = Cluster(cluster.x + dx * px_scale, cluster.y + dy * px_scale, cluster.events)
        inside = frame.holds(moved.x, moved.y, -12 * px_scale)
        if inside and _around(moved, 10 * px_scale).is_free(obstacles):
            return moved
    return Cluster(cluster.x, cluster.y + BADGE_STEPS[0][1] * px_scale, cluster.events)


def _by_province(spots: Iterable[Spot], frame: Frame) -> list[Cluster]:
    """One cluster a province, where its name stands."""
    found: dict[str, Cluster] = {}
    for spot in spots:
        x, y = frame.point(spot.lon, spot.lat)
        if frame.holds(x, y):
            found.setdefault(str(spot.event["admin1"]), Cluster(x, y)).events.append(spot.event)
    return list(found.values())


def _cluster_primitives(cluster: Cluster, px_scale: float) -> list[Primitive]:
    number = len(cluster.events)
    grade = min(cluster.events, key=lambda event: VERIFICATIONS.index(event["verification"]))["verification"]
    radius = (CLUSTER_PX if number > 1 else SYMBOL_PX) * px_scale
    primitives = symbol_primitives(cluster.x, cluster.y, cluster.events[-1]["event_type"], grade, radius, px_scale)
    if number > 1:
        primitives += _count(cluster.x + 10 * px_scale, cluster.y - 9 * px_scale, number, "#FFFFFF", INK, px_scale)
    return primitives


def _count(x: float, y: float, number: int, ink: str, background: str, px_scale: float) -> list[Primitive]:
    radius = max(7.0, 4 + 3 * len(str(number))) * px_scale
    words = Words(x, y + 3.8 * px_scale, str(number), COUNT_PX * px_scale, ink, "bold", "middle")
    return [Dot(x, y, radius, background, 0.88), words]


def _shape(x: float, y: float, name: str, radius: float, colour: str) -> Primitive:
    sides = SHAPE_SIDES.get(name)
    if sides is None:
        return Dot(x, y, radius, colour)
    turn = math.pi / 4 if name == "square" else 0.0
    angles = turn - math.pi / 2 + 2 * math.pi * np.arange(sides + 1) / sides
    reach = radius * SHAPE_GROWN.get(name, 1.0)
    return Fill(((np.stack([x + reach * np.cos(angles), y + reach * np.sin(angles)], axis=-1),),), colour)


def _around(cluster: Cluster, reach: float) -> PixelBox:
    return PixelBox.around(cluster.x, cluster.y, reach)


def grouped(events: Iterable[Event], key: Callable[[Event], str]) -> dict[str, int]:
    """How many events have each value."""
    counts: dict[str, int] = defaultdict(int)
    for event in events:
        counts[key(event)] += 1
    return dict(counts)
