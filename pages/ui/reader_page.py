"""What the reading pages share: the head, the record, the view, links and citations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from geo.address.keys import DATA_KEY, DEFINITIONS, InvalidParam
from geo.address.view import ViewState, to_query
from geo.queries.versions import released_on
from geo.record.load import Dataset
from geo.record.problems import DataError
from geo.wording.cite import Citation, Reading
from geo.wording.dates import plain_date
from geo.wording.remarks import refused_in_words
from geo.wording.seen import known_words
from geo.wording.text import t
from pages.ui import content, layout, state
from pages.ui.server.earlier import snapshot_for
from pages.ui.server.seen import Sight, seen
from pages.ui.server.snapshot import Snapshot, snapshot

#: The pages of lists and figures that can show what was known by a day, by their titles.
KNOWN_PAGES = ("events.title", "provinces.title", "sides.title", "sources.title")
#: The pages that tell who holds what by our method, whatever the map does.
PAGES_OF_CONTROL = ("provinces.title", "sides.title", "story.title")


def begin(title_key: str) -> Snapshot | None:
    """Draw the head; the record, or None after saying that there is none."""
    layout.begin(title_key)
    content.begin()
    state.enter(title_key)
    try:
        now = snapshot_for(st.query_params.to_dict(), snapshot())
    except DataError:
        st.error(t("app.no_data"))
        return None
    if now.stale:
        st.warning(t("app.data_problem", version=now.timeline.dataset.version, last=now.timeline.dataset.last_day))
    tell_of_earlier(now)
    return _as_known(now, title_key)


def _as_known(now: Snapshot, title_key: str) -> Snapshot:
    """The record as the reader asked to know it, on the pages that can show that; others say that they do not."""
    day, definition = state.asked_sight(now.timeline.dataset)
    if definition != DEFINITIONS[0] and title_key in PAGES_OF_CONTROL:
        st.text(t("definitions.not_here"))
    if day is None:
        return now
    if title_key not in KNOWN_PAGES:
        st.text(t("known.not_here"))
        return now
    then = seen(now, Sight(day))
    dataset = then.timeline.dataset
    view: ViewState | None = st.session_state.get(state.VIEW)
    if view and view.event not in dataset.public_by_id:
        st.session_state[state.VIEW] = replace(view, event=None)
    st.text(known_words(dataset, dataset.first_day, dataset.last_day))
    return then


def tell_of_earlier(now: Snapshot) -> None:
    """Say that an earlier version is on show, because the address names it, with ways to that of today and what changed."""
    if not now.newer:
        return
    version = now.timeline.dataset.version
    today = st.query_params.to_dict() | {DATA_KEY: now.newer}
    changed = {"old": version, "new": now.newer, DATA_KEY: now.newer}
    with st.container(horizontal=True, gap="small", key="earlier"):
        st.text(t("versions.old_link", old=version, day=plain_date(released_on(version) or "")), width="content")
        st.page_link("map.py", label=t("versions.to_now"), query_params=today, width="content")
        st.page_link("pages/versions.py", label=t("versions.open"), query_params=changed, width="content")


def tell_refused(refused: list[InvalidParam]) -> None:
    """Say which values of the address could not be used."""
    for problem in refused:
        st.text(refused_in_words(problem))


def tell_reference_elsewhere(view: ViewState) -> None:
    """Say that UCDP's rows, when they are switched on, are not drawn on the maps of this page."""
    if view.reference:
        st.caption(t("reference.elsewhere"))


def change_view(dataset: Dataset, **changes: str | None) -> None:
    """Take over what the reader chose on this page; checked like an address, kept for the map."""
    state.take_report(asdict(st.session_state[state.VIEW]) | changes, dataset)


def link_query(view: ViewState, dataset: Dataset, **changes: str | None) -> dict[str, str]:
    """The query of a link to this view with some things changed."""
    changed = ViewState(**(asdict(view) | changes))
    return to_query(changed, dataset)


def address_of(page: str, query: Mapping[str, str]) -> str | None:
    """The full address of a page ('' is the map) with a query; None when our own is not known."""
    try:
        parts = urlsplit(st.context.url or "")
    except ValueError:  # it is the browser that says where it is
        return None
    if parts.scheme not in ("http", "https"):
        return None
    base, _, last = parts.path.rpartition("/")
    base = base if last in layout.page_paths() else parts.path.rstrip("/")
    return urlunsplit((parts.scheme, parts.netloc, f"{base}/{page}", urlencode(query), ""))


def reading(dataset: Dataset, page: str, query: Mapping[str, str]) -> Reading:
    """Where and when the reader reads this."""
    today = datetime.now(UTC).date().isoformat()
    return Reading(address_of(page, query), today, released_on(dataset.version))


def show_citation(citation: Citation) -> None:
    """A citation in its three forms, each to be copied."""
    forms = zip(
        st.tabs([t("cite.text"), t("cite.bibtex"), t("cite.csl")]),
        (citation.text, citation.bibtex, citation.csl),
        (None, None, "json"),
        strict=True,
    )
    for tab, text, language in forms:
        tab.code(text, language=language, wrap_lines=True)
