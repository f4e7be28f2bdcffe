"""Events put together where they lie close on a map."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from geo.export.drawing.scene import Scene, Spot
from geo.mercator import Frame
from geo.record.records import Event
from geo.record.schema import VERIFICATIONS


@dataclass
class Cluster:
    """Events that are drawn as one."""

    x: float
    y: float
    events: list[Event] = field(default_factory=list)

    @property
    def most_common_type(self) -> str:
        """The type that most of them have."""
        return Counter(event["event_type"] for event in self.events).most_common(1)[0][0]

    @property
    def best_grade(self) -> str:
        """The grade of the best verified of them."""
        return min((event["verification"] for event in self.events), key=VERIFICATIONS.index)


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


def by_province(spots: Iterable[Spot], frame: Frame) -> dict[str, Cluster]:
    """One cluster a province, where its name stands."""
    found: dict[str, Cluster] = {}
    for spot in spots:
        x, y = frame.point(spot.lon, spot.lat)
        if frame.holds(x, y):
            found.setdefault(str(spot.event["admin1"]), Cluster(x, y)).events.append(spot.event)
    return found


def drawn_events(scene: Scene, frame: Frame) -> list[Event]:
    """The events that are drawn on the map."""
    spots = (*scene.symbols, *scene.discs, *scene.counts)
    return [spot.event for spot in spots if frame.holds(*frame.point(spot.lon, spot.lat))]


def grouped(events: Iterable[Event], key: Callable[[Event], str]) -> dict[str, int]:
    """How many events have each value."""
    counts: dict[str, int] = defaultdict(int)
    for event in events:
        counts[key(event)] += 1
    return dict(counts)
