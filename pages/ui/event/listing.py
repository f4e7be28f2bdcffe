"""The list of events: words, actor, days, the other filters (those of the map), how many by province, a table."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from geo.address.key_values import MAX_LETTERS
from geo.address.keys import FILTER_KEYS, ORDERS
from geo.address.listing import Listing, listing_from, listing_query
from geo.address.view import ViewState, first_view
from geo.control.timeline import Timeline
from geo.queries.find import EventPage, find_events, page_of, window_of
from geo.reading.content import Block, Section
from geo.reading.event_list import count_in_words, events_table, tally_line
from geo.record.load import Dataset
from geo.record.records import Event
from geo.wording.dates import span_in_words
from geo.wording.lists import series
from geo.wording.pages.actor_words import branch_in_words
from geo.wording.text import digits, t
from geo.wording.words import filters_in_words
from pages.ui import content, reader_page, years
from pages.ui.content import LISTING
from pages.ui.date_field import date_field
from pages.ui.event import download, filters

OTHER_FILTERS = tuple(key for key in FILTER_KEYS if key != "actor")
#: Whether the reader set the days of the span: then its fields stay, also where it is a year.
OWN_DAYS = "listing_own_days"


def show(timeline: Timeline, view: ViewState, listing: Listing) -> None:
    """What may be asked, and one page of what was found."""
    dataset = timeline.dataset
    _ask(dataset, view, listing)
    every = find_events(timeline, view, listing)
    found = page_of(every, listing.page)
    st.text(_told(dataset, view, listing, found))
    if not found.total:
        st.info(t("events.none"))
        return
    caption = t("events.table_alt", count=count_in_words(len(found.events)))
    content.show(dataset, _tally(dataset, view, listing, every), events_table(dataset, found.events, caption))
    _pager(found)
    download.button(timeline, view, window_of(dataset, view, listing), every)


def take(dataset: Dataset, view: ViewState, query: dict[str, str]) -> None:
    """Take over the list that an address asks for, and tell what of it can't be used."""
    st.session_state[LISTING], refused = listing_from(meant(dataset, view, query), dataset)
    st.session_state[OWN_DAYS] = False
    reader_page.tell_refused(refused)


def meant(dataset: Dataset, view: ViewState, query: dict[str, str]) -> dict[str, str]:
    """What a list is asked for: by the address, or by the view of a reader who comes from a day of the map."""
    on_a_day = view.date != first_view(dataset).date
    return query or (reader_page.link_query(view, dataset) if on_a_day else {})


def _ask(dataset: Dataset, view: ViewState, listing: Listing) -> None:
    words, actor, branch, order = st.columns([4, 3, 3, 2])
    for widget in ("q", "order"):
        st.session_state[f"listing_{widget}"] = getattr(listing, widget)
    words.text_input(
        t("events.search"), key="listing_q", max_chars=MAX_LETTERS, placeholder=t("events.search_hint"),
        on_change=_listed, args=("q",),
    )  # fmt: skip
    filters.filter_box(actor, dataset, view, "actor")
    filters.branch_box(branch, dataset, "listing_branch", listing.branch, partial(_listed, "branch"))
    order.selectbox(
        t("events.order"), ORDERS, format_func=lambda one: t(f"events.order.{one}"), key="listing_order",
        on_change=_listed, args=("order",),
    )  # fmt: skip
    _days(dataset, view, listing)
    filters.filter_expander(dataset, view, OTHER_FILTERS)


def _days(dataset: Dataset, view: ViewState, listing: Listing) -> None:
    """All days, a year, a span, or the map's window."""
    start, end = window_of(dataset, view, listing)
    is_own = st.session_state.get(OWN_DAYS, False)
    year = years.year_of(dataset, start, end) if listing.days == "span" and not is_own else None
    options = ["record", *years.years_of(dataset), "span", "window"]
    st.session_state["listing_days"] = year or listing.days
    st.pills(
        t("events.days"), options, key="listing_days", required=True, on_change=_chosen_days, args=(dataset, view),
        format_func=lambda one: digits(one) if one.isdigit() else t(f"events.days.{one}"),
    )  # fmt: skip
    if listing.days == "window":
        filters.day_boxes(dataset, view)
    elif listing.days == "span" and not year:
        first, last = st.columns(2)
        with first:
            span = (dataset.first_day, end)
            date_field(t("provinces.start"), start, span, "listing_start", partial(_day, "start"))
        with last:
            span = (start, dataset.last_day)
            date_field(t("provinces.end"), end, span, "listing_end", partial(_day, "end"))


def _told(dataset: Dataset, view: ViewState, listing: Listing, found: EventPage) -> str:
    days = span_in_words(*window_of(dataset, view, listing))
    return t(
        "events.told_words" if listing.q else "events.told",
        count=count_in_words(found.total), days=days, words=listing.q,
        filters=_filters(dataset, view, listing) or t("events.no_filter"), version=dataset.version,
    )  # fmt: skip


def _filters(dataset: Dataset, view: ViewState, listing: Listing) -> str:
    return series([filters_in_words(dataset, view), branch_in_words(dataset, listing.branch)])


def _tally(dataset: Dataset, view: ViewState, listing: Listing, events: list[Event]) -> Block:
    """How many events each province has: at once where the reader asked for an actor, else folded in."""
    line = tally_line(dataset, events, listing_query(replace(listing, page=1)))
    return line if view.actor or listing.branch else Section(t("events.by_province"), (line,), level=3, is_folded=True)


def _pager(found: EventPage) -> None:
    if found.pages == 1:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(t("events.previous_page"), disabled=found.page == 1, on_click=_to_page, args=(found.page - 1,))
        st.text(t("events.page", page=found.page, pages=found.pages))
        st.button(t("events.next_page"), disabled=found.page == found.pages, on_click=_to_page, args=(found.page + 1,))


def _listed(key: str) -> None:
    chosen = st.session_state[f"listing_{key}"] or ""
    st.session_state[LISTING] = replace(st.session_state[LISTING], page=1, **{key: chosen})


def _chosen_days(dataset: Dataset, view: ViewState) -> None:
    """A year's days are a span; whoever opens 'From – to' begins at the days on show and keeps its fields."""
    listing, chosen = st.session_state[LISTING], st.session_state["listing_days"] or "record"
    st.session_state[OWN_DAYS] = chosen == "span"
    start, end = "", ""
    if chosen.isdigit():
        start, end = years.days_of_year(dataset, chosen)
    elif chosen == "span":
        start, end = window_of(dataset, view, listing)
    days = "span" if chosen.isdigit() else chosen
    st.session_state[LISTING] = replace(listing, page=1, days=days, start=start, end=end)


def _day(key: str, day: str) -> None:
    st.session_state[OWN_DAYS] = True
    st.session_state[LISTING] = replace(st.session_state[LISTING], page=1, **{key: day})


def _to_page(page: int) -> None:
    st.session_state[LISTING] = replace(st.session_state[LISTING], page=page)
