"""One small map: who held what at the end of a day, and the signs of what changed on it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

import shapely

from geo.address.view import ViewState
from geo.control.direction import Direction
from geo.control.timeline import Timeline
from geo.export.drawing.area_primitives import control_primitives
from geo.export.drawing.basemap import Basemap
from geo.export.drawing.extents import box_of
from geo.export.drawing.fonts import width_of
from geo.export.drawing.label_primitives import Names, label_primitives
from geo.export.drawing.primitives import (
    PixelBox,
    Primitive,
    Stroke,
    Words,
    box_edge,
    outlines_of,
    rectangle,
)
from geo.export.drawing.scene import Scene, scene_of
from geo.export.multiples.change_days import ChangeDay
from geo.export.sheet.map_boxes import EDGE, MapBox
from geo.mercator import frame_of
from geo.record.load import DATA_DIR
from geo.style.basemap import HALO
from geo.style.changes import CHANGE_DASHES, CHANGE_HALO_PX, CHANGE_PX, CHANGE_ROOM_PX, CHANGE_TAG_PX, change_ink
from geo.wording.change import change_tag


class SmallMaps:
    """Small maps of one extent and size: what never changes is worked out once."""

    def __init__(
        self, timeline: Timeline, extent: str, size: tuple[int, int], px_scale: float, data_dir: Path = DATA_DIR
    ) -> None:
        frame = frame_of(box_of(timeline.dataset, extent), *size)
        self.timeline, self.px_scale = timeline, px_scale
        self.basemap = Basemap(timeline.dataset, frame, data_dir / "basemap")

    def scene(self, day: str, perspective: str) -> Scene:
        """Who held what at the end of a day; no events are drawn."""
        return scene_of(self.timeline, ViewState(date=day, perspective=perspective, window="7"))

    def primitives(self, one: ChangeDay, perspective: str) -> list[Primitive]:
        """The map of a day of change, in its own pixels."""
        basemap, px_scale = self.basemap, self.px_scale
        signs, taken = change_primitives(basemap, one.ways, px_scale)
        frame = basemap.frame
        return [
            *self._relief,
            *control_primitives(self.scene(one.day, perspective), basemap, px_scale),
            *self._lines,
            *signs,
            *label_primitives(basemap, px_scale * 0.85, Names(self._zoom), taken)[0],
            box_edge(0, 0, frame.width, frame.height, EDGE, 1.6 * px_scale),
        ]

    def png(self, one: ChangeDay, perspective: str) -> bytes:
        """The map of a day of change as a picture of its own."""
        from geo.export.renderers.raster import SUPERSAMPLE, Canvas, blank

        frame = self.basemap.frame
        picture = blank(frame.width, frame.height)
        Canvas(picture).draw(self.primitives(one, perspective))
        content = io.BytesIO()
        picture.reduce(SUPERSAMPLE).save(content, "PNG", compress_level=6)
        return content.getvalue()

    @property
    def _zoom(self) -> float:
        return MapBox(self.basemap, 0, 0, self.px_scale).zoom

    @cached_property
    def _relief(self) -> list[Primitive]:
        return self.basemap.relief()

    @cached_property
    def _lines(self) -> list[Primitive]:
        return self.basemap.lines(self.px_scale, max(self._zoom, 7.0))


def change_primitives(
    basemap: Basemap, ways: Iterable[tuple[str, Direction]], px_scale: float
) -> tuple[list[Primitive], list[PixelBox]]:
    """Outlines and signs of districts that changed, as the browser draws them; and where the signs stand."""
    here = [(area_id, way) for area_id, way in ways if area_id in basemap.districts]
    lines = {area_id: outlines_of(basemap.districts[area_id]) for area_id, _ in here}
    wide = (CHANGE_PX + 2 * CHANGE_HALO_PX) * px_scale
    primitives: list[Primitive] = [Stroke(lines[area_id], HALO, wide) for area_id, _ in here]
    for area_id, way in here:
        dash = tuple(length * px_scale for length in CHANGE_DASHES[way.kind])
        primitives.append(Stroke(lines[area_id], change_ink(way.tag[1]), CHANGE_PX * px_scale, dash=dash))
    taken: list[PixelBox] = []
    for area_id, way in here:
        west, north, east, south = shapely.bounds(basemap.districts[area_id])
        if min(east - west, south - north) >= CHANGE_ROOM_PX * px_scale:
            record = basemap.dataset.by_id("districts")[area_id]
            x, y = basemap.frame.point(record["label_lon"], record["label_lat"])
            drawn, box = tag_primitives(change_tag(basemap.dataset, way), change_ink(way.tag[1]), x, y, px_scale)
            primitives += drawn
            taken.append(box)
    return primitives, taken


def tag_primitives(text: str, ink: str, x: float, y: float, px_scale: float) -> tuple[Sequence[Primitive], PixelBox]:
    """A sign on a light plate with an edge of its ink, and where it stands."""
    size = CHANGE_TAG_PX * px_scale
    width, height = max(size * 1.3, width_of(text, size, "bold") + size * 0.6), size * 1.35
    box = PixelBox(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    words = Words(x, y + size * 0.36, text, size, ink, "bold", "middle")
    return [rectangle(*box, HALO), box_edge(*box, ink, 1.2 * px_scale), words], box
