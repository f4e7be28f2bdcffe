"""Bars with their table: the source balance of some events, and the kinds of sources they name."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from geo.queries.sources import KindShare, Measure
from geo.record.load import Dataset
from geo.wording.text import t
from pages.ui import charts

BAR = "#5B7C99"
ROW_PX, BAR_PX, AXIS_PX = 40, 13, 34


def show_balance(dataset: Dataset, measures: list[Measure]) -> None:
    """Bars of shares from 0 to 100, and the numbers behind them."""
    rows = [(t(f"sources.balance.{m.key}"), m.events, m.pct) for m in measures]
    _bars(dataset, rows)
    st.dataframe(balance_table(measures), hide_index=True, height="content")


def balance_table(measures: list[Measure]) -> pd.DataFrame:
    """One row a measure; no share where there are no events."""
    return pd.DataFrame(
        {
            t("sources.balance_events"): m.events,
            t("sources.balance_pct"): m.pct,
            t("sources.balance_measure"): t(f"sources.balance.{m.key}"),
        }
        for m in measures
    )


def show_kinds(dataset: Dataset, kinds: list[KindShare]) -> None:
    """Bars of the share of events that name a source of each kind."""
    _bars(dataset, [(t(f"kind.{k.kind}"), k.events, k.events_pct) for k in kinds])
    st.dataframe(kind_table(kinds), hide_index=True, height="content")


def kind_table(kinds: list[KindShare]) -> pd.DataFrame:
    """One row a kind."""
    return pd.DataFrame(
        {
            t("sources.column.kind"): t(f"kind.{k.kind}"),
            t("sources.kind.sources"): k.sources,
            t("sources.kind.events"): k.events,
            t("sources.kind.pct"): k.events_pct,
        }
        for k in kinds
    )


def _bars(dataset: Dataset, rows: list[tuple[str, int, float | None]]) -> None:
    drawn = [(what, count, pct) for what, count, pct in rows if pct is not None]
    if not drawn:
        st.text(t("state.unknown"))
        return
    told = "; ".join(f"{what}: {pct:g} %" for what, _, pct in drawn)
    charts.draw(dataset, ("bars", *drawn), lambda: _spec(drawn), told)


def _spec(drawn: list[tuple[str, int, float]]) -> charts.Spec:
    """Each bar under its words, which are labels of the axis: Streamlit gives those the ink of the reader's theme."""
    above = alt.Axis(
        title=None,
        domain=False,
        ticks=False,
        labelAlign="left",
        labelPadding=0,
        labelLimit=0,
        labelOffset=-BAR_PX / 2 - 1,
    )
    share = alt.X("pct:Q", scale=alt.Scale(domain=[0, 100]), axis=alt.Axis(title=None, values=[0, 25, 50, 75, 100]))
    bars = alt.Chart(charts.rows("shares")).mark_bar(color=BAR, height=BAR_PX, yOffset=BAR_PX / 2)
    chart = bars.encode(y=alt.Y("told:N", sort=None, axis=above), x=share)
    shares = [{"pct": pct, "told": f"{pct:g} % ({count}): {what}"} for what, count, pct in drawn]
    return charts.spec_of(chart.properties(height=ROW_PX * len(shares) + AXIS_PX), shares=shares)
