"""The events page: `/events` lists and finds events, `/events?event=EV-…` shows the whole record of one."""

from __future__ import annotations

import streamlit as st

from geo.address.listing import listing_query
from geo.wording.text import t
from pages.ui import asked, layout, reader_page, state
from pages.ui.content import LISTING
from pages.ui.event import listing as event_list
from pages.ui.event import record as event_record
from pages.ui.event import reference as event_reference


def show() -> None:
    """Draw the page."""
    now = reader_page.begin("events.title")
    if now is None:
        return
    dataset = now.timeline.dataset
    query, outside = st.query_params.to_dict(), asked.came_from_outside()
    view, refused = state.current_view(dataset)
    reader_page.tell_refused(refused)
    if outside or LISTING not in st.session_state:
        event_list.take(dataset, view, query)
    listing = st.session_state[LISTING]
    if view.event:
        event_record.show(now.timeline, view, listing)
        event_reference.of_event(now, view)
    else:
        st.header(t("events.title"), anchor=False)
        st.caption(t("events.intro"))
        event_list.show(now.timeline, view, listing)
        event_reference.of_list(now, view, listing)
    state.write_address(dataset, listing_query(listing))
    layout.end()


show()
