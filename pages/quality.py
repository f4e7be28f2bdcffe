"""The data quality page: what a reader can rely on, coverage, breakdowns; the files last."""

from __future__ import annotations

import streamlit as st

from geo.reading.quality_page import quality_blocks
from geo.wording.text import t
from pages.ui import content, layout, reader_page, state
from pages.ui.server.snapshot import cached


def show() -> None:
    """Draw the page; the reader's filters do not apply here, and the page says so."""
    now = reader_page.begin("quality.title")
    if now is None:
        return
    dataset, reference = now.timeline.dataset, now.reference
    _, refused = state.current_view(dataset)
    reader_page.tell_refused(refused)
    st.header(t("quality.title"), anchor=False)
    st.caption(t("quality.intro"))
    key = ("quality", reference.version if reference else "")
    content.show(dataset, *cached(dataset, key, lambda: quality_blocks(now.timeline, reference)))
    state.write_address(dataset)
    layout.end()


show()
