"""The map boxes of a sheet: the map asked for and, on the country's, a closer look at the Panjshir."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from geo.control.timeline import Timeline
from geo.export.drawing.basemap import EXTENTS, Land, box_of
from geo.export.drawing.fonts import width_of
from geo.export.drawing.layers import Layer
from geo.export.drawing.mercator import frame_of
from geo.export.drawing.primitives import Mark, Stroke, Words, box_edge, rectangle
from geo.export.sheet.layout import Layout
from geo.record.schema import COUNTRY
from geo.style import INK
from geo.wording.text import t

EDGE = "#6B6459"
#: The closer look, as shares of the map: its width and height at the most.
INSET = (0.375, 0.47)
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class MapBox:
    """One map on a sheet: its ground, where it stands, and the boxes of it that another map shows."""

    land: Land
    left: float
    top: float
    unit: float
    #: In the pixels of this map: what a closer look shows, first; where that look stands, second.
    covered: tuple[Box, ...] = ()
    title: str = ""

    @cached_property
    def zoom(self) -> float:
        """The zoom at which the browser's map would show as much with lines of this width."""
        return math.log2(self.land.frame.scale / 256 / self.unit)

    def layer(self, marks: Sequence[Mark]) -> Layer:
        """Marks of this map as a layer of the sheet."""
        return Layer(marks, self.left, self.top, (self.land.frame.width, self.land.frame.height))

    def kept_free(self) -> list[Box]:
        """Where scale and title stand; names keep out."""
        frame, unit = self.land.frame, self.unit
        scale = (0.0, frame.height - 36 * unit, frame.width * 0.22 + 30 * unit, float(frame.height))
        return [scale, (0.0, 0.0, 160 * unit, 26 * unit)] if self.title else [scale]

    def furniture(self) -> list[Mark]:
        """Scale, edge, title, and the outline of what a closer look shows."""
        frame, unit = self.land.frame, self.unit
        marks: list[Mark] = []
        if self.covered:
            marks.append(box_edge(*self.covered[0], INK, 1.4 * unit))
            marks += self._leaders()
        marks += self._scale()
        if self.title:
            words = Words(8 * unit, 17 * unit, self.title, 13 * unit, style="bold")
            marks += [
                rectangle(0, 0, 16 * unit + width_of(self.title, 13 * unit, "bold"), 24 * unit, "#FFFFFF", 0.85),
                words,
            ]
        return [*marks, box_edge(0, 0, frame.width, frame.height, EDGE, (2.4 if self.title else 2) * unit)]

    def _leaders(self) -> list[Mark]:
        """Two thin lines from what is shown closer to where it is shown."""
        (left, _, right, bottom), (to_left, to_top, to_right, _) = self.covered[:2]
        lines = (np.array([[left, bottom], [to_left, to_top]]), np.array([[right, bottom], [to_right, to_top]]))
        return [Stroke(lines, INK, 0.7 * self.unit, 0.45)]

    def _scale(self) -> list[Mark]:
        """A bar of a round length in the lower left corner, true in the middle of the map."""
        frame, unit = self.land.frame, self.unit
        most = frame.width * 0.22 / frame.pixels_per_km()
        power = 10 ** math.floor(math.log10(most))
        length = max(step * power for step in (1, 2, 5) if step * power <= most)
        width = length * frame.pixels_per_km()
        x, y = 12 * unit, frame.height - 11 * unit
        bar = np.array([[x, y - 5 * unit], [x, y], [x + width, y], [x + width, y - 5 * unit]])
        text = Words(x + width / 2, y - 7 * unit, f"{length:g} km", 12 * unit, style="bold", anchor="middle")
        ground = rectangle(x - 7 * unit, y - 21 * unit, x + width + 7 * unit, y + 6 * unit, "#FFFFFF", 0.75)
        return [ground, Stroke((bar,), INK, 1.5 * unit), text]


def maps_of(line: Timeline, layout: Layout, extent: str, basemap: Path) -> list[MapBox]:
    """The maps of a sheet, the one asked for first."""
    unit, left, top = layout.map_unit, layout.map_left, layout.map_top
    whole = extent == COUNTRY and _has_inset(line)
    box = box_of(line.dataset, extent)
    frame = frame_of(box, layout.map_width, layout.map_height, lean=0.15 if whole else 0.5)
    main = Land(line.dataset, frame, basemap)
    if not whole:
        return [MapBox(main, left, top, unit)]
    width, height = (round(share * size) for share, size in zip(INSET, (frame.width, frame.height), strict=True))
    gap = 10 * unit
    at = (round(frame.width - width - gap), round(frame.height - height - gap))
    closer = frame_of(EXTENTS["panjshir"], width, height, margin=0.01)
    west, south, east, north = EXTENTS["panjshir"]
    shown = (*frame.point(west, north), *frame.point(east, south))
    stands = (at[0], at[1], at[0] + width, at[1] + height)
    inset = MapBox(
        Land(line.dataset, closer, basemap), left + at[0], top + at[1], unit * 0.92, title=t("view.panjshir")
    )
    return [MapBox(main, left, top, unit, (shown, stands)), inset]


def _has_inset(line: Timeline) -> bool:
    """Whether the record knows the province that the closer look is about."""
    return "AF-PAN" in line.dataset.by_id("provinces")
