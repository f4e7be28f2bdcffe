"""Who holds what as primitives: grounds, patterns, outlines; in the browser: `geo/browser/web/drawing/zones.js`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.area_style import AreaStyle, Edge, Strokes, sign_of
from geo.export.drawing.basemap import Basemap
from geo.export.drawing.patterns import patterned
from geo.export.drawing.primitives import Fill, Primitive, Stroke, outlines_of, polygons_of
from geo.export.drawing.scene import NamedPlace, Scene
from geo.style.basemap import HALO, INK
from geo.style.signs import CASING_OPACITY, CASING_PX, EDGE_CASING_PX, EDGE_DASHES, SIEGE_PX


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
    """How areas of one style are drawn: ground, patterns, outline."""
    sign = sign_of(style)
    primitives: list[Primitive] = []
    if sign.ground and shapes:
        primitives.append(Fill(_polygons(shapes), sign.ground, sign.opacity))
    for strokes in sign.strokes:
        primitives += _stroke_primitives(strokes, shapes, px_scale)
    if sign.edge:
        primitives += _edge_primitives(sign.edge, shapes, px_scale)
    if sign.besieged:
        primitives.append(Fill(_rims(shapes, SIEGE_PX * px_scale), INK))
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


def _stroke_primitives(strokes: Strokes, shapes: list[BaseGeometry], px_scale: float) -> list[Primitive]:
    def part(wider: float) -> Any:
        return _polygons([patterned(shape, strokes.pattern, px_scale, wider) for shape in shapes])

    casing = [Fill(part(CASING_PX), HALO, CASING_OPACITY * strokes.opacity)] if strokes.cased else []
    return [*casing, Fill(part(0), strokes.colour, strokes.opacity)]


def _edge_primitives(edge: Edge, shapes: list[BaseGeometry], px_scale: float) -> list[Primitive]:
    """Inside the area, so that neighbours keep their own; a light line lies between them."""
    casing, width = EDGE_CASING_PX * px_scale, edge.width * px_scale
    inner = [shape.buffer(-casing) for shape in shapes]
    lighter = Fill(_rims(shapes, casing), HALO, CASING_OPACITY)
    if edge.line == "solid":
        whole = [small if not small.is_empty else shape for small, shape in zip(inner, shapes, strict=True)]
        return [lighter, Fill(_rims(whole, width), edge.colour)]
    middles = [shape.buffer(-width / 2) for shape in inner]
    lines = tuple(line for middle in middles for line in outlines_of(middle))
    dash = tuple(part * px_scale for part in EDGE_DASHES[edge.line])
    return [lighter, Stroke(lines, edge.colour, width, dash=dash)]


def _rims(shapes: list[BaseGeometry], width: float) -> tuple[Any, ...]:
    """The parts of areas that lie so near their edge; all of an area that is smaller."""
    return _polygons([shape.difference(shape.buffer(-width)) for shape in shapes])


def _polygons(shapes: Iterable[BaseGeometry]) -> tuple[Any, ...]:
    return tuple(polygon for shape in shapes for polygon in polygons_of(shape))
