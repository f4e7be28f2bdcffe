"""The boxes of the filters and days that the lists of events and sources share; the map has the same filters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.address.keys import DAYS, FILTER_KEYS
from geo.address.view import ViewState
from geo.address.windows import WINDOWS
from geo.queries.find import used_branches, used_values
from geo.record.load import Dataset
from geo.record.schema import CLAIMANTS, EVENT_TYPES, SOURCE_KINDS, VERIFICATIONS, WHERE_PRECISIONS
from geo.wording.pages.actor_words import branch_name
from geo.wording.text import t
from geo.wording.words import filter_value_in_words
from pages.ui import reader_page
from pages.ui.content import LISTING
from pages.ui.date_field import date_field
from pages.ui.server.snapshot import cached

OPTIONS = {
    "type": tuple(EVENT_TYPES), "grade": VERIFICATIONS, "precision": tuple(map(str, WHERE_PRECISIONS)),
    "claimant": CLAIMANTS, "kind": SOURCE_KINDS,
}  # fmt: skip
FILES = {"actor": "actors", "area": "provinces"}
IN_A_ROW = 4


def filter_box(column: DeltaGenerator, dataset: Dataset, view: ViewState, key: str) -> None:
    """The box of one filter of the view; what is chosen is kept for the map."""
    every = OPTIONS.get(key) or tuple(dataset.by_id(FILES[key]))
    chosen = (getattr(view, key) or "").split(",") if getattr(view, key) else []
    used = cached(dataset, ("used", key), partial(used_values, dataset, key))
    if key == "actor":  # the list is long: those that most events name are seen when it opens
        every = tuple(sorted(every, key=lambda actor: -used.get(actor, 0)))
    widget = f"filter_{key}"
    st.session_state[widget] = chosen
    column.multiselect(
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


def branch_box(column: DeltaGenerator, dataset: Dataset, key: str, chosen: str, change: Callable[[], None]) -> None:
    """The box of a branch of the tree of actors: an actor or a kind of actors with all below it.

    Parameters
    ----------
    key : of the widget, where what is chosen then stands; None for everybody.
    """
    options = cached(dataset, ("used_branches",), partial(used_branches, dataset))
    st.session_state[key] = chosen or None
    column.selectbox(
        t("branch.choose"),
        options if chosen in ("", *options) else [*options, chosen],
        format_func=partial(branch_name, dataset),
        key=key,
        on_change=change,
        placeholder=t("events.all"),
        help=t("branch.help"),
    )


def filter_expander(dataset: Dataset, view: ViewState, keys: tuple[str, ...] = FILTER_KEYS) -> None:
    """Some filters, folded in while none is set."""
    active = sum(bool(getattr(view, key)) for key in keys)
    with st.expander(t("events.filters", count=active) if active else t("events.filters_none"), expanded=bool(active)):
        for number, key in enumerate(keys):
            if number % IN_A_ROW == 0:
                columns = st.columns(IN_A_ROW)
            filter_box(columns[number % IN_A_ROW], dataset, view, key)
        st.button(t("filter.clear"), disabled=not active, on_click=turn, args=(dataset,), kwargs=dict.fromkeys(keys))


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
        on_change=lambda: turn(dataset, window=st.session_state["view_window"]),
    )


def days_box(key: str) -> str:
    """The whole record or the map's window; kept in the session under a key of the page."""
    st.session_state[f"{key}_box"] = st.session_state.setdefault(key, "record")
    st.selectbox(
        t("events.days"), DAYS, format_func=lambda one: t(f"events.days.{one}"), key=f"{key}_box",
        on_change=lambda: st.session_state.update({key: st.session_state[f"{key}_box"]}),
    )  # fmt: skip
    return str(st.session_state[key])


def turn(dataset: Dataset, **changes: str | None) -> None:
    """Take over filters or a window; a list begins again at its first page."""
    reader_page.change_view(dataset, **changes)
    if LISTING in st.session_state:
        st.session_state[LISTING] = replace(st.session_state[LISTING], page=1)


def _filtered(dataset: Dataset, key: str, widget: str) -> None:
    turn(dataset, **{key: ",".join(st.session_state[widget]) or None})
