"""The method page: docs/method.md, its hard cases as maps, the contradictions, the rules against harm, how to cite."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st

from geo.address.view import ViewState
from geo.record.load import Dataset
from geo.wording.cite import cite_dataset, cite_day
from geo.wording.text import t
from geo.wording.words import span_in_words
from pages.ui import layout, reader_page, state
from pages.ui.method import case_maps, contradictions, versions

DOCS = Path(__file__).parent.parent / "docs"
LOCAL_LINK = re.compile(r"\[([^\]]*)\]\((?!https?://)[^)]*\)")


def show() -> None:
    """Draw the page."""
    now = reader_page.begin("method.title")
    if now is None:
        return
    dataset = now.timeline.dataset
    view, refused = state.current_view(dataset)
    reader_page.tell_refused(refused)
    st.header(t("method.title"), anchor=False)
    st.markdown(t("method.contents"))
    st.markdown(_without_title((DOCS / "method.md").read_text("utf-8")))
    st.divider()
    st.header(t("method.cases"), anchor="hard-cases-on-the-map")
    case_maps.show(now.timeline, view)
    days = span_in_words(dataset.first_day, dataset.last_day)
    st.header(t("method.contradictions"), anchor="contradictions")
    st.caption(t("method.contradictions_note", days=days, version=dataset.version))
    contradictions.show(dataset, view)
    st.header(t("method.ethics"), anchor="rules-against-harm")
    st.markdown(_without_title(LOCAL_LINK.sub(r"\1", (DOCS / "ethics.md").read_text("utf-8"))))
    st.header(t("method.version"), anchor="version-and-how-to-cite")
    _cite(dataset, view)
    versions.show(dataset)
    state.write_address(dataset)
    layout.end()


def _cite(dataset: Dataset, view: ViewState) -> None:
    """The version, and how to cite the reader's day and the data."""
    first, last = dataset.first_day, dataset.last_day
    st.text(t("method.version_told", version=dataset.version, first=first, last=last))
    query = reader_page.link_query(view, dataset)
    left, right = st.columns(2, gap="medium")
    with left:
        st.subheader(t("cite.day"), anchor=False)
        on_map = reader_page.reading(dataset, "", query)
        reader_page.show_citation(cite_day(dataset, view.date, view.perspective, on_map))
    with right:
        st.subheader(t("cite.dataset"), anchor=False)
        reader_page.show_citation(cite_dataset(dataset, reader_page.reading(dataset, "", {})))
    st.caption(t("cite.note"))


def _without_title(text: str) -> str:
    """The text of a document without its first heading."""
    return re.sub(r"\A# .*\n", "", text)


show()
