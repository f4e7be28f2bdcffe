"""Coverage as a picture and tables: our events by quarter and grade, the counts of others over their own days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import altair as alt
import streamlit as st

from geo.queries.coverage import Quarter
from geo.reading.quality import count_table, quarter_table
from geo.record.load import Dataset
from geo.record.schema import PARTY_CLAIMANTS, VERIFICATIONS
from geo.record.spans import add_days
from geo.style import GRADE_COLOURS
from geo.wording.plural import counted
from geo.wording.text import t
from geo.wording.words import range_in_words, span_in_words
from pages.ui import charts, content

GROUP_COLOURS = {"un": "#0072B2", "party": "#D55E00", "other": "#6B6B6B"}
#: The same room for the numbers of both axes, so that the days stand under each other.
AXIS_PX = 58


def show(dataset: Dataset, quarters: list[Quarter]) -> None:
    """The two charts over one axis of time, what they mean, and the tables behind them."""
    counts = [count for quarter in quarters for count in quarter.counts]
    drawn = [count for count in counts if _known(count)]
    total = sum(sum(quarter.ours.values()) for quarter in quarters)
    days = span_in_words(dataset.first_day, dataset.last_day)
    charts.draw(dataset, ("coverage", "ours"), lambda: _ours(dataset, quarters), t("quality.coverage_alt"))
    charts.draw(dataset, ("coverage", "others"), lambda: _others(dataset, drawn), t("quality.coverage_alt"))
    st.caption(counted("quality.coverage_note", total, days=days, left_out=len(counts) - len(drawn)))
    left, right = st.columns(2, gap="medium")
    with left:
        content.show(dataset, quarter_table(quarters, t("quality.coverage_ours")))
    with right:
        content.show(dataset, count_table(quarters, t("quality.coverage_others")))


def _ours(dataset: Dataset, quarters: list[Quarter]) -> charts.Spec:
    grades = [t(f"verification.{grade}") for grade in VERIFICATIONS]
    legend = alt.Legend(orient="top", title=None, columns=3)
    chart = (
        alt.Chart(charts.rows("blocks"))
        .mark_rect(stroke="white", strokeWidth=1)
        .encode(
            x=_days(dataset, "start"),
            x2="end:T",
            y=alt.Y("low:Q", title=t("quality.coverage_ours"), axis=alt.Axis(minExtent=AXIS_PX)),
            y2="high:Q",
            color=alt.Color(
                "grade:N",
                scale=alt.Scale(domain=grades, range=[GRADE_COLOURS[grade] for grade in VERIFICATIONS]),
                sort=grades,
                legend=legend,
            ),
            tooltip=["quarter:N", "grade:N", "count:Q"],
        )
        .properties(height=290)
    )
    return charts.spec_of(chart, blocks=list(_blocks(quarters)))


def _blocks(quarters: list[Quarter]) -> Iterator[dict[str, Any]]:
    """The bar of each quarter in blocks, one a grade, each from where the one below it ends."""
    for quarter in quarters:
        low = 0
        for grade in VERIFICATIONS:
            count = quarter.ours[grade]
            days = {"quarter": quarter.name, "start": quarter.start, "end": add_days(quarter.end, 1)}
            if count:
                yield days | {"grade": t(f"verification.{grade}"), "low": low, "high": low + count, "count": count}
            low += count


def _others(dataset: Dataset, counts: list[dict[str, Any]]) -> charts.Spec:
    lines = [
        {
            "start": max(count["window_start"] or count["window_end"], dataset.first_day),
            "end": count["window_end"],
            "count": _known(count),
            "group": t(f"quality.group.{_group(count)}"),
            "who": _who(count),
            "what": count["label"],
            "number": range_in_words(count["low"], count["high"]),
        }
        for count in counts
    ]
    groups = [t(f"quality.group.{group}") for group in GROUP_COLOURS]
    base = alt.Chart(charts.rows("counts")).encode(
        x=_days(dataset, "start"),
        y=alt.Y(
            "count:Q",
            title=t("quality.coverage_others"),
            scale=alt.Scale(type="log"),
            axis=alt.Axis(minExtent=AXIS_PX, values=[1, 10, 100, 1000, 10000], format=",d"),
        ),
        color=alt.Color(
            "group:N",
            scale=alt.Scale(domain=groups, range=list(GROUP_COLOURS.values())),
            legend=alt.Legend(orient="top", title=None, labelLimit=300, columns=2),
        ),
        tooltip=["who:N", "what:N", "number:N", alt.Tooltip("start:T"), alt.Tooltip("end:T")],
    )
    spans = base.mark_rule(strokeWidth=3).encode(x2="end:T")
    ends = base.mark_point(filled=True, size=30, opacity=1).encode(x="end:T")
    return charts.spec_of((spans + ends).properties(height=290), counts=lines)


def _days(dataset: Dataset, name: str) -> alt.X:
    """The axis of time, the same for both charts."""
    scale = alt.Scale(domain=[dataset.first_day, dataset.last_day], nice=False)
    return alt.X(f"{name}:T", scale=scale, axis=alt.Axis(title=None, format="%b %Y", tickCount="year", grid=True))


def _group(count: dict[str, Any]) -> str:
    """Whose count it is: a party's own, the UN's, or another's."""
    return "party" if count["claimant"] in PARTY_CLAIMANTS else "un" if count["claimant"] == "un" else "other"


def _known(count: dict[str, Any]) -> float | None:
    """The end of a count that is known: the middle has no speaker, so the low end, else the high one."""
    value = count["low"] if count["low"] else count["high"]
    return value or None


def _who(count: dict[str, Any]) -> str:
    return str(count["claimant_name"] or t(f"claimant.{count['claimant']}"))
