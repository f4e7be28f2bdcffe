"""Small maps as SVG without words: areas with the signs of who holds them, or shaded by how many records they have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.area_style import Sign
from geo.reading.charts.outlines import FINE, DrawnAreas, path_of
from geo.reading.charts.tiles import KEY_PX, SVG, pattern_id, pattern_svg, sign_parts
from geo.style.basemap import BORDER, INK, PAPER
from geo.style.events import COUNT_RAMP
from geo.style.layers import LINES_PX, LINES_STEP_PX, SILENCE_LINE

#: Lines between areas, around the chosen one, and the dashes around one without a record, in px.
LINE_PX, CHOSEN_PX, BLANK_DASH = 0.7, 2.6, (3, 3)


def painted(land: DrawnAreas, signs: Mapping[str, Sign]) -> str:
    """Areas with their signs."""
    names = {key: f"a{number}" for number, key in enumerate(land.shapes)}
    strokes = {pattern_id(one): one for sign in signs.values() for one in sign.strokes}
    defs = "".join(pattern_svg(one, FINE) for one in strokes.values())
    body = "".join(
        f'<clipPath id="c{name}"><use href="#{name}"/></clipPath>'
        + sign_parts(signs[key], f'use href="#{name}"', FINE, clip=f"c{name}")
        for key, name in names.items()
        if key in signs
    )
    return _svg(land, defs, _borders(names) + body)


def shaded(land: DrawnAreas, fills: Mapping[str, str | None], chosen: str | None = None) -> str:
    """Areas in their colours; those without one are hatched, with a dashed edge."""
    names = {key: f"a{number}" for number, key in enumerate(land.shapes)}
    full = "".join(f'<use href="#{names[key]}" fill="{fill}"/>' for key, fill in fills.items() if fill)
    blank = "".join(f'<use href="#{names[key]}"/>' for key, fill in fills.items() if not fill)
    dash = " ".join(str(part * FINE) for part in BLANK_DASH)
    body = (
        f'<g stroke="{BORDER}" stroke-width="{LINE_PX * FINE:g}">{full}</g>'
        f'<g fill="url(#hatch)" stroke="{SILENCE_LINE}" stroke-width="{LINE_PX * FINE:g}" stroke-dasharray="{dash}">{blank}</g>'
    )
    if chosen in names:
        body += f'<use href="#{names[chosen]}" fill="none" stroke="{PAPER}" stroke-width="{(CHOSEN_PX + 2) * FINE:g}"/>'
        body += f'<use href="#{names[chosen]}" fill="none" stroke="{INK}" stroke-width="{CHOSEN_PX * FINE:g}"/>'
    return _svg(land, hatch(FINE), body)


def hatch(scale: float) -> str:
    """The pattern of what is not recorded."""
    step = LINES_STEP_PX * 0.7
    line = f'<path d="M-1 {step + 1:g}L{step + 1:g} -1" stroke="{SILENCE_LINE}" stroke-width="{LINES_PX:g}"/>'
    return (
        f'<pattern id="hatch" width="{step:g}" height="{step:g}" patternUnits="userSpaceOnUse"'
        f' patternTransform="scale({scale:g})">{line}</pattern>'
    )


def fill_key(fill: str | None) -> str:
    """A colour as the key of a legend; None is what is not recorded."""
    wide, high = KEY_PX
    paint = (
        f'fill="{fill}" stroke="{BORDER}"'
        if fill
        else f'fill="url(#hatch)" stroke="{SILENCE_LINE}" stroke-dasharray="3 3"'
    )
    box = f'<rect x=".5" y=".5" width="{wide - 1}" height="{high - 1}" {paint}/>'
    defs = "" if fill else f"<defs>{hatch(1)}</defs>"
    return f'{SVG} width="{wide}" height="{high}" viewBox="0 0 {wide} {high}">{defs}{box}</svg>'


def ramp_of(count: int) -> list[str]:
    """So many shades from few to many."""
    if count == 1:
        return [COUNT_RAMP[1]]
    return [_between(place / (count - 1) * (len(COUNT_RAMP) - 1)) for place in range(count)]


def _between(place: float) -> str:
    first = min(int(place), len(COUNT_RAMP) - 2)
    share = place - first
    one, other = (_channels(COUNT_RAMP[number]) for number in (first, first + 1))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in zip(one, other, strict=True))


def _channels(colour: str) -> Sequence[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]


def _borders(names: Mapping[str, str]) -> str:
    lines = "".join(f'<use href="#{name}"/>' for name in names.values())
    return f'<g fill="none" stroke="{BORDER}" stroke-width="{LINE_PX * FINE:g}">{lines}</g>'


def _svg(land: DrawnAreas, defs: str, body: str) -> str:
    wide, high = land.size
    areas = "".join(f'<path id="a{number}" d="{path_of(area)}"/>' for number, area in enumerate(land.shapes.values()))
    size = f'width="{wide}" height="{high}" viewBox="0 0 {wide * FINE} {high * FINE}"'
    return f'{SVG} {size} fill-rule="evenodd" clip-rule="evenodd" stroke-linejoin="round"><defs>{areas}{defs}</defs>{body}</svg>'
