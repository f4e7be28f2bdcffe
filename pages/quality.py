"""The data quality page: what a reader can rely on, coverage, breakdowns; the files last."""

from __future__ import annotations

import streamlit as st

from geo.queries.coverage import coverage
from geo.queries.integrity import report
from geo.reading import quality
from geo.reading.content import Contents, Within
from geo.wording.text import t
from pages.ui import content, layout, reader_page, state
from pages.ui.quality import coverage_chart
from pages.ui.quality import reference as reference_tables
from pages.ui.quality import samples as quality_samples
from pages.ui.server.snapshot import cached


def show() -> None:
    """Draw the page; the reader's filters do not apply here, and the page says so."""
    now = reader_page.begin("quality.title")
    if now is None:
        return
    dataset = now.timeline.dataset
    _, refused = state.current_view(dataset)
    reader_page.tell_refused(refused)
    found = cached(dataset, ("report",), lambda: report(dataset))
    quarters = cached(dataset, ("coverage",), lambda: coverage(now.timeline))
    st.header(t("quality.title"), anchor=False)
    st.caption(t("quality.intro"))
    ways = tuple(Within(t(f"quality.section.{anchor}"), anchor) for anchor in quality.SECTIONS)
    content.show(dataset, Contents(t("reading.contents"), ways))
    st.subheader(t("quality.rely"), anchor="rely")
    content.show(dataset, *quality.reliance(dataset, found, quarters))
    quality_samples.show(dataset)
    st.subheader(t("quality.coverage"), anchor="coverage")
    coverage_chart.show(dataset, quarters)
    reference_tables.show(dataset, now.reference)
    st.subheader(t("quality.section.breakdowns"), anchor="breakdowns")
    for start in range(0, len(quality.MIXES), 3):
        for column, heading in zip(st.columns(3, gap="medium"), list(quality.MIXES)[start : start + 3], strict=False):
            with column:
                content.show(dataset, quality.mix(dataset, found, heading))
    st.caption(t("quality.kinds_note"))
    content.show(
        dataset,
        quality.duplicates(dataset, found),
        quality.unresolved(dataset, found),
        quality.undated(dataset),
        quality.files(dataset, found),
    )
    state.write_address(dataset)
    layout.end()


show()
