"""The compare page: two days, or two perspectives, side by side, and what differs between them."""

from __future__ import annotations

import streamlit as st

from geo.address.compare import days_from_query, days_to_query, sides_from_query, sides_to_query
from geo.control.difference import difference
from geo.wording.text import t
from pages.ui import asked, layout, reader_page, state
from pages.ui.map import compare, days_of_change


def show() -> None:
    """Draw the page."""
    now = reader_page.begin("sides.title")
    if now is None:
        return
    dataset = now.timeline.dataset
    query, outside = st.query_params.to_dict(), asked.came_from_outside()
    view, refused = state.current_view(dataset)
    reader_page.tell_refused(refused)
    if outside or compare.SIDES not in st.session_state:
        st.session_state[compare.SIDES], refused = sides_from_query(query, view, dataset)
        reader_page.tell_refused(refused)
        st.session_state[compare.AT] = view.at if outside else None
    else:  # the record may be another since they were chosen
        kept = sides_to_query(st.session_state[compare.SIDES])
        st.session_state[compare.SIDES], refused = sides_from_query(kept, view, dataset)
        reader_page.tell_refused(refused)
    sides = st.session_state[compare.SIDES]
    found = difference(now.timeline, sides)
    chosen = st.session_state.get(days_of_change.DAYS)
    wanted = query if outside or chosen is None else days_to_query(chosen)
    usual = days_of_change.usual_days(dataset, view, sides, found)
    st.session_state[days_of_change.DAYS], refused = days_from_query(wanted, usual, dataset)
    reader_page.tell_refused(refused)
    st.header(t("sides.title"), anchor=False)
    reader_page.tell_reference_elsewhere(view)
    compare.show(now, view, sides, found, st.session_state.get(compare.AT))
    state.write_address(dataset, _query())
    layout.end()


def _query() -> dict[str, str]:
    """The page's own part of its address."""
    days = days_to_query(st.session_state[days_of_change.DAYS])
    return sides_to_query(st.session_state[compare.SIDES]) | days


show()
