"""The frames of a film: the basemap is drawn once, areas where they change, events each day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import shapely
from PIL import Image as Pillow

from geo.control.timeline import Timeline
from geo.export.drawing.area_primitives import circle
from geo.export.drawing.fonts import wrapped
from geo.export.drawing.primitives import Primitive
from geo.export.drawing.scene import Scene, first_day_of, scene_of, telling_on
from geo.export.picture import RenderOptions, ground_of, maps_on, marks_on, remarks_on, rows_beside
from geo.export.renderers.raster import SUPERSAMPLE, Canvas, FineBox, blank
from geo.export.sheet import layout
from geo.export.sheet.direction import in_direction
from geo.export.sheet.map_boxes import MapBox
from geo.export.sheet.map_marks import MapMarks
from geo.export.sheet.panel import count_in_view, panel_primitives
from geo.export.sheet.shaded_marks import ShadedMarks
from geo.lens.areas import Lens
from geo.record.load import DATA_DIR
from geo.wording.language import speaking
from geo.wording.layer_sentence import view_sentence

MAX_SAMPLED_DAYS = 90  # days of a film for which names are kept apart from events
REACH = 4  # pixels that the edge of an area may be drawn beyond it


@dataclass
class CachedMap:
    """One map of the frame: what never changes, and the areas as they were last drawn."""

    box: MapBox
    relief: Pillow.Image
    marks: MapMarks | ShadedMarks
    scene: Scene | None = None
    areas: Pillow.Image | None = None


class Frames:
    """Draws the frames of one film; fastest when they are drawn in the order of the days."""

    def __init__(
        self, timeline: Timeline, options: RenderOptions, days: Sequence[str], data_dir: Path = DATA_DIR
    ) -> None:
        """Lay out the sheet so that nothing moves from frame to frame, and draw the basemap."""
        self.timeline, self.options = timeline, options
        with speaking(options.lang):
            self._lay_out(days, data_dir)

    def _lay_out(self, days: Sequence[str], data_dir: Path) -> None:
        timeline, options = self.timeline, self.options
        self.reference = rows_beside(timeline, options, data_dir)
        self._sentences: dict[str, str] = {}
        spoken = [layout.sentence_lines(self._sentence(day), *options.size) for day in days]
        self.sentence_size = min(size for _, size in spoken)
        self.sentence_lines = max(len(self._lines(day)) for day in days)
        all_events = len(timeline.dataset.public_events)
        under = max(len(self._footer(day, all_events)) for day in days)
        self.layout = layout.layout_of(*options.size, self.sentence_lines, options.told_by != "assessed", under)
        self.sheet = maps_on(timeline, self.layout, options, days, data_dir)
        self.maps = self._cached_maps(days)

    def frame(self, day: str) -> Pillow.Image:
        """The frame of a day, RGB; in the film's language, whichever process draws it."""
        with speaking(self.options.lang):
            return self._frame(day)

    def _frame(self, day: str) -> Pillow.Image:
        scene = scene_of(self.timeline, self.options.view_on(day), self.reference)
        page = blank(*self.options.size)
        Canvas(page).draw(self._page_primitives(scene))
        for cached in self.maps[self.sheet.lenses_on(day)]:
            box, picture = cached.box, self._areas(cached, scene).copy()
            Canvas(picture).draw(cached.marks.of_day(scene))
            page.paste(picture, (round(box.left) * SUPERSAMPLE, round(box.top) * SUPERSAMPLE))
        return page.reduce(SUPERSAMPLE)

    def _lines(self, day: str) -> list[str]:
        """The sentence of a day in the film's one size of type."""
        px_scale = layout.px_scale_of(*self.options.size)
        room = self.options.size[0] - 2 * layout.MARGIN * px_scale
        size = self.sentence_size * px_scale
        return layout.at_most(wrapped(self._sentence(day), size, room), size, room)

    def _sentence(self, day: str) -> str:
        if day not in self._sentences:
            self._sentences[day] = view_sentence(self.timeline, self.options.view_on(day))
        return self._sentences[day]

    def _footer(self, day: str, count: int) -> list[str]:
        """The lines under the map, with as many events in view."""
        dataset, options = self.timeline.dataset, self.options
        view = options.view_on(day)
        query = layout.query_of(dataset, view, options.extent)
        remarks = remarks_on(self.reference, first_day_of(dataset, view), day)
        return layout.footer_lines(dataset, view, layout.Footer(count, query, options.address, remarks), *options.size)

    def _page_primitives(self, scene: Scene) -> list[Primitive]:
        main = self.sheet.main
        page = [
            *layout.header_primitives(self.layout, scene, self._lines(scene.day), self.sentence_size),
            *panel_primitives(self.layout, scene, main.basemap, main.has_small_marks),
            *layout.footer_primitives(self.layout, self._footer(scene.day, count_in_view(scene, main.basemap))),
        ]
        return in_direction(page, self.layout)

    def _cached_maps(self, days: Sequence[str]) -> dict[tuple[Lens, ...], list[CachedMap]]:
        """The maps by the lenses that stand on them: names and callouts stand still while these do."""
        found: dict[tuple[Lens, ...], list[CachedMap]] = {}
        made: dict[Lens, CachedMap] = {}
        main = self._relief(self.sheet.main)
        scenes = self._sampled_scenes(days)
        for shown in dict.fromkeys(self.sheet.lenses_on(day) for day in days):
            box, *boxes = self.sheet.boxes(shown)
            here = [scene for scene in scenes if self.sheet.lenses_on(scene.day) == shown]
            found[shown] = [CachedMap(box, main, marks_on(box, here))]
            for lens, one in zip(shown, boxes, strict=True):
                if lens not in made:
                    own = [scene for scene in scenes if lens.first <= scene.day <= lens.last]
                    made[lens] = CachedMap(one, self._relief(one), marks_on(one, own))
                found[shown].append(made[lens])
        return found

    def _sampled_scenes(self, days: Sequence[str]) -> list[Scene]:
        """Scenes of days spread over the film, and of all on which another area tells something or lenses change."""
        step, scenes = -(-len(days) // MAX_SAMPLED_DAYS), []
        before: tuple[object, ...] = ()
        for number, day in enumerate(days):
            now = (telling_on(self.timeline, day, self.options.perspective), self.sheet.lenses_on(day))
            if number % step == 0 or now != before:
                scenes.append(scene_of(self.timeline, self.options.view_on(day), self.reference))
            before = now
        return scenes

    def _relief(self, box: MapBox) -> Pillow.Image:
        relief = blank(box.basemap.frame.width, box.basemap.frame.height)
        Canvas(relief).draw(box.basemap.relief())
        return relief

    def _areas(self, cached: CachedMap, scene: Scene) -> Pillow.Image:
        """Relief, areas, lines and names; only what lies in changed districts is drawn again."""
        if cached.scene is None or cached.areas is None:
            cached.areas = self._part(cached, scene, FineBox(0, 0, cached.relief.width, cached.relief.height))
        else:
            region = _changed(cached.scene, scene, cached.box)
            if region is not None:
                cached.areas = cached.areas.copy()
                cached.areas.paste(self._part(cached, scene, region), region[:2])
        cached.scene = scene
        return cached.areas

    def _part(self, cached: CachedMap, scene: Scene, region: FineBox) -> Pillow.Image:
        """A part of the map."""
        basemap = cached.box.basemap
        left, top, right, bottom = (edge / SUPERSAMPLE for edge in region)
        window = shapely.box(left, top, right, bottom).buffer(REACH * cached.box.px_scale)  # edges reach into it
        inside = [admin2_id for admin2_id, shape in basemap.districts.items() if shape.intersects(window)]
        part = cached.relief.crop(region)
        Canvas(part, left, top).draw([*ground_of(scene, cached.box, inside), *cached.marks.overlay])
        return part


def _changed(before: Scene, after: Scene, box: MapBox) -> FineBox | None:
    """The part of a map in which the areas of two scenes differ; None when they don't."""
    basemap = box.basemap
    if before.shaded and after.shaded:
        same = before.shaded.plan == after.shaded.plan
        return None if same else FineBox(0, 0, basemap.frame.width * SUPERSAMPLE, basemap.frame.height * SUPERSAMPLE)
    shapes = [shape for d, shape in basemap.districts.items() if before.area_styles[d] != after.area_styles[d]]
    drawn_before = {place.place_id: replace(place, claim_ids=()) for place in before.places}
    drawn_after = {place.place_id: replace(place, claim_ids=()) for place in after.places}
    for place_id in drawn_before.keys() | drawn_after.keys():
        if drawn_before.get(place_id) != drawn_after.get(place_id):
            shapes += circle(drawn_before.get(place_id) or drawn_after[place_id], basemap, box.least_radius)
    if not shapes:
        return None
    west, north, east, south = shapely.total_bounds(shapes)
    frame, reach = basemap.frame, REACH * box.px_scale
    left, top = max(0, int(west - reach)), max(0, int(north - reach))
    right, bottom = min(frame.width, int(east + reach) + 1), min(frame.height, int(south + reach) + 1)
    if left >= right or top >= bottom:
        return None
    return FineBox(left * SUPERSAMPLE, top * SUPERSAMPLE, right * SUPERSAMPLE, bottom * SUPERSAMPLE)
