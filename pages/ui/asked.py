"""What the reader's address asks for, and whether it was made by us or elsewhere."""

from __future__ import annotations

import streamlit as st

#: The view on show, and the queries that stand for it on the page that the reader is on.
VIEW, OURS = "view", "address_ours"


def came_from_outside() -> bool:
    """Whether the address was made elsewhere (a link, the history): then it says what to show."""
    query = st.query_params.to_dict()
    return bool(query) and query not in st.session_state.get(OURS, ())
