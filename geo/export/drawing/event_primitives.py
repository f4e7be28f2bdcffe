"""Events as primitives: symbols where the place is known, soft discs for districts, counts for provinces."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geo.export.drawing.basemap import Basemap
from geo.export.drawing.clusters import by_province, clusters
from geo.export.drawing.mark_primitives import (
    badge_primitives,
    badge_size,
    cluster_primitives,
    disc_primitives,
    small_cluster_primitives,
    small_disc_primitives,
)
from geo.export.drawing.primitives import PixelBox, Primitive
from geo.export.drawing.scene import Scene, Spot
from geo.mercator import Frame, Pixel
from geo.record.records import Event
from geo.style.events import DISC_PX, NEAR_PX, SMALL_DISC_PX, SMALL_NEAR_PX

#: How far under a province's point its count stands, where the name is not.
BELOW_NAME_PX = 17.0


@dataclass(frozen=True)
class MarkedMap:
    """A map on which events are drawn, and which of them are not.

    Events inside the boxes of `covered` are left out, and those of the areas in `counted`; counts of provinces keep out of
    the boxes of `reserved`.
    """

    basemap: Basemap
    px_scale: float
    is_small: bool = False
    covered: Sequence[PixelBox] = ()
    reserved: Sequence[PixelBox] = ()
    counted: frozenset[str] = frozenset()

    def of_places(self, spots: Iterable[Spot]) -> list[Spot]:
        """Those of spots with a place or a district that are drawn here."""
        return [s for s in spots if self.counted.isdisjoint(areas_of(s.event)) and not self._is_covered(s)]

    def of_provinces(self, spots: Iterable[Spot]) -> list[Spot]:
        """Those of spots of whole provinces that are drawn here."""
        return [s for s in spots if s.event["admin1"] not in self.counted and not self._is_covered(s)]

    def _is_covered(self, spot: Spot) -> bool:
        at = self.basemap.frame.point(spot.lon, spot.lat)
        return any(box.holds(*at) for box in self.covered)


def areas_of(event: Event) -> tuple[str | None, str | None]:
    """The place and the district of an event, as far as they are known."""
    return event["place_id"], event["admin2_id"]


def event_primitives(scene: Scene, shown: MarkedMap) -> tuple[list[Primitive], list[PixelBox]]:
    """The primitives, and the boxes that they take up: obstacles for labels."""
    basemap, px_scale = shown.basemap, shown.px_scale
    draw = _small if shown.is_small else _full
    symbols, discs = shown.of_places(scene.symbols), shown.of_places(scene.discs)
    primitives, taken = draw(symbols, discs, basemap.frame, px_scale)
    obstacles = [*shown.covered, *taken]
    for admin1, cluster in by_province(shown.of_provinces(scene.counts), basemap.frame).items():
        number = len(cluster.events)
        half = badge_size(number, px_scale, shown.is_small)
        at = count_spot(admin1, Pixel(cluster.x, cluster.y), half, obstacles, shown)
        primitives += badge_primitives(at.x, at.y, number, px_scale, shown.is_small)
        obstacles.append(box_around(at, half))
    return primitives, obstacles


def _full(
    symbols: Sequence[Spot], discs: Sequence[Spot], frame: Frame, px_scale: float
) -> tuple[list[Primitive], list[PixelBox]]:
    """Marks of a map that is near enough to tell all that is known of an event."""
    primitives: list[Primitive] = []
    groups = clusters(symbols, frame, NEAR_PX * px_scale)
    around = [PixelBox.around(group.x, group.y, 11 * px_scale) for group in groups]
    obstacles = list(around)
    for cluster in clusters(discs, frame, DISC_PX * 1.5 * px_scale):
        radius = (DISC_PX + min(9.0, 2 * math.sqrt(len(cluster.events)))) * px_scale
        primitives += disc_primitives(cluster, radius, px_scale, around)
        obstacles.append(PixelBox.around(cluster.x, cluster.y, radius * 0.7))
    for cluster in groups:
        primitives += cluster_primitives(cluster, px_scale)
    return primitives, obstacles


def _small(
    symbols: Sequence[Spot], discs: Sequence[Spot], frame: Frame, px_scale: float
) -> tuple[list[Primitive], list[PixelBox]]:
    """Marks that yield to control."""
    primitives: list[Primitive] = []
    obstacles: list[PixelBox] = []
    for cluster in clusters(discs, frame, SMALL_DISC_PX * 1.5 * px_scale):
        primitives += small_disc_primitives(cluster, px_scale)
        obstacles.append(PixelBox.around(cluster.x, cluster.y, SMALL_DISC_PX * 0.8 * px_scale))
    for cluster in clusters(symbols, frame, SMALL_NEAR_PX * px_scale):
        drawn, boxes = small_cluster_primitives(cluster, px_scale)
        primitives += drawn
        obstacles += boxes
    return primitives, obstacles


def count_spot(admin1: str, name: Pixel, half: Pixel, obstacles: Sequence[PixelBox], shown: MarkedMap) -> Pixel:
    """Where the count of a province stands: in it, where it is free and near the name; else at the name."""
    at = Pixel(name.x, name.y + BELOW_NAME_PX * shown.px_scale)
    spots = shown.basemap.spots_inside(admin1, at, half, 4 * shown.px_scale)
    free = [spot for spot in spots if box_around(spot, half).is_free(obstacles)]
    return next((spot for spot in free if box_around(spot, half).is_free(shown.reserved)), free[0] if free else at)


def box_around(at: Pixel, half: Pixel) -> PixelBox:
    """The box of a count."""
    return PixelBox(at.x - half.x, at.y - half.y, at.x + half.x, at.y + half.y)
