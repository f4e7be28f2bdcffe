"""Charts of a province: months by grade, counts by kind, districts on a map, control over time. Inline data only."""

from __future__ import annotations

from typing import Any

import altair as alt
from shapely.geometry import shape

from geo.record.load import Dataset
from geo.record.schema import VERIFICATIONS
from geo.record.spans import add_days
from geo.style import COUNT_COLOUR, COUNT_RAMP, GRADE_COLOURS
from geo.wording.text import t
from pages.ui import charts
from pages.ui.charts import Rows, Spec, rows, spec_of

INK, QUIET = "#4A443B", "#8A8175"
#: A district's name is written on the map when the district has at least this share of the province.
NAMED_SHARE = 0.08


def months(by_month: dict[str, dict[str, int]], most: int | None = None) -> Spec:
    """Incidents by month, stacked by grade; months without one are shaded.

    `most` is for small charts with one axis: where it is given, the legend is left to another chart.
    """
    ends = [f"{min(by_month)}-01", add_days(f"{max(by_month)}-01", 31)]
    x = alt.X(
        "month:T",
        timeUnit="utcyearmonth",
        title=None,
        scale=alt.Scale(type="utc", domain=ends),
        axis=alt.Axis(format="%b %Y", labelOverlap=True),
    )
    month = alt.Tooltip("utcyearmonth(month):T", title=t("provinces.month"), format="%b %Y")
    shade = (
        alt.Chart(rows("silent"))
        .mark_rect(color=QUIET, opacity=0.22)
        .encode(x=x, tooltip=[month, alt.Tooltip("what:N", title=t("provinces.events"))])
    )
    highest = most or max(sum(grades.values()) for grades in by_month.values()) or 1
    bars = _stacked(x, month, highest, legend=not most)
    chart = alt.layer(shade, bars).properties(height=110 if most else 230)
    return spec_of(chart, silent=_silent(by_month), blocks=_blocks(by_month))


def _blocks(by_month: dict[str, dict[str, int]]) -> Rows:
    """One row a month and grade that has incidents."""
    return [
        {"month": f"{month}-01", "grade": t(f"verification.{grade}"), "rank": rank, "events": grades[grade]}
        for month, grades in by_month.items()
        for rank, grade in enumerate(VERIFICATIONS)
        if grades[grade]
    ]


def _silent(by_month: dict[str, dict[str, int]]) -> Rows:
    return [
        {"month": f"{month}-01", "what": t("provinces.silent")} for month, g in by_month.items() if not sum(g.values())
    ]


def _stacked(x: alt.X, month: alt.Tooltip, highest: int, legend: bool) -> alt.Chart:
    """The bars of `months`, in the colours of the grades."""
    words = [t(f"verification.{grade}") for grade in VERIFICATIONS]
    y = alt.Y(
        "events:Q",
        title=None,
        stack=True,
        scale=alt.Scale(domain=[0, highest]),
        axis=alt.Axis(tickMinStep=1, tickCount=4),
    )
    colour = alt.Color(
        "grade:N",
        title=None,
        scale=alt.Scale(domain=words, range=[GRADE_COLOURS[grade] for grade in VERIFICATIONS]),
        legend=alt.Legend(orient="top", symbolType="square", symbolStrokeWidth=0) if legend else None,
    )
    tips = [
        month,
        alt.Tooltip("grade:N", title=t("provinces.grade")),
        alt.Tooltip("events:Q", title=t("provinces.events")),
    ]
    blocks = alt.Chart(rows("blocks")).mark_bar()
    stacked: alt.Chart = blocks.encode(x=x, y=y, color=colour, order=alt.Order("rank:Q"), tooltip=tips)
    return stacked


def counts(found: list[tuple[str, int]]) -> Spec:
    """Bars with their number, the longest first."""
    base = alt.Chart(rows("counts")).encode(
        y=alt.Y(
            "name:N",
            title=None,
            sort=None,
            axis=alt.Axis(labelLimit=240, labelOverlap=False, ticks=False, domain=False),
        ),
        x=alt.X("events:Q", title=None, axis=None),
        tooltip=[
            alt.Tooltip("name:N", title=t("provinces.what")),
            alt.Tooltip("events:Q", title=t("provinces.events")),
        ],
    )
    numbers = base.mark_text(align="left", dx=4, color=QUIET).encode(text="events:Q")
    chart = alt.layer(base.mark_bar(color=COUNT_COLOUR, height=14), numbers).properties(height=alt.Step(26))
    return spec_of(chart, counts=[{"name": name, "events": count} for name, count in found])


def district_map(dataset: Dataset, districts: list[dict[str, Any]]) -> Spec:
    """The province's districts by number of events; those without a record are left blank with a dashed edge."""
    shapes = {row.record["admin2_id"]: row for row in dataset.tables["districts"]}
    features = [_feature(row, shapes[row["admin2_id"]].geometry) for row in districts]
    spots = [_spot(row, shapes[row["admin2_id"]].record, districts) for row in districts]
    tooltip = [
        alt.Tooltip("properties.name:N", title=t("provinces.column.district")),
        alt.Tooltip("properties.told:N", title=t("provinces.events")),
    ]
    land = alt.Chart(rows("features"))
    blank = land.transform_filter("datum.properties.events == 0").mark_geoshape(
        fill=QUIET, fillOpacity=0.1, stroke=QUIET, strokeDash=[3, 3]
    )
    filled = (
        land.transform_filter("datum.properties.events > 0")
        .mark_geoshape(stroke="#FFFFFF", strokeWidth=1)
        .encode(
            color=alt.Color(
                "properties.events:Q",
                title=t("provinces.events"),
                scale=alt.Scale(range=list(COUNT_RAMP), domainMin=0),
                legend=alt.Legend(orient="top", tickMinStep=1, gradientLength=160),
            ),
            tooltip=tooltip,
        )
    )
    place = {"longitude": "lon:Q", "latitude": "lat:Q"}
    text = alt.Chart(rows("spots"))
    halo: dict[str, Any] = {"stroke": "#FFFFFF", "strokeWidth": 3, "strokeOpacity": 0.85}
    layers = [blank.encode(tooltip=tooltip), filled]
    for field, offset in (("name", -7), ("events", 6)):
        for style in (halo, {}):
            label = text.mark_text(fontSize=11, dy=offset, color="#1F1B16", **style)
            layers.append(label.encode(text=f"{field}:N", **place))
    chart = alt.layer(*layers).project("mercator").properties(height=340)
    return spec_of(chart, features=features, spots=spots)


def _spot(row: dict[str, Any], place: dict[str, Any], districts: list[dict[str, Any]]) -> dict[str, Any]:
    """What is written in a district: its number of events, and its name when there is room."""
    room = row["area_km2"] >= NAMED_SHARE * sum(other["area_km2"] for other in districts)
    return {
        "lon": place["label_lon"],
        "lat": place["label_lat"],
        "name": row["name"] if room else "",
        "events": str(row["events"]) if row["events"] else "–",
    }


def _feature(row: dict[str, Any], geometry: dict[str, Any] | None) -> dict[str, Any]:
    """A GeoJSON feature as d3 wants it."""
    return {
        "type": "Feature",
        "properties": {"name": row["name"], "events": row["events"], "told": row["events"] or t("provinces.no_record")},
        "geometry": charts.clockwise(shape(geometry)),
    }
