"""The stories page: a story's steps played on the map, and a lesson with questions from the record."""

from __future__ import annotations

import streamlit as st

from geo.record.problems import DataError
from geo.wording.language import language
from geo.wording.story import load_stories
from geo.wording.text import t
from pages.ui import asked, components, layout, reader_page, state, story_page
from pages.ui.map import page as map_page
from pages.ui.server.paths import static_root
from pages.ui.server.snapshot import cached


def show() -> None:
    """Draw the page."""
    now = reader_page.begin("story.title")
    if now is None:
        return
    dataset = now.timeline.dataset
    try:
        stories = cached(dataset, ("stories",), lambda: load_stories(dataset))
    except DataError:
        st.error(t("story.unreadable"))
        return
    outside = asked.came_from_outside()
    view, refused = state.current_view(dataset)
    reader_page.tell_refused(refused)
    if outside or story_page.STEP not in st.session_state:
        story_page.take(st.query_params.to_dict(), stories, dataset)
    story, number = story_page.current(stories)
    addresses = now.assets.addresses(static_root(), language())
    st.header(t("story.title"), anchor=False)
    reader_page.tell_reference_elsewhere(view)
    left, right = st.columns([2, 1], gap="medium")
    with left:
        map_page.draw_map(addresses)
        components.story(addresses, story_page.on_map(dataset, story.steps[number]), story.steps[number].extent)
        st.caption(t("story.keys"))
    with right:
        story_page.choose(stories, story)
        story_page.tell(dataset, view, story, number)
    story_page.five_questions(now.timeline)
    state.write_address(dataset, story_page.query(story, number))
    layout.end()


show()
