"""Content of `geo.reading` on a page: shown as HTML that is escaped by construction; its links stay in the app."""

from __future__ import annotations

from dataclasses import asdict
from urllib.parse import urlencode

import streamlit as st

from geo.address.keys import VIEW_KEYS
from geo.address.listing import Listing, listing_query
from geo.address.province import to_query as province_query
from geo.address.view import ViewState, to_query
from geo.export.notes import english_html, note_html
from geo.reading.content import Block, Link
from geo.reading.html import STYLE, html_of
from geo.record.load import Dataset
from geo.wording.language import FIRST, language
from pages.ui import mounting, state

#: What the lists of events and of sources and the page of provinces are asked for, in the session.
LISTING, REQUESTED, SOURCE_DAYS = "listing", "province_query", "source_days"
#: Keys that say which events a list holds; a link that names one of them means a list of its own.
LIST_KEYS = {"days", "from", "to", "q"}
#: Draws nothing and takes no room.
HIDDEN = """
.stMainBlockContainer :is(.stElementContainer, .stLayoutWrapper):has(> .st-key-reading_ways),
.st-key-reading_ways { position: absolute; inline-size: 1px; min-inline-size: 0; block-size: 0; overflow: hidden; }
"""
MOUNT = """const mount = () => {
  const parts = [mountReading(), mountPointing(), mountChoices()];
  return { remove: () => parts.forEach((part) => part.remove()) };
};
return mountOnce(component.parentElement, {}, mount);"""
JS = mounting.script(MOUNT, "reading/reading.js", "reading/pointing.js", "reading/choices.js")
_ways = st.components.v2.component("replay_reading", js=JS)


def begin() -> None:
    """The style of what is read, and the script that answers on its links, the heads of its tables, its charts and its lists."""
    style(HIDDEN)
    with st.container(key="reading_ways"):
        _ways(key="reading_clicks", data={})


def style(more: str = "") -> None:
    """The style of what is read, for a page that has nothing else of it."""
    st.html(f"<style>{STYLE}{more}</style>")


def show(dataset: Dataset, *blocks: Block) -> None:
    """Show blocks; links keep the reader's view."""
    view = st.session_state[state.VIEW]
    st.html(html_of(blocks, lambda link: href_of(dataset, view, link)))


def show_english(markdown: str) -> None:
    """Words of ours that are not translated, told as English: Streamlit's Markdown can't say which language it is in."""
    if language() == FIRST:
        st.markdown(markdown)
    else:
        st.html(english_html(note_html(markdown)))


def href_of(dataset: Dataset, view: ViewState, link: Link) -> str:
    """The address of a link of ours, beside the page that it stands on.

    It always says the days of a list: without them the day of the view would mean its window.
    """
    changes = {key: value for key, value in link.query.items() if key in VIEW_KEYS}
    own = {key: value for key, value in link.query.items() if key not in VIEW_KEYS and value}
    query = to_query(ViewState(**(asdict(view) | changes)), dataset)
    if link.page == "events" and not LIST_KEYS & link.query.keys():
        query |= listing_query(st.session_state.get(LISTING, Listing()))
    if link.page == "sources" and not LIST_KEYS & link.query.keys():
        query["days"] = st.session_state.get(SOURCE_DAYS, "record")
    if link.page == "provinces" and not LIST_KEYS & link.query.keys() and REQUESTED in st.session_state:
        query |= province_query(st.session_state[REQUESTED], dataset)
    return f"{link.page or './'}?{urlencode(query | own)}"
