"""The reader's view, one for all pages: kept in the session, mirrored in the address.

The address wins when it was changed from outside (a link, the back button); what the reader did
in the page wins otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from geo.load import Dataset
from geo.view import Refused, ViewState, from_query, made_with_other_data, to_query

VIEW = "view"
WRITTEN = "query_written"
EPOCH = "view_epoch"
OTHER_DATA = "other_data"


def current_view(dataset: Dataset) -> tuple[ViewState, list[Refused]]:
    """The view to show, and what of the address could not be used."""
    query = st.query_params.to_dict()
    if other := made_with_other_data(query, dataset):
        st.session_state[OTHER_DATA] = other
    if VIEW in st.session_state and (not query or query == st.session_state.get(WRITTEN)):
        return st.session_state[VIEW], []
    view, refused = from_query(query, dataset)
    st.session_state[VIEW] = view
    st.session_state[EPOCH] = st.session_state.get(EPOCH, 0) + 1
    return view, refused


def write_address(dataset: Dataset) -> None:
    """Let the address say what is on show."""
    query = to_query(st.session_state[VIEW], dataset)
    if st.query_params.to_dict() != query:
        st.query_params.from_dict(query)
    st.session_state[WRITTEN] = query


def take_report(report: Mapping[str, object], dataset: Dataset) -> None:
    """Take over what the reader did in the browser; checked like an address."""
    query = {key: str(value) for key, value in report.items() if value not in (None, "")}
    view, refused = from_query(query, dataset)
    if not refused:
        st.session_state[VIEW] = view


def epoch() -> int:
    """Grows each time the address was changed from outside."""
    return int(st.session_state.get(EPOCH, 0))
