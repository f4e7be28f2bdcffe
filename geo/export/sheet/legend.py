"""The legend: what is on the map on this day, with counts; nothing that is not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import shapely

from geo.export.drawing.area_primitives import area_marks, circle
from geo.export.drawing.area_style import AreaStyle
from geo.export.drawing.basemap import Land
from geo.export.drawing.event_primitives import Cluster, badge_marks, disc_marks, drawn_events, grouped, symbol_marks
from geo.export.drawing.fonts import one_line
from geo.export.drawing.primitives import Mark, Words, box_edge, rectangle
from geo.export.drawing.scene import Event, Scene
from geo.export.sheet.legend_keys import fill_keys, overlay_keys
from geo.record.schema import EVENT_TYPES, VERIFICATIONS
from geo.style import INK, PAPER
from geo.wording.text import t

#: Draws a sample into a box (left, top, width, height).
Sample = Callable[[float, float, float, float], list[Mark]]


@dataclass(frozen=True)
class Row:
    """One line of the legend."""

    sample: Sample
    text: str
    number: str


def control_rows(scene: Scene, land: Land, unit: float) -> list[Row]:
    """Who holds how many of the districts on the map, by style; then what lies over fills; then places."""
    styles = [scene.area_styles[admin2_id] for admin2_id in land.districts]
    keys = [*fill_keys(land.dataset, styles), *overlay_keys(land.dataset, styles)]
    rows = [Row(_fill_sample(style, unit), text, str(number)) for style, text, number in keys]
    return rows + _place_rows(scene, land, unit)


def event_rows(scene: Scene, land: Land, unit: float) -> list[list[Row]]:
    """How many events of which type, precision and grade the map shows; two groups, for two columns."""
    events = drawn_events(scene, land.frame)
    types, grades = grouped(events, lambda e: e["event_type"]), grouped(events, lambda e: e["verification"])
    precisions = grouped(events, lambda e: str(e["where_precision"]))
    hidden = len(listed_events(scene, land))
    kinds = [
        Row(_symbol_sample(name, "reported", unit), t(f"type.{name}"), str(types[name]))
        for name in EVENT_TYPES
        if name in types
    ]
    rings = [
        Row(_symbol_sample("strategic_developments", name, unit), t(f"legend.ring.{name}"), str(grades[name]))
        for name in VERIFICATIONS
        if name in grades
    ]
    coarse = [
        Row(sample(unit), t(f"legend.{key}"), str(precisions[precision]))
        for precision, key, sample in (
            ("3", "district_precision", _disc_sample),
            ("4", "province_precision", _badge_sample),
        )
        if precision in precisions
    ]
    if hidden:
        coarse.append(Row(_dash_sample(unit), t("export.not_drawn"), str(hidden)))
    return [[*kinds, *coarse], rings] if len(kinds) + len(coarse) > 1 or rings else [coarse]


def listed_events(scene: Scene, land: Land) -> list[Event]:
    """The events that belong to the map's area and can't be drawn on it."""
    whole = len(land.provinces) == len(land.dataset.records("provinces"))
    return [event for event in scene.listed if whole or event["admin1"] in land.provinces]


def _place_rows(scene: Scene, land: Land, unit: float) -> list[Row]:
    drawn = [place for place in scene.places if circle(place, land)]
    nowhere = [place for place in scene.places if place.point is None and place.admin1 in land.provinces]
    rows = []
    if drawn:
        sample = _fill_sample(replace(drawn[0].area_style, partial=True), unit)
        rows.append(Row(sample, t("legend.places"), str(len(drawn))))
    if nowhere:
        names = ", ".join(one_line(place.name) for place in nowhere)
        rows.append(Row(_dash_sample(unit), t("legend.unlocated", names=names), str(len(nowhere))))
    return rows


def _fill_sample(style: AreaStyle, unit: float) -> Sample:
    def draw(left: float, top: float, width: float, height: float) -> list[Mark]:
        box = (left, top, left + width, top + height)
        edge = [] if style.partial else [box_edge(*box, INK, 0.7 * unit)]
        return [rectangle(*box, PAPER), *area_marks(style, [shapely.box(*box)], unit), *edge]

    return draw


def _symbol_sample(event_type: str, verification: str, unit: float) -> Sample:
    return lambda left, top, width, height: symbol_marks(
        left + width / 2, top + height / 2, event_type, verification, 6.5 * unit, unit
    )


def _disc_sample(unit: float) -> Sample:
    example: Event = {"event_type": "battles"}
    return lambda left, top, width, height: disc_marks(
        Cluster(left + width / 2, top + height / 2, [example]), 13 * unit, unit * 0.75
    )[:-2]


def _badge_sample(unit: float) -> Sample:
    return lambda left, top, width, height: badge_marks(left + width / 2, top + height / 2, 2, unit)


def _dash_sample(unit: float) -> Sample:
    return lambda left, top, width, height: [
        Words(left + width / 2, top + height / 2 + 4 * unit, "–", 13 * unit, anchor="middle")
    ]
