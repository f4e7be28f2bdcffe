"""The actors page: `/actors` shows all as a tree, `/actors?actor=nrf` what the record holds of one."""

from __future__ import annotations

import streamlit as st

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.actors import actor_profile
from geo.reading.actors.page import actor_blocks
from geo.reading.actors.tree import tree_blocks
from geo.wording.text import t
from geo.wording.words import actor_in_full
from pages.ui import content, layout, reader_page, state
from pages.ui.safe import escape_markdown
from pages.ui.server.snapshot import cached


def show() -> None:
    """Draw the page: one actor where the view names just one, else all."""
    now = reader_page.begin("actors.title")
    if now is None:
        return
    dataset = now.timeline.dataset
    view, refused = state.current_view(dataset)
    reader_page.tell_refused(refused)
    if view.actor in dataset.by_id("actors"):
        _one(now.timeline, view)
    else:
        st.header(t("actors.title"), anchor=False)
        st.caption(t("actors.intro"))
        content.show(dataset, *cached(dataset, ("actor_tree",), lambda: tree_blocks(dataset)))
    state.write_address(dataset)
    layout.end()


def _one(timeline: Timeline, view: ViewState) -> None:
    dataset, actor_id = timeline.dataset, str(view.actor)
    st.header(escape_markdown(actor_in_full(dataset, actor_id)), anchor=False)
    found = cached(dataset, ("actor", actor_id), lambda: actor_blocks(dataset, actor_profile(timeline, actor_id)))
    content.show(dataset, *found)


show()
