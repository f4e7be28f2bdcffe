"""Who holds what as primitives: fills, stripes, hatches, dots, dotted edges; in the browser: `geo/browser/web/map/zones.js`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.export.drawing.area_style import AreaStyle, colour_of, colours_of
from geo.export.drawing.basemap import Basemap
from geo.export.drawing.primitives import Dot, Fill, Primitive, Stroke, diagonals, grid_points, outlines_of, polygons_of
from geo.export.drawing.scene import NamedPlace, Scene
from geo.style import CLAIMED_FAINT, HATCH_SHARES, HATCH_STEP_PX, INK, OVERLAY_OPACITY, SIEGE_PX, STRIPED


def control_primitives(
    scene: Scene, basemap: Basemap, px_scale: float, only: Iterable[str] | None = None, least_radius: float = 0.0
) -> list[Primitive]:
    """The districts on the map, and over them the small areas around named places.

    Parameters
    ----------
    px_scale : pixels that a thin line of the design is wide.
    only : districts to draw when not all.
    least_radius : how large a named place is drawn at least, in pixels.
    """
    groups: dict[AreaStyle, list[BaseGeometry]] = defaultdict(list)
    for admin2_id in basemap.districts if only is None else only:
        groups[scene.area_styles[admin2_id]].append(basemap.districts[admin2_id])
    in_order = sorted(groups.items(), key=lambda group: str(group[0]))  # also for a part: edges lie over each other
    primitives = [primitive for style, shapes in in_order for primitive in area_primitives(style, shapes, px_scale)]
    for place in scene.places:
        primitives += area_primitives(place_style(place), circle(place, basemap, least_radius), px_scale)
    return primitives


def area_primitives(style: AreaStyle, shapes: list[BaseGeometry], px_scale: float) -> list[Primitive]:
    """How areas of one style are drawn."""
    primitives = _fill_primitives(style, shapes, px_scale)
    for kind, controller in (("disputed", style.disputed), ("active", style.active)):
        if controller:
            primitives += _overlay_primitives(kind, controller, shapes, px_scale)
    if style.fill == "besieged":
        primitives.append(Stroke(_outlines(shapes), INK, SIEGE_PX * px_scale, OVERLAY_OPACITY))
    if style.partial:
        primitives.append(
            Stroke(
                _outlines(shapes),
                colour_of(style.controller),
                2 * px_scale,
                dash=(0.5 * px_scale, 3.5 * px_scale),
                round_ends=True,
            )
        )
    return primitives


def place_style(place: NamedPlace) -> AreaStyle:
    """A named place is drawn with an approximate edge, whatever its claims say."""
    return AreaStyle(**{**place.area_style.__dict__, "partial": True})


def circle(place: NamedPlace, basemap: Basemap, least_radius: float = 0.0) -> list[BaseGeometry]:
    """The area around a named place on the map, in pixels; empty when it has no point there."""
    if place.point is None:
        return []
    x, y = basemap.frame.point(*place.point)
    radius = max(least_radius, place.radius_km * basemap.frame.pixels_per_km())
    return [shapely.Point(x, y).buffer(radius)] if basemap.frame.holds(x, y, radius) else []


def _fill_primitives(style: AreaStyle, shapes: list[BaseGeometry], px_scale: float) -> list[Primitive]:
    if style.fill == "none" or not shapes:
        return []
    colour, second = colours_of(style)
    polygons = tuple(polygon for shape in shapes for polygon in polygons_of(shape))
    step = HATCH_STEP_PX * px_scale
    if style.fill in STRIPED:
        return [
            Fill(polygons, second, style.opacity),
            Fill(_bands(shapes, step, HATCH_SHARES["striped"]), colour, style.opacity),
        ]
    if style.fill == "claimed":
        faint = style.opacity * CLAIMED_FAINT[second != colour]
        return [
            Fill(polygons, colour, faint),
            Fill(_bands(shapes, step, HATCH_SHARES["claimed"]), second, style.opacity),
        ]
    return [Fill(polygons, colour, style.opacity)]


def _overlay_primitives(kind: str, controller: str, shapes: list[BaseGeometry], px_scale: float) -> list[Primitive]:
    colour, step = colour_of(controller), HATCH_STEP_PX * px_scale
    if kind == "disputed":
        return [Fill(_bands(shapes, step, HATCH_SHARES["disputed"], falling=True), colour, OVERLAY_OPACITY)]
    return [
        Dot(x, y, HATCH_SHARES["active"] * step, colour, OVERLAY_OPACITY)
        for shape in shapes
        for x, y in grid_points(shape, step)
    ]


def _bands(shapes: list[BaseGeometry], step: float, share: float, falling: bool = False) -> tuple[Any, ...]:
    """Strokes at 45° that take up a share of each step."""
    bands = (diagonals(shape, step, share * step, falling) for shape in shapes)
    return tuple(polygon for band in bands for polygon in polygons_of(band))


def _outlines(shapes: list[BaseGeometry]) -> tuple[Any, ...]:
    return tuple(line for shape in shapes for line in outlines_of(shape))
