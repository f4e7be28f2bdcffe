"""UCDP's rows on the events page: under the list as rows of their own, and on the record of the event that tells the same."""

from __future__ import annotations

import streamlit as st

from geo.address.listing import Listing
from geo.address.view import ViewState
from geo.queries.find import in_branch, window_of
from geo.reading.reference.rows import event_section, list_blocks
from geo.record.load import Dataset
from geo.record.normalise import normalise
from geo.record.spans import clipped
from geo.reference.find import find_rows
from geo.search.days import days_in
from geo.wording.text import t
from pages.ui import content, reader_page
from pages.ui.event import download
from pages.ui.server.snapshot import Snapshot

SHOWN = "ucdp"


def switch(dataset: Dataset, view: ViewState, key: str) -> None:
    """The box that switches UCDP's rows on, on every page and in the address."""
    st.session_state[key] = view.reference == SHOWN
    st.checkbox(
        t("reference.show"),
        key=key,
        on_change=lambda: reader_page.change_view(dataset, reference=SHOWN if st.session_state[key] else None),
    )


def of_list(now: Snapshot, view: ViewState, listing: Listing) -> None:
    """The rows of the days that the list asks for, each with the events of ours that tell the same."""
    if now.reference is None:
        return
    dataset = now.timeline.dataset
    st.subheader(t("events.reference"), anchor="ucdp")
    switch(dataset, view, "list_reference")
    if view.reference != SHOWN:
        return
    span, words = asked(dataset, view, listing)
    branch = in_branch(view, listing.branch, dataset)
    found = find_rows(now.reference, dataset, branch, span, words) if span[0] <= span[1] else []
    span = span if span[0] <= span[1] else window_of(dataset, view, listing)
    content.show(dataset, *list_blocks(dataset, now.reference, found, span, listing.order == "newest"))
    if found:
        download.reference_button(now.timeline, now.reference, view, span, found)


def asked(dataset: Dataset, view: ViewState, listing: Listing) -> tuple[tuple[str, str], list[str]]:
    """The days and the words that rows must have: days among the words narrow those of the list, as they do for ours."""
    (start, end), (named, rest) = (
        window_of(dataset, view, listing),
        days_in(listing.q, dataset.first_day, dataset.last_day),
    )
    span = clipped(start, end, named.first, named.last) if named else (start, end)
    return span, normalise(rest).split()


def of_event(now: Snapshot, view: ViewState) -> None:
    """The rows that tell what the view's event tells, whole; folded while UCDP's rows are not switched on."""
    if now.reference is None or view.event is None:
        return
    dataset = now.timeline.dataset
    section = event_section(dataset, now.reference, view.event, is_folded=view.reference != SHOWN)
    if section:
        content.show(dataset, section)
