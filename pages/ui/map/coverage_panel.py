"""The coverage panel in the head of the map: our events by quarter beside what others counted."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.control.timeline import Timeline
from geo.queries.coverage import Quarter, coverage
from geo.record.schema import VERIFICATIONS
from geo.wording.text import t


@st.fragment
def show(timeline: Timeline) -> None:
    """A table, drawn when its box is opened: what a browser needs for it is as much as the map's own code.

    Numbers of others keep their window and speaker.
    """
    box = st.popover(
        t("coverage.name"), icon=":material/bar_chart:", type="tertiary", on_change="rerun", key="coverage_open"
    )
    if not box.open:
        return
    with box, st.container(key="coverage"):
        st.text(t("coverage.title"))
        st.caption(t("coverage.meaning"))
        st.dataframe(table(timeline), hide_index=True)


def table(timeline: Timeline) -> pd.DataFrame:
    """One row a quarter, newest first."""
    return pd.DataFrame([_row(quarter) for quarter in reversed(coverage(timeline))])


def _row(quarter: Quarter) -> dict[str, object]:
    grades = {t(f"verification.{grade}"): quarter.ours[grade] for grade in VERIFICATIONS}
    return {
        t("coverage.quarter"): quarter.name,
        t("coverage.total"): sum(quarter.ours.values()),
        **grades,
        t("coverage.silent"): ", ".join(quarter.silent_months),
        t("coverage.others"): "; ".join(_told(count) for count in quarter.counts),
    }


def _told(count: dict[str, object]) -> str:
    low, high = count["low"], count["high"]
    number = str(low) if low == high else f"{'?' if low is None else low}–{'?' if high is None else high}"
    who = count["claimant_name"] or t(f"claimant.{count['claimant']}")
    return f"{who}: {number} ({count['window_start'] or '?'} – {count['window_end']})"
