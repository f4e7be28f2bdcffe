"""The map boxes of a sheet: the map requested and, of the days that it shows, the lenses on it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from geo.control.timeline import Timeline
from geo.export.drawing.basemap import Basemap
from geo.export.drawing.extents import box_of
from geo.export.drawing.fonts import cut, one_line, width_of
from geo.export.drawing.layers import Layer
from geo.export.drawing.primitives import PixelBox, Primitive, Stroke, Words, box_edge, rectangle
from geo.export.sheet.layout import Layout
from geo.export.sheet.lens_places import frame_beside, lens_places, lens_px_scale, roomy
from geo.lens.areas import Lens, lenses, lenses_on
from geo.mercator import Frame, LonLatBox, Pixel, fitted, frame_of
from geo.record.load import Dataset
from geo.record.schema import COUNTRY
from geo.style.basemap import BORDER, HALO, INK, WHITE
from geo.style.events import FULL_MARKS_FROM_ZOOM
from geo.style.lenses import LENS_SIDE_PX
from geo.wording.language import name_of
from geo.wording.lists import listed
from geo.wording.text import in_digits, t

EDGE = BORDER
#: The window of a width and height in which a box is shown.
Framing = Callable[[LonLatBox, int, int], Frame]
TITLE_PX = 12.5


@dataclass(frozen=True)
class Inset:
    """A lens of a map, in the pixels of the map: the part that it shows larger, and where it stands."""

    shown: PixelBox
    stands: PixelBox


@dataclass(frozen=True)
class MapBox:
    """One map on a sheet: its basemap, where it stands, its lenses; or a lens itself."""

    basemap: Basemap
    left: float
    top: float
    px_scale: float
    insets: tuple[Inset, ...] = ()
    lens: Lens | None = None
    #: Where something else stands, of which names keep out.
    kept_free: tuple[PixelBox, ...] = ()

    @cached_property
    def zoom(self) -> float:
        """The zoom at which the browser's map would show as much with lines of this width."""
        return math.log2(self.basemap.frame.scale / 256 / self.px_scale)

    @property
    def has_small_marks(self) -> bool:
        """Whether marks yield to control here."""
        return self.lens is not None or self.zoom < FULL_MARKS_FROM_ZOOM

    @property
    def least_radius(self) -> float:
        """How large a named place is at least, in pixels."""
        return LENS_SIDE_PX / 2 * self.px_scale if self.lens else 0.0

    @property
    def shown_elsewhere(self) -> list[PixelBox]:
        """The parts of the map that its lenses show; marks are left to them."""
        return [inset.shown for inset in self.insets]

    @property
    def covered(self) -> list[PixelBox]:
        """What names keep out of: what lenses show, where they stand, the lines between, what else stands there."""
        lines = [line for inset in self.insets for line in leaders(inset.shown, inset.stands)]
        along = [box for line in lines for box in _along(*line, 4 * self.px_scale)]
        return [*self.shown_elsewhere, *(inset.stands for inset in self.insets), *along, *self.kept_free]

    @cached_property
    def title(self) -> str:
        """The provinces that a lens is about, as far as there is room."""
        names = one_line(listed(_provinces_of(self.basemap.dataset, self.lens))) if self.lens else ""
        return cut(names, TITLE_PX * self.px_scale, self.basemap.frame.width - 16 * self.px_scale, "bold")

    def layer(self, primitives: Sequence[Primitive]) -> Layer:
        """Primitives of this map as a layer of the sheet."""
        return Layer(primitives, self.left, self.top, (self.basemap.frame.width, self.basemap.frame.height))

    def reserved(self) -> list[PixelBox]:
        """Where scale and title stand; names keep out."""
        px_scale, width = self.px_scale, self._scale_bar()[1]
        height = float(self.basemap.frame.height)
        scale = PixelBox(0.0, height - 36 * px_scale, width + 24 * px_scale, height)
        return [scale, PixelBox(0.0, 0.0, self._title_right(), 26 * px_scale)] if self.title else [scale]

    def furniture(self) -> list[Primitive]:
        """Scale, edge, title, and the outlines of what the lenses show."""
        frame, px_scale = self.basemap.frame, self.px_scale
        edge = box_edge(0, 0, frame.width, frame.height, INK if self.lens else EDGE, 2.2 * px_scale)
        return [*self._outlines(), *self._scale(), *self._title(), edge]

    def _title(self) -> list[Primitive]:
        if not self.title:
            return []
        words = Words(8 * self.px_scale, 17 * self.px_scale, self.title, TITLE_PX * self.px_scale, style="bold")
        return [rectangle(0, 0, self._title_right(), 24 * self.px_scale, WHITE, 0.9), words]

    def _title_right(self) -> float:
        return 16 * self.px_scale + width_of(self.title, TITLE_PX * self.px_scale, "bold")

    def _outlines(self) -> list[Primitive]:
        """The edges of what the lenses show, and two thin lines from each to its lens."""
        found: list[Primitive] = []
        for inset in self.insets:
            shown, stands = inset.shown, inset.stands
            lines = tuple(np.array(line) for line in leaders(shown, stands))
            found += [
                Stroke(lines, HALO, 2.4 * self.px_scale),
                Stroke(lines, INK, 0.9 * self.px_scale),
                box_edge(*shown, INK, 1.4 * self.px_scale),
            ]
        return found

    def _scale_bar(self) -> tuple[float, float]:
        """A round length in km, and its pixels in the middle of the map."""
        frame = self.basemap.frame
        limit = frame.width * 0.22 / frame.pixels_per_km()
        power = 10 ** math.floor(math.log10(limit))
        length = max(step * power for step in (1, 2, 5) if step * power <= limit)
        return length, length * frame.pixels_per_km()

    def _scale(self) -> list[Primitive]:
        """A bar of a round length in the lower left corner, true in the middle of the map."""
        frame, px_scale = self.basemap.frame, self.px_scale
        length, width = self._scale_bar()
        x, y = 12 * px_scale, frame.height - 11 * px_scale
        bar = np.array([[x, y - 5 * px_scale], [x, y], [x + width, y], [x + width, y - 5 * px_scale]])
        text = Words(
            x + width / 2,
            y - 7 * px_scale,
            t("map.scale", km=in_digits(length)),
            12 * px_scale,
            style="bold",
            anchor="middle",
        )
        background = rectangle(
            x - 7 * px_scale, y - 21 * px_scale, x + width + 7 * px_scale, y + 6 * px_scale, WHITE, 0.75
        )
        return [background, Stroke((bar,), INK, 1.5 * px_scale), text]


