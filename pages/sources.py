"""The sources page: what rests on which source, and how much of the record rests on the parties' own word."""

from __future__ import annotations

import streamlit as st

from geo.address.keys import InvalidParam, read_key
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.find import filter_events, span_of
from geo.queries.sources import resting
from geo.reading.sources_page import balance_blocks
from geo.record.load import Dataset
from geo.wording.text import t
from geo.wording.words import filters_in_words
from pages.ui import asked, content, layout, reader_page, state
from pages.ui.content import SOURCE_DAYS
from pages.ui.event import filters as filters_of_view
from pages.ui.event import listing as event_list
from pages.ui.server.snapshot import cached
from pages.ui.source import listing as source_list


def show() -> None:
    """Draw the page: one source, or all."""
    now = reader_page.begin("sources.title")
    if now is None:
        return
    dataset = now.timeline.dataset
    rests = cached(dataset, ("resting",), lambda: resting(dataset))
    query, outside = st.query_params.to_dict(), asked.came_from_outside()
    view, refused = state.current_view(dataset)
    reader_page.tell_refused(refused)
    if outside or SOURCE_DAYS not in st.session_state:
        _take(event_list.meant(dataset, view, query), dataset)
    chosen = st.session_state.get(source_list.SOURCE)
    if chosen in rests:
        source_list.record(now.timeline, dataset.by_id("sources")[chosen], rests[chosen])
    else:
        st.header(t("sources.title"), anchor=False)
        st.caption(t("sources.intro"))
        _meters(now.timeline, view)
        source_list.show(dataset, view, rests)
    days = st.session_state.get(SOURCE_DAYS, "record")
    state.write_address(dataset, {"days": days} | ({"source": chosen} if chosen in rests else {}))
    layout.end()


def _take(query: dict[str, str], dataset: Dataset) -> None:
    """This page's own keys of the address: `source`, and `days`; one with a day or a window means that window."""
    refused: list[InvalidParam] = []
    usual = "window" if "days" not in query and {"date", "window"} & query.keys() else "record"
    st.session_state[source_list.SOURCE] = read_key(query, "source", "", dataset, refused, "sources") or None
    st.session_state[SOURCE_DAYS] = read_key(query, "days", usual, dataset, refused, "sources")
    reader_page.tell_refused(refused)


def _meters(timeline: Timeline, view: ViewState) -> None:
    """The source balance of the chosen days and filters, and the kinds of sources named."""
    dataset = timeline.dataset
    span = span_of(dataset, view, _days(dataset, view))
    events = filter_events(timeline.events_between(*span), view, dataset)
    content.show(dataset, *balance_blocks(dataset, events, span, filters_in_words(dataset, view)))


def _days(dataset: Dataset, view: ViewState) -> str:
    """Which days are meant: all, or the map's window; and the filters of the view."""
    days = filters_of_view.days_box(SOURCE_DAYS)
    if days == "window":
        filters_of_view.day_boxes(dataset, view)
    filters_of_view.filter_expander(dataset, view)
    return days


show()
