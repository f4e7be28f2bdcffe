"""The list of events: words, filters (those of the map), days, and a table of one page."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from geo.address.key_values import MAX_LETTERS
from geo.address.keys import DAYS, FILTER_KEYS, ORDERS
from geo.address.listing import Listing
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.find import Found, find_events, page_of, span_of, used_values
from geo.record.load import Dataset
from geo.record.records import Event
from geo.record.schema import CLAIMANTS, EVENT_TYPES, SOURCE_KINDS, VERIFICATIONS, WHERE_PRECISIONS
from geo.style import WINDOWS
from geo.wording.dates import short_date
from geo.wording.text import t
from geo.wording.words import filter_value_in_words, filters_in_words, place_in_words, span_in_words
from pages.ui import reader_page
from pages.ui.date_field import date_field
from pages.ui.server.snapshot import cached

LISTING = "listing"
OPTIONS = {
    "type": tuple(EVENT_TYPES), "grade": VERIFICATIONS, "precision": tuple(map(str, WHERE_PRECISIONS)),
    "claimant": CLAIMANTS, "kind": SOURCE_KINDS,
}  # fmt: skip


def show(timeline: Timeline, view: ViewState, listing: Listing) -> None:
    """What may be asked, and one page of what was found."""
    _ask(timeline.dataset, view, listing)
    found = page_of(find_events(timeline, view, listing), listing.page)
    st.text(_told(timeline.dataset, view, listing, found))
    if not found.total:
        st.info(t("events.none"))
        return
    _table(timeline.dataset, found)
    _pager(found)


def meant(dataset: Dataset, view: ViewState, query: dict[str, str]) -> dict[str, str]:
    """What a list is asked for: by the address, or by the view of a reader who comes from a day of the map."""
    on_a_day = view.date != dataset.first_day
    return query or (reader_page.link_query(view, dataset) if on_a_day else {})


def filter_boxes(dataset: Dataset, view: ViewState, keys: tuple[str, ...] = FILTER_KEYS) -> None:
    """A box for each filter of the view; what is chosen is kept for the map."""
    for number, key in enumerate(keys):
        if number % 4 == 0:
            columns = st.columns(4)
        files = {"actor": "actors", "area": "provinces"}
        every = OPTIONS.get(key) or tuple(dataset.by_id(files[key]))
        chosen = (getattr(view, key) or "").split(",") if getattr(view, key) else []
        used = cached(dataset, ("used", key), partial(used_values, dataset, key))
        widget = f"filter_{key}"
        st.session_state[widget] = chosen
        columns[number % 4].multiselect(
            t(f"filter.{key}"),
            [value for value in every if value in used or value in chosen],
            format_func=partial(filter_value_in_words, dataset, key),
            key=widget,
            on_change=_filtered,
            args=(dataset, key, widget),
            placeholder=t("events.all"),
            filter_mode="contains",
            select_all=False,
        )


def day_boxes(dataset: Dataset, view: ViewState) -> None:
    """The day and the window of the view; kept for the map."""
    left, right = st.columns(2)
    with left:
        date_field(
            t("events.date"),
            view.date,
            (dataset.first_day, dataset.last_day),
            "view_date",
            lambda day: reader_page.change_view(dataset, date=day),
        )
    st.session_state["view_window"] = view.window
    right.selectbox(
        t("events.window"),
        WINDOWS,
        format_func=lambda window: t(f"window.{window}.hint"),
        key="view_window",
        on_change=lambda: _turned(dataset, window=st.session_state["view_window"]),
    )


def days_box(key: str) -> str:
    """The whole record or the map's window; kept in the session under a key of the page."""
    st.session_state[f"{key}_box"] = st.session_state.setdefault(key, "record")
    st.selectbox(
        t("events.days"), DAYS, format_func=lambda one: t(f"events.days.{one}"), key=f"{key}_box",
        on_change=lambda: st.session_state.update({key: st.session_state[f"{key}_box"]}),
    )  # fmt: skip
    return str(st.session_state[key])


