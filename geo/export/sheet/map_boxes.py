"""The map boxes of a sheet: the map asked for and, on the country's, a closer look at the Panjshir."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from geo.control.timeline import Timeline
from geo.export.drawing.basemap import EXTENTS, Basemap, box_of
from geo.export.drawing.fonts import width_of
from geo.export.drawing.layers import Layer
from geo.export.drawing.mercator import frame_of
from geo.export.drawing.primitives import Primitive, Stroke, Words, box_edge, rectangle
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

    basemap: Basemap
    left: float
    top: float
    px_scale: float
    #: In the pixels of this map: what a closer look shows, first; where that look stands, second.
    covered: tuple[Box, ...] = ()
    title: str = ""

    @cached_property
    def zoom(self) -> float:
        """The zoom at which the browser's map would show as much with lines of this width."""
        return math.log2(self.basemap.frame.scale / 256 / self.px_scale)

    def layer(self, primitives: Sequence[Primitive]) -> Layer:
        """Marks of this map as a layer of the sheet."""
        return Layer(primitives, self.left, self.top, (self.basemap.frame.width, self.basemap.frame.height))

    def reserved(self) -> list[Box]:
        """Where scale and title stand; names keep out."""
        frame, px_scale = self.basemap.frame, self.px_scale
        scale = (0.0, frame.height - 36 * px_scale, frame.width * 0.22 + 30 * px_scale, float(frame.height))
        return [scale, (0.0, 0.0, 160 * px_scale, 26 * px_scale)] if self.title else [scale]

    def furniture(self) -> list[Primitive]:
        """Scale, edge, title, and the outline of what a closer look shows."""
        frame, px_scale = self.basemap.frame, self.px_scale
        primitives: list[Primitive] = []
        if self.covered:
            primitives.append(box_edge(*self.covered[0], INK, 1.4 * px_scale))
            primitives += self._leaders()
        primitives += self._scale()
        if self.title:
            words = Words(8 * px_scale, 17 * px_scale, self.title, 13 * px_scale, style="bold")
            primitives += [
                rectangle(
                    0, 0, 16 * px_scale + width_of(self.title, 13 * px_scale, "bold"), 24 * px_scale, "#FFFFFF", 0.85
                ),
                words,
            ]
        return [*primitives, box_edge(0, 0, frame.width, frame.height, EDGE, (2.4 if self.title else 2) * px_scale)]

    def _leaders(self) -> list[Primitive]:
        """Two thin lines from what is shown closer to where it is shown."""
        (left, _, right, bottom), (to_left, to_top, to_right, _) = self.covered[:2]
        lines = (np.array([[left, bottom], [to_left, to_top]]), np.array([[right, bottom], [to_right, to_top]]))
        return [Stroke(lines, INK, 0.7 * self.px_scale, 0.45)]

    def _scale(self) -> list[Primitive]:
        """A bar of a round length in the lower left corner, true in the middle of the map."""
        frame, px_scale = self.basemap.frame, self.px_scale
        most = frame.width * 0.22 / frame.pixels_per_km()
        power = 10 ** math.floor(math.log10(most))
        length = max(step * power for step in (1, 2, 5) if step * power <= most)
        width = length * frame.pixels_per_km()
        x, y = 12 * px_scale, frame.height - 11 * px_scale
        bar = np.array([[x, y - 5 * px_scale], [x, y], [x + width, y], [x + width, y - 5 * px_scale]])
        text = Words(x + width / 2, y - 7 * px_scale, f"{length:g} km", 12 * px_scale, style="bold", anchor="middle")
        background = rectangle(
            x - 7 * px_scale, y - 21 * px_scale, x + width + 7 * px_scale, y + 6 * px_scale, "#FFFFFF", 0.75
        )
        return [background, Stroke((bar,), INK, 1.5 * px_scale), text]


def maps_of(timeline: Timeline, layout: Layout, extent: str, basemap: Path) -> list[MapBox]:
    """The maps of a sheet, the one asked for first."""
    px_scale, left, top = layout.map_px_scale, layout.map_left, layout.map_top
    whole = extent == COUNTRY and _has_inset(timeline)
    box = box_of(timeline.dataset, extent)
    frame = frame_of(box, layout.map_width, layout.map_height, align=0.15 if whole else 0.5)
    main = Basemap(timeline.dataset, frame, basemap)
    if not whole:
        return [MapBox(main, left, top, px_scale)]
    width, height = (round(share * size) for share, size in zip(INSET, (frame.width, frame.height), strict=True))
    gap = 10 * px_scale
    at = (round(frame.width - width - gap), round(frame.height - height - gap))
    closer = frame_of(EXTENTS["panjshir"], width, height, margin=0.01)
    west, south, east, north = EXTENTS["panjshir"]
    shown = (*frame.point(west, north), *frame.point(east, south))
    stands = (at[0], at[1], at[0] + width, at[1] + height)
    inset = MapBox(
        Basemap(timeline.dataset, closer, basemap), left + at[0], top + at[1], px_scale * 0.92, title=t("view.panjshir")
    )
    return [MapBox(main, left, top, px_scale, (shown, stands)), inset]


def _has_inset(timeline: Timeline) -> bool:
    """Whether the record knows the province that the closer look is about."""
    return "AF-PAN" in timeline.dataset.by_id("provinces")
