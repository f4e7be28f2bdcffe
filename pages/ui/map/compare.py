"""Two maps with one viewport, the difference in a sentence and tables, the events between."""

from __future__ import annotations

from dataclasses import asdict, replace

import streamlit as st
from streamlit_folium import st_folium

from geo.address.compare import Sides, sides_to_query
from geo.address.view import ViewState
from geo.address.windows import WINDOWS
from geo.browser.frame import map_frame
from geo.control.difference import Difference
from geo.reading.compare_tables import areas_table, each_section, events_section, sums_table
from geo.record.load import Dataset
from geo.record.schema import PERSPECTIVES
from geo.wording.change import holding_in_words
from geo.wording.dates import plain_date, span_in_words
from geo.wording.language import language
from geo.wording.sides_sentence import sides_sentences
from geo.wording.text import t
from geo.wording.words import area_names
from pages.ui import components, content, reader_page
from pages.ui.date_field import date_field
from pages.ui.map import days_of_change, layer_tables
from pages.ui.map.layer_tables import CONTROL
from pages.ui.server.paths import static_root
from pages.ui.server.snapshot import Snapshot

SIDES, AT = "sides", "sides_at"
KEYS = ("a", "b")
MAP_HEIGHT = 420


def show(now: Snapshot, view: ViewState, sides: Sides, found: Difference, at: str | None) -> None:
    """The whole page under its head; `at` is where the address lets both maps look."""
    timeline = now.timeline
    for message in sides_sentences(timeline, view, found):
        st.text(message)
    _maps(now, sides)
    _drawn(now, view, sides, at)
    _chosen(now, view, sides)
    layer_tables.show(timeline, view, sides)
    _tables(timeline.dataset, found, view.layer)
    _events(timeline.dataset, sides, found.events)
    days_of_change.show(now, view, sides)


def _maps(now: Snapshot, sides: Sides) -> None:
    addresses = now.assets.addresses(static_root(), language())
    for column, key in zip(st.columns(2, gap="small"), KEYS, strict=True):
        with column:
            _choices(now.timeline.dataset, key, sides)
            with st.container(key=f"map_{key}"):
                st_folium(
                    map_frame(addresses, t("app.map_credits"), key),
                    key=f"map_{key}",
                    height=MAP_HEIGHT,
                    use_container_width=True,
                    returned_objects=[],
                )


def _choices(dataset: Dataset, key: str, sides: Sides) -> None:
    """Day and perspective of one side."""
    side = getattr(sides, key)
    day, perspective = st.columns(2)
    st.session_state[f"side_perspective_{key}"] = side.perspective
    with day:
        date_field(
            t(f"sides.day.{key}"),
            side.day,
            (dataset.first_day, dataset.last_day),
            f"side_day_{key}",
            lambda chosen: _change(key, day=chosen),
        )
    perspective.selectbox(
        t(f"sides.perspective.{key}"),
        PERSPECTIVES,
        format_func=lambda name: t(f"perspective.{name}"),
        key=f"side_perspective_{key}",
        on_change=lambda: _change(key, perspective=st.session_state[f"side_perspective_{key}"]),
    )


def _change(key: str, **fields: str) -> None:
    sides = st.session_state[SIDES]
    st.session_state[SIDES] = replace(sides, **{key: replace(getattr(sides, key), **fields)})


def _drawn(now: Snapshot, view: ViewState, sides: Sides, at: str | None) -> None:
    """Buttons under the maps, and the legends, which the browser draws."""
    dataset = now.timeline.dataset
    with st.container(horizontal=True, vertical_alignment="bottom", key="sides_ways"):
        st.button(t("sides.swap"), on_click=_swap)
        st.session_state["sides_window"] = view.window
        st.selectbox(
            t("sides.window"),
            WINDOWS,
            format_func=lambda window: t(f"window.{window}.hint"),
            key="sides_window",
            width=330,
            on_change=lambda: reader_page.change_view(dataset, window=st.session_state["sides_window"]),
        )
        with st.container(
            horizontal=True, width="content", key="sides_open"
        ):  # one under the other where there is no room
            for key in KEYS:
                side = getattr(sides, key)
                query = reader_page.link_query(view, dataset, date=side.day, perspective=side.perspective)
                st.page_link("map.py", label=t(f"sides.open.{key}"), query_params=query, width="content")
    st.caption(t("sides.outline" if view.layer == CONTROL else "sides.outline.layer"))
    shown = asdict(view) | {
        "at": at,
        "comparedMaps": {
            key: {"date": getattr(sides, key).day, "perspective": getattr(sides, key).perspective} for key in KEYS
        },
    }
    components.compared_maps(now.assets.addresses(static_root(), language()), shown, lambda: _reported(dataset))


def _swap() -> None:
    st.session_state[SIDES] = st.session_state[SIDES].swapped()


def _reported(dataset: Dataset) -> None:
    """What was clicked on a map: kept in the view."""
    report = st.session_state["compared_maps"].get("report")
    if isinstance(report, dict):
        chosen = {key: report.get(key) for key in ("province", "district", "event")}
        reader_page.change_view(dataset, **chosen)


def _chosen(now: Snapshot, view: ViewState, sides: Sides) -> None:
    """The district or event that was clicked on a map, as each side has it."""
    dataset = now.timeline.dataset
    if view.event:
        _event(dataset, view)
    elif view.district:
        for key in KEYS:
            side = getattr(sides, key)
            interval = now.timeline.interval_at(view.district, side.day, side.perspective)
            held = interval.state if interval else None
            told = holding_in_words(dataset, held.holding if held else None)
            if interval and held:
                told = t("words.remark", told=told, remark=t("sides.since", day=plain_date(interval.since)))
            name = area_names(dataset, [view.district])
            st.text(t("sides.chosen", side=key.upper(), name=name, told=told))


def _event(dataset: Dataset, view: ViewState) -> None:
    """What the chosen event is, and the way to its record."""
    event = dataset.public_by_id[str(view.event)]
    st.text(t("words.labelled", label=span_in_words(event["date_start"], event["date_end"]), told=event["title"]))
    query = reader_page.link_query(view, dataset) | {"days": "record"}
    st.page_link("pages/events.py", label=t("sides.event"), query_params=query)


def _tables(dataset: Dataset, found: Difference, layer: str) -> None:
    title = t("sides.table" if layer == CONTROL else "sides.table.control")
    st.subheader(title, anchor=False)
    if not found.districts:
        st.text(t("sides.no_row"))
        return
    sums = sums_table(dataset, found, t("sides.sums.side"))
    content.show(dataset, areas_table(dataset, found, title))
    if sums:
        content.show(dataset, sums)
    content.show(dataset, each_section(dataset, found))
    st.caption(t("sides.table_note", version=found.dataset))


def _events(dataset: Dataset, sides: Sides, ids: tuple[str, ...]) -> None:
    """The events from the earlier to the later day, both included."""
    events = [dataset.public_by_id[event_id] for event_id in ids]
    first, last = sorted((sides.a.day, sides.b.day))
    content.show(dataset, events_section(dataset, events, (first, last), sides_to_query(sides)))
