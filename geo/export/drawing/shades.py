"""A layer of activity or presence as primitives: shades, lines, numbers; in the browser: `geo/browser/web/layers/`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.export.drawing.basemap import Basemap
from geo.export.drawing.primitives import (
    Fill,
    PixelBox,
    Primitive,
    Stroke,
    diagonals,
    grid_points,
    polygons_of,
)
from geo.queries.layers.activity_map import activity_at
from geo.queries.layers.plan import LayerPlan, Shade, activity_plan, presence_plan
from geo.queries.layers.presence_map import listed, presence_on
from geo.record.records import Event
from geo.style.events import FULL_MARKS_FROM_ZOOM
from geo.style.layers import (
    ACTIVITY_LINE,
    ACTIVITY_RAMP,
    LINES_PX,
    LINES_STEP_PX,
    LISTED_OPACITY,
    PLACED_OPACITY,
    PRESENCE_LINE,
    PRESENCE_RAMP,
    PROVINCE_OPACITY,
    SILENCE_LINE,
)
from geo.wording.layer_rows import LayerKey, activity_rows, presence_rows
from geo.wording.text import t


@dataclass(frozen=True)
class Shaded:
    """What a layer beside control shows on a day: its plan, the rows of its legend, the events and sources behind it."""

    plan: LayerPlan
    title: str
    rows: tuple[LayerKey, ...]
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
    plan: LayerPlan, basemap: Basemap, px_scale: float, only: Iterable[str] | None = None
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


def sample_primitives(layer: str, key: LayerKey, box: PixelBox, px_scale: float) -> list[Primitive]:
    """The little picture of a row of the legend."""
    if key.shade is None:
        return []
    shape = [shapely.box(*box)]
    return [
        *step_primitives(layer, key.shade.step, key.of, shape),
        *line_primitives(layer, key.shade.lines, shape, px_scale),
    ]
