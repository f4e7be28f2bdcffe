"""A layer of activity or presence as primitives: shades, lines, numbers; in the browser: `geo/browser/web/layers/`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.export.drawing.basemap import Basemap
from geo.export.drawing.fonts import style_for, width_of
from geo.export.drawing.label_primitives import RANKS, name_in
from geo.export.drawing.primitives import (
    Dot,
    Fill,
    PixelBox,
    Primitive,
    Stroke,
    Words,
    diagonals,
    grid_points,
    polygons_of,
)
from geo.layer_style import (
    ACTIVITY_LINE,
    ACTIVITY_RAMP,
    LINES_PX,
    LINES_STEP_PX,
    LISTED_OPACITY,
    NAME_STEPS,
    NUMBER_PX,
    NUMBER_STEPS,
    PLACED_OPACITY,
    PRESENCE_LINE,
    PRESENCE_RAMP,
    PROVINCE_OPACITY,
    SILENCE_LINE,
)
from geo.queries.activity_map import activity_at
from geo.queries.layer_plan import Plan, Shade, activity_plan, presence_plan
from geo.queries.presence_map import listed, presence_on
from geo.record.records import Event
from geo.style import FULL_MARKS_FROM_ZOOM, INK
from geo.wording.layer_rows import Key, activity_rows, presence_rows
from geo.wording.text import t


@dataclass(frozen=True)
class Shaded:
    """What a layer beside control shows on a day: its plan, the rows of its legend, the events and sources behind it."""

    plan: Plan
    title: str
    rows: tuple[Key, ...]
    events: tuple[Event, ...]
    source_ids: tuple[str, ...]


def shaded_of(timeline: Timeline, view: ViewState) -> Shaded | None:
    """The layer of a view; None on the map of control."""
    title = t(f"layers.head.{view.layer}") if view.layer != "control" else ""
    if view.layer == "activity":
        activity = activity_at(timeline, view)
        plan = activity_plan(timeline, activity)
        return Shaded(plan, title, tuple(activity_rows(timeline, view, activity, plan)), activity.events, ())
    if view.layer == "presence":
        presence = presence_on(timeline, view)
        plan = presence_plan(timeline, presence)
        sources = tuple(source_id for row in listed(timeline, view) for source_id in row["source_ids"])
        return Shaded(plan, title, tuple(presence_rows(timeline, view, presence, plan)), presence.events, sources)
    return None


def takes_marks(shaded: Shaded | None, zoom: float) -> bool:
    """Whether numbers stand in place of events: where a whole country is in view single marks would hide both."""
    return shaded is not None and zoom < FULL_MARKS_FROM_ZOOM


def shade_primitives(
    plan: Plan, basemap: Basemap, px_scale: float, only: Iterable[str] | None = None
) -> list[Primitive]:
    """Provinces in their steps, the districts in them, lines over provinces."""
    wanted = None if only is None else set(only)
    members: dict[str, list[BaseGeometry]] = {}
    districts = basemap.dataset.by_id("districts")
    for admin2_id, shape in basemap.districts.items():
        if wanted is None or admin2_id in wanted:
            members.setdefault(districts[admin2_id]["admin1"], []).append(shape)
    primitives: list[Primitive] = []
    for admin1, shapes in members.items():
        shade = plan.provinces.get(admin1, Shade())
        primitives += step_primitives(plan.layer, shade.step, "province", shapes)
    for admin2_id, step in plan.districts.items():
        if admin2_id in basemap.districts and (wanted is None or admin2_id in wanted):
            primitives += step_primitives(plan.layer, step, "district", [basemap.districts[admin2_id]])
    for admin1, shapes in members.items():
        primitives += line_primitives(plan.layer, plan.provinces.get(admin1, Shade()).lines, shapes, px_scale)
    return primitives


def step_primitives(layer: str, step: int, of: str, shapes: Sequence[BaseGeometry]) -> list[Primitive]:
    """Areas in the colour of a step; districts stand out of their provinces."""
    if step < 0:
        return []
    polygons = tuple(polygon for shape in shapes for polygon in polygons_of(shape))
    if layer == "presence":
        return [Fill(polygons, PRESENCE_RAMP[step], LISTED_OPACITY)]
    return [Fill(polygons, ACTIVITY_RAMP[step], PROVINCE_OPACITY if of == "province" else PLACED_OPACITY)]


def line_primitives(layer: str, lines: str, shapes: Sequence[BaseGeometry], px_scale: float) -> list[Primitive]:
    """The lines over areas: rising where only the province is known, falling for silence, both where contradicted."""
    if not lines:
        return []
    step, width = LINES_STEP_PX * px_scale, LINES_PX * px_scale
    colour = SILENCE_LINE if lines == "silence" else ACTIVITY_LINE if layer == "activity" else PRESENCE_LINE
    if lines == "absent":
        points = [point for shape in shapes for point in grid_points(shape, step)]
        reach = 0.2 * step
        crosses = [
            np.array([[x - reach, y - sign * reach], [x + reach, y + sign * reach]])
            for x, y in points
            for sign in (1, -1)
        ]
        return [Stroke(tuple(crosses), colour, width)]
    kinds = {"coarse": (False,), "silence": (True,), "contradicted": (False, True)}[lines]
    bands = [diagonals(shape, step, width, falling) for shape in shapes for falling in kinds]
    return [Fill(tuple(polygon for band in bands for polygon in polygons_of(band)), colour)]


def number_primitives(plan: Plan, basemap: Basemap, px_scale: float) -> tuple[list[Primitive], dict[str, PixelBox]]:
    """The numbers of provinces, each where it is free, joined to its province by a line when aside; and their boxes."""
    primitives: list[Primitive] = []
    boxes: dict[str, PixelBox] = {}
    size = NUMBER_PX * 1.15 * px_scale
    for admin1, (x, y) in label_points(basemap).items():
        label = plan.provinces.get(admin1, Shade()).label
        if not label or not basemap.frame.holds(x, y):
            continue
        half = width_of(label, size, "bold") / 2 + 2 * px_scale
        steps = [step * 1.15 * px_scale for step in NUMBER_STEPS]
        spots = [(x + dx, y + dy) for dx, dy in _ring(steps, 8)]
        around = [PixelBox(cx - half, cy - 0.6 * size, cx + half, cy + 0.6 * size) for cx, cy in spots]
        at = next((n for n, box in enumerate(around) if box.is_free(boxes.values())), 0)
        cx, cy = spots[at]
        if at:
            primitives += [_line((x, y), (cx, cy), px_scale), Dot(x, y, 1.8 * px_scale, INK)]
        boxes[admin1] = around[at]
        primitives.append(Words(cx, cy + 0.36 * size, label, size, INK, "bold", "middle", 3.5 * px_scale))
    return primitives, boxes


def name_primitives(
    plan: Plan, basemap: Basemap, px_scale: float, lang: str, numbers: Mapping[str, PixelBox]
) -> tuple[list[Primitive], list[PixelBox]]:
    """The names of the provinces that have a number, beside it or, joined by a line, where no other number is meant."""
    rank, records = RANKS["province"], basemap.dataset.by_id("provinces")
    size = rank.size * px_scale
    taken = list(numbers.values())
    primitives: list[Primitive] = []
    for admin1, number in numbers.items():
        text = name_in(records[admin1], lang)
        half = width_of(text, size, rank.style) / 2
        x, y = (number.left + number.right) / 2, (number.top + number.bottom) / 2
        beside = half + (number.right - number.left) / 2
        near = [(0.0, 15 * px_scale), (0.0, -15 * px_scale), (beside, 0.0), (-beside, 0.0)]
        far = [
            (dx + math.copysign(half, dx) * abs(math.cos(math.atan2(dy, dx))), dy)
            for dx, dy in _ring([step * px_scale for step in NAME_STEPS], 16)
        ]
        for at, (dx, dy) in enumerate([*near, *far]):
            box = PixelBox(x + dx - half, y + dy - 0.55 * size, x + dx + half, y + dy + 0.55 * size)
            if not box.is_free(taken) or (at >= len(near) and not _is_open(box, admin1, plan, basemap)):
                continue
            if at >= len(near):
                primitives.append(_line((x, y), (min(max(x, box.left), box.right), y + dy), px_scale))
            taken.append(box)
            style = style_for(text, rank.style)
            primitives.append(
                Words(x + dx - half, y + dy + 0.35 * size, text, size, rank.ink, style, "left", 3 * px_scale)
            )
            break
    return primitives, taken


def _is_open(box: PixelBox, admin1: str, plan: Plan, basemap: Basemap) -> bool:
    """Whether a name misleads nobody there: abroad, in its province or in one without a number; and whole on the map."""
    frame = basemap.frame
    if box.left < 0 or box.top < 0 or box.right > frame.width or box.bottom > frame.height:
        return False
    others = [s for p, s in basemap.province_shapes.items() if p != admin1 and plan.provinces.get(p, Shade()).label]
    return not any(shape.intersects(shapely.box(*box)) for shape in others)


def _ring(steps: Sequence[float], directions: int) -> list[tuple[float, float]]:
    """Offsets ever farther away, in so many directions; the place itself once."""
    angles = [at * 2 * math.pi / directions for at in range(directions)]
    return [(math.cos(a) * step, math.sin(a) * step) for step in steps for a in (angles if step else angles[:1])]


def _line(start: tuple[float, float], end: tuple[float, float], px_scale: float) -> Stroke:
    return Stroke((np.array([start, end]),), INK, 0.8 * px_scale)


def label_points(basemap: Basemap) -> Mapping[str, tuple[float, float]]:
    """Where the number of each province stands, in pixels."""
    records = basemap.dataset.by_id("provinces")
    return {p: basemap.frame.point(record["label_lon"], record["label_lat"]) for p, record in records.items()}


def sample_primitives(layer: str, key: Key, box: PixelBox, px_scale: float) -> list[Primitive]:
    """The little picture of a row of the legend."""
    if key.shade is None:
        return []
    shape = [shapely.box(*box)]
    return [
        *step_primitives(layer, key.shade.step, key.of, shape),
        *line_primitives(layer, key.shade.lines, shape, px_scale),
    ]
