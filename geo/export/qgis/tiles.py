"""The map's patterns as squares that repeat: lines and dots with all copies that reach into the square from its neighbours."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from itertools import product

from geo.style.signs import CASING_OPACITY, CASING_PX, PAPER_INK, PATTERNS


@dataclass(frozen=True)
class Tile:
    """One square of a pattern: its side in px, the strokes' width and the dots' radius, corners and middles in px."""

    side: float
    width: float
    lines: tuple[tuple[tuple[float, float], ...], ...]
    dots: tuple[tuple[float, float], ...]


def tile_of(name: str) -> Tile:
    """The square of a pattern of `geo.style.signs`."""
    pattern = PATTERNS[name]
    step, shifts = pattern.step, list(product((-1, 0, 1), repeat=2))
    lines = [tuple(((x + dx) * step, (y + dy) * step) for x, y in line) for line in pattern.lines for dx, dy in shifts]
    dots = [((x + dx) * step, (y + dy) * step) for x, y in pattern.dots for dx, dy in shifts]
    return Tile(step, pattern.width, tuple(lines), tuple(dots))


def tile_svg(name: str, colour: str, opacity: float = 1.0, cased: bool = False) -> str:
    """The square as an SVG without a line break, `cased` over a light line as on ground of others."""
    tile = tile_of(name)
    parts = [_strokes(tile, PAPER_INK, tile.width + 2 * CASING_PX, CASING_OPACITY, CASING_PX)] if cased else []
    parts.append(_strokes(tile, colour, tile.width, opacity, 0))
    size = f'width="{tile.side:g}" height="{tile.side:g}" viewBox="0 0 {tile.side:g} {tile.side:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'


def embedded(svg: str) -> str:
    """An SVG as QGIS takes it in place of the path of a file."""
    return f"base64:{base64.b64encode(svg.encode('ascii')).decode('ascii')}"


def _strokes(tile: Tile, colour: str, width: float, opacity: float, wider: float) -> str:
    data = "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in line) for line in tile.lines)
    drawn = f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width:g}" stroke-opacity="{opacity:g}"/>'
    dots = [
        f'<circle cx="{x:g}" cy="{y:g}" r="{tile.width + wider:g}" fill="{colour}" fill-opacity="{opacity:g}"/>'
        for x, y in tile.dots
    ]
    return (drawn if tile.lines else "") + "".join(dots)
