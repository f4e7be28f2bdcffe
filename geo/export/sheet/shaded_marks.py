"""What lies over the ground of a map of activity or presence: lines, names, numbers, events where the map is close enough."""

from __future__ import annotations

from collections.abc import Sequence

from geo.export.drawing.event_primitives import MarkedMap, event_primitives
from geo.export.drawing.label_primitives import Names, capital_boxes, label_primitives
from geo.export.drawing.primitives import PixelBox, Primitive
from geo.export.drawing.reference_marks import reference_primitives
from geo.export.drawing.scene import Scene
from geo.export.drawing.shades import Shaded, name_primitives, number_primitives, takes_marks
from geo.export.sheet.map_boxes import MapBox


class ShadedMarks:
    """The names of a map box, laid out once for some days; the numbers and events of each of these days.

    On a map of one day the names of the provinces that have a number stand with it.
    """

    def __init__(self, box: MapBox, scenes: Sequence[Scene]) -> None:
        """Lay out the names where no number and no event of the days stands."""
        self.box, basemap, px_scale = box, box.basemap, box.px_scale
        self.marked = MarkedMap(basemap, px_scale, box.has_small_marks, (), capital_boxes(basemap, px_scale))
        shaded = [scene.shaded for scene in scenes if scene.shaded]
        numbers = [number_primitives(one.plan, basemap, px_scale)[1] for one in shaded]
        taken = {spot for boxes in numbers for spot in boxes.values()}
        taken |= {spot for scene in scenes for spot in self._events(scene)[1]}
        self.named: list[Primitive] = []
        skipped: frozenset[str] = frozenset()
        if len(shaded) == 1:
            self.named, around = name_primitives(shaded[0].plan, basemap, px_scale, box.lang, numbers[0])
            taken |= set(around)
            skipped = frozenset(numbers[0])
        names = Names(box.zoom, box.lang, skipped=skipped)
        self.names, _ = label_primitives(basemap, px_scale, names, [*sorted(taken), *box.reserved()])

    @property
    def overlay(self) -> list[Primitive]:
        """Rivers, borders and names: what is the same on all of the days."""
        return [*self.box.basemap.lines(self.box.px_scale, self.box.zoom), *self.names]

    def of_day(self, scene: Scene) -> list[Primitive]:
        """The events and the numbers of a day."""
        numbers = self._numbers(scene.shaded) if scene.shaded else []
        events, taken = self._events(scene)
        rows = reference_primitives(scene.reference, self.marked, taken) if scene.reference else []
        return [*events, *self.named, *numbers, *rows, *self.box.furniture()]

    def _numbers(self, shaded: Shaded) -> list[Primitive]:
        return number_primitives(shaded.plan, self.box.basemap, self.box.px_scale)[0]

    def _events(self, scene: Scene) -> tuple[list[Primitive], list[PixelBox]]:
        if takes_marks(scene.shaded, self.box.zoom):
            return [], []
        return event_primitives(scene, self.marked)
