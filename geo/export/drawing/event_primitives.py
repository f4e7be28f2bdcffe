"""Events as marks: symbols where the place is known, soft discs for districts, counts for provinces."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from geo.export.drawing.fonts import width_of
from geo.export.drawing.mercator import Frame
from geo.export.drawing.primitives import Dot, Fill, Mark, Stroke, Words, box_edge, rectangle
from geo.export.drawing.scene import Event, Scene, Spot
from geo.record.schema import VERIFICATIONS
from geo.style import DISC_PX, EVENT_SYMBOLS, INK, NEAR_PX, RINGS, SHAPE_GROWN, SHAPE_SIDES

COUNT_PX = 11.0
DISC_RINGS = 7
#: Where the count of a disc, and of a province, may stand, from its point.
COUNT_STEPS = ((0, 0), (0, 18), (-18, 0), (18, 0), (0, -18))
BADGE_STEPS = ((0, 17), (0, -20), (26, 0), (-26, 0), (26, 17), (-26, 17), (0, 34), (30, -18), (-30, -18), (0, -38))
Box = tuple[float, float, float, float]


@dataclass
class Cluster:
    """Events that are drawn as one."""

    x: float
    y: float
    events: list[Event] = field(default_factory=list)


def event_marks(
    scene: Scene, frame: Frame, unit: float, covered: Sequence[Box] = (), kept: Sequence[Box] = ()
) -> tuple[list[Mark], list[Box]]:
    """The marks, and the boxes that they take up (labels keep out of them).

    Events inside the boxes of `covered` (left, top, right, bottom) are left out; counts of provinces,
    which may stand anywhere near, keep out of those of `kept`.
    """
    marks: list[Mark] = []
    groups = clusters(_outside(scene.symbols, frame, covered), frame, NEAR_PX * unit)
    symbols = [_around(cluster, 11 * unit) for cluster in groups]
    taken: list[Box] = [*covered, *symbols]
    for cluster in clusters(_outside(scene.discs, frame, covered), frame, DISC_PX * 1.5 * unit):
        radius = (DISC_PX + min(9.0, 2 * math.sqrt(len(cluster.events)))) * unit
        marks += disc_marks(cluster, radius, unit, symbols)
        taken.append(_around(cluster, radius * 0.7))
    for cluster in groups:
        marks += _cluster_marks(cluster, unit)
    for cluster in _by_province(_outside(scene.counts, frame, covered), frame):
        spot = _free_spot(cluster, [*taken, *kept], frame, unit)
        marks += badge_marks(spot.x, spot.y, len(spot.events), unit)
        taken.append(_around(spot, 10 * unit))
    return marks, taken


def drawn_events(scene: Scene, frame: Frame) -> list[Event]:
    """The events whose mark lies on the map."""
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


def symbol_marks(x: float, y: float, event_type: str, verification: str, radius: float, unit: float) -> list[Mark]:
    """One symbol: its shape and colour by type, its ring by verification."""
    symbol = EVENT_SYMBOLS[event_type]
    width, dash, struck = RINGS[verification]
    scaled = tuple(part * unit for part in dash)
    marks: list[Mark] = [Dot(x, y, radius + 1.5 * unit, "#FFFFFF", 0.92, INK, width * unit, scaled)]
    marks.append(_shape(x, y, symbol.shape, radius * 0.72, symbol.colour))
    if struck:
        reach = radius + 2 * unit
        marks.append(Stroke((np.array([[x - reach, y + reach], [x + reach, y - reach]]),), INK, 1.6 * unit))
    return marks


def disc_marks(cluster: Cluster, radius: float, unit: float, symbols: Sequence[Box] = ()) -> list[Mark]:
    """A soft disc with its count, beside a symbol that lies on it: the district is known, the place is not."""
    types = Counter(event["event_type"] for event in cluster.events)
    colour = EVENT_SYMBOLS[types.most_common(1)[0][0]].colour
    marks: list[Mark] = []
    for ring in range(DISC_RINGS, 0, -1):
        marks.append(Dot(cluster.x, cluster.y, radius * (0.3 + 0.7 * ring / DISC_RINGS), colour, 0.15))
    spots = [Cluster(cluster.x + dx * unit, cluster.y + dy * unit) for dx, dy in COUNT_STEPS]
    free = (spot for spot in spots if not any(_touch(_around(spot, 6 * unit), box) for box in symbols))
    spot = next(free, spots[0])
    return [*marks, *_count(spot.x, spot.y, len(cluster.events), INK, "#FFFFFF", unit)]


def badge_marks(x: float, y: float, number: int, unit: float) -> list[Mark]:
    """A dashed box with a count: only the province is known."""
    half = width_of(str(number), COUNT_PX * unit, "bold") / 2 + 5 * unit
    box = (x - half, y - 8 * unit, x + half, y + 8 * unit)
    return [
        rectangle(*box, "#FFFFFF", 0.9),
        box_edge(*box, INK, unit, (3 * unit, 2 * unit)),
        Words(x, y + 4 * unit, str(number), COUNT_PX * unit, style="bold", anchor="middle"),
    ]


def _outside(spots: Iterable[Spot], frame: Frame, covered: Sequence[Box]) -> list[Spot]:
    """The spots that lie in none of the boxes."""
    return [spot for spot in spots if not any(_within(frame.point(spot.lon, spot.lat), box) for box in covered)]


def _within(point: tuple[float, float], box: Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _free_spot(cluster: Cluster, taken: Sequence[Box], frame: Frame, unit: float) -> Cluster:
    """A count belongs to a whole province: it may stand anywhere near the name, best where nothing else is."""
    for dx, dy in BADGE_STEPS:
        moved = Cluster(cluster.x + dx * unit, cluster.y + dy * unit, cluster.events)
        inside = frame.holds(moved.x, moved.y, -12 * unit)
        if inside and not any(_touch(_around(moved, 10 * unit), box) for box in taken):
            return moved
    return Cluster(cluster.x, cluster.y + BADGE_STEPS[0][1] * unit, cluster.events)


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _by_province(spots: Iterable[Spot], frame: Frame) -> list[Cluster]:
    """One cluster a province, where its name stands."""
    found: dict[str, Cluster] = {}
    for spot in spots:
        x, y = frame.point(spot.lon, spot.lat)
        if frame.holds(x, y):
            found.setdefault(spot.event["admin1"], Cluster(x, y)).events.append(spot.event)
    return list(found.values())


def _cluster_marks(cluster: Cluster, unit: float) -> list[Mark]:
    number = len(cluster.events)
    grade = min(cluster.events, key=lambda event: VERIFICATIONS.index(event["verification"]))["verification"]
    radius = (8 if number > 1 else 6.5) * unit
    marks = symbol_marks(cluster.x, cluster.y, cluster.events[-1]["event_type"], grade, radius, unit)
    if number > 1:
        marks += _count(cluster.x + 10 * unit, cluster.y - 9 * unit, number, "#FFFFFF", INK, unit)
    return marks


def _count(x: float, y: float, number: int, ink: str, ground: str, unit: float) -> list[Mark]:
    radius = max(7.0, 4 + 3 * len(str(number))) * unit
    words = Words(x, y + 3.8 * unit, str(number), COUNT_PX * unit, ink, "bold", "middle")
    return [Dot(x, y, radius, ground, 0.88), words]


def _shape(x: float, y: float, name: str, radius: float, colour: str) -> Mark:
    sides = SHAPE_SIDES.get(name)
    if sides is None:
        return Dot(x, y, radius, colour)
    turn = math.pi / 4 if name == "square" else 0.0
    angles = turn - math.pi / 2 + 2 * math.pi * np.arange(sides + 1) / sides
    reach = radius * SHAPE_GROWN.get(name, 1.0)
    return Fill(((np.stack([x + reach * np.cos(angles), y + reach * np.sin(angles)], axis=-1),),), colour)


def _around(cluster: Cluster, reach: float) -> Box:
    return cluster.x - reach, cluster.y - reach, cluster.x + reach, cluster.y + reach


def grouped(events: Iterable[Event], key: Callable[[Event], str]) -> dict[str, int]:
    """How many events have each value."""
    counts: dict[str, int] = defaultdict(int)
    for event in events:
        counts[key(event)] += 1
    return dict(counts)
