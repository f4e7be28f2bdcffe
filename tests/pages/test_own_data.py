"""What the map's component gets of added files: the same for the same files, nothing when there are none."""

from __future__ import annotations

import base64
import gzip
import json
from types import SimpleNamespace

import pytest
import streamlit as st

from geo.ingest.event import new_event
from geo.ingest.limited.sandbox import SandboxAnswer
from geo.ingest.limited.work import ids_of, packed
from geo.ingest.map_columns import columns_for_map
from geo.ingest.result import FileRejected
from geo.wording.text import t
from pages.ui.add import added, map_data
from pages.ui.map import page as map_page
from pages.ui.server import gate


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> dict:
    """A session of its own, as a plain dict."""
    state: dict = {}
    monkeypatch.setattr(st, "session_state", state)
    return state


def event(name: str, **changes):
    known = {
        "event_id": name, "title": f"Event {name}", "date_start": "2021-08-20", "date_end": "2021-08-20",
        "date_precision": 1, "where_precision": 1, "row": 2, "layout": "table", "point": [66.2, 34.5],
    }  # fmt: skip
    return new_event(**(known | changes))


def keep(name: str, dataset, *events) -> None:
    columns = columns_for_map(events, dataset)
    made = {"cards": packed(columns.pop("cards")), "columns": packed(columns)}
    message = {"kind": "events", "accepted": len(events), "ids": ids_of(dataset)}
    added.keep(name, SandboxAnswer(message, made), dataset.version)


def keep_counts(name: str, counts, dataset) -> None:
    message = {"kind": "counts", "total": counts["total"], "ids": ids_of(dataset)}
    added.keep(name, SandboxAnswer(message, {"counts": packed([counts])}), dataset.version)


def unpacked(text: str):
    return json.loads(gzip.decompress(base64.b64decode(text)))


def test_nothing_added_is_nothing_to_send(tiny) -> None:
    assert map_data.for_map(tiny) is None


def test_columns_cards_and_counts_travel_apart(tiny) -> None:
    counts = {
        "day": [1],
        "district": [0],
        "type": [-1],
        "events": [4],
        "total": 4,
        "leftOut": {"before": 0, "after": 0},
    }
    events = [event("A"), event("B", summary="<b>x</b>")]
    keep("a.csv", tiny, *events)
    keep_counts("map.json", counts, tiny)
    sent = map_data.for_map(tiny)
    columns = columns_for_map(events, tiny)
    cards = columns.pop("cards")
    assert unpacked(sent["columns"]) == columns and unpacked(sent["cards"]) == cards
    assert unpacked(sent["counts"]) == [counts] and set(sent) == {"columns", "cards", "counts", "token"}
    assert [file["count"] for file in added.added().values()] == [2, 4]


def test_counts_alone_have_no_columns(tiny) -> None:
    keep_counts("map.json", {"day": [1], "district": [0], "type": [-1], "events": [4], "total": 4}, tiny)
    assert unpacked(map_data.for_map(tiny)["columns"]) is None


def test_the_same_files_are_packed_once_and_give_the_same(tiny, session, monkeypatch) -> None:
    keep("a.csv", tiny, event("A"))
    first = map_data.for_map(tiny)
    assert map_data.for_map(tiny) is first
    session.pop(added.PACKED)
    assert map_data.for_map(tiny) == first  # byte by byte, so that the browser is not sent it again
    keep("b.csv", tiny, event("B"))
    assert map_data.for_map(tiny)["token"] != first["token"]


def test_a_removed_file_is_forgotten_with_what_was_packed_of_it(tiny, session) -> None:
    keep("a.csv", tiny, event("A"))
    token = map_data.for_map(tiny)["token"]
    map_data.forget("another", tiny)
    assert added.added()
    map_data.forget(token, tiny)
    assert not added.added() and map_data.for_map(tiny) is None
    assert "Event A" not in str(session) and added.PACKED not in session


@pytest.mark.parametrize("error", [gate.Busy(), FileRejected("x")])
def test_what_can_not_be_put_together_is_told_where_notes_stand(tiny, monkeypatch, error) -> None:
    def fails(*_) -> None:
        raise error

    keep("a.csv", tiny, event("A"))
    monkeypatch.setattr(map_data, "_together", fails)
    with pytest.raises(map_data.NotTogether):
        map_data.for_map(tiny)
    told: list[str] = []
    map_page._own(tiny, {}, SimpleNamespace(warning=told.append))
    assert told == [t("add.not_together")]
    map_data.forget("any", tiny)
    assert added.added(), "the files stay"