class SheetMaps:
    """The maps of a sheet on each of its days: lenses come and go, and nothing else of the map moves."""

    def __init__(
        self,
        timeline: Timeline,
        layout: Layout,
        extent: str | LonLatBox,
        folder: Path,
        days: Sequence[str],
        has_lenses: bool = True,
        country_alone: Framing = frame_of,
    ) -> None:
        """Lay the maps out for days; `folder` holds the files of the basemap.

        A box is shown as the browser's map shows it; `country_alone` frames a country without lenses.
        """
        dataset, px_scale = timeline.dataset, layout.map_px_scale
        size = (layout.map_width, layout.map_height)
        found = lenses(timeline) if has_lenses else ()
        self._of_days = [lens for lens in found if any(lens.first <= day <= lens.last for day in days)]
        whole = extent == COUNTRY
        if isinstance(extent, LonLatBox):
            frame = fitted(extent, *size)
        elif whole and not self._of_days:
            frame = country_alone(box_of(dataset, extent), *size)
        elif whole:
            frame = frame_beside(dataset, box_of(dataset, extent), size, self._of_days, px_scale)
        else:
            frame = frame_of(box_of(dataset, extent), *size)
        self.main = MapBox(Basemap(dataset, frame, folder), layout.map_left, layout.map_top, px_scale)
        places = lens_places(dataset, frame, self._of_days, px_scale, self.main.reserved())
        boxes = {lens: self._lens_box(lens, stands, folder) for lens, stands in places.items()}
        insets = {lens: Inset(_shown(frame, boxes[lens]), stands) for lens, stands in places.items()}
        if not whole:  # a part that a reader chose has no room beside the country: what it shows is not to be hidden
            insets = {lens: inset for lens, inset in insets.items() if not inset.stands.touches(inset.shown)}
        self._insets, self._lenses = insets, {lens: boxes[lens] for lens in insets}

    def lenses_on(self, day: str) -> tuple[Lens, ...]:
        """The lenses that stand on the map on a day."""
        return tuple(lens for lens in lenses_on(self._of_days, day) if lens in self._lenses)

    def boxes(self, shown: Sequence[Lens]) -> list[MapBox]:
        """The map requested with some lenses, then each of these."""
        main = replace(self.main, insets=tuple(self._insets[lens] for lens in shown))
        return [main, *(self._lenses[lens] for lens in shown)]

    def boxes_on(self, day: str) -> list[MapBox]:
        """The maps of a day, the one requested first."""
        return self.boxes(self.lenses_on(day))

    def _lens_box(self, lens: Lens, stands: PixelBox, folder: Path) -> MapBox:
        main = self.main
        size = (round(stands.right - stands.left), round(stands.bottom - stands.top))
        basemap = Basemap(main.basemap.dataset, frame_of(roomy(lens), *size, margin=0.0), folder)
        px_scale = lens_px_scale(main.basemap.frame, main.px_scale)
        return MapBox(basemap, main.left + stands.left, main.top + stands.top, px_scale, lens=lens)


def leaders(shown: PixelBox, stands: PixelBox) -> list[tuple[Pixel, Pixel]]:
    """The two shortest lines from corners of one box to the nearest points of another."""
    corners = [Pixel(x, y) for x in (shown.left, shown.right) for y in (shown.top, shown.bottom)]
    lines = [(corner, stands.nearest(*corner)) for corner in corners]
    return sorted(lines, key=lambda line: math.dist(*line))[:2]


def _along(start: Pixel, end: Pixel, reach: float) -> list[PixelBox]:
    """Small boxes along a line."""
    steps = max(1, math.ceil(math.dist(start, end) / (2 * reach)))
    at = np.linspace(start, end, steps + 1).tolist()
    return [PixelBox.around(x, y, reach) for x, y in at]


def _shown(frame: Frame, lens: MapBox) -> PixelBox:
    """What a lens shows, in the pixels of the map."""
    inner = lens.basemap.frame
    corners = np.array([[0.0, 0.0], [inner.width, inner.height]]) + np.array([inner.left, inner.top])
    (left, top), (right, bottom) = corners / inner.scale * frame.scale - np.array([frame.left, frame.top])
    return PixelBox(float(left), float(top), float(right), float(bottom))


def _provinces_of(dataset: Dataset, lens: Lens) -> list[str]:
    """The names of the provinces in which areas of a lens lie, the one with the most areas first."""
    districts, places, names = (dataset.by_id(name) for name in ("districts", "places", "provinces"))
    of_areas = [(districts.get(a) or places[a])["admin1"] for a in lens.area_ids]
    ordered = sorted(set(of_areas), key=lambda code: (-of_areas.count(code), code))
    return [name_of(names[code]) for code in ordered]
