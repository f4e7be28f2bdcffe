"""Who held the districts of a province over time: one strip a district. Inline data only."""

from __future__ import annotations

from typing import Any

import altair as alt

from geo.record.load import Dataset
from geo.record.schema import PERSPECTIVES
from geo.record.spans import add_days
from geo.signs import holder_of
from geo.style import CONTROLLERS, OTHER_CONTROLLER
from geo.wording.text import t
from geo.wording.words import actor_name
from pages.ui.charts import Rows, Spec, rows, spec_of

#: The strip of control ends so many days after the last change: nothing more is to be seen.
AFTER_LAST_CHANGE = 60
#: What a strip of control tells when it is pointed at.
STRIP_TIPS = ("holder", "status", "basis", "start", "end")


def control(dataset: Dataset, strips: list[dict[str, Any]], every: list[dict[str, Any]], start: str, end: str) -> Spec:
    """One strip a district; thin is contested, pale is only claimed. `every`: the strips of all charts, for one axis."""
    last = control_end(every, start, end)
    names = [_district(dataset, row) for row in strips]
    x = alt.X(
        "start:T",
        title=None,
        scale=alt.Scale(type="utc", domain=[start, add_days(last, 1)]),
        axis=alt.Axis(format="%-d %b %Y", labelOverlap=True, orient="top"),
    )
    y = alt.Y(
        "district:N",
        title=None,
        sort=list(dict.fromkeys(names)),
        axis=alt.Axis(labelLimit=150, labelOverlap=False),
    )
    first = strips[0]["perspective"] == PERSPECTIVES[0]
    bars = alt.Chart(rows("spans")).mark_bar(strokeWidth=0.8)
    chart = bars.encode(
        x=x,
        x2="end:T",
        y=y,
        color=_holders(dataset, every, legend=first),
        stroke=_edges(dataset, every),
        opacity=alt.condition(alt.datum.basis == t("basis.claimed"), alt.value(0.5), alt.value(1)),
        size=alt.condition(alt.datum.status == t("status.contested"), alt.value(5), alt.value(13)),
        tooltip=[
            alt.Tooltip("district:N", title=t("provinces.column.district")),
            *(alt.Tooltip(f"{key}:N", title=t(f"provinces.strip.{key}")) for key in STRIP_TIPS),
        ],
    )
    return spec_of(chart.properties(height=alt.Step(24)), spans=_spans(dataset, strips, last))


def _spans(dataset: Dataset, strips: list[dict[str, Any]], last: str) -> Rows:
    """The strips up to a day as rows, in words."""
    return [
        {
            "district": _district(dataset, row),
            "view": t(f"perspective.{row['perspective']}"),
            "holder": _holder(dataset, row["controller"]),
            "status": t(f"status.{row['status']}"),
            "basis": t(f"basis.{row['basis']}"),
            "start": row["start"],
            "end": min(row["end"] or add_days(last, 1), add_days(last, 1)),
        }
        for row in strips
        if row["start"] <= last
    ]


def _holders(dataset: Dataset, every: list[dict[str, Any]], legend: bool) -> alt.Color:
    """The colour of each holder, as on the map."""
    holders = list(dict.fromkeys(row["controller"] for row in every))
    scale = alt.Scale(
        domain=[_holder(dataset, holder) for holder in holders],
        range=[CONTROLLERS.get(holder, OTHER_CONTROLLER) for holder in holders],
    )
    box = alt.Legend(orient="top", symbolType="square", symbolStrokeWidth=0, labelLimit=240) if legend else None
    return alt.Color("holder:N", title=None, scale=scale, legend=box)


def _edges(dataset: Dataset, every: list[dict[str, Any]]) -> alt.Stroke:
    """The outline of each holder, as on the map: a pale strip is told from its ground, too."""
    holders = list(dict.fromkeys(row["controller"] for row in every))
    scale = alt.Scale(
        domain=[_holder(dataset, holder) for holder in holders],
        range=[holder_of(holder).edge for holder in holders],
    )
    return alt.Stroke("holder:N", scale=scale, legend=None)


def _district(dataset: Dataset, row: dict[str, Any]) -> str:
    return dataset.by_id("districts")[row["admin2_id"]]["name_en"]


def _holder(dataset: Dataset, controller: str) -> str:
    return t("state.unknown") if controller == "unknown" else actor_name(dataset, controller)


def control_end(strips: list[dict[str, Any]], start: str, end: str) -> str:
    """The last day that the strips show: some weeks after the last change, so that changes can be seen."""
    changes = [row["start"] for row in strips if row["start"] > start]
    return min(end, add_days(max(changes, default=start), AFTER_LAST_CHANGE))


def changing(strips: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The strips of the districts that change, or that the perspectives tell differently."""
    holders: dict[str, set[tuple[str, str]]] = {}
    for row in strips:
        holders.setdefault(row["admin2_id"], set()).add((row["controller"], row["status"]))
    return [row for row in strips if len(holders[row["admin2_id"]]) > 1]


def of_perspective(strips: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The strips by perspective, in the usual order."""
    return {name: [row for row in strips if row["perspective"] == name] for name in PERSPECTIVES}
