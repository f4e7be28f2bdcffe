"""The map page, put together: search in the head, headline over the map's frame, timeline under it, panel beside it."""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit_folium import st_folium

from geo.address.view import ViewState
from geo.browser.frame import map_frame
from geo.queries.versions import changed_after, first_release, released_on
from geo.record.load import Dataset
from geo.record.problems import DataError
from geo.wording.dates import plain_date
from geo.wording.language import language as spoken
from geo.wording.lists import listed
from geo.wording.remarks import refused_in_words
from geo.wording.text import t
from pages.ui import components, language, layout, reader_page, state
from pages.ui.add import map_data
from pages.ui.export import panel as export_panel
from pages.ui.map import coverage_panel
from pages.ui.server.earlier import snapshot_for
from pages.ui.server.paths import static_root
from pages.ui.server.seen import seen
from pages.ui.server.snapshot import Snapshot, snapshot

MAP_HEIGHT = 520


def show() -> None:
    """Draw the page."""
    head = layout.begin()
    state.enter(state.MAP)
    try:
        now = snapshot_for(st.query_params.to_dict(), snapshot())
    except DataError:
        st.error(t("app.no_data"))
        return
    then = seen(now, state.asked_sight(now.timeline.dataset))
    addresses = then.assets.addresses(static_root(), spoken())
    with st.container(key="frame"):
        notes = _framed(now, addresses, is_whole=head is not None)
    if head:
        with head.search:
            components.search(addresses)
        with head.actions:
            export_panel.show(then.timeline, addresses)
            coverage_panel.show(then.timeline)
    with st.container(key="unseen"):
        _own(now.timeline.dataset, addresses, notes)
    layout.end(has_credits=False)


def _framed(now: Snapshot, addresses: dict[str, str], *, is_whole: bool) -> DeltaGenerator:
    """What fits the window: day and sentence over the map, the timeline under it, the panel beside it; where notes stand."""
    dataset, notes = now.timeline.dataset, st.container(key="notes")
    with notes:
        if now.stale:
            st.warning(t("app.data_problem", version=dataset.version, last=dataset.last_day))
        view, refused = state.current_view(dataset)
        reader_page.tell_of_earlier(now)
        _tell_of_other_data(view, dataset)
        for problem in refused:
            st.text(refused_in_words(problem))
        if is_whole:
            layout.tell_of_translation(is_short=True)
    if is_whole:
        with st.container(key="headline"):
            components.headline(addresses, is_opening=bool(st.session_state.get(state.OPENING)))
    draw_map(addresses)
    with st.container(key="under_map"):
        _timeline(now, addresses)
    with st.container(key="beside"):
        components.panel(addresses)
    return notes


def draw_map(addresses: dict[str, str]) -> None:
    """The map's frame; always the same script, so that it is never built anew."""
    with st.container(key="map"):
        st_folium(
            map_frame(addresses, t("app.map_credits")),
            key="map",
            height=MAP_HEIGHT,
            use_container_width=True,
            returned_objects=[],
        )


def _own(dataset: Dataset, addresses: dict[str, str], notes: DeltaGenerator) -> None:
    """What the reader added, handed to the map when there is something; last, so that nothing else moves."""
    try:
        packed = map_data.for_map(dataset)
    except map_data.NotTogether:
        notes.warning(t("add.not_together"))
        return
    if packed:
        components.user_data(addresses, packed, lambda: _own_reported(dataset))


def _own_reported(dataset: Dataset) -> None:
    report = st.session_state["user_data"].get("report")
    if isinstance(report, dict):
        map_data.forget(str(report.get("remove")), dataset)


def _tell_of_other_data(view: ViewState, dataset: Dataset) -> None:
    """Say that a link was made with other data, and which records of its view are newer."""
    other = st.session_state.pop(state.OTHER_DATA, None)
    if other is None:
        return
    made = released_on(other)
    newer = changed_after(dataset, view, made) if made else []
    message = t("app.other_data", other=other, now=dataset.version)
    first = plain_date(first_release() or dataset.last_day)
    rest = (
        t("app.other_data_count", count=len(newer), ids=listed(newer[:12]) or "–")
        if made
        else t("app.other_data_unknown", other=other, day=first)
    )
    st.text(f"{message} {rest}")


@st.fragment
@language.spoken
def _timeline(now: Snapshot, addresses: dict[str, str]) -> None:
    """The timeline; only this is run again when the reader lets the handle go."""
    dataset = now.timeline.dataset
    view = asdict(st.session_state[state.VIEW])
    components.timeline(addresses, view, state.epoch(), lambda: _reported(dataset), last_day=dataset.last_day)
    state.write_address(dataset)


def _reported(dataset: Dataset) -> None:
    report = st.session_state["timeline"].get("report")
    if isinstance(report, dict):
        state.take_report(report, dataset)
