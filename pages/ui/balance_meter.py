"""Bars with their table: the source balance of some events, and the kinds of sources they name."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd
import streamlit as st

from geo.sources import KindShare, Measure
from geo.text import t

BAR = "#5B7C99"
ROW_PX, BAR_PX, AXIS_PX = 40, 13, 34


def show_balance(measures: list[Measure]) -> None:
    """Bars of shares from 0 to 100, and the numbers behind them."""
    rows = [(t(f"sources.balance.{m.key}"), m.events, m.pct) for m in measures]
    _bars(rows)
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


def show_kinds(kinds: list[KindShare]) -> None:
    """Bars of the share of events that name a source of each kind."""
    _bars([(t(f"kind.{k.kind}"), k.events, k.events_pct) for k in kinds])
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


def _bars(rows: Sequence[tuple[str, int, float | None]]) -> None:
    if all(pct is None for _, _, pct in rows):
        st.text(t("state.unknown"))
        return
    frame = pd.DataFrame(
        [
            {"what": what, "pct": pct, "told": f"{what}: {pct:g} % ({events})"}
            for what, events, pct in rows
            if pct is not None
        ]
    )
    base = alt.Chart(frame).encode(y=alt.Y("what:N", sort=None, axis=None))
    share = alt.X("pct:Q", scale=alt.Scale(domain=[0, 100]), axis=alt.Axis(title=None, values=[0, 25, 50, 75, 100]))
    bars = base.mark_bar(color=BAR, height=BAR_PX, yOffset=BAR_PX / 2).encode(x=share)
    words = base.mark_text(align="left", dy=-BAR_PX / 2 - 1).encode(x=alt.datum(0), text="told:N")
    chart = (bars + words).properties(height=ROW_PX * len(frame) + AXIS_PX)
    st.altair_chart(chart, alt="; ".join(f"{what}: {pct:g} %" for what, _, pct in rows if pct is not None))
