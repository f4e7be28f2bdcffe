"""A story beside the map: its steps, each with an address of its own and the records that every sentence rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import streamlit as st

from geo.address.keys import SHOWN_LETTERS
from geo.address.view import ViewState, to_query
from geo.control.timeline import Timeline
from geo.reading.content import Paragraph
from geo.reading.lesson import lesson
from geo.reading.record_ways import record_ways
from geo.record.load import Dataset
from geo.wording.story import Step, Story, asked_step, named_events, shown_in_words
from geo.wording.text import t
from pages.ui import content, reader_page
from pages.ui.safe import escape_markdown
from pages.ui.server.snapshot import cached

STORY, STEP = "story_id", "story_step"


def take(query: Mapping[str, str], stories: dict[str, Story], dataset: Dataset) -> None:
    """Take the story and step that an address asks for; what it can't mean is told and falls back."""
    asked = asked_step(query, stories, dataset)
    if asked.no_story:
        st.text(t("story.missing", id=query["id"][:SHOWN_LETTERS], used=asked.story.title))
    if asked.no_step:
        st.text(t("story.no_step", step=query["step"][:SHOWN_LETTERS], last=len(asked.story.steps)))
    go(asked.story.story_id, asked.number)


def current(stories: dict[str, Story]) -> tuple[Story, int]:
    """The story on show and its step, counted from 0."""
    return stories[st.session_state[STORY]], st.session_state[STEP]


def query(story: Story, number: int) -> dict[str, str]:
    """What the address says of a step."""
    return {"id": story.story_id, "step": str(number + 1)}


def go(story_id: str, number: int) -> None:
    """Show a step of a story."""
    st.session_state[STORY], st.session_state[STEP] = story_id, number


def on_map(dataset: Dataset, step: Step) -> dict[str, Any]:
    """What the map shows at a step, with the events that the step names marked."""
    return asdict(step.view) | {"highlight": named_events(dataset, step)}


def choose(stories: dict[str, Story], story: Story) -> None:
    """The choice between the stories."""
    st.session_state["story_choice"] = story.story_id
    st.selectbox(
        t("story.choose"),
        list(stories),
        format_func=lambda story_id: stories[story_id].title,
        key="story_choice",
        on_change=lambda: go(st.session_state["story_choice"], 0),
    )


def tell(dataset: Dataset, view: ViewState, story: Story, number: int) -> None:
    """The text of a step, with the records that each sentence rests on, and the ways on."""
    step, last = story.steps[number], len(story.steps) - 1
    if number == 0:
        st.caption(escape_markdown(story.intro))
    st.subheader(escape_markdown(step.title), anchor=False)
    st.caption(shown_in_words(step))
    st.page_link("map.py", label=t("story.on_map"), query_params=to_query(step.view, dataset))
    for sentence in step.sentences:
        rests = Paragraph(record_ways(dataset, sentence.record_ids), is_quiet=True)
        content.show(dataset, Paragraph((sentence.text,)), rests)
    with st.container(horizontal=True, vertical_alignment="center"):
        for key, to in (("previous", number - 1), ("next", number + 1)):
            off = not 0 <= to <= last
            st.button(t(f"story.{key}"), key=f"story_{key}", disabled=off, on_click=go, args=(story.story_id, to))
        st.text(t("story.step", step=number + 1, count=last + 1))
    _steps(dataset, view, story, number)


def five_questions(timeline: Timeline) -> None:
    """The lesson: each answer is worked out from the record as it stands."""
    dataset = timeline.dataset
    st.subheader(t("lesson.title"), anchor=False)
    st.caption(t("lesson.note", version=dataset.version))
    for question in cached(dataset, ("lesson",), lambda: lesson(timeline)):
        with st.expander(question.question):
            content.show(dataset, Paragraph((question.answer,)), Paragraph((question.way,)))


def _steps(dataset: Dataset, view: ViewState, story: Story, number: int) -> None:
    """All steps, each with its own address."""
    with st.expander(t("story.steps", count=len(story.steps)), expanded=True):
        for other, step in enumerate(story.steps):
            message = escape_markdown(f"{other + 1}. {step.title}")
            link = reader_page.link_query(view, dataset) | query(story, other)
            st.page_link("pages/story.py", label=f"**{message}**" if other == number else message, query_params=link)
