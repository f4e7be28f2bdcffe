"""The method page: docs/method.md, its hard cases as maps, the contradictions, the rules against harm, how to cite."""

from __future__ import annotations

import os

import streamlit as st

from geo.address.view import ViewState
from geo.reading.content import Contents, Within
from geo.reading.definitions.ways import way_from_method
from geo.reading.method import BESIDE, OPEN, Part, contradictions, ethics_note, method_parts, translation
from geo.record.load import Dataset
from geo.wording.cite import cite_dataset, cite_day
from geo.wording.dates import plain_date, span_in_words
from geo.wording.text import t
from pages.ui import content, layout, reader_page, state
from pages.ui.method import case_maps, versions

#: Who may be written to about this copy, as text: set by whoever serves it.
CONTACT = "REPLAY_CONTACT"
CONTACT_LETTERS = 200


def show() -> None:
    """Draw the page."""
    now = reader_page.begin("method.title")
    if now is None:
        return
    dataset = now.timeline.dataset
    view, refused = state.current_view(dataset)
    reader_page.tell_refused(refused)
    st.header(t("method.title"), anchor=False)
    lead, *parts = method_parts()
    st.markdown(lead.markdown)
    _contents(dataset, parts)
    _note(parts)
    days = span_in_words(dataset.first_day, dataset.last_day)
    st.header(t("method.cases"), anchor=BESIDE[0])
    with st.expander(t("method.cases_open")):
        case_maps.show(now.timeline)
    content.show(dataset, way_from_method())
    st.header(t("method.contradictions"), anchor=BESIDE[1])
    st.caption(t("method.contradictions_note", days=days, version=dataset.version))
    content.show(dataset, contradictions(dataset))
    st.header(t("method.ethics"), anchor=BESIDE[2])
    with st.expander(t("method.ethics_open")):
        st.markdown(ethics_note())
    if told := translation():
        st.header(t("method.language"), anchor="translation")
        st.text(told)
    st.header(t("method.version"), anchor=BESIDE[3])
    _cite(dataset, view)
    versions.show(dataset)
    state.write_address(dataset)
    layout.end()


def _contents(dataset: Dataset, parts: list[Part]) -> None:
    keys = ("cases", "contradictions", "ethics", "version")
    own = [Within(t(f"method.{key}"), anchor) for key, anchor in zip(keys, BESIDE, strict=True)]
    ways = [Within(part.title, part.anchor) for part in parts]
    content.show(dataset, Contents(t("reading.contents"), (*ways, *own)))


def _note(parts: list[Part]) -> None:
    """The parts of the note under their headings; the longer reading is folded in."""
    for part in parts:
        st.subheader(part.title, anchor=part.anchor)
        if part.anchor in OPEN:
            st.markdown(part.markdown)
        else:
            with st.expander(t("method.read")):
                st.markdown(part.markdown)
        if part.anchor == OPEN[-1]:
            contact = os.environ.get(CONTACT, "")[:CONTACT_LETTERS]
            st.text(t("method.contact", contact=contact) if contact else t("method.no_contact"))


def _cite(dataset: Dataset, view: ViewState) -> None:
    """The version, and how to cite the reader's day and the data."""
    first, last = plain_date(dataset.first_day), plain_date(dataset.last_day)
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


show()
