"""The full record of one event: ways back and on, what `geo.reading` tells of it, how to cite it."""

from __future__ import annotations

import streamlit as st

from geo.address.listing import Listing
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.find import find_events
from geo.reading.event_page import event_blocks
from geo.reading.versions_page import history_section
from geo.record.load import Dataset
from geo.record.records import Event
from geo.record.spans import nearest_day
from geo.wording.cite import cite_event
from geo.wording.text import t
from pages.ui import content, reader_page
from pages.ui.safe import escape_markdown


def show(timeline: Timeline, view: ViewState, listing: Listing) -> None:
    """The record of the view's event."""
    dataset = timeline.dataset
    event = dataset.public_by_id[str(view.event)]
    _ways(timeline, view, listing, event)
    st.header(escape_markdown(event["title"]), anchor=False)
    content.show(dataset, *event_blocks(dataset, event), *history_section(dataset, event["event_id"]))
    st.subheader(t("cite.event"), anchor=False)
    query = reader_page.link_query(view, dataset)
    reader_page.show_citation(cite_event(event, dataset, reader_page.reading(dataset, "events", query)))


def _ways(timeline: Timeline, view: ViewState, listing: Listing, event: Event) -> None:
    """Back to the list, to the map, and to the records before and after in the list."""
    dataset = timeline.dataset
    ids = [other["event_id"] for other in find_events(timeline, view, listing)]
    here = ids.index(event["event_id"]) if event["event_id"] in ids else None
    before = ids[here - 1] if here else None
    after = ids[here + 1] if here is not None and here + 1 < len(ids) else None
    day = nearest_day(event["date_start"], dataset.first_day, dataset.last_day)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(t("events.back"), on_click=lambda: reader_page.change_view(dataset, event=None))
        for key, other in (("events.before", before), ("events.after", after)):
            st.button(t(key), disabled=not other, on_click=_open, args=(dataset, other))
        on_map = reader_page.link_query(view, dataset, event=event["event_id"], date=day)
        st.page_link("map.py", label=t("events.on_map"), query_params=on_map)
        if here is not None:
            st.text(t("events.place_in_list", number=here + 1, count=len(ids)))


def _open(dataset: Dataset, event_id: str) -> None:
    reader_page.change_view(dataset, event=event_id)
