"""The stories page: a story's steps played on the map, and a lesson with questions from the record."""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st

from geo.dates import in_words
from geo.lesson import lesson
from geo.problems import DataError
from geo.story import Step, Story, load_stories
from geo.text import t
from pages.ui import components, layout, map_page
from pages.ui.safe import escape_markdown
from pages.ui.snapshot import Snapshot, snapshot

STORY = "id"
STEP = "step"


def show() -> None:
    """Draw the page."""
    layout.begin(f"{t('story.title')} · {t('app.title')}")
    try:
        now = snapshot()
        stories = load_stories(now.line.dataset)
    except DataError:
        st.error(t("story.unreadable"))
        return
    if now.stale:
        st.warning(t("app.data_problem", version=now.line.dataset.version, last=now.line.dataset.last_day))
    story, number = asked(stories)
    addresses = now.assets.addresses(map_page.static_root())
    left, right = st.columns([2, 1], gap="medium")
    with left:
        map_page.draw_map(addresses)
        components.story(addresses, asdict(story.steps[number].view), story.steps[number].extent)
    with right:
        choose(stories, story)
        tell(story, number)
    five_questions(now)
    layout.end()


def asked(stories: dict[str, Story]) -> tuple[Story, int]:
    """The story and step that the address asks for; what it can't mean is told and falls back."""
    wanted = st.query_params.get(STORY, next(iter(stories)))
    if wanted not in stories:
        used = next(iter(stories))
        st.text(t("story.missing", id=wanted[:60], used=used))
        wanted = used
    story = stories[wanted]
    step = st.query_params.get(STEP, "1")
    number = int(step) if step.isascii() and step.isdecimal() and len(step) < 4 else 1
    return story, min(max(number, 1), len(story.steps)) - 1


def go(story_id: str, number: int) -> None:
    """Put a story's step (counted from 0) into the address."""
    st.query_params.from_dict({STORY: story_id, STEP: str(number + 1)})


def choose(stories: dict[str, Story], story: Story) -> None:
    """The choice between the stories."""
    ids = list(stories)
    st.selectbox(
        t("story.choose"),
        ids,
        index=ids.index(story.story_id),
        format_func=lambda story_id: stories[story_id].title,
        key="story_choice",
        on_change=lambda: go(st.session_state["story_choice"], 0),
    )


def tell(story: Story, number: int) -> None:
    """The text of a step, with the records that each sentence rests on, and the way on."""
    step: Step = story.steps[number]
    st.subheader(escape_markdown(step.title), anchor=False)
    st.caption(
        t(
            "story.shown",
            day=in_words(step.view.date),
            perspective=t(f"perspective.{step.view.perspective}"),
            window=t(f"window.{step.view.window}"),
        )
    )
    if number == 0:
        st.caption(escape_markdown(story.intro))
    for sentence in step.sentences:
        st.text(sentence.text)
        st.caption(escape_markdown(f"{t('story.records')} {', '.join(sentence.record_ids)}"))
    back, on = st.columns(2)
    back.button(
        t("story.previous"), key="story_previous", disabled=number == 0, on_click=go, args=(story.story_id, number - 1)
    )
    last = number == len(story.steps) - 1
    on.button(t("story.next"), key="story_next", disabled=last, on_click=go, args=(story.story_id, number + 1))
    st.caption(t("story.step", step=number + 1, count=len(story.steps)))


def five_questions(now: Snapshot) -> None:
    """The lesson: each answer is worked out from the record as it stands."""
    st.subheader(t("lesson.title"), anchor=False)
    for question in lesson(now.line):
        with st.expander(question.question):
            st.text(question.answer)
            st.caption(t("lesson.command"))
            st.code(question.command, language=None)


show()
