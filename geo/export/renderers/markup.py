"""Primitives as a small SVG: whole numbers, shapes no finer than can be seen, text as text in the reader's own fonts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import singledispatch
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import numpy as np
import shapely

from geo.export.drawing.fonts import width_of
from geo.export.drawing.layers import Layer
from geo.export.drawing.primitives import Dot, Fill, Image, PixelBox, Points, Primitive, Stroke, Words, polygons_of
from geo.style.basemap import HALO

#: Units of the drawing in a pixel.
FINE = 4
#: How far a line may be from where it is, in pixels.
TOLERANCE_PX = 0.6
FONTS = "'Replay Arabic',system-ui,'Segoe UI','Noto Sans',sans-serif"
ANCHORS = {"left": "", "middle": ' text-anchor="middle"', "right": ' text-anchor="end"'}
STYLES = {"bold": ' font-weight="700"', "italic": ' font-style="italic"'}


@dataclass(frozen=True)
class Part:
    """Primitives that a page finds again: a group of that class, with what it says of itself as `data-` attributes."""

    name: str
    primitives: Sequence[Primitive]
    data: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class PartedLayer(Layer):
    """A layer whose primitives have parts over them."""

    parts: tuple[Part, ...] = ()

    def flat(self) -> Layer:
        """The same for what knows no parts: a picture of pixels."""
        inner = [primitive for part in self.parts for primitive in part.primitives]
        return Layer([*self.primitives, *inner], self.left, self.top, self.size)


def svg_of(layers: Sequence[Layer], size: tuple[int, int], title: str, name: str = "") -> str:
    """Layers as the text of an SVG; a reader's program is told its title. Images are left out.

    `name` tells its parts from those of another SVG of the same page.
    """
    width, height = size
    body = "".join(_layer(layer, f"{name}{number}") for number, layer in enumerate(layers))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width * FINE} {height * FINE}" direction="ltr" role="img"'
        f' aria-label={quoteattr(title)} font-family={quoteattr(FONTS)} stroke-linejoin="round">{body}</svg>'
    )


def svg_around(layers: Sequence[Layer], size: tuple[int, int], title: str, name: str = "") -> str:
    """The second of some layers alone, as large as it goes, with the first in a corner of it: for a narrow screen.

    It holds nothing itself: it shows what an SVG of all the layers in the same page draws, under the same `name`.
    """
    lens = layers[1]
    width, height = lens.size or size
    left, top, corner = lens.left, lens.top, width * 0.3
    x, y = left + width - corner - 6, top + height - corner * size[1] / size[0] - 6
    box = " ".join(str(_units(value)) for value in (left, top, width, height))
    place = f'x="{_units(x)}" y="{_units(y)}" width="{_units(corner)}" height="{_units(corner * size[1] / size[0])}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" direction="ltr" role="img" aria-label={quoteattr(title)}'
        f' font-family={quoteattr(FONTS)}><use href="#layer-{name}1"/><svg {place} viewBox="0 0 {size[0] * FINE} {size[1] * FINE}">'
        f'<use href="#layer-{name}0"/></svg></svg>'
    )


def svg_part(box: PixelBox, title: str, name: str = "") -> str:
    """A part of the first layer of an SVG of the same page, as large as it goes; it holds nothing itself."""
    left, top, right, bottom = (_units(edge) for edge in box)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {right - left} {bottom - top}" direction="ltr" role="img"'
        f' aria-label={quoteattr(title)} font-family={quoteattr(FONTS)}><use href="#layer-{name}0"/></svg>'
    )


def _layer(layer: Layer, number: str) -> str:
    parts = layer.parts if isinstance(layer, PartedLayer) else ()
    inner, name = f"{_elements(layer.primitives)}{''.join(_group(part) for part in parts)}", f"layer-{number}"
    moved = f' transform="translate({_units(layer.left)} {_units(layer.top)})"' if layer.left or layer.top else ""
    if layer.size is None:
        return f'<g id="{name}"{moved}>{inner}</g>'
    width, height = (_units(side) for side in layer.size)
    clip = f'<clipPath id="c{number}"><path d="M0 0H{width}V{height}H0z"/></clipPath>'
    return f'<g id="{name}"{moved}>{clip}<g clip-path="url(#c{number})">{inner}</g></g>'


def _group(part: Part) -> str:
    data = "".join(f" data-{key}={quoteattr(value)}" for key, value in part.data)
    return f'<g class="{part.name}"{data}>{_elements(part.primitives)}</g>'


def _elements(primitives: Sequence[Primitive]) -> str:
    return "".join(_element(primitive) for primitive in primitives)


@singledispatch
def _element(primitive: Primitive) -> str:
    raise TypeError(f"no way to draw a {type(primitive).__name__}")


@_element.register
def _(primitive: Fill) -> str:
    path = "".join(f"{line}z" for ring in _rings(primitive.polygons) if (line := _line(ring[:-1])))  # no mere point
    return (
        f'<path fill="{primitive.colour}"{_opacity("fill", primitive.alpha)} fill-rule="evenodd" d="{path}"/>'
        if path
        else ""
    )


@_element.register
def _(primitive: Stroke) -> str:
    path = "".join(_line(line) for line in _thinned(primitive.lines))
    dash = f' stroke-dasharray="{" ".join(str(_units(part)) for part in primitive.dash)}"' if primitive.dash else ""
    ends = ' stroke-linecap="round"' if primitive.round_ends else ""
    if not path:
        return ""
    return (
        f'<path fill="none" stroke="{primitive.colour}" stroke-width="{_units(primitive.width)}"'
        f'{_opacity("stroke", primitive.alpha)}{dash}{ends} d="{path}"/>'
    )


@_element.register
def _(primitive: Dot) -> str:
    fill = f'fill="{primitive.colour or "none"}"{_opacity("fill", primitive.alpha)}'
    edge = f' stroke="{primitive.edge}" stroke-width="{_units(primitive.width)}"' if primitive.width else ""
    dash = f' stroke-dasharray="{" ".join(str(_units(part)) for part in primitive.dash)}"' if primitive.dash else ""
    return f'<circle cx="{_units(primitive.x)}" cy="{_units(primitive.y)}" r="{_units(primitive.radius)}" {fill}{edge}{dash}/>'


@_element.register
def _(primitive: Words) -> str:
    halo = ""
    if primitive.halo:
        halo = f' stroke="{HALO}" stroke-opacity=".9" stroke-width="{_units(primitive.halo)}" paint-order="stroke"'
    style, width = STYLES.get(primitive.style, ""), width_of(primitive.text, primitive.size, primitive.style)
    return (
        f'<text x="{_units(primitive.x)}" y="{_units(primitive.y)}" font-size="{_units(primitive.size)}"'
        f' textLength="{_units(width)}" lengthAdjust="spacingAndGlyphs"'
        f' fill="{primitive.colour}"{ANCHORS[primitive.anchor]}{style}{halo}>{escape(primitive.text)}</text>'
    )


@_element.register
def _(_primitive: Image) -> str:
    return ""


def _units(px: float) -> int:
    return round(px * FINE)


def _opacity(of: str, alpha: float) -> str:
    return "" if alpha >= 1 else f' {of}-opacity="{alpha:.2f}"'


def _rings(polygons: tuple[tuple[Points, ...], ...]) -> Iterable[Points]:
    """The rings of polygons put together, each simpler; those of neighbours leave no gap between them."""
    shapes = [shapely.Polygon(outer, holes) for outer, *holes in polygons if len(outer) > 3]
    if not shapes:
        return []
    simple = shapely.simplify(_united(shapes), TOLERANCE_PX)
    return [ring for polygon in polygons_of(simple) for ring in polygon]


def _united(shapes: Sequence[shapely.Polygon]) -> Any:
    """Polygons as one shape; those that overlap, or were cut off at the edge of a map, take longer."""
    try:
        return shapely.coverage_union_all(shapes)
    except shapely.GEOSException:
        return shapely.union_all(shapely.make_valid(shapes))


def _thinned(lines: Iterable[Points]) -> list[Any]:
    found = [shapely.simplify(shapely.LineString(line), TOLERANCE_PX) for line in lines if len(line) > 1]
    return [np.asarray(line.coords) for line in found if not line.is_empty]


def _line(points: Points) -> str:
    """A line as a path: where it begins, then by how much each corner lies farther."""
    units = np.round(np.asarray(points) * FINE).astype(int)
    if len(units) < 2:
        return ""
    steps = np.diff(units, axis=0)
    steps = steps[(steps != 0).any(axis=1)]
    pairs = "".join(
        f"{'' if n == 0 or x < 0 else ' '}{x}{'' if y < 0 else ' '}{y}" for n, (x, y) in enumerate(steps.tolist())
    )
    return f"M{units[0][0]} {units[0][1]}l{pairs}" if pairs else ""
