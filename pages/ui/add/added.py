"""What the reader brought: kept in this session only, as packed bytes of a known size, for the pages that show it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from geo.ingest.limited.sandbox import SandboxAnswer

#: The one key of the session: file name -> what is kept of it, plain data: "bytes" (what it takes to keep it), "count"
#: (events, one by one or counted), "outside" (those outside the days of the replay), "last" (the last day of one that is
#: inside; "" where none is), "version" (of the record), "ids" (what the numbers stand for), and as text that the browser unpacks "columns" and "cards", or "counts"; else None.
ADDED = "added_files"
#: What was made of the files for the map (`map_data.py`); it goes when they change.
PACKED = "added_packed"
#: Grows with each file that was taken over or let go, so that the upload box is empty again.
ROUND = "added_round"
PARTS = ("columns", "cards", "counts")


def added() -> dict[str, dict[str, Any]]:
    """The files that the reader added, by name; empty when there is none."""
    files: dict[str, dict[str, Any]] = st.session_state.setdefault(ADDED, {})
    return files


def keep(name: str, answer: SandboxAnswer, version: str) -> None:
    """Add what came of a file to the session, in place of one of the same name."""
    message = answer.message
    file: dict[str, Any] = {part: answer.made[part].decode("ascii") if part in answer.made else None for part in PARTS}
    count = message["total"] if message["kind"] == "counts" else message["accepted"]
    file |= {"count": count, "outside": message.get("outside", 0), "last": message.get("last", "")}
    file |= {"version": version, "ids": message["ids"]}
    file["bytes"] = sum(len(file[part] or "") for part in PARTS)
    st.session_state[ADDED] = added() | {name: file}
    empty_box()


def empty_box() -> None:
    """Let go of the file in the upload box."""
    st.session_state[ROUND] = round_number() + 1


def bytes_held() -> int:
    """What it takes to keep all files that were taken over, and what was put together of them for the map."""
    files = added()
    alone: int = sum(file["bytes"] for file in files.values())
    return alone * (1 if len(files) < 2 else 2)


def round_number() -> int:
    """How many files were taken over or let go in this session."""
    return int(st.session_state.get(ROUND, 0))


def remove(name: str) -> None:
    """Forget a file."""
    st.session_state[ADDED] = {key: value for key, value in added().items() if key != name}
    st.session_state.pop(PACKED, None)
