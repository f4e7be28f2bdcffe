"""The signs of `geo.style.signs` as SVG: patterns that fill an area of a small map, and tiles that fill a strip or a key."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from geo.area_style import AreaStyle, Edge, Sign, Strokes, fill_of
from geo.style.areas import BASE_CONTROLLER, BASE_OPACITY
from geo.style.basemap import HALO, INK
from geo.style.signs import CASING_OPACITY, CASING_PX, EDGE_DASHES, PATTERNS, SIEGE_PX, Pattern

SVG = '<svg xmlns="http://www.w3.org/2000/svg"'
#: A key of a sign, in px.
KEY_PX = (26, 16)
#: Squares around one: what of their lines reaches into it is drawn.
AROUND = (-1, 0, 1)


def spell_style(controller: str, status: str, basis: str) -> AreaStyle:
    """How a state that holds for some days is drawn, told by no more than this; its age is left out."""
    opacity = BASE_OPACITY if controller == BASE_CONTROLLER else 1.0
    return AreaStyle(fill=fill_of(controller, status, basis), controller=controller, opacity=opacity)


def pattern_id(strokes: Strokes) -> str:
    """The name of a pattern in one colour within one drawing."""
    return f"{strokes.pattern}-{strokes.colour.lstrip('#')}{'-cased' if strokes.cased else ''}"


def pattern_svg(strokes: Strokes, scale: float) -> str:
    """A pattern as an SVG `pattern`.

    Parameters
    ----------
    scale : units of the drawing in a px of the pattern.
    """
    step = PATTERNS[strokes.pattern].step
    size = f'width="{step:g}" height="{step:g}" patternUnits="userSpaceOnUse" patternTransform="scale({scale:g})"'
    return f'<pattern id="{pattern_id(strokes)}" {size}>{_marks(strokes)}</pattern>'


def tile_svg(sign: Sign) -> str:
    """One square of what a sign is painted with, to be repeated."""
    step = max((PATTERNS[strokes.pattern].step for strokes in sign.strokes[:1]), default=8)
    ground = f'<path fill="{sign.ground}" fill-opacity="{sign.opacity:.2f}" d="M0 0h{step:g}v{step:g}h-{step:g}z"/>'
    marks = "".join(_marks(strokes) for strokes in sign.strokes[:1])
    size = f'width="{step:g}" height="{step:g}" viewBox="0 0 {step:g} {step:g}"'
    return f"{SVG} {size}>{ground if sign.ground else ''}{marks}</svg>"


def key_svg(sign: Sign) -> str:
    """A sign as the key of a legend."""
    wide, high = KEY_PX
    body = sign_parts(sign, f'rect x="1" y="1" width="{wide - 2}" height="{high - 2}"', 1)
    defs = "".join(pattern_svg(strokes, 1) for strokes in sign.strokes)
    return f'{SVG} width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"><defs>{defs}</defs>{body}</svg>'


def sign_parts(sign: Sign, area: str, scale: float, clip: str = "") -> str:
    """An area painted with a sign; the patterns of its strokes have to be there.

    Parameters
    ----------
    area : the SVG element that is the area, without its brackets.
    scale : units of the drawing in a px.
    clip : the name of the area as a `clipPath`: its outline then lies inside it.
    """
    parts = [f'<{area} fill="{sign.ground}" fill-opacity="{sign.opacity:.2f}"/>'] if sign.ground else []
    parts += [f'<{area} fill="url(#{pattern_id(one)})" fill-opacity="{one.opacity:.2f}"/>' for one in sign.strokes]
    edges = [sign.edge] if sign.edge else []
    edges += [Edge(INK, "solid", SIEGE_PX)] if sign.besieged else []
    return "".join([*parts, *(_edge(edge, area, scale, clip) for edge in edges)])


def _edge(edge: Edge, area: str, scale: float, clip: str) -> str:
    width = edge.width * scale * (2 if clip else 1)
    dash = EDGE_DASHES[edge.line]
    dashes = f' stroke-dasharray="{dash[0] * scale:g} {dash[1] * scale:g}"' if any(dash) else ""
    inside = f' clip-path="url(#{clip})"' if clip else ""
    return f'<{area} fill="none" stroke="{edge.colour}" stroke-width="{width:g}"{dashes}{inside}/>'


def _marks(strokes: Strokes) -> str:
    pattern = PATTERNS[strokes.pattern]
    light = _drawn(pattern, HALO, CASING_PX, CASING_OPACITY) if strokes.cased else ""
    return light + _drawn(pattern, strokes.colour, 0, 1)


def _drawn(pattern: Pattern, colour: str, wider: float, opacity: float) -> str:
    """The lines and dots of a pattern in one of its squares; those of the squares around reach into it."""
    lines = "".join(_lines(pattern))
    dots = "".join(
        f'<circle cx="{x * pattern.step:g}" cy="{y * pattern.step:g}" r="{pattern.width + wider:g}" fill="{colour}"/>'
        for x, y in pattern.dots
    )
    stroke = f'<path fill="none" stroke="{colour}" stroke-width="{pattern.width + 2 * wider:g}" d="{lines}"/>'
    return f'<g opacity="{opacity:g}">{stroke if lines else ""}{dots}</g>'


def _lines(pattern: Pattern) -> Iterable[str]:
    seen = set()
    for line, across, down in product(pattern.lines, AROUND, AROUND):
        corners = [((x + across) * pattern.step, (y + down) * pattern.step) for x, y in line]
        slope = (line[-1][0] - line[0][0], line[-1][1] - line[0][1])
        # long lines of a slope are one line in several squares
        name = (line, across * slope[1] - down * slope[0]) if abs(slope[0]) > 1 else (line, across, down)
        if name in seen or not _reaches(corners, pattern):
            continue
        seen.add(name)
        yield "M" + "L".join(f"{x:.2f} {y:.2f}".replace(".00", "") for x, y in corners)


def _reaches(corners: list[tuple[float, float]], pattern: Pattern) -> bool:
    """Whether a line comes into the square."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    low, high = -pattern.width, pattern.step + pattern.width
    return min(xs) <= high and max(xs) >= low and min(ys) <= high and max(ys) >= low
