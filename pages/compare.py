"""The compare page: two days, or two perspectives, side by side, and what differs between them."""

from __future__ import annotations

import streamlit as st

from geo.address.compare import sides_from_query, sides_to_query
from geo.wording.text import t
from pages.ui import layout, reader_page, state
from pages.ui.map import compare


def show() -> None:
    """Draw the page."""
    now = reader_page.begin("sides.title")
    if now is None:
        return
    dataset = now.timeline.dataset
    query, outside = st.query_params.to_dict(), state.came_from_outside()
    view, refused = state.current_view(dataset)
    reader_page.tell_refused(refused)
    if outside or compare.SIDES not in st.session_state:
        st.session_state[compare.SIDES], refused = sides_from_query(query, view, dataset)
        reader_page.tell_refused(refused)
        st.session_state[compare.AT] = view.at if outside else None
    sides = st.session_state[compare.SIDES]
    st.header(t("sides.title"), anchor=False)
    compare.show(now, view, sides, st.session_state.get(compare.AT))
    state.write_address(dataset, sides_to_query(st.session_state[compare.SIDES]))
    layout.end()


show()
