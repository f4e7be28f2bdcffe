"""What lies over the ground of a map box: lines, names, callouts of the areas that tell, marks of events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.export.drawing.area_primitives import circle
from geo.export.drawing.callouts import EDGE_PX, Callout, Placed, Room, anchors, placed_callouts
from geo.export.drawing.clusters import by_province
from geo.export.drawing.event_primitives import MarkedMap, areas_of, event_primitives
from geo.export.drawing.fonts import style_for, width_of
from geo.export.drawing.label_primitives import Names, capital_boxes, label_primitives, name_in
from geo.export.drawing.mark_primitives import badge_primitives, badge_size
from geo.export.drawing.primitives import Dot, PixelBox, Primitive, Stroke, Words
from geo.export.drawing.reference_marks import reference_primitives
from geo.export.drawing.scene import Scene
from geo.export.sheet.map_boxes import MapBox
from geo.mercator import Pixel
from geo.style.basemap import HALO, INK
from geo.wording.text import t

CALLOUT_PX = 11.0
#: A count of events that leaves room for those of other days, so that a callout stands still.
WIDEST = "88"


class MapMarks:
    """The names and callouts of a map box, laid out once for some days; the marks of each of these days."""

    def __init__(self, box: MapBox, scenes: Sequence[Scene]) -> None:
        """Lay out what stands still: callouts where no area tells, names where no event of the days stands."""
        self.box = box
        shapes = self._telling_shapes(scenes)
        self.ground = shapely.union_all(list(shapes.values())) if shapes else None
        self.provinces = self._counted_provinces(scenes) if box.lens else frozenset()
        self.marked = MarkedMap(
            box.basemap,
            box.px_scale,
            box.has_small_marks,
            box.shown_elsewhere,
            capital_boxes(box.basemap, box.px_scale),
            frozenset(shapes) | self.provinces if box.lens else frozenset(),
        )
        self.size, self.unnamed = CALLOUT_PX * box.px_scale, frozenset[str]()
        self.taken = sorted({spot for scene in scenes for spot in self._events(scene)[1]})
        if box.lens is None:  # names stand in their areas, as far as there is room
            self.names, named = self._labels(scenes, [*self.taken, *box.covered, *box.reserved()])
            self.anchors = {a: at for a, at in self._anchors(shapes).items() if a not in named}
            self.unnamed = self._provinces_of(shapes) - named
            self.callouts = self._callouts(shapes)
        else:
            self.anchors = self._anchors(shapes)
            self.callouts = self._callouts(shapes)
            stands = [placed.stands for placed in self.callouts.values()]
            self.names, _ = self._labels(scenes, [*self.taken, *stands, *box.reserved()])

    @cached_property
    def overlay(self) -> list[Primitive]:
        """Rivers, borders and names: what is the same on all of the days."""
        is_lens = self.box.lens is not None
        return [*self.box.basemap.lines(self.box.px_scale, self.box.zoom, is_lens), *self.names]

    def of_day(self, scene: Scene) -> list[Primitive]:
        """The callouts and the events of a day, and over them what frames the map."""
        return [*self.only_of_day(scene), *self.box.furniture()]

    def only_of_day(self, scene: Scene) -> list[Primitive]:
        """The callouts and the events of a day."""
        events, taken = self._events(scene)
        rows = reference_primitives(scene.reference, self.marked, taken) if scene.reference else []
        return [*self._lines(scene), *self._words(scene), *events, *rows]

    def _events(self, scene: Scene) -> tuple[list[Primitive], list[PixelBox]]:
        if self.box.lens is None:
            return event_primitives(scene, self.marked)
        counted = (self.marked.counted & scene.telling) | self.provinces
        return event_primitives(scene, replace(self.marked, counted=counted))

    def _telling_shapes(self, scenes: Sequence[Scene]) -> dict[str, BaseGeometry]:
        """The areas that tell something on any of the days, in pixels; those that a lens shows are left to it."""
        box, basemap = self.box, self.box.basemap
        telling = {area_id for scene in scenes for area_id in scene.telling}
        shapes = {d: shape for d, shape in basemap.districts.items() if d in telling}
        for place in (place for scene in scenes for place in scene.places if place.place_id in telling):
            for shape in circle(place, basemap, box.least_radius):
                shapes[place.place_id] = shape
        elsewhere = [shapely.box(*shown) for shown in box.shown_elsewhere]
        return {a: shape for a, shape in shapes.items() if not any(shape.intersects(other) for other in elsewhere)}

    def _counted_provinces(self, scenes: Sequence[Scene]) -> frozenset[str]:
        """The provinces of a lens with events of which no more than the province is known."""
        frame = self.box.basemap.frame
        return frozenset(admin1 for scene in scenes for admin1 in by_province(scene.counts, frame))

    def _provinces_of(self, area_ids: Iterable[str]) -> frozenset[str]:
        districts = self.box.basemap.dataset.by_id("districts")
        return frozenset(districts[area_id]["admin1"] for area_id in area_ids if area_id in districts)

    def _anchors(self, shapes: dict[str, BaseGeometry]) -> dict[str, Pixel]:
        frame = self.box.basemap.frame
        return anchors(shapes, PixelBox(0.0, 0.0, float(frame.width), float(frame.height)))

    def _labels(self, scenes: Sequence[Scene], taken: Sequence[PixelBox]) -> tuple[list[Primitive], set[str]]:
        telling = {area_id for scene in scenes for area_id in scene.telling}
        first = telling | self._provinces_of(telling)
        skipped = frozenset({*self.anchors, *self.provinces}) if self.box.lens else frozenset()
        names = Names(self.box.zoom, frozenset(first), skipped, self.ground, self.box.lens is not None)
        return label_primitives(self.box.basemap, self.box.px_scale, names, taken)

    # --- callouts -------------------------------------------------------------------------

    def _callouts(self, shapes: dict[str, BaseGeometry]) -> dict[str, Placed]:
        box, frame = self.box, self.box.basemap.frame
        widest = max((self._width(area_id) for area_id in (*self.anchors, *self.provinces, *self.unnamed)), default=0.0)
        self.size *= min(1.0, (frame.width - 3 * EDGE_PX * box.px_scale) / (widest or 1.0))
        size = self.size
        wanted = [Callout(a, self._width(a), size * 1.25, at, shapes[a]) for a, at in self.anchors.items()]
        for admin1 in sorted(self.provinces | self.unnamed):
            record = box.basemap.dataset.by_id("provinces")[admin1]
            at = frame.point(record["label_lon"], record["label_lat"])
            wanted.append(Callout(admin1, self._width(admin1), size * 1.25, at))
        taken = [*box.reserved(), *box.covered]
        room = Room(frame.width, frame.height, box.px_scale, self.ground, taken, self.taken)
        return placed_callouts(wanted, room)

    def _name(self, area_id: str) -> str:
        dataset = self.box.basemap.dataset
        records = next(dataset.by_id(n) for n in ("districts", "places", "provinces") if area_id in dataset.by_id(n))
        return name_in(records[area_id])

    def _is_counted(self, area_id: str) -> bool:
        """Whether a callout has the number of its events."""
        return self.box.lens is not None and area_id not in self.provinces | self.unnamed

    def _width(self, area_id: str) -> float:
        """How wide a callout is on any day."""
        size, px_scale = self.size, self.box.px_scale
        name = self._name(area_id)
        if area_id in self.provinces:
            return width_of(name, size, "bold") + 5 * px_scale + 2 * badge_size(int(WIDEST), px_scale, True).x
        text = t("export.callout", name=name, count=WIDEST) if self._is_counted(area_id) else name
        return width_of(text, size, "bold")

    def _shown(self, scene: Scene) -> list[str]:
        """The areas that have a callout on a day: on a map itself all that any of its days tells of."""
        telling = self.anchors if self.box.lens is None else (a for a in self.anchors if a in scene.telling)
        return [area_id for area_id in telling if area_id in self.callouts]

    def _lines(self, scene: Scene) -> list[Primitive]:
        """The lines from callouts to their areas."""
        px_scale = self.box.px_scale
        placed = [self.callouts[area_id] for area_id in self._shown(scene)]
        shown = [(stands.nearest(*end), end) for stands, end in placed]
        lines = tuple(np.array(line) for line in shown)
        ends: list[Primitive] = [Dot(at.x, at.y, 1.7 * px_scale, INK, 1.0, HALO, 0.8 * px_scale) for _, at in shown]
        if not lines:
            return []
        return [Stroke(lines, HALO, 2.4 * px_scale), Stroke(lines, INK, 0.8 * px_scale), *ends]

    def _words(self, scene: Scene) -> list[Primitive]:
        """Names with the number of their events in the window."""
        found: list[Primitive] = []
        px_scale, size = self.box.px_scale, self.size
        for area_id in self._shown(scene):
            name, spots = self._name(area_id), (*scene.symbols, *scene.discs)
            count = sum(area_id in areas_of(spot.event) for spot in spots) if self._is_counted(area_id) else 0
            text = t("export.callout", name=name, count=count) if count else name
            stands, end = self.callouts[area_id]
            x = stands.left if end.x < stands.left else max(stands.left, stands.right - width_of(text, size, "bold"))
            found.append(_text(x, stands, text, size, px_scale))
        for admin1 in sorted(self.unnamed):
            stands = self.callouts[admin1].stands
            found.append(_text(stands.left, stands, self._name(admin1), size, px_scale))
        counts = by_province(scene.counts, self.box.basemap.frame) if self.provinces else {}
        for admin1, cluster in counts.items():
            if admin1 not in self.callouts:
                continue
            stands, name = self.callouts[admin1].stands, self._name(admin1)
            found.append(_text(stands.left, stands, name, size, px_scale))
            half = badge_size(len(cluster.events), px_scale, True)
            x = stands.left + width_of(name, size, "bold") + 5 * px_scale + half.x
            found += badge_primitives(x, (stands.top + stands.bottom) / 2, len(cluster.events), px_scale, True)
        return found


def _text(left: float, stands: PixelBox, text: str, size: float, px_scale: float) -> Words:
    base = stands.bottom - 0.32 * size
    return Words(left, base, text, size, INK, style_for(text, "bold"), "left", 3 * px_scale)
