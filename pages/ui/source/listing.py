"""The list of sources with what rests on each, and the record of one."""

from __future__ import annotations

import streamlit as st

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.sources import Resting, find_sources
from geo.reading.sources_page import list_blocks, source_page, source_title
from geo.record.load import Dataset
from geo.record.records import Source
from geo.wording.lists import listed
from geo.wording.text import t
from pages.ui import content
from pages.ui.safe import escape_markdown

SOURCE = "source_open"
#: So many sources are shown until the reader asks for more.
PAGE_ROWS = 40
SHOWN = "source_rows"


def show(dataset: Dataset, view: ViewState, rests: dict[str, Resting]) -> None:
    """Words to search for, and the table."""
    st.subheader(t("sources.list"), anchor="list")
    words = st.text_input(t("sources.search"), key="source_words", max_chars=80)
    kinds = [kind for kind in (view.kind or "").split(",") if kind]
    found = find_sources(dataset, kinds, words)
    asked = {
        "kinds": listed(t(f"kind.{kind}") for kind in kinds) or t("events.all"),
        "words": words,
    }
    most = st.session_state.get(SHOWN, PAGE_ROWS)
    content.show(dataset, *list_blocks(dataset, found, rests, most, asked))
    if len(found) > most:
        st.button(t("sources.more", count=len(found) - most), on_click=_more)


def _more() -> None:
    st.session_state[SHOWN] = st.session_state.get(SHOWN, PAGE_ROWS) * 5


def record(timeline: Timeline, source: Source, rest: Resting) -> None:
    """One source and everything that rests on it."""
    st.button(t("sources.close"), on_click=_close)
    st.header(escape_markdown(source_title(source)), anchor=False)
    content.show(timeline.dataset, *source_page(timeline.dataset, source, rest))


def _close() -> None:
    st.session_state[SOURCE] = None
