"""A file of the reader's from the upload to a result: read once, mapped anew when an answer changes."""

from __future__ import annotations

import threading
from typing import Any

import streamlit as st

from geo.ingest.result import Choices, Result, Table
from geo.ingest.run import map_table
from geo.ingest.sandbox import read_limited
from geo.record.load import Dataset
from geo.wording.text import t

#: The table that was read last: (file, encoding, sheet, table). It goes when the next one comes.
TABLE = "add_table"
#: What it gave last: (table, choices, result).
RESULT = "add_result"
#: Files that are read at the same time, over all sessions.
_room = threading.BoundedSemaphore(2)


def read_upload(upload: Any, choices: Choices) -> Table:
    """The table of an uploaded file; read in a limited process, and only once for the same answers.

    Raises
    ------
    FileRejected
        As `geo.ingest.sandbox.read_limited`.
    """
    requested = (upload.file_id, choices.encoding, choices.sheet)
    cached = st.session_state.get(TABLE)
    if cached and cached[0] == requested:
        table: Table = cached[1]
        return table
    with st.spinner(t("add.reading")), _room:
        table = read_limited(upload.getvalue(), choices)
    st.session_state[TABLE] = (requested, table)
    return table


def mapped(table: Table, dataset: Dataset, choices: Choices) -> Result:
    """The result of a table, with a bar that tells how far it is; worked out once for the same answers."""
    cached = st.session_state.get(RESULT)
    if cached and cached[0] is table and cached[1] == choices:
        known: Result = cached[2]
        return known
    bar = st.progress(0.0, text=t("add.mapping", done=0, all=len(table.rows)))

    def watch(done: int, rows: int) -> None:
        bar.progress(done / max(1, rows), text=t("add.mapping", done=done, all=rows))

    try:
        result = map_table(table, dataset, choices, watch)
    finally:
        bar.empty()
    st.session_state[RESULT] = (table, choices, result)
    return result


def forget() -> None:
    """Let the table and its result go."""
    st.session_state.pop(TABLE, None)
    st.session_state.pop(RESULT, None)
