"""The frames of a film: the ground is drawn once, zones where they change, events each day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import shapely
from PIL import Image as Pillow

from geo.control.timeline import Timeline
from geo.export.drawing.area_primitives import circle, zone_marks
from geo.export.drawing.event_primitives import event_marks
from geo.export.drawing.fonts import cut, wrapped
from geo.export.drawing.label_primitives import capital_boxes, label_marks
from geo.export.drawing.primitives import Mark
from geo.export.drawing.scene import Scene, scene_of
from geo.export.picture import Wish
from geo.export.renderers.raster import FINER, Canvas, blank
from geo.export.sheet import layout
from geo.export.sheet.map_boxes import MapBox, maps_of
from geo.export.sheet.panel import count_in_view, panel_marks
from geo.record.load import DATA_DIR
from geo.wording.sentence import day_sentence

MOST_LOOKED_AT = 90  # days of a film for which room is kept between names and events
REACH = 4  # pixels that the edge of a zone may be drawn beyond it


@dataclass
class Ground:
    """One map of the frame: what never changes, and the zones as they were last drawn."""

    box: MapBox
    relief: Pillow.Image
    over: list[Mark]
    scene: Scene | None = None
    zones: Pillow.Image | None = None


class Frames:
    """Draws the frames of one film; days are best asked for in their order."""

    def __init__(self, line: Timeline, wish: Wish, days: Sequence[str], data_dir: Path = DATA_DIR) -> None:
        """Lay out the sheet so that nothing moves from frame to frame, and draw the ground."""
        self.line, self.wish = line, wish
        spoken = [layout.sentence_lines(day_sentence(line, day, wish.perspective), *wish.size) for day in days]
        self.sentence_size = min(size for _, size in spoken)
        self.sentence_lines = max(len(self._lines(day)) for day in days)
        most = len(line.dataset.records("events"))
        under = max(len(self._foot(day, most)) for day in days)
        self.layout = layout.layout_of(*wish.size, self.sentence_lines, wish.perspective != "assessed", under)
        boxes = maps_of(line, self.layout, wish.extent, data_dir / "basemap")
        step = -(-len(days) // MOST_LOOKED_AT)
        scenes = [scene_of(line, wish.view_on(day)) for day in days[::step]]
        self.grounds = [self._ground(box, scenes) for box in boxes]

    def frame(self, day: str) -> Pillow.Image:
        """The frame of a day, RGB."""
        scene = scene_of(self.line, self.wish.view_on(day))
        page = blank(*self.wish.size)
        Canvas(page).draw(self._page_marks(scene))
        for ground in self.grounds:
            box, picture = ground.box, self._zones(ground, scene).copy()
            kept = capital_boxes(box.land, box.unit)
            events, _ = event_marks(scene, box.land.frame, box.unit, box.covered[:1], kept)
            Canvas(picture).draw([*events, *box.furniture()])
            page.paste(picture, (round(box.left) * FINER, round(box.top) * FINER))
        return page.reduce(FINER)

    def _lines(self, day: str) -> list[str]:
        """The sentence of a day in the film's one size of type."""
        unit = layout.unit_of(*self.wish.size)
        room = self.wish.size[0] - 2 * layout.MARGIN * unit
        size = self.sentence_size * unit
        lines = wrapped(day_sentence(self.line, day, self.wish.perspective), size, room)
        most = layout.MOST_SENTENCE_LINES
        return lines if len(lines) <= most else [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), size, room)]

    def _foot(self, day: str, count: int) -> list[str]:
        """The lines under the map, with as many events in view."""
        dataset, wish = self.line.dataset, self.wish
        query = layout.query_of(dataset, wish.view_on(day), wish.extent)
        return layout.foot_lines(dataset, wish.view_on(day), layout.Foot(count, query, wish.address), *wish.size)

    def _page_marks(self, scene: Scene) -> list[Mark]:
        land = self.grounds[0].box.land
        return [
            *layout.head_marks(self.layout, scene, self._lines(scene.day), self.sentence_size),
            *panel_marks(self.layout, scene, land),
            *layout.foot_marks(self.layout, self._foot(scene.day, count_in_view(scene, land))),
        ]

    def _ground(self, box: MapBox, scenes: Sequence[Scene]) -> Ground:
        """The ground with names where no event of the film will stand, as far as there is room."""
        land = box.land
        relief = blank(land.frame.width, land.frame.height)
        Canvas(relief).draw(land.relief())
        kept = capital_boxes(land, box.unit)
        marked = (event_marks(scene, land.frame, box.unit, box.covered[:1], kept)[1] for scene in scenes)
        events = {spot for spots in marked for spot in spots}
        free = [*sorted(events), *box.covered, *box.kept_free()]
        over = [*land.lines(box.unit, box.zoom), *label_marks(land, box.unit, box.zoom, self.wish.lang, free)]
        return Ground(box, relief, over)

    def _zones(self, ground: Ground, scene: Scene) -> Pillow.Image:
        """Relief, zones, lines and names; only what lies in changed districts is drawn again."""
        if ground.scene is None or ground.zones is None:
            ground.zones = self._part(ground, scene, (0, 0, ground.relief.width, ground.relief.height))
        else:
            region = _changed(ground.scene, scene, ground.box)
            if region is not None:
                ground.zones = ground.zones.copy()
                ground.zones.paste(self._part(ground, scene, region), region[:2])
        ground.scene = scene
        return ground.zones

    def _part(self, ground: Ground, scene: Scene, region: tuple[int, int, int, int]) -> Pillow.Image:
        """A part of the map (left, top, right, bottom in fine pixels)."""
        land = ground.box.land
        left, top, right, bottom = (edge / FINER for edge in region)
        window = shapely.box(left, top, right, bottom).buffer(REACH * ground.box.unit)  # edges reach into it
        inside = [admin2_id for admin2_id, shape in land.districts.items() if shape.intersects(window)]
        part = ground.relief.crop(region)
        Canvas(part, left, top).draw([*zone_marks(scene, land, ground.box.unit, inside), *ground.over])
        return part


def _changed(before: Scene, after: Scene, box: MapBox) -> tuple[int, int, int, int] | None:
    """The part of a map (fine pixels) in which the zones of two scenes differ; None when they don't."""
    land = box.land
    shapes = [shape for d, shape in land.districts.items() if before.area_styles[d] != after.area_styles[d]]
    drawn_before = {place.place_id: replace(place, claim_ids=()) for place in before.places}
    drawn_after = {place.place_id: replace(place, claim_ids=()) for place in after.places}
    for place_id in drawn_before.keys() | drawn_after.keys():
        if drawn_before.get(place_id) != drawn_after.get(place_id):
            shapes += circle(drawn_before.get(place_id) or drawn_after[place_id], land)
    if not shapes:
        return None
    west, north, east, south = shapely.total_bounds(shapes)
    frame, reach = land.frame, REACH * box.unit
    left, top = max(0, int(west - reach)), max(0, int(north - reach))
    right, bottom = min(frame.width, int(east + reach) + 1), min(frame.height, int(south + reach) + 1)
    if left >= right or top >= bottom:
        return None
    return left * FINER, top * FINER, right * FINER, bottom * FINER
