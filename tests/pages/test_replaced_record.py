"""A reader whose page is open while the record is replaced sees the new one, also where it lacks what was open."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.control.timeline import Timeline
from geo.record.geojson import Row
from geo.record.load import Dataset
from pages.ui.server import snapshot as shared

pytestmark = pytest.mark.usefixtures("own_snapshot")
ROOT = Path(__file__).resolve().parents[2]


def without(dataset: Dataset, event_id: str) -> Dataset:
    """The record with one event withheld."""
    rows = [
        Row(
            row.line,
            row.record | {"sensitivity": "withheld"} if row.record["event_id"] == event_id else row.record,
            row.geometry,
        )
        for row in dataset.tables["events"]
    ]
    return Dataset("0123456789ab", {**dataset.tables, "events": tuple(rows)})


@pytest.mark.parametrize("name", ["events", "compare", "map"])
def test_an_event_that_is_withheld_by_now_is_let_go_and_told(
    shipped_line: Timeline, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    event_id = shipped_line.dataset.public_events[0]["event_id"]
    page = AppTest.from_file(str(ROOT / "map.py"), default_timeout=60)
    if name != "map":
        page.switch_page(f"pages/{name}.py")
    page.query_params["event"] = event_id
    page.run()
    assert not page.exception and page.session_state["view"].event == event_id
    epoch = page.session_state["view_epoch"]
    replaced = Timeline(without(shipped_line.dataset, event_id))
    monkeypatch.setattr(shared, "_current", dataclasses.replace(shared._current, timeline=replaced))
    page.run()
    assert not page.exception
    assert page.session_state["view"].event is None and page.session_state["view_epoch"] > epoch
    assert any(event_id in text.value for text in page.text), "what could not be shown is told"
    page.run()
    assert not page.exception and not any(event_id in text.value for text in page.text)


def test_a_view_that_still_holds_stays(shipped_line: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    event_id, other = (event["event_id"] for event in shipped_line.dataset.public_events[:2])
    page = AppTest.from_file(str(ROOT / "map.py"), default_timeout=60)
    page.query_params["event"] = event_id
    page.run()
    before = page.session_state["view"], page.session_state["view_epoch"]
    replaced = Timeline(without(shipped_line.dataset, other))
    monkeypatch.setattr(shared, "_current", dataclasses.replace(shared._current, timeline=replaced))
    page.run()
    assert not page.exception and (page.session_state["view"], page.session_state["view_epoch"]) == before
