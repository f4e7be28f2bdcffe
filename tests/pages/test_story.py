"""The stories page: cold, every step, and addresses that mean nothing."""

from __future__ import annotations

import pytest

from geo.control.timeline import Timeline
from geo.record.load import public
from geo.wording.story import RECORD_ID, load_stories
from geo.wording.text import t
from tests.pages.html_page import HtmlPage


@pytest.fixture
def drawn(visit_page, monkeypatch: pytest.MonkeyPatch):
    """The page without the map, which needs a browser."""
    from pages.ui.map import page as map_page

    class NoAssets:
        def addresses(self, root: str, lang: str) -> dict[str, str]:
            return {"story": root}

    from pages.ui.server import snapshot as shared

    monkeypatch.setattr(map_page, "draw_map", lambda addresses: None)

    def visit(**query: str):
        assert shared._current is not None
        monkeypatch.setattr(
            shared, "_current", shared.Snapshot(shared._current.timeline, NoAssets(), shared._current.stamp)
        )
        return visit_page("story", **query)

    return visit


def texts(page) -> list[str]:
    return [element.value for element in page.text]


@pytest.mark.parametrize("story_id", ["panjshir-2021", "ground-to-attacks"])
def test_each_step_tells_its_sentences_and_their_records(drawn, shipped_line: Timeline, story_id: str) -> None:
    story = load_stories(shipped_line.dataset)[story_id]
    last = len(story.steps)
    for step in (1, last):
        page = drawn(id=story_id, step=str(step))
        assert not page.exception
        shown, titles = (
            HtmlPage(page),
            {e["event_id"]: e["title"] for e in public(shipped_line.dataset.records("events"))},
        )
        labels = {link.label for link in shown.links}
        for sentence in story.steps[step - 1].sentences:
            assert sentence.text in shown.text
            assert {titles[record_id] for record_id in sentence.record_ids if record_id in titles} <= labels
        assert not any(RECORD_ID.search(label) for label in labels), "links are words, no numbers of records"


@pytest.mark.parametrize(
    "query", [{"id": "![x](https://evil.example)"}, {"step": "-1"}, {"step": "9999"}, {"step": "x"}]
)
def test_junk_falls_back(drawn, query: dict[str, str], shipped_line: Timeline) -> None:
    page = drawn(**query)
    assert not page.exception
    assert any(value in text for text in texts(page) for value in query.values()), "junk is told"
    steps = [len(story.steps) for story in load_stories(shipped_line.dataset).values()]
    assert page.session_state["address"]["step"] in ("1", *map(str, steps))


def test_a_story_keeps_the_readers_view_and_its_steps_have_addresses(drawn, shipped_line: Timeline) -> None:
    stories = load_stories(shipped_line.dataset)
    assert next(iter(stories)) == "panjshir-2021", "the first days come first"
    page = drawn(id="ground-to-attacks", step="2", date="2022-05-07", grade="claimed")
    address = page.session_state["address"]
    assert (address["id"], address["step"], address["date"], address["grade"]) == (
        "ground-to-attacks", "2", "2022-05-07", "claimed",
    )  # fmt: skip
    links = [link.proto.query_string for link in page.get("page_link")]
    count = len(stories["ground-to-attacks"].steps)
    for step in range(1, count + 1):
        assert any(f"id=ground-to-attacks&step={step}" in link and "grade=claimed" in link for link in links)
    page.button(key="story_next").click().run()
    assert page.session_state["address"]["step"] == "3" and not page.exception


def test_the_lesson_has_five_answers(drawn, shipped_line: Timeline) -> None:
    from geo.reading.lesson import lesson

    page = drawn()
    shown = HtmlPage(page)
    for question in lesson(shipped_line):
        assert question.answer in shown.text
        assert any(link.label == question.way.label for link in shown.links)
    assert not page.code, "no command stands as an answer"


def test_rows_of_ucdp_that_its_map_does_not_draw_are_told(drawn) -> None:
    shown, without = drawn(reference="ucdp"), drawn()
    assert not shown.exception
    told = [any(t("reference.elsewhere") == one.value for one in page.caption) for page in (shown, without)]
    assert told == [True, False]
