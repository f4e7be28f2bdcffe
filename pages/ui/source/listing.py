"""The list of sources with what rests on each, and the record of one."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.sources import Resting
from geo.reading.content import Block, Paragraph, Strong
from geo.reading.source_lines import source_blocks
from geo.reading.sources_page import resting_blocks, sources_table
from geo.record.load import Dataset, public_sources
from geo.record.normalise import normalise
from geo.record.records import Source
from geo.wording.text import t
from pages.ui import content

SOURCE = "source_open"
#: So many sources are shown until the reader asks for more.
PAGE_ROWS = 40
SHOWN = "source_rows"


def show(dataset: Dataset, view: ViewState, rests: dict[str, Resting]) -> None:
    """Words to search for, and the table."""
    st.subheader(t("sources.list"), anchor="list")
    words = st.text_input(t("sources.search"), key="source_words", max_chars=80)
    found = matching(dataset, view, words)
    kinds = ", ".join(t(f"kind.{k}") for k in (view.kind or "").split(",") if k) or t("events.all")
    st.text(
        t(
            "sources.list_told",
            count=len(found),
            all=len(rests),
            kinds=kinds,
            words=t("events.words", words=words) if words else "",
            version=dataset.version,
        )
    )
    if not found:
        st.info(t("sources.no_source"))
        return
    most = st.session_state.get(SHOWN, PAGE_ROWS)
    shown = sorted(found, key=lambda source: -rests[source["source_id"]].total)[:most]
    table = sources_table(dataset, shown, rests, t("sources.table_alt", count=len(shown)))
    content.show(dataset, replace(table, is_sortable=len(shown) == len(found)))
    if len(found) > most:
        st.button(t("sources.more", count=f"{len(found) - most:,}"), on_click=_more)


def _more() -> None:
    st.session_state[SHOWN] = st.session_state.get(SHOWN, PAGE_ROWS) * 5


def matching(dataset: Dataset, view: ViewState, words: str) -> list[Source]:
    """The sources of the view's kinds that hold all words, in the order of the file."""
    kinds = set((view.kind or "").split(",")) - {""}
    wanted = normalise(words).split()
    return [
        source
        for source in public_sources(dataset)
        if (not kinds or source["kind"] in kinds) and all(word in _searched(source) for word in wanted)
    ]


def record(timeline: Timeline, source: Source, rest: Resting) -> None:
    """One source and everything that rests on it."""
    dataset = timeline.dataset
    st.button(t("sources.close"), on_click=_close)
    st.header(t("sources.one", id=source["source_id"]), anchor=False)
    remarks: list[Block] = [
        Paragraph((Strong(t(key)), " ", text))
        for key, text in (("sources.reliability", source["reliability"]), ("events.notes", source["notes"]))
        if text
    ]
    lines = source_blocks(dataset, source, is_linked=False)
    content.show(dataset, *lines, *remarks, *resting_blocks(dataset, rest))


def _searched(source: Source) -> str:
    return normalise(
        " ".join(filter(None, (source["source_id"], source["publisher"], source["title"], source["author"])))
    )


def _close() -> None:
    st.session_state[SOURCE] = None
