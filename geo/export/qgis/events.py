"""How events look in QGIS: a shape and colour by type, a ring by grade; what is known to a district only is a hollow disc."""

from __future__ import annotations

from geo.export.qgis.markup import PIXEL, THROUGH, Rule, Symbol, layer, qml, rgba
from geo.style.events import (
    DISC_PX,
    EVENT_SYMBOLS,
    RING_PX,
    RINGS,
    SHAPE_GROWN,
    SHAPE_SHARE,
    SYMBOL_OPACITY,
    SYMBOL_PX,
)
from geo.wording.text import t

DAYS = ("date_start", "date_end", THROUGH)
#: Coarser places have no point of their own.
EXACT = 2


def events_qml() -> str:
    """The style of points that have the columns of `export events`."""
    return qml([_typed(name) for name in EVENT_SYMBOLS], DAYS)


def _typed(event_type: str) -> Rule:
    symbol = EVENT_SYMBOLS[event_type]
    side = 2 * SYMBOL_PX * SHAPE_SHARE * SHAPE_GROWN.get(symbol.shape, 1.0)
    hollow = f'"where_precision" > {EXACT}'
    shape = {"name": symbol.shape, "size": f"{side:g}", "size_unit": PIXEL, "outline_style": "no"}
    fill = {
        "size": f"CASE WHEN {hollow} THEN {2 * DISC_PX} ELSE {side:g} END",
        "name": f"CASE WHEN {hollow} THEN 'circle' ELSE '{symbol.shape}' END",
        "fillColor": f"set_color_part('{rgba(symbol.colour)}', 'alpha', CASE WHEN {hollow} THEN 50 ELSE {round(255 * SYMBOL_OPACITY)} END)",
    }
    ring = {
        "name": "circle",
        "color": "0,0,0,0",
        "size": f"{2 * (SYMBOL_PX + RING_PX):g}",
        "size_unit": PIXEL,
        "outline_color": rgba(symbol.colour),
        "outline_width": "1.3",
        "outline_width_unit": PIXEL,
    }
    widths = " ".join(f"WHEN '{grade}' THEN {width}" for grade, (width, _, _) in RINGS.items())
    lines = " ".join(f"WHEN '{grade}' THEN '{_line(dash)}'" for grade, (_, dash, _) in RINGS.items())
    struck = ", ".join(f"'{grade}'" for grade, (_, _, is_struck) in RINGS.items() if is_struck)
    decided = {
        "outlineWidth": f'CASE "verification" {widths} END',
        "outlineStyle": f'CASE "verification" {lines} END',
        "size": f"CASE WHEN {hollow} THEN {2 * DISC_PX} ELSE {ring['size']} END",
    }
    strike = {**ring, "name": "line", "angle": "45"}
    layers = (
        layer("SimpleMarker", {**shape, "color": rgba(symbol.colour, SYMBOL_OPACITY)}, fill),
        layer("SimpleMarker", ring, decided),
        layer("SimpleMarker", strike, {"enabled": f'"verification" IN ({struck})'}),
    )
    return Rule(t(f"type.{event_type}"), f"\"event_type\" = '{event_type}'", Symbol("marker", layers))


def _line(dash: tuple[int, ...]) -> str:
    """A dash of ours as QGIS names its own."""
    return "solid" if not dash else "dash" if dash[0] > 1 else "dot"
