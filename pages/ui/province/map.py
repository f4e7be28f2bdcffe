"""The map of all provinces on which one is chosen: shaded by the number of incidents, the chosen one outlined."""

from __future__ import annotations

from typing import Any

import altair as alt
import streamlit as st
from shapely import coverage_simplify
from shapely.geometry import shape

from geo.address.province import ProvinceQuery
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.reading.province_words import count_or_none
from geo.record.load import Dataset
from geo.record.records import Province
from geo.style import COUNT_RAMP
from geo.wording.plural import counted
from geo.wording.text import t
from geo.wording.words import area_names, span_in_words
from pages.ui import charts
from pages.ui.province import overview
from pages.ui.server.snapshot import cached

QUIET, INK = "#8A8175", "#1F1B16"
#: So many of the busiest provinces are named, then those that have at least this share of the country.
NAMED_BUSIEST, NAMED_SHARE = 8, 0.028
#: Two names keep so far apart, in degrees across or up.
APART_DEG = (1.5, 0.42)
COARSE_DEG = 0.02
HEIGHT = 400


def show(timeline: Timeline, view: ViewState, requested: ProvinceQuery, choose: Any) -> None:
    """The map; `choose` is called with the code of the province that is clicked."""
    dataset, actors = timeline.dataset, overview.actors_of(view)
    counts = {row["admin1"]: row["activity"] for row in overview.figures(timeline, requested, "assessed", actors)}
    key = f"province_map_{view.province}"
    message = {
        "days": span_in_words(requested.start, requested.end),
        "actor": overview.actors_in_words(dataset, actors),
    }
    total = sum(counts.values())

    def picked() -> None:
        points = st.session_state[key]["selection"]["pick"]
        if points:
            choose(dataset, points[0]["admin1"])

    charts.draw(
        dataset,
        ("provinces", requested.start, requested.end, view.province or "", *actors),
        lambda: _spec(dataset, counts, view.province),
        counted("provinces.map_alt", total, named=_in_words(dataset, counts), **message),
        picked,
        key,
    )
    st.caption(counted("provinces.map_note", total, version=dataset.version, **message))


def _in_words(dataset: Dataset, counts: dict[str, int]) -> str:
    named = sorted((area_names(dataset, [code]), count) for code, count in counts.items() if count)
    return ", ".join(f"{name} {count}" for name, count in named)


def _spec(dataset: Dataset, counts: dict[str, int], chosen: str | None) -> charts.Spec:
    """The provinces with their names; blank with a dashed edge where there is no record."""
    shapes = cached(dataset, ("province_shapes",), lambda: _shapes(dataset))
    features = [
        feature
        | {"name": area_names(dataset, [feature["admin1"]]), "events": counts[feature["admin1"]],
           "told": count_or_none(counts[feature["admin1"]])}
        for feature in shapes
    ]  # fmt: skip
    pick = alt.selection_point(name="pick", fields=["admin1"], on="click", empty=False)
    tips = [
        alt.Tooltip("name:N", title=t("provinces.column.province")),
        alt.Tooltip("told:N", title=t("provinces.column.activity")),
    ]
    shade = alt.Color(
        "events:Q",
        title=t("provinces.column.activity"),
        scale=alt.Scale(range=list(COUNT_RAMP), domainMin=1),
        legend=alt.Legend(orient="top-left", tickMinStep=1, gradientLength=120),
    )
    land = alt.Chart(charts.rows("features"))
    blank = land.transform_filter("datum.events == 0").mark_geoshape(
        fill=QUIET, fillOpacity=0.1, stroke=QUIET, strokeDash=[3, 3]
    )
    filled = land.transform_filter("datum.events > 0").mark_geoshape(stroke="#FFFFFF", strokeWidth=0.8)
    edge = land.transform_filter(f"datum.admin1 == '{chosen}'").mark_geoshape(
        fill=None, stroke=INK, strokeWidth=2.5, tooltip=None
    )
    over = land.mark_geoshape(fill="#000000", fillOpacity=0.001, cursor="pointer").encode(tooltip=tips)
    layers = [blank, filled.encode(color=shade), edge, *_names(), over.add_params(pick)]
    chart = alt.layer(*layers).project("mercator").properties(height=HEIGHT)
    return charts.spec_of(chart, features=features, spots=_spots(dataset, counts))


def _names() -> list[alt.Chart]:
    """The names with a halo."""
    text = alt.Chart(charts.rows("spots"))
    halo: dict[str, Any] = {"stroke": "#FFFFFF", "strokeWidth": 3, "strokeOpacity": 0.85}
    return [
        text.mark_text(fontSize=10.5, color=INK, **style).encode(text="name:N", longitude="lon:Q", latitude="lat:Q")
        for style in (halo, {})
    ]


def _spots(dataset: Dataset, counts: dict[str, int]) -> list[dict[str, Any]]:
    """Where names stand: the busiest provinces first, then large ones, each where no other name is near."""
    provinces = dataset.records("provinces")
    least = NAMED_SHARE * sum(province["area_km2"] for province in provinces)
    by_count = sorted(provinces, key=lambda province: -counts[province["admin1"]])
    busiest = [province for province in by_count[:NAMED_BUSIEST] if counts[province["admin1"]]]
    named: list[Province] = []
    for province in [*busiest, *(p for p in by_count if p["area_km2"] >= least and p not in busiest)]:
        if all(_is_apart(province, other) for other in named):
            named.append(province)
    return [{"name": p["name_en"], "lon": p["label_lon"], "lat": p["label_lat"]} for p in named]


def _is_apart(one: Province, other: Province) -> bool:
    across, up = APART_DEG
    return abs(one["label_lon"] - other["label_lon"]) > across or abs(one["label_lat"] - other["label_lat"]) > up


def _shapes(dataset: Dataset) -> list[dict[str, Any]]:
    """The provinces as features for d3 (outer rings clockwise), their common borders simplified alike."""
    rows = dataset.tables["provinces"]
    polygons = coverage_simplify([shape(row.geometry) for row in rows], COARSE_DEG)
    return [
        {"type": "Feature", "admin1": row.record["admin1"], "geometry": charts.clockwise(polygon)}
        for row, polygon in zip(rows, polygons, strict=True)
    ]
