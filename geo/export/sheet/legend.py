"""The legend: what is on the map on this day, with counts; nothing that is not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import shapely

from geo.area_style import AreaStyle
from geo.export.drawing.area_primitives import area_primitives, circle
from geo.export.drawing.basemap import Basemap
from geo.export.drawing.clusters import drawn_events, grouped
from geo.export.drawing.fonts import one_line
from geo.export.drawing.mark_primitives import badge_primitives, small_symbol_primitives, soft_disc, symbol_primitives
from geo.export.drawing.primitives import PixelBox, Primitive, Words, box_edge, rectangle
from geo.export.drawing.scene import Scene
from geo.export.drawing.shades import Shaded, sample_primitives
from geo.export.sheet.legend_keys import fill_keys, overlay_keys
from geo.mercator import Pixel
from geo.record.records import Event
from geo.record.schema import EVENT_TYPES, VERIFICATIONS
from geo.style.basemap import INK, PAPER
from geo.style.events import SMALL_CLUSTER_PX, SMALL_DISC_PX, SYMBOL_PX
from geo.wording.layer_rows import LayerKey
from geo.wording.lists import listed
from geo.wording.text import in_digits, t

#: Draws a sample into a box (left, top, width, height).
Sample = Callable[[float, float, float, float], list[Primitive]]


@dataclass(frozen=True)
class LegendRow:
    """One line of the legend."""

    sample: Sample
    text: str
    number: str


def control_rows(scene: Scene, basemap: Basemap, px_scale: float) -> list[LegendRow]:
    """Who holds how many of the districts on the map, by style; then what lies over fills; then places."""
    styles = [scene.area_styles[admin2_id] for admin2_id in basemap.districts]
    speakers = [scene.speakers[admin2_id] for admin2_id in basemap.districts]
    fills = fill_keys(basemap.dataset, zip(styles, speakers, strict=True), scene.perspective)
    keys = [*fills, *overlay_keys(basemap.dataset, styles)]
    rows = [LegendRow(fill_sample(style, px_scale), text, in_digits(number)) for style, text, number in keys]
    return rows + _place_rows(scene, basemap, px_scale)


def shaded_rows(shaded: Shaded, px_scale: float) -> list[LegendRow]:
    """The rows of a layer beside control."""
    return [LegendRow(_shade_sample(shaded.plan.layer, key, px_scale), key.text, key.number) for key in shaded.rows]


def event_rows(scene: Scene, basemap: Basemap, px_scale: float, is_small: bool = False) -> list[list[LegendRow]]:
    """How many events of which type, precision and grade the map shows; two groups, for two columns.

    Small marks have no rings that tell a grade.
    """
    events = drawn_events(scene, basemap.frame)
    types, grades = grouped(events, lambda e: e["event_type"]), grouped(events, lambda e: e["verification"])
    precisions = grouped(events, lambda e: str(e["where_precision"]))
    hidden = len(listed_events(scene, basemap))
    kinds = [
        LegendRow(_symbol_sample(name, "reported", px_scale, is_small), t(f"type.{name}"), in_digits(types[name]))
        for name in EVENT_TYPES
        if name in types
    ]
    rings = [
        LegendRow(dash_sample(px_scale), t(f"export.grade.{name}"), in_digits(grades[name]))
        if is_small
        else LegendRow(
            _symbol_sample("strategic_developments", name, px_scale), t(f"legend.ring.{name}"), in_digits(grades[name])
        )
        for name in VERIFICATIONS
        if name in grades
    ]
    coarse = [
        LegendRow(sample(px_scale, is_small), t(f"legend.{key}"), in_digits(precisions[precision]))
        for precision, key, sample in (
            ("3", "district_precision", _disc_sample),
            ("4", "province_precision", _badge_sample),
        )
        if precision in precisions
    ]
    if hidden:
        coarse.append(LegendRow(dash_sample(px_scale), t("export.not_drawn"), in_digits(hidden)))
    return [[*kinds, *coarse], rings] if len(kinds) + len(coarse) > 1 or rings else [coarse]


def listed_events(scene: Scene, basemap: Basemap) -> list[Event]:
    """The events that belong to the map's area and can't be drawn on it."""
    whole = len(basemap.provinces) == len(basemap.dataset.records("provinces"))
    return [event for event in scene.listed if whole or event["admin1"] in basemap.provinces]


def _place_rows(scene: Scene, basemap: Basemap, px_scale: float) -> list[LegendRow]:
    drawn = [place for place in scene.places if circle(place, basemap)]
    nowhere = [place for place in scene.places if place.point is None and place.admin1 in basemap.provinces]
    rows = []
    if drawn:
        sample = fill_sample(replace(drawn[0].area_style, partial=True), px_scale)
        rows.append(LegendRow(sample, t("legend.places"), in_digits(len(drawn))))
    if nowhere:
        names = listed(one_line(place.name) for place in nowhere)
        rows.append(LegendRow(dash_sample(px_scale), t("legend.unlocated", names=names), in_digits(len(nowhere))))
    return rows


def fill_sample(style: AreaStyle, px_scale: float) -> Sample:
    """Draws how areas of a style look."""

    def draw(left: float, top: float, width: float, height: float) -> list[Primitive]:
        box = PixelBox(left, top, left + width, top + height)
        edge = [] if style.partial else [box_edge(*box, INK, 0.7 * px_scale)]
        return [rectangle(*box, PAPER), *area_primitives(style, [shapely.box(*box)], px_scale), *edge]

    return draw


def _shade_sample(layer: str, key: LayerKey, px_scale: float) -> Sample:
    if key.shade is None:
        return dash_sample(px_scale)

    def draw(left: float, top: float, width: float, height: float) -> list[Primitive]:
        box = PixelBox(left, top, left + width, top + height)
        shades = sample_primitives(layer, key, box, px_scale)
        return [rectangle(*box, PAPER), *shades, box_edge(*box, INK, 0.7 * px_scale)]

    return draw


def _symbol_sample(event_type: str, verification: str, px_scale: float, is_small: bool = False) -> Sample:
    def draw(left: float, top: float, width: float, height: float) -> list[Primitive]:
        at = Pixel(left + width / 2, top + height / 2)
        if is_small:
            return small_symbol_primitives(*at, event_type, SMALL_CLUSTER_PX * px_scale, px_scale)
        return symbol_primitives(*at, event_type, verification, SYMBOL_PX * px_scale, px_scale)

    return draw


def _disc_sample(px_scale: float, is_small: bool) -> Sample:
    radius = (SMALL_DISC_PX if is_small else 13.0) * px_scale
    return lambda left, top, width, height: soft_disc(left + width / 2, top + height / 2, "battles", radius)


def _badge_sample(px_scale: float, is_small: bool) -> Sample:
    return lambda left, top, width, height: badge_primitives(left + width / 2, top + height / 2, 2, px_scale, is_small)


def dash_sample(px_scale: float) -> Sample:
    """Draws a dash: what is counted here is not on the map."""
    return lambda left, top, width, height: [
        Words(left + width / 2, top + height / 2 + 4 * px_scale, "–", 13 * px_scale, anchor="middle")
    ]
