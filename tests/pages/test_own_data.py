"""What the map's component gets of added files: the same for the same files, nothing when there are none."""

from __future__ import annotations

import base64
import gzip
import json

import pytest
import streamlit as st

from geo.ingest.event import new_event
from geo.ingest.map_columns import columns_for_map
from pages.ui.add import added, map_data


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
    added.keep("a.csv", [event("A"), event("B", summary="<b>x</b>")], {}, 10)
    added.keep_counts("map.json", counts, 20)
    packed = map_data.for_map(tiny)
    columns = columns_for_map(added.events(), tiny)
    cards = columns.pop("cards")
    assert unpacked(packed["columns"]) == columns and unpacked(packed["cards"]) == cards
    assert unpacked(packed["counts"]) == [counts] and set(packed) == {"columns", "cards", "counts", "token"}
    assert [added.size(file) for file in added.added().values()] == [2, 4]


def test_counts_alone_have_no_columns(tiny) -> None:
    added.keep_counts("map.json", {"day": [1], "district": [0], "type": [-1], "events": [4], "total": 4}, 20)
    assert unpacked(map_data.for_map(tiny)["columns"]) is None


def test_the_same_files_are_packed_once_and_give_the_same(tiny, session, monkeypatch) -> None:
    added.keep("a.csv", [event("A")], {}, 10)
    first = map_data.for_map(tiny)
    assert map_data.for_map(tiny) is first
    session.pop(added.PACKED)
    assert map_data.for_map(tiny) == first  # byte by byte, so that the browser is not sent it again
    added.keep("b.csv", [event("B")], {}, 10)
    assert map_data.for_map(tiny)["token"] != first["token"]


def test_a_removed_file_is_forgotten_with_what_was_packed_of_it(tiny, session) -> None:
    added.keep("a.csv", [event("A")], {}, 10)
    token = map_data.for_map(tiny)["token"]
    map_data.forget("another", tiny)
    assert added.added()
    map_data.forget(token, tiny)
    assert not added.added() and map_data.for_map(tiny) is None
    assert "Event A" not in str(session) and added.PACKED not in session
