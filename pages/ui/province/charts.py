"""Charts of a province: months by grade, counts by kind, districts on a map, control over time. Inline data only."""

from __future__ import annotations

from typing import Any

import altair as alt
from shapely.geometry import shape

from geo.record.load import Dataset
from geo.record.schema import PERSPECTIVES, VERIFICATIONS
from geo.record.spans import add_days
from geo.style import CONTROLLERS, GRADE_COLOURS, OTHER_CONTROLLER
from geo.wording.text import t
from geo.wording.words import actor_name
from pages.ui import charts
from pages.ui.charts import Spec, rows, spec_of

INK, QUIET, WATER = "#4A443B", "#8A8175", "#1B6CA8"
#: The strip of control ends so many days after the last change: nothing more is to be seen.
AFTER_LAST_CHANGE = 60
#: A district's name is written on the map when the district has at least this share of the province.
NAMED_SHARE = 0.08


def months(by_month: dict[str, dict[str, int]], most: int | None = None) -> Spec:
    """Incidents by month, stacked by grade; months without one are shaded.

    `most` is for small charts with one axis: where it is given, the legend is left to another chart.
    """
    words = {grade: t(f"verification.{grade}") for grade in VERIFICATIONS}
    blocks = [
        {"month": f"{month}-01", "grade": words[grade], "rank": rank, "events": grades[grade]}
        for month, grades in by_month.items()
        for rank, grade in enumerate(VERIFICATIONS)
        if grades[grade]
    ]
    silent = [
        {"month": f"{month}-01", "what": t("provinces.silent")} for month, g in by_month.items() if not sum(g.values())
    ]
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
    bars = (
        alt.Chart(rows("blocks"))
        .mark_bar()
        .encode(
            x=x,
            y=alt.Y(
                "events:Q",
                title=None,
                stack=True,
                scale=alt.Scale(domain=[0, highest]),
                axis=alt.Axis(tickMinStep=1, tickCount=4),
            ),
            color=alt.Color(
                "grade:N",
                title=None,
                scale=alt.Scale(domain=list(words.values()), range=[GRADE_COLOURS[grade] for grade in VERIFICATIONS]),
                legend=None if most else alt.Legend(orient="top", symbolType="square", symbolStrokeWidth=0),
            ),
            order=alt.Order("rank:Q"),
            tooltip=[
                month,
                alt.Tooltip("grade:N", title=t("provinces.grade")),
                alt.Tooltip("events:Q", title=t("provinces.events")),
            ],
        )
    )
    chart = alt.layer(shade, bars).properties(height=110 if most else 230)
    return spec_of(chart, silent=silent, blocks=blocks)


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
    chart = alt.layer(base.mark_bar(color=WATER, height=14), numbers).properties(height=alt.Step(26))
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
                scale=alt.Scale(range=["#D6E4F0", "#5B8DB8", "#1B4F72"], domainMin=0),
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


def control(dataset: Dataset, strips: list[dict[str, Any]], every: list[dict[str, Any]], start: str, end: str) -> Spec:
    """One strip a district; thin is contested, pale is only claimed. `every`: the strips of all charts, for one axis."""
    names = {row["admin2_id"]: dataset.by_id("districts")[row["admin2_id"]]["name_en"] for row in strips}
    last = control_end(every, start, end)
    spans = [
        {
            "district": names[row["admin2_id"]],
            "view": t(f"perspective.{row['perspective']}"),
            "holder": actor_name(dataset, row["controller"]) if row["controller"] != "unknown" else t("state.unknown"),
            "status": t(f"status.{row['status']}"),
            "basis": t(f"basis.{row['basis']}"),
            "start": row["start"],
            "end": min(row["end"] or add_days(last, 1), add_days(last, 1)),
        }
        for row in strips
        if row["start"] <= last
    ]
    holders = {row["controller"]: None for row in every}
    domain = [actor_name(dataset, h) if h != "unknown" else t("state.unknown") for h in holders]
    colours = [CONTROLLERS.get(holder, OTHER_CONTROLLER) for holder in holders]
    contested, claimed = t("status.contested"), t("basis.claimed")
    first = strips[0]["perspective"] == PERSPECTIVES[0]
    legend = alt.Legend(orient="top", symbolType="square", symbolStrokeWidth=0, labelLimit=240) if first else None
    tips = ["holder", "status", "basis", "start", "end"]
    chart = (
        alt.Chart(rows("spans"))
        .mark_bar(stroke=QUIET, strokeWidth=0.4)
        .encode(
            x=alt.X(
                "start:T",
                title=None,
                scale=alt.Scale(type="utc", domain=[start, add_days(last, 1)]),
                axis=alt.Axis(format="%-d %b %Y", labelOverlap=True, orient="top"),
            ),
            x2="end:T",
            y=alt.Y(
                "district:N", title=None, sort=list(names.values()), axis=alt.Axis(labelLimit=150, labelOverlap=False)
            ),
            color=alt.Color("holder:N", title=None, scale=alt.Scale(domain=domain, range=colours), legend=legend),
            opacity=alt.condition(alt.datum.basis == claimed, alt.value(0.5), alt.value(1)),
            size=alt.condition(alt.datum.status == contested, alt.value(5), alt.value(13)),
            tooltip=[
                alt.Tooltip("district:N", title=t("provinces.column.district")),
                *(alt.Tooltip(f"{key}:N", title=t(f"provinces.strip.{key}")) for key in tips),
            ],
        )
        .properties(height=alt.Step(24))
    )
    return spec_of(chart, spans=spans)


def control_end(strips: list[dict[str, Any]], start: str, end: str) -> str:
    """The last day that the strips show: some weeks after the last change, so that changes can be seen."""
    changes = [row["start"] for row in strips if row["start"] > start]
    return min(end, add_days(max(changes, default=start), AFTER_LAST_CHANGE))


def changing(strips: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The strips of the districts that change, or that the perspectives tell differently."""
    looks: dict[str, set[tuple[str, str]]] = {}
    for row in strips:
        looks.setdefault(row["admin2_id"], set()).add((row["controller"], row["status"]))
    return [row for row in strips if len(looks[row["admin2_id"]]) > 1]


def of_perspective(strips: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The strips by perspective, in the usual order."""
    return {name: [row for row in strips if row["perspective"] == name] for name in PERSPECTIVES}


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
