"""Drawing the charts: Altair says how, the rows are put in at the end, and the outcome is kept for all readers."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

import altair as alt
import streamlit as st
from shapely import MultiPolygon, Polygon
from shapely.geometry import mapping
from shapely.geometry.polygon import orient

from geo.record.load import Dataset
from pages.ui.server.snapshot import cached

Spec = dict[str, Any]
Rows = list[dict[str, Any]]


def draw(
    dataset: Dataset,
    key: tuple[Hashable, ...],
    make: Callable[[], Spec],
    alternative: str,
    on_pick: Callable[[], None] | None = None,
    widget: str | None = None,
) -> None:
    """A chart with its text alternative; the key names everything that it depends on beside the record.

    `on_pick` is called when a mark is clicked; what was clicked stands in the session under `widget`.
    """
    spec = cached(dataset, ("chart", *key), make)
    if on_pick is None:
        st.vega_lite_chart(spec=spec, alt=alternative)
    else:
        st.vega_lite_chart(spec=spec, alt=alternative, key=widget, on_select=on_pick)


def rows(name: str) -> alt.NamedData:
    """Stands for rows that `spec_of` puts in: Altair copies and checks rows at every step, which is slow."""
    return alt.NamedData(name)


def spec_of(chart: alt.Chart | alt.LayerChart | alt.FacetChart, **data: Rows) -> Spec:
    """The chart as Vega-Lite with its rows."""
    filled: Spec = _filled(chart.to_dict(validate=False), data)
    return filled


def clockwise(polygon: Polygon | MultiPolygon) -> dict[str, Any]:
    """A geometry as d3 wants it: outer rings clockwise."""
    parts = polygon.geoms if isinstance(polygon, MultiPolygon) else [polygon]
    return {"type": "MultiPolygon", "coordinates": [mapping(orient(part, sign=-1.0))["coordinates"] for part in parts]}


def _filled(part: Any, data: dict[str, Rows]) -> Any:
    if isinstance(part, list):
        return [_filled(item, data) for item in part]
    if not isinstance(part, dict):
        return part
    return {
        key: {"values": data[value["name"]]} if key == "data" and "name" in value else _filled(value, data)
        for key, value in part.items()
    }
