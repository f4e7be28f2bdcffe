"""The data quality page: the integrity report and the coverage, as the command line tells them."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.address.view import ViewState
from geo.queries.coverage import coverage
from geo.record.load import Dataset, public
from geo.wording.text import t
from geo.wording.words import span_in_words
from pages.ui import layout, reader_page, state
from pages.ui.event import record as event_record
from pages.ui.quality import coverage_chart
from pages.ui.quality import reference as reference_tables
from pages.ui.quality import samples as quality_samples
from pages.ui.quality import tables as quality_tables
from pages.ui.safe import escape_markdown
from pages.ui.server.snapshot import cached


def show() -> None:
    """Draw the page; the reader's filters do not apply here, and the page says so."""
    now = reader_page.begin("quality.title")
    if now is None:
        return
    dataset = now.timeline.dataset
    view, refused = state.current_view(dataset)
    reader_page.tell_refused(refused)
    found = quality_tables.report_of(dataset)
    st.header(t("quality.title"), anchor=False)
    st.caption(t("quality.intro"))
    days = span_in_words(dataset.first_day, dataset.last_day)
    count = len(public(dataset.records("events")))
    st.text(t("quality.told", count=count, days=days, version=dataset.version))
    quality_samples.show(dataset)
    left, right = st.columns([2, 3], gap="medium")
    left.subheader(t("quality.figures"), anchor=False)
    _whole(left, quality_tables.figures(found))
    right.subheader(t("quality.records"), anchor=False)
    _whole(right, quality_tables.records(found))
    st.subheader(t("quality.coverage"), anchor=False)
    coverage_chart.show(dataset, cached(dataset, ("coverage",), lambda: coverage(now.timeline)))
    reference_tables.show(dataset, now.reference)
    quality_tables.show_mixes(dataset, found)
    _duplicates(dataset, view, found)
    _unresolved(dataset, view, found)
    st.subheader(t("quality.undated", count=found["records"]["undated"]), anchor=False)
    st.caption(t("quality.undated_note"))
    quality_tables.show_undated(dataset)
    state.write_address(dataset)
    layout.end()


def _whole(column: DeltaGenerator, frame: pd.DataFrame) -> None:
    """A short table whose texts are read to their end on a phone too."""
    told = frame.map(lambda value: escape_markdown(value) if isinstance(value, str) else f"{value:g}")
    column.table(told, hide_index=True)


def _duplicates(dataset: Dataset, view: ViewState, found: dict[str, Any]) -> None:
    pairs = found["suspected_duplicates"]
    st.subheader(t("quality.duplicates", count=len(pairs)), anchor=False)
    st.caption(t("quality.duplicates_note"))
    events = dataset.by_id("events")
    for pair in pairs:
        with st.container(border=True):
            for event_id in pair:
                event_record.event_link(dataset, view, events[event_id])
    _nothing(pairs)


def _unresolved(dataset: Dataset, view: ViewState, found: dict[str, Any]) -> None:
    ids = found["unresolved_sources"]
    st.subheader(t("quality.unresolved", count=len(ids)), anchor=False)
    st.caption(t("quality.unresolved_note"))
    for source_id in ids:
        event_record.source_line(dataset, view, dataset.by_id("sources")[source_id])
    _nothing(ids)


def _nothing(found: list[Any]) -> None:
    if not found:
        st.text(t("quality.none"))


show()
