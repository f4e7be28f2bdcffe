"""The districts as the reader's edition draws them first: those that never stand out as one area, no finer than is seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.area_style import is_marked
from geo.browser.base_payload import Line, arc_steps
from geo.control.timeline import Timeline
from geo.record.geojson import dumps
from geo.record.schema import VIEW_PERSPECTIVES

#: How coarse a line may become, in degrees: the side of the square that a corner less may cut off.
TOLERANCE = 0.005
#: Decimals of a degree.
DECIMALS = 3


def ground_payload(timeline: Timeline) -> bytes:
    """The outlines of areas that look the same on every day, in every perspective.

    Returns
    -------
    JSON: `areas`, each the number of a district that stands for all of it (in the order of the record) and its rings,
    delta-encoded as TopoJSON's arcs are; `transform` as in TopoJSON (EPSG:4326).
    """
    alike = _alike(timeline)
    shapes = {row.record["admin2_id"]: shape(row.geometry) for row in timeline.dataset.tables["districts"]}
    whole = [
        shapely.coverage_union_all([shapes[timeline.districts[number]] for number in numbers]) for numbers in alike
    ]
    areas = [
        [numbers[0], _rings(area)]
        for numbers, area in zip(alike, shapely.coverage_simplify(whole, TOLERANCE).tolist(), strict=True)
    ]
    return dumps({"transform": {"scale": [10**-DECIMALS] * 2, "translate": [0, 0]}, "areas": areas}).encode("utf-8")


def _alike(timeline: Timeline) -> list[list[int]]:
    """The numbers of districts, together where they have one history and never stand out of the ground."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for number, area_id in enumerate(timeline.districts):
        history = tuple(timeline.intervals(area_id, perspective) for perspective in VIEW_PERSPECTIVES)
        stands_out = any(is_marked(span.state) for spans in history for span in spans)
        groups[number if stands_out else history].append(number)
    return list(groups.values())


def _rings(area: BaseGeometry) -> list[Line]:
    polygons = [part for part in shapely.get_parts(area) if part.geom_type == "Polygon"]
    rings = [np.asarray(ring.coords) for part in polygons for ring in (part.exterior, *part.interiors)]
    return arc_steps([np.rint(ring * 10**DECIMALS).astype(int) for ring in rings], (0, 0))
