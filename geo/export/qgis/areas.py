"""How districts and named places look in QGIS: the rules of `geo.area_style` as rules and expressions of QGIS."""

from __future__ import annotations

from collections.abc import Iterable

from geo.area_style import area_style, other_side
from geo.control.timeline import Timeline
from geo.export.qgis.markup import METRES, PIXEL, UNTIL, Layer, Rule, Symbol, layer, qml, rgba
from geo.export.qgis.tiles import embedded, tile_of, tile_svg
from geo.record.schema import VIEW_PERSPECTIVES
from geo.style.areas import AGE_STEPS, BASE_CONTROLLER, BASE_OPACITY, MIN_RADIUS_KM, STRIPED, UNNAMED_SIDE
from geo.style.basemap import BORDER, HALO, INK
from geo.style.signs import (
    CASING_OPACITY,
    CLAIMED_FAINT,
    CONTESTED_EDGE_PX,
    EDGE_CASING_PX,
    EDGE_DASHES,
    EDGE_PX,
    HOLDERS,
    PATTERN_MIN_OPACITY,
    SIEGE_PX,
    holder_of,
)
from geo.wording.text import t
from geo.wording.words import actor_name

DAYS = ("valid_from", "valid_to", UNTIL)
#: Where each layer of a symbol lies among those of all areas.
GROUND, PATTERN, OVER, EDGE, RIM = range(5)
#: The day on the map: that of QGIS's clock, else the one that the table was asked for, else the freshest.
AGE = 'day(coalesce(to_date(@map_start_time), "as_of", "last_confirmed") - "last_confirmed")'
QUIET = f"\"controller\" = '{BASE_CONTROLLER}' AND \"status\" = 'control' AND \"basis\" = 'assessed'"
#: Who else has a part in an area that two hold: named by a claim, or whoever the ground is.
OTHER = f"coalesce(\"against\", CASE WHEN \"controller\" = '{BASE_CONTROLLER}' THEN '' ELSE '{BASE_CONTROLLER}' END)"
CASED = f"('{BASE_CONTROLLER}' NOT IN (\"controller\", {OTHER}) AND {OTHER} <> '')"
IN_STRIPES = f'"fill" IN ({", ".join(repr(fill) for fill in STRIPED)})'
#: An area that is named: off the ground, or with a sign over it.
NAMED = f'"fill" <> \'none\' AND (NOT ({QUIET}) OR "disputed_by" IS NOT NULL)'


def zones_qml(timeline: Timeline) -> str:
    """The style of polygons that have the columns of `export zones`."""
    return qml([*_rules(timeline, timeline.districts), _besieged(), _edges()], DAYS, NAMED)


def places_qml(timeline: Timeline) -> str:
    """The same for points: circles of the radius within which a place lies, with an approximate edge."""
    rules = (*_rules(timeline, timeline.places), _edges(partial=True))
    return qml([_as_circle(rule) for rule in rules], DAYS, NAMED)


def _rules(timeline: Timeline, area_ids: Iterable[str]) -> list[Rule]:
    """Grounds and patterns, a line of the legend for each that the record has on any day in any perspective."""
    styles = {
        area_style(interval.state, interval.state.last_confirmed)
        for area_id in area_ids
        for perspective in VIEW_PERSPECTIVES
        for interval in timeline.intervals(area_id, perspective)
        if interval.state
    }
    holders = {style.controller for style in styles if style.fill != "none"}
    stripes = {(style.fill, other_side(style) or "") for style in styles if style.fill in STRIPED}
    over = [("disputed", "disputed_by", {style.disputed for style in styles})]
    over.append(("active", "active_by", {style.active for style in styles}))

    def name(actor: str) -> str:
        return actor_name(timeline.dataset, actor) if actor else t("qgis.unnamed")

    in_order = sorted(holders, key=lambda one: (one != BASE_CONTROLLER, one))
    rules = [
        Rule(t("qgis.holders"), "", None, tuple(_holder(one, name(one)) for one in in_order)),
        Rule(t("qgis.contested"), IN_STRIPES, None, tuple(_stripes(*one, name(one[1])) for one in sorted(stripes))),
    ]
    for sign, field, actors in over:
        told = tuple(_over(sign, field, one, name(one)) for one in sorted(filter(None, actors)))
        rules.append(
            Rule(t("qgis.disputed" if sign == "disputed" else "qgis.active"), f'"{field}" IS NOT NULL', None, told)
        )
    return [rule for rule in rules if rule.rules]


def _holder(controller: str, name: str) -> Rule:
    """The ground of one who holds areas, with the pattern of its own, and that of a claim."""
    holder = holder_of(controller)
    ages = " ".join(f"WHEN {AGE} <= {days} THEN {opacity}" for days, opacity in AGE_STEPS)
    faint = f"CASE WHEN \"fill\" = 'claimed' THEN {CLAIMED_FAINT} ELSE 1 END"
    opacity = f"CASE WHEN {QUIET} THEN {BASE_OPACITY} {ages} END * {faint}"
    fill = {"fillColor": f"set_color_part('{rgba(holder.colour)}', 'alpha', 255 * {opacity})"}
    layers = [
        layer(
            "SimpleFill", {"color": rgba(holder.colour, AGE_STEPS[0][1]), "style": "solid", "outline_style": "no"}, fill
        )
    ]
    if holder.pattern != "plain":
        layers.append(_tiles(holder.pattern, holder.ink, "\"fill\" IN ('solid', 'besieged')"))
    layers.append(_tiles("claimed", holder.word, "\"fill\" = 'claimed'"))
    return Rule(name, f"\"controller\" = '{controller}' AND \"fill\" <> 'none'", Symbol("fill", tuple(layers)))


