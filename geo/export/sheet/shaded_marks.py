"""What lies over the ground of a map of activity or presence: lines, names, numbers, events where the map is close enough."""

from __future__ import annotations

from collections.abc import Sequence

from geo.export.drawing.event_primitives import MarkedMap, event_primitives
from geo.export.drawing.label_primitives import Names, capital_boxes, label_primitives
from geo.export.drawing.primitives import PixelBox, Primitive
from geo.export.drawing.reference_marks import reference_primitives
from geo.export.drawing.scene import Scene
from geo.export.drawing.shade_numbers import name_primitives, number_places, number_primitives
from geo.export.drawing.shades import Shaded, takes_marks
from geo.export.sheet.map_boxes import MapBox


class ShadedMarks:
    """The names and the places of numbers of a map box, laid out once for some days; the events of each of these days.

    The name of a province that has a number on some of the days stands with it: nothing moves while days go by.
    """

    def __init__(self, box: MapBox, scenes: Sequence[Scene]) -> None:
        """Lay out the names where no number and no event of the days stands."""
        self.box, basemap, px_scale = box, box.basemap, box.px_scale
        self.marked = MarkedMap(basemap, px_scale, box.has_small_marks, (), capital_boxes(basemap, px_scale))
        plans = [scene.shaded.plan for scene in scenes if scene.shaded]
        self.places = number_places(plans, basemap, px_scale)
        self.named, around = name_primitives(self.places, basemap, px_scale)
        taken = {*around, *(spot for scene in scenes for spot in self._events(scene)[1])}
        names = Names(box.zoom, skipped=frozenset(self.places))
        self.names, _ = label_primitives(basemap, px_scale, names, [*sorted(taken), *box.reserved()])

    @property
    def overlay(self) -> list[Primitive]:
        """Rivers, borders and names: what is the same on all of the days."""
        return [*self.box.basemap.lines(self.box.px_scale, self.box.zoom), *self.names]

    def of_day(self, scene: Scene) -> list[Primitive]:
        """The events and the numbers of a day, and over them what frames the map."""
        return [*self.only_of_day(scene), *self.box.furniture()]

    def only_of_day(self, scene: Scene) -> list[Primitive]:
        """The events and the numbers of a day."""
        numbers = self._numbers(scene.shaded) if scene.shaded else []
        events, taken = self._events(scene)
        rows = reference_primitives(scene.reference, self.marked, taken) if scene.reference else []
        return [*events, *self.named, *numbers, *rows]

    def _numbers(self, shaded: Shaded) -> list[Primitive]:
        return number_primitives(shaded.plan, self.box.basemap, self.box.px_scale, self.places)

    def _events(self, scene: Scene) -> tuple[list[Primitive], list[PixelBox]]:
        if takes_marks(scene.shaded, self.box.zoom):
            return [], []
        return event_primitives(scene, self.marked)
