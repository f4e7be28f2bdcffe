"""Who holds what as marks: fills, stripes, hatches, dots, dotted edges; the twin of `geo/browser/web/map/zones.js`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.export.drawing.area_style import STRIPED, Look, colour_of, colours_of
from geo.export.drawing.basemap import Basemap
from geo.export.drawing.primitives import (
    INK,
    Dot,
    Fill,
    Primitive,
    Stroke,
    diagonals,
    grid_points,
    outlines_of,
    polygons_of,
)
from geo.export.drawing.scene import NamedPlace, Scene

STEP = 9.0  # pixels between two strokes along an axis, at unit 1
OVER = 0.85


def control_primitives(
    scene: Scene, basemap: Basemap, px_scale: float, only: Iterable[str] | None = None
) -> list[Primitive]:
    """The districts on the map, and over them the small areas around named places.

    Parameters
    ----------
    unit : pixels that a thin line of the design is wide.
    only : districts to draw when not all.
    """
    groups: dict[Look, list[BaseGeometry]] = defaultdict(list)
    for admin2_id in basemap.districts if only is None else only:
        groups[scene.looks[admin2_id]].append(basemap.districts[admin2_id])
    in_order = sorted(groups.items(), key=lambda group: str(group[0]))  # also for a part: edges lie over each other
    primitives = [primitive for look, shapes in in_order for primitive in area_primitives(look, shapes, px_scale)]
    for place in scene.places:
        primitives += area_primitives(look_of_place(place), circle(place, basemap), px_scale)
    return primitives


def area_primitives(look: Look, shapes: list[BaseGeometry], px_scale: float) -> list[Primitive]:
    """How areas of one look are drawn."""
    primitives = _fill_primitives(look, shapes, px_scale)
    for kind, controller in (("disputed", look.disputed), ("active", look.active)):
        if controller:
            primitives += _overlay_primitives(kind, controller, shapes, px_scale)
    if look.fill == "besieged":
        primitives.append(Stroke(_outlines(shapes), INK, 3 * px_scale, 0.85))
    if look.partial:
        primitives.append(
            Stroke(
                _outlines(shapes),
                colour_of(look.controller),
                2 * px_scale,
                dash=(0.5 * px_scale, 3.5 * px_scale),
                round_ends=True,
            )
        )
    return primitives


def look_of_place(place: NamedPlace) -> Look:
    """A named place is drawn with an approximate edge, whatever its claims say."""
    return Look(**{**place.look.__dict__, "partial": True})


def circle(place: NamedPlace, basemap: Basemap) -> list[BaseGeometry]:
    """The area around a named place on the map, in pixels; empty when it has no point there."""
    if place.point is None:
        return []
    x, y = basemap.frame.point(*place.point)
    radius = place.radius_km * basemap.frame.pixels_per_km()
    return [shapely.Point(x, y).buffer(radius)] if basemap.frame.holds(x, y, radius) else []


def _fill_primitives(look: Look, shapes: list[BaseGeometry], px_scale: float) -> list[Primitive]:
    if look.fill == "none" or not shapes:
        return []
    colour, second = colours_of(look)
    polygons = tuple(polygon for shape in shapes for polygon in polygons_of(shape))
    step = STEP * px_scale
    if look.fill in STRIPED:
        return [Fill(polygons, second, look.opacity), Fill(_bands(shapes, step, 0.36), colour, look.opacity)]
    if look.fill == "claimed":
        faint = look.opacity * (0.25 if second == colour else 0.8)
        return [Fill(polygons, colour, faint), Fill(_bands(shapes, step, 0.2), second, look.opacity)]
    return [Fill(polygons, colour, look.opacity)]


def _overlay_primitives(kind: str, controller: str, shapes: list[BaseGeometry], px_scale: float) -> list[Primitive]:
    colour, step = colour_of(controller), STEP * px_scale
    if kind == "disputed":
        return [Fill(_bands(shapes, step, 0.14, falling=True), colour, OVER)]
    return [Dot(x, y, 0.17 * step, colour, OVER) for shape in shapes for x, y in grid_points(shape, step)]


def _bands(shapes: list[BaseGeometry], step: float, share: float, falling: bool = False) -> tuple[Any, ...]:
    """Strokes at 45° that take up a share of each step."""
    bands = (diagonals(shape, step, share * step, falling) for shape in shapes)
    return tuple(polygon for band in bands for polygon in polygons_of(band))


def _outlines(shapes: list[BaseGeometry]) -> tuple[Any, ...]:
    return tuple(line for shape in shapes for line in outlines_of(shape))