def _stripes(fill: str, side: str, name: str) -> Rule:
    """The second side's part of an area that two hold."""
    colour = holder_of(side).band if side else UNNAMED_SIDE
    layers = (_tiles(fill, colour, f"NOT {CASED}"), _tiles(fill, colour, CASED, cased=True))
    return Rule(f"{t(f'status.{fill}')}: {name}", f"\"fill\" = '{fill}' AND {OTHER} = '{side}'", Symbol("fill", layers))


def _over(sign: str, field: str, controller: str, name: str) -> Rule:
    holder = holder_of(controller)
    colour = holder.word if sign == "disputed" else holder.edge
    layers = (_tiles(sign, colour, "", cased=True, level=OVER),)
    return Rule(name, f"\"{field}\" = '{controller}'", Symbol("fill", layers))


def _tiles(pattern: str, colour: str, holds: str, cased: bool = False, level: int = PATTERN) -> Layer:
    """A pattern over an area, where an expression holds."""
    opacity = 1.0 if level == OVER else PATTERN_MIN_OPACITY
    picture = embedded(tile_svg(pattern, colour, opacity, cased))
    options = {"svgFile": picture, "width": f"{tile_of(pattern).side:g}", "pattern_width_unit": PIXEL, "angle": "0"}
    return layer("SVGFill", options, {"enabled": holds} if holds else {}, level)


def _edges(partial: bool = False) -> Rule:
    """The outline of whoever holds an area off the ground, or claims one on it; inside the area, a light line around it."""
    shown = f'CASE WHEN "fill" = \'none\' THEN coalesce("disputed_by", "active_by") WHEN {QUIET} THEN coalesce("disputed_by", "controller") ELSE "controller" END'
    colours = ", ".join(f"'{one}', '{rgba(holder.edge)}'" for one, holder in HOLDERS.items())
    colour = f"coalesce(map_get(map({colours}), {shown}), '{rgba(holder_of('').edge)}')"
    px = f"CASE WHEN {IN_STRIPES} THEN {CONTESTED_EDGE_PX} ELSE {EDGE_PX} END"
    dots, dashes = (";".join(f"{part:g}" for part in EDGE_DASHES[line]) for line in ("dotted", "dashed"))
    known = "true" if partial else f'"partial" AND NOT ({QUIET})'
    dash = f"CASE WHEN {known} THEN '{dots}' WHEN \"fill\" = 'claimed' OR {QUIET} THEN '{dashes}' ELSE '10000;0' END"
    options = {
        "line_style": "solid",
        "line_width_unit": PIXEL,
        "customdash_unit": PIXEL,
        "use_custom_dash": "1",
        "joinstyle": "miter",
        "capstyle": "flat",
    }
    inside = options | {
        "draw_inside_polygon": "1",
        "line_color": rgba(BORDER),
        "line_width": str(2 * EDGE_PX),
        "customdash": "10000;0",
    }
    decided = {"outlineColor": colour, "outlineWidth": f"2 * ({EDGE_CASING_PX} + {px})", "customDash": dash}
    rim = {
        "line_style": "solid",
        "line_width_unit": PIXEL,
        "line_width": str(2 * EDGE_CASING_PX),
        "draw_inside_polygon": "1",
    }
    layers = (
        layer("SimpleLine", inside, decided, EDGE),
        layer("SimpleLine", rim | {"line_color": rgba(HALO, CASING_OPACITY)}, level=RIM),
    )
    on_ground = f'NOT ({QUIET}) OR "disputed_by" IS NOT NULL'
    return Rule(
        t("qgis.edges"), f"({on_ground}) AND ({shown}) IS NOT NULL AND ({shown}) <> 'unknown'", Symbol("fill", layers)
    )


def _besieged() -> Rule:
    options = {
        "line_style": "solid",
        "line_width_unit": PIXEL,
        "line_width": str(2 * SIEGE_PX),
        "draw_inside_polygon": "1",
    }
    layers = (layer("SimpleLine", options | {"line_color": rgba(INK)}, level=RIM),)
    return Rule(t("status.besieged"), "\"fill\" = 'besieged'", Symbol("fill", layers))


def _as_circle(rule: Rule) -> Rule:
    """A rule for areas as one for points: the same fill in a circle measured on the ground."""
    rules = tuple(_as_circle(one) for one in rule.rules)
    if rule.symbol is None:
        return Rule(rule.label, rule.holds, None, rules)
    size = {"size": f'2000 * max(coalesce("radius_km", 0), {MIN_RADIUS_KM})'}
    circle = Layer("FilledMarker", {"name": "circle", "size": "5000", "size_unit": METRES}, size, rule.symbol)
    return Rule(rule.label, rule.holds, Symbol("marker", (circle,)), rules)
