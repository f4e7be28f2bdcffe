"""The stories page: cold, every step, and addresses that mean nothing."""

from __future__ import annotations

import pytest

from geo.story import load_stories
from geo.timeline import Timeline


@pytest.fixture
def drawn(visit_page, monkeypatch: pytest.MonkeyPatch):
    """The page without the map, which needs a browser."""
    from pages.ui import map_page

    class NoAssets:
        def addresses(self, root: str) -> dict[str, str]:
            return {"story": root}

    from pages.ui import snapshot as shared

    monkeypatch.setattr(map_page, "draw_map", lambda addresses: None)

    def visit(**query: str):
        assert shared._current is not None
        monkeypatch.setattr(
            shared, "_current", shared.Snapshot(shared._current.line, NoAssets(), shared._current.stamp)
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
        told = texts(page)
        captions = " ".join(str(element.value) for element in page.caption).replace("\\", "")
        for sentence in story.steps[step - 1].sentences:
            assert sentence.text in told
            assert all(record_id in captions for record_id in sentence.record_ids)


@pytest.mark.parametrize(
    "query", [{"id": "![x](https://evil.example)"}, {"step": "-1"}, {"step": "9999"}, {"step": "x"}]
)
def test_junk_falls_back(drawn, query: dict[str, str]) -> None:
    page = drawn(**query)
    assert not page.exception
    assert texts(page)
