"""What the reader brought: kept in this session only, as plain data, for the pages that show it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from geo.ingest.event import Event
from geo.ingest.map_columns import columns_for_map
from geo.record.load import Dataset

#: The one key of the session: file name -> {"bytes": its size, "events": [Event, …], "report": {…}}, plain data (dicts,
#: lists, text); a file of counts has "counts" too (`geo.ingest.counts`) and no events.
ADDED = "added_files"
#: What was made of the files for the map (`own_data.py`); it goes when they change.
PACKED = "added_packed"
#: Grows with each file that was taken over or let go, so that the upload box is empty again.
ROUND = "added_round"


def added() -> dict[str, dict[str, Any]]:
    """The files that the reader added, by name; empty when there is none."""
    files: dict[str, dict[str, Any]] = st.session_state.setdefault(ADDED, {})
    return files


def keep(name: str, events: list[Event], report: dict[str, Any], size: int) -> None:
    """Add a file of so many bytes to the session, in place of one of the same name."""
    _keep(name, {"bytes": size, "events": events, "report": report})


def keep_counts(name: str, counts: dict[str, Any], size: int) -> None:
    """Add a file of counts to the session, in place of one of the same name."""
    _keep(name, {"bytes": size, "events": [], "report": {}, "counts": counts})


def _keep(name: str, file: dict[str, Any]) -> None:
    st.session_state[ADDED] = added() | {name: file}
    empty_box()


def empty_box() -> None:
    """Let go of the file in the upload box."""
    st.session_state[ROUND] = round_number() + 1


def bytes_held() -> int:
    """The size of all files that were taken over."""
    return sum(file["bytes"] for file in added().values())


def size(file: dict[str, Any]) -> int:
    """How many events a file tells of, one by one or counted."""
    return len(file["events"]) + int(file.get("counts", {}).get("total", 0))


def round_number() -> int:
    """How many files were taken over or let go in this session."""
    return int(st.session_state.get(ROUND, 0))


def remove(name: str) -> None:
    """Forget a file."""
    st.session_state[ADDED] = {key: value for key, value in added().items() if key != name}
    st.session_state.pop(PACKED, None)


def events() -> list[Event]:
    """The events of all added files."""
    return [event for file in added().values() for event in file["events"]]


def columns(dataset: Dataset) -> dict[str, Any] | None:
    """All added events as the browser engine reads them; None when the reader added nothing."""
    found = events()
    return columns_for_map(found, dataset) if found else None
