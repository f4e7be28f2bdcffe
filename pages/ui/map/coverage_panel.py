"""The coverage panel in the head of the map: our events by quarter beside what others counted."""

from __future__ import annotations

import streamlit as st

from geo.control.timeline import Timeline
from geo.queries.coverage import coverage
from geo.reading.content import Block, Section, still
from geo.reading.quality import count_table, quarter_table
from geo.wording.text import t
from pages.ui import content, language
from pages.ui.server.snapshot import cached


@st.fragment
@language.spoken
def show(timeline: Timeline) -> None:
    """The tables of the quality page, drawn when the box is opened; numbers of others keep their window and speaker."""
    box = st.popover(
        t("coverage.name"), icon=":material/bar_chart:", type="tertiary", on_change="rerun", key="coverage_open"
    )
    if not box.open:
        return
    dataset = timeline.dataset
    with box, st.container(key="coverage"):
        st.text(t("coverage.title"))
        st.caption(t("coverage.meaning"))
        content.style()
        content.show(dataset, *cached(dataset, ("coverage", "panel"), lambda: blocks(timeline)))


def blocks(timeline: Timeline) -> tuple[Block, ...]:
    """Ours by quarter, then what others counted: tables that need no script of their own."""
    quarters = cached(timeline.dataset, ("coverage",), lambda: coverage(timeline))
    ours, others = t("quality.coverage_ours"), t("quality.coverage_others")
    return still(
        (
            Section(ours, (quarter_table(quarters, ours),), level=4),
            Section(others, (count_table(quarters, others),), level=4),
        )
    )
