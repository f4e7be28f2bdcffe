"""Coverage as a picture and tables: our events by quarter and grade, the counts of others over their own days."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from geo.coverage import Quarter
from geo.load import Dataset
from geo.schema import VERIFICATIONS
from geo.text import t
from geo.words import range_in_words, span_in_words

#: From firm to soft ground, told apart in grey; the order of VERIFICATIONS.
GRADE_COLOURS = ("#17456B", "#3E7CB1", "#8FB8DE", "#E0A030", "#A65E2E")
OTHERS = "#4D4D4D"


def show(dataset: Dataset, quarters: list[Quarter]) -> None:
    """The two charts over one axis of time, what they mean, and the tables behind them."""
    counts = [count for quarter in quarters for count in quarter.counts]
    drawn = [count for count in counts if _known(count)]
    total = sum(sum(quarter.ours.values()) for quarter in quarters)
    days = span_in_words(dataset.first_day, dataset.last_day)
    chart = alt.vconcat(_ours(dataset, quarters), _others(dataset, drawn), spacing=8).resolve_scale(color="independent")
    st.altair_chart(chart, alt=t("quality.coverage_alt"))
    st.caption(t("quality.coverage_note", count=total, days=days, left_out=len(counts) - len(drawn)))
    left, right = st.columns(2, gap="medium")
    left.dataframe(quarter_table(quarters), hide_index=True, height=420)
    right.dataframe(count_table(quarters), hide_index=True, height=420)


def quarter_table(quarters: list[Quarter]) -> pd.DataFrame:
    """One row a quarter, newest first; a quarter without a record is told in words, not as 0."""
    return pd.DataFrame(
        {
            t("quality.column.quarter"): quarter.name,
            t("quality.column.total"): _number(sum(quarter.ours.values())),
            **{t(f"verification.{grade}"): _number(quarter.ours[grade]) for grade in VERIFICATIONS},
            t("quality.column.silent"): ", ".join(quarter.silent_months),
        }
        for quarter in reversed(quarters)
    )


def count_table(quarters: list[Quarter]) -> pd.DataFrame:
    """One row a count of somebody else, newest first."""
    return pd.DataFrame(
        {
            t("quality.column.quarter"): quarter.name,
            t("quality.column.who"): _who(count),
            t("quality.column.low_high"): range_in_words(count["low"], count["high"]) or "–",
            t("quality.column.what"): count["label"],
            t("quality.column.window"): f"{count['window_start'] or '?'} – {count['window_end']}",
        }
        for quarter in reversed(quarters)
        for count in quarter.counts
    )


def _ours(dataset: Dataset, quarters: list[Quarter]) -> alt.Chart:
    grades = [t(f"verification.{grade}") for grade in VERIFICATIONS]
    rows = [
        {
            "quarter": q.name,
            "start": q.start,
            "end": q.end,
            "grade": t(f"verification.{g}"),
            "order": i,
            "count": q.ours[g],
        }
        for q in quarters
        for i, g in enumerate(VERIFICATIONS)
        if q.ours[g]
    ]
    return (
        alt.Chart(pd.DataFrame(rows, columns=["quarter", "start", "end", "grade", "order", "count"]))
        .mark_bar(stroke="white", strokeWidth=1)
        .encode(
            x=_days(dataset, "start", axis=None),
            x2="end:T",
            y=alt.Y("count:Q", title=t("quality.coverage_ours")),
            color=alt.Color(
                "grade:N",
                scale=alt.Scale(domain=grades, range=list(GRADE_COLOURS)),
                sort=grades,
                legend=alt.Legend(orient="top", title=None),
            ),
            order="order:Q",
            tooltip=["quarter:N", "grade:N", "count:Q"],
        )
        .properties(height=190, width="container")
    )


def _others(dataset: Dataset, counts: list[dict[str, Any]]) -> alt.Chart:
    rows = [
        {
            "start": max(count["window_start"] or count["window_end"], dataset.first_day),
            "end": count["window_end"],
            "count": _known(count),
            "who": _who(count),
            "what": count["label"],
            "number": range_in_words(count["low"], count["high"]),
        }
        for count in counts
    ]
    base = alt.Chart(pd.DataFrame(rows, columns=["start", "end", "count", "who", "what", "number"])).encode(
        x=_days(dataset, "start", axis=alt.Axis(title=None, format="%Y", tickCount="year", grid=True)),
        y=alt.Y("count:Q", title=t("quality.coverage_others"), scale=alt.Scale(type="log", domainMin=1)),
        tooltip=["who:N", "what:N", "number:N", alt.Tooltip("start:T"), alt.Tooltip("end:T")],
    )
    spans = base.mark_rule(color=OTHERS, strokeWidth=3).encode(x2="end:T")
    ends = base.mark_point(color=OTHERS, filled=True, size=28).encode(x="end:T")
    return (spans + ends).properties(height=170, width="container")


def _days(dataset: Dataset, name: str, axis: alt.Axis | None) -> alt.X:
    scale = alt.Scale(domain=[dataset.first_day, dataset.last_day], type="utc")
    return alt.X(f"{name}:T", scale=scale, axis=axis)


def _known(count: dict[str, Any]) -> float | None:
    """The end of a count that is known: the middle has no speaker, so the low end, else the high one."""
    value = count["low"] if count["low"] else count["high"]
    return value or None


def _who(count: dict[str, Any]) -> str:
    return str(count["claimant_name"] or t(f"claimant.{count['claimant']}"))


def _number(count: int) -> str:
    return str(count) if count else "–"
