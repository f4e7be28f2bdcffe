"""The reader's view, one for all pages: kept in the session, mirrored in the address.

The address wins when it was changed from outside (a link, the back button); what the reader did
in the page wins otherwise.

Each entry of the browser's history is one thing the reader chose. When a page is entered, the browser
puts the full address in place of the short one it came by (`pages.ui.components.address`); a change on the
page adds an entry. So Back never lands on the same page twice. Where the map looks is no choice of its own: it is
put into the entry that stands.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from geo.address.keys import DATA_KEY, InvalidParam
from geo.address.view import ViewState, from_query, made_with_other_data, to_query
from geo.record.load import Dataset
from pages.ui import asked, components
from pages.ui.server.seen import Sight, sight_of

VIEW, OURS = asked.VIEW, asked.OURS
#: The version of the record that the view was last checked against.
VERSION = "view_version"
EPOCH = "view_epoch"
OTHER_DATA = "other_data"
#: Whether nobody asked for the day on show, and this is the first time that it is shown.
OPENING = "opening"
#: The page that shows it.
MAP = "map"
#: The full query of what is on show.
ADDRESS = "address"
#: The page that the reader is on.
PAGE = "page"
#: What a page was asked for when it was entered, and the full query of that.
ENTERED = "address_entered"
#: What the browser itself puts into the address (`geo/browser/web/timeline/timeline.js`), without an entry in the history.
QUIET = ("at",)


def enter(page: str) -> None:
    """Say which page is on show; on another page no query is ours yet."""
    if st.session_state.get(PAGE) != page:
        if st.session_state.get(PAGE) == MAP:
            st.session_state[OPENING] = False  # who comes back has been told
        st.session_state[PAGE] = page
        st.session_state.pop(OURS, None)


def current_view(dataset: Dataset) -> tuple[ViewState, list[InvalidParam]]:
    """The view to show, and what of the address could not be used."""
    if VIEW in st.session_state and not asked.came_from_outside():
        return _checked(dataset)
    query = st.query_params.to_dict()
    if other := made_with_other_data(query, dataset):
        st.session_state[OTHER_DATA] = other
    view, refused = from_query(query, dataset)
    _keep(view, dataset)
    st.session_state[OPENING] = "date" not in query
    if OURS in st.session_state:  # none is until the new one is written: this run may be cut short by the next
        st.session_state[OURS] = ()
    st.session_state[EPOCH] = st.session_state.get(EPOCH, 0) + 1
    return view, refused


def asked_sight(dataset: Dataset) -> Sight:
    """By which day and definition the record is to be seen; changes nothing."""
    if VIEW in st.session_state and not asked.came_from_outside():
        return sight_of(st.session_state[VIEW])
    return sight_of(from_query(st.query_params.to_dict(), dataset)[0])


def _checked(dataset: Dataset) -> tuple[ViewState, list[InvalidParam]]:
    """The view of the session; read again when the record is another by now, which may lack what it shows."""
    view: ViewState = st.session_state[VIEW]
    if st.session_state.get(VERSION, dataset.version) == dataset.version:
        return view, []
    now, refused = from_query(to_query(view, dataset), dataset)
    _keep(now, dataset)
    if now != view:
        st.session_state[EPOCH] = epoch() + 1
    return now, refused


def _keep(view: ViewState, dataset: Dataset) -> None:
    st.session_state[VIEW], st.session_state[VERSION] = view, dataset.version


def write_address(dataset: Dataset, extra: Mapping[str, str] | None = None) -> None:
    """Let the address say what is on show: the view, and a page's own keys."""
    query = to_query(st.session_state[VIEW], dataset) | dict(extra or {})
    requested, ours = st.query_params.to_dict(), st.session_state.get(OURS)
    if ours is None:
        st.session_state[ENTERED] = {"asked": requested, "address": query}
        st.session_state[OURS] = (requested, query)
    elif requested in ours and _but_quiet(query) == _but_quiet(st.session_state[ADDRESS]):
        st.session_state[OURS] = (requested, query)  # Streamlit may still hold what the browser has replaced
    elif requested == query and _by_history():
        st.session_state[OURS] = (query,)  # its entry stands, and the reader may be at another when an answer comes
    elif query not in ours or requested not in ours:
        st.query_params.from_dict(query)
        st.session_state[OURS] = (query,)
    st.session_state[ADDRESS] = query
    entered = st.session_state[ENTERED]  # newer data may have come since: a page names one version
    components.address(entered["asked"], entered["address"] | {DATA_KEY: dataset.version})


def _by_history() -> bool:
    """Whether the reader came by Back or Forward."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _but_quiet(query: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in query.items() if key not in QUIET}


def take_report(report: Mapping[str, object], dataset: Dataset) -> None:
    """Take over what the reader did in the browser; checked like an address."""
    query = {key: str(value) for key, value in report.items() if value not in (None, "")}
    view, refused = from_query(query, dataset)
    if not refused:
        _keep(view, dataset)
        st.session_state[OPENING] = False


def epoch() -> int:
    """Grows each time the address was changed from outside."""
    return int(st.session_state.get(EPOCH, 0))