def _ask(dataset: Dataset, view: ViewState, listing: Listing) -> None:
    words, days, order = st.columns([4, 3, 2])
    for widget in ("q", "days", "order"):
        st.session_state[f"listing_{widget}"] = getattr(listing, widget)
    words.text_input(
        t("events.search"), key="listing_q", max_chars=MAX_LETTERS, placeholder=t("events.search_hint"),
        on_change=_listed, args=("q",),
    )  # fmt: skip
    days.selectbox(
        t("events.days"), DAYS, format_func=lambda one: t(f"events.days.{one}"), key="listing_days",
        on_change=_listed, args=("days",),
    )  # fmt: skip
    order.selectbox(
        t("events.order"), ORDERS, format_func=lambda one: t(f"events.order.{one}"), key="listing_order",
        on_change=_listed, args=("order",),
    )  # fmt: skip
    if listing.days == "window":
        day_boxes(dataset, view)
    filter_expander(dataset, view)


def filter_expander(dataset: Dataset, view: ViewState) -> None:
    """All filters, folded in while none is set."""
    active = sum(bool(getattr(view, key)) for key in FILTER_KEYS)
    with st.expander(t("events.filters", count=active) if active else t("events.filters_none"), expanded=bool(active)):
        filter_boxes(dataset, view)
        st.button(
            t("filter.clear"), disabled=not active, on_click=_turned, args=(dataset,), kwargs=dict.fromkeys(FILTER_KEYS)
        )


def _told(dataset: Dataset, view: ViewState, listing: Listing, found: Found) -> str:
    days = span_in_words(*span_of(dataset, view, listing.days))
    words = t("events.words", words=listing.q) if listing.q else ""
    return t(
        "events.told", count=found.total, days=days, words=words, filters=filters_in_words(dataset, view) or t("events.no_filter"),
        version=dataset.version,
    )  # fmt: skip


def table_of(dataset: Dataset, events: tuple[Event, ...]) -> pd.DataFrame:
    """One row an event; plain text."""
    return pd.DataFrame(
        {
            t("events.column.day"): span_in_words(event["date_start"], event["date_end"]),
            t("events.column.title"): event["title"],
            t("events.column.place"): place_in_words(dataset, event),
            t("events.column.grade"): t(f"verification.{event['verification']}"),
            t("events.column.type"): t(f"type.{event['event_type']}"),
            t("events.column.precision"): t(f"events.where.{event['where_precision']}"),
            t("events.column.id"): event["event_id"],
        }
        for event in events
    )


def _table(dataset: Dataset, found: Found) -> None:
    ids = [event["event_id"] for event in found.events]
    widths = {"day": 125, "title": 460, "place": 240, "grade": 80, "type": 190, "precision": 110, "id": 110}
    st.dataframe(
        table_of(dataset, found.events),
        hide_index=True,
        height=min(38 + 35 * len(ids), 560),
        column_config={t(f"events.column.{key}"): st.column_config.TextColumn(width=w) for key, w in widths.items()},
        selection_mode=["single-row", "single-cell"],
        on_select=partial(_picked, dataset, ids),
        key="event_table",
        alt=t("events.table_alt", count=len(ids)),
    )
    titles = {event["event_id"]: f"{short_date(event['date_start'])} · {event['title']}" for event in found.events}
    st.session_state["event_open"] = None
    st.selectbox(
        t("events.open"), ids, format_func=lambda event_id: f"{event_id} · {titles[event_id]}", key="event_open",
        placeholder=t("events.open_hint"),
        on_change=lambda: reader_page.change_view(dataset, event=st.session_state["event_open"]),
    )  # fmt: skip


def _pager(found: Found) -> None:
    if found.pages == 1:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(t("events.previous_page"), disabled=found.page == 1, on_click=_to_page, args=(found.page - 1,))
        st.text(t("events.page", page=found.page, pages=found.pages))
        st.button(t("events.next_page"), disabled=found.page == found.pages, on_click=_to_page, args=(found.page + 1,))


def _picked(dataset: Dataset, ids: list[str]) -> None:
    selection = st.session_state["event_table"]["selection"]
    rows = [*selection["rows"], *(row for row, _ in selection["cells"])]
    if rows and rows[0] < len(ids):
        reader_page.change_view(dataset, event=ids[rows[0]])


def _listed(key: str) -> None:
    chosen = st.session_state[f"listing_{key}"]
    st.session_state[LISTING] = replace(st.session_state[LISTING], page=1, **{key: chosen})


def _to_page(page: int) -> None:
    st.session_state[LISTING] = replace(st.session_state[LISTING], page=page)


def _filtered(dataset: Dataset, key: str, widget: str) -> None:
    _turned(dataset, **{key: ",".join(st.session_state[widget]) or None})


def _turned(dataset: Dataset, **changes: str | None) -> None:
    reader_page.change_view(dataset, **changes)
    if LISTING in st.session_state:
        _to_page(1)
