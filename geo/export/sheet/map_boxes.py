"""The map boxes of a sheet: the map requested and, on the country's, an inset of the Panjshir."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from geo.control.timeline import Timeline
from geo.export.drawing.basemap import EXTENTS, Basemap, box_of
from geo.export.drawing.fonts import width_of
from geo.export.drawing.layers import Layer
from geo.export.drawing.primitives import PixelBox, Primitive, Stroke, Words, box_edge, rectangle
from geo.export.sheet.layout import Layout
from geo.mercator import frame_of
from geo.record.schema import COUNTRY
from geo.style import INK
from geo.wording.text import t

EDGE = "#6B6459"
#: Width and height of the inset, as shares of the map.
INSET_SHARES = (0.375, 0.47)


@dataclass(frozen=True)
class Inset:
    """The inset of a map, in the pixels of the map: the part that it shows larger, and where it stands."""

    shown: PixelBox
    stands: PixelBox


@dataclass(frozen=True)
class MapBox:
    """One map on a sheet: its basemap, where it stands, and what of it the inset shows and covers."""

    basemap: Basemap
    left: float
    top: float
    px_scale: float
    title: str = ""
    inset: Inset | None = None

    @cached_property
    def zoom(self) -> float:
        """The zoom at which the browser's map would show as much with lines of this width."""
        return math.log2(self.basemap.frame.scale / 256 / self.px_scale)

    @property
    def shown_elsewhere(self) -> list[PixelBox]:
        """The part of the map that its inset shows; its events are left to the inset."""
        return [self.inset.shown] if self.inset else []

    @property
    def covered(self) -> list[PixelBox]:
        """What names keep out of because of the inset: the part that it shows, and where it stands."""
        return [self.inset.shown, self.inset.stands] if self.inset else []

    def layer(self, primitives: Sequence[Primitive]) -> Layer:
        """Primitives of this map as a layer of the sheet."""
        return Layer(primitives, self.left, self.top, (self.basemap.frame.width, self.basemap.frame.height))

    def reserved(self) -> list[PixelBox]:
        """Where scale and title stand; names keep out."""
        frame, px_scale = self.basemap.frame, self.px_scale
        scale = PixelBox(0.0, frame.height - 36 * px_scale, frame.width * 0.22 + 30 * px_scale, float(frame.height))
        return [scale, PixelBox(0.0, 0.0, 160 * px_scale, 26 * px_scale)] if self.title else [scale]

    def furniture(self) -> list[Primitive]:
        """Scale, edge, title, and the outline of what the inset shows."""
        frame, px_scale = self.basemap.frame, self.px_scale
        edge = box_edge(0, 0, frame.width, frame.height, EDGE, (2.4 if self.title else 2) * px_scale)
        return [*self._outline(), *self._scale(), *self._title(), edge]

    def _title(self) -> list[Primitive]:
        if not self.title:
            return []
        size = 13 * self.px_scale
        right = 16 * self.px_scale + width_of(self.title, size, "bold")
        words = Words(8 * self.px_scale, 17 * self.px_scale, self.title, size, style="bold")
        return [rectangle(0, 0, right, 24 * self.px_scale, "#FFFFFF", 0.85), words]

    def _outline(self) -> list[Primitive]:
        """The edge of what the inset shows, and two thin lines from it to the inset."""
        if self.inset is None:
            return []
        shown, stands = self.inset.shown, self.inset.stands
        lines = (
            np.array([[shown.left, shown.bottom], [stands.left, stands.top]]),
            np.array([[shown.right, shown.bottom], [stands.right, stands.top]]),
        )
        return [box_edge(*shown, INK, 1.4 * self.px_scale), Stroke(lines, INK, 0.7 * self.px_scale, 0.45)]

    def _scale(self) -> list[Primitive]:
        """A bar of a round length in the lower left corner, true in the middle of the map."""
        frame, px_scale = self.basemap.frame, self.px_scale
        limit = frame.width * 0.22 / frame.pixels_per_km()
        power = 10 ** math.floor(math.log10(limit))
        length = max(step * power for step in (1, 2, 5) if step * power <= limit)
        width = length * frame.pixels_per_km()
        x, y = 12 * px_scale, frame.height - 11 * px_scale
        bar = np.array([[x, y - 5 * px_scale], [x, y], [x + width, y], [x + width, y - 5 * px_scale]])
        text = Words(x + width / 2, y - 7 * px_scale, f"{length:g} km", 12 * px_scale, style="bold", anchor="middle")
        background = rectangle(
            x - 7 * px_scale, y - 21 * px_scale, x + width + 7 * px_scale, y + 6 * px_scale, "#FFFFFF", 0.75
        )
        return [background, Stroke((bar,), INK, 1.5 * px_scale), text]


def maps_of(timeline: Timeline, layout: Layout, extent: str, folder: Path) -> list[MapBox]:
    """The maps of a sheet, the one requested first; `folder` holds the files of the basemap."""
    px_scale, left, top = layout.map_px_scale, layout.map_left, layout.map_top
    whole = extent == COUNTRY and _has_inset(timeline)
    box = box_of(timeline.dataset, extent)
    frame = frame_of(box, layout.map_width, layout.map_height, align=0.15 if whole else 0.5)
    main = MapBox(Basemap(timeline.dataset, frame, folder), left, top, px_scale)
    if not whole:
        return [main]
    width, height = (round(share * size) for share, size in zip(INSET_SHARES, (frame.width, frame.height), strict=True))
    x, y = (round(side - size - 10 * px_scale) for side, size in ((frame.width, width), (frame.height, height)))
    extent_shown = EXTENTS["panjshir"]
    shown = PixelBox(
        *frame.point(extent_shown.west, extent_shown.north), *frame.point(extent_shown.east, extent_shown.south)
    )
    larger = Basemap(timeline.dataset, frame_of(extent_shown, width, height, margin=0.01), folder)
    inset = MapBox(larger, left + x, top + y, px_scale * 0.92, title=t("view.panjshir"))
    return [replace(main, inset=Inset(shown, PixelBox(x, y, x + width, y + height))), inset]


def _has_inset(timeline: Timeline) -> bool:
    """Whether the record knows the province that the inset is about."""
    return "AF-PAN" in timeline.dataset.by_id("provinces")
