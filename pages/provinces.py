"""The provinces page: `/provinces` compares all, `?province=AF-BGL` tells of one, `&with=AF-TAK` sets others beside."""

from __future__ import annotations

import streamlit as st

from geo.address.province import province_query, to_query
from geo.wording.text import t
from pages.ui import asked, layout, reader_page, state
from pages.ui.content import REQUESTED
from pages.ui.province import choices, overview
from pages.ui.province import page as province_page
from pages.ui.province import reference as province_reference
from pages.ui.province.chosen import perspective_of


def show() -> None:
    """Draw the page."""
    now = reader_page.begin("provinces.title")
    if now is None:
        return
    timeline, dataset = now.timeline, now.timeline.dataset
    query, outside = st.query_params.to_dict(), asked.came_from_outside()
    view, refused = state.current_view(dataset)
    reader_page.tell_refused(refused)
    if outside or REQUESTED not in st.session_state:
        st.session_state[REQUESTED], refused = province_query(query, dataset)
        reader_page.tell_refused(refused)
    requested = st.session_state[REQUESTED]
    st.header(t("provinces.title"), anchor=False)
    choices.show(timeline, view, requested)
    perspective = perspective_of(view)
    if view.actor or requested.branch:
        overview.tally(timeline, view, requested)
    if view.province:
        province_page.show(now, view, requested, perspective)
        province_reference.show(now, view)
    overview.all_provinces(timeline, view, requested, perspective)
    state.write_address(dataset, to_query(requested, dataset))
    layout.end()


show()
