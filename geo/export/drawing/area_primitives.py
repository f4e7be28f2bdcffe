"""Who holds what as marks: fills, stripes, hatches, dots, dotted edges; the twin of `geo/browser/web/map/zones.js`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.export.drawing.area_style import AreaStyle, colour_of, colours_of
from geo.export.drawing.basemap import Land
from geo.export.drawing.primitives import Dot, Fill, Mark, Stroke, diagonals, grid_points, outlines_of, polygons_of
from geo.export.drawing.scene import NamedPlace, Scene
from geo.style import HATCH_STEP_PX, INK, OVERLAY_OPACITY, STRIPED


def zone_marks(scene: Scene, land: Land, unit: float, only: Iterable[str] | None = None) -> list[Mark]:
    """The districts on the map, and over them the small areas around named places.

    Parameters
    ----------
    unit : pixels that a thin line of the design is wide.
    only : districts to draw when not all.
    """
    groups: dict[AreaStyle, list[BaseGeometry]] = defaultdict(list)
    for admin2_id in land.districts if only is None else only:
        groups[scene.area_styles[admin2_id]].append(land.districts[admin2_id])
    in_order = sorted(groups.items(), key=lambda group: str(group[0]))  # also for a part: edges lie over each other
    marks = [mark for style, shapes in in_order for mark in area_marks(style, shapes, unit)]
    for place in scene.places:
        marks += area_marks(place_style(place), circle(place, land), unit)
    return marks


def area_marks(style: AreaStyle, shapes: list[BaseGeometry], unit: float) -> list[Mark]:
    """How areas of one style are drawn."""
    marks = _fill_marks(style, shapes, unit)
    for kind, controller in (("disputed", style.disputed), ("active", style.active)):
        if controller:
            marks += _over_marks(kind, controller, shapes, unit)
    if style.fill == "besieged":
        marks.append(Stroke(_outlines(shapes), INK, 3 * unit, OVERLAY_OPACITY))
    if style.partial:
        marks.append(
            Stroke(
                _outlines(shapes), colour_of(style.controller), 2 * unit, dash=(0.5 * unit, 3.5 * unit), round_ends=True
            )
        )
    return marks


def place_style(place: NamedPlace) -> AreaStyle:
    """A named place is drawn with an approximate edge, whatever its claims say."""
    return AreaStyle(**{**place.area_style.__dict__, "partial": True})


def circle(place: NamedPlace, land: Land) -> list[BaseGeometry]:
    """The area around a named place on the map, in pixels; empty when it has no point there."""
    if place.point is None:
        return []
    x, y = land.frame.point(*place.point)
    radius = place.radius_km * land.frame.pixels_per_km()
    return [shapely.Point(x, y).buffer(radius)] if land.frame.holds(x, y, radius) else []


def _fill_marks(style: AreaStyle, shapes: list[BaseGeometry], unit: float) -> list[Mark]:
    if style.fill == "none" or not shapes:
        return []
    colour, second = colours_of(style)
    polygons = tuple(polygon for shape in shapes for polygon in polygons_of(shape))
    step = HATCH_STEP_PX * unit
    if style.fill in STRIPED:
        return [Fill(polygons, second, style.opacity), Fill(_bands(shapes, step, 0.36), colour, style.opacity)]
    if style.fill == "claimed":
        faint = style.opacity * (0.25 if second == colour else 0.8)
        return [Fill(polygons, colour, faint), Fill(_bands(shapes, step, 0.2), second, style.opacity)]
    return [Fill(polygons, colour, style.opacity)]


def _over_marks(kind: str, controller: str, shapes: list[BaseGeometry], unit: float) -> list[Mark]:
    colour, step = colour_of(controller), HATCH_STEP_PX * unit
    if kind == "disputed":
        return [Fill(_bands(shapes, step, 0.14, falling=True), colour, OVERLAY_OPACITY)]
    return [Dot(x, y, 0.17 * step, colour, OVERLAY_OPACITY) for shape in shapes for x, y in grid_points(shape, step)]


def _bands(shapes: list[BaseGeometry], step: float, share: float, falling: bool = False) -> tuple[Any, ...]:
    """Strokes at 45° that take up a share of each step."""
    bands = (diagonals(shape, step, share * step, falling) for shape in shapes)
    return tuple(polygon for band in bands for polygon in polygons_of(band))


def _outlines(shapes: list[BaseGeometry]) -> tuple[Any, ...]:
    return tuple(line for shape in shapes for line in outlines_of(shape))
