"""Areas on a small map: from lon, lat to paths of an SVG, and to outlines of the areas that can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.mercator import Frame, LonLatBox, frame_of

#: Units of a path in a pixel of the map as it is designed.
FINE = 10
#: How far a line may be from where it is, in px: as it is drawn, and as it is touched.
DRAWN_PX, TOUCHED_PX = 0.6, 2.5
MARGIN = 0.02


@dataclass(frozen=True)
class DrawnAreas:
    """Areas on a map of a size in px, by their ids; neighbours have their borders in common."""

    frame: Frame
    shapes: dict[str, BaseGeometry]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in px."""
        return self.frame.width, self.frame.height

    def place_pct(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a place is on the map, in per cent."""
        x, y = self.frame.point(lon, lat)
        return round(100 * x / self.frame.width, 2), round(100 * y / self.frame.height, 2)


@dataclass(frozen=True)
class Outline:
    """Where an area is touched: its box (left, top, width, height in per cent of the map), its corners in per cent of that."""

    box: tuple[float, float, float, float]
    corners: tuple[tuple[int, int], ...]


def drawn_areas(geometries: dict[str, dict[str, Any]], width: int, max_height: int) -> DrawnAreas:
    """GeoJSON areas on a map of a width, as high as they need and no higher than asked.

    Parameters
    ----------
    geometries : by id; EPSG:4326.
    """
    areas = {key: shape(geometry) for key, geometry in geometries.items()}
    west, south, east, north = shapely.total_bounds(list(areas.values()))
    frame = _frame(LonLatBox(west, south, east, north), width, max_height)
    projected = [shapely.transform(area, frame.points) for area in areas.values()]
    return DrawnAreas(frame, dict(zip(areas, shapely.coverage_simplify(projected, DRAWN_PX), strict=True)))


def _frame(box: LonLatBox, width: int, max_height: int) -> Frame:
    wide = frame_of(box, width, 10 * width, MARGIN)  # as high as it likes: its scale is that of the width
    up, down = wide.point(box.west, box.north).y, wide.point(box.west, box.south).y
    return frame_of(box, width, min(max_height, round((down - up) * (1 + 2 * MARGIN))), MARGIN)


def path_of(area: BaseGeometry) -> str:
    """The rings of an area as a path: where each begins, then by how much each corner lies farther."""
    return "".join(
        _ring(np.asarray(ring.coords)) for part in _polygons(area) for ring in (part.exterior, *part.interiors)
    )


def _ring(corners: Any) -> str:
    units = np.round(corners[:-1] * FINE).astype(int)
    steps = np.diff(units, axis=0)
    steps = steps[(steps != 0).any(axis=1)].tolist()
    pairs = "".join(f"{'' if n == 0 or x < 0 else ' '}{x}{'' if y < 0 else ' '}{y}" for n, (x, y) in enumerate(steps))
    return f"M{units[0][0]} {units[0][1]}l{pairs}z" if pairs else ""


def touched(areas: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """The areas as coarsely as a finger needs them."""
    return list(shapely.coverage_simplify(list(areas), TOUCHED_PX))


def box_and_outline(area: BaseGeometry, size: tuple[int, int]) -> Outline:
    """Where the largest part of an area is touched."""
    largest = max(_polygons(area), key=lambda part: part.area)
    left, top, right, bottom = largest.bounds
    wide, high = max(right - left, 0.1), max(bottom - top, 0.1)
    left_pct, wide_pct = (round(100 * px / size[0], 2) for px in (left, wide))
    top_pct, high_pct = (round(100 * px / size[1], 2) for px in (top, high))
    corners = [(round(100 * (x - left) / wide), round(100 * (y - top) / high)) for x, y in largest.exterior.coords[:-1]]
    return Outline((left_pct, top_pct, wide_pct, high_pct), tuple(corners))


def _polygons(area: BaseGeometry) -> list[Any]:
    return [part for part in shapely.get_parts(area) if part.geom_type == "Polygon" and not part.is_empty]
