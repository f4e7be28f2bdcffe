"""A file of the reader's from the upload to an answer: worked on in a limited process, once for the same answers."""

from __future__ import annotations

from typing import Any

import streamlit as st

from geo.ingest.limited.sandbox import FOR_PAGE, SandboxAnswer, run_limited
from geo.ingest.result import Choices
from geo.record.load import Dataset
from geo.wording.text import t
from pages.ui.server import gate
from pages.ui.server.quota import asking

#: What was answered last: (what was asked, answer). It goes when the next one comes.
ANSWER = "add_answer"


def answer_of(upload: Any, dataset: Dataset, choices: Choices) -> SandboxAnswer:
    """What comes of an uploaded file, with a bar that tells how far it is.

    Raises
    ------
    FileRejected
        As `geo.ingest.limited.sandbox.run_limited`.
    Busy
        When too many readers wait already.
    """
    requested = (upload.file_id, choices, dataset.version)
    cached = st.session_state.get(ANSWER)
    if cached and cached[0] == requested:
        known: SandboxAnswer = cached[1]
        return known
    forget()
    bar = st.progress(0.0, text=t("add.reading"))

    def watch(done: int, rows: int) -> None:
        bar.progress(min(1.0, done / max(1, rows)), text=t("add.mapping", done=done, all=rows))

    def wait(before: int) -> None:
        bar.progress(0.0, text=t("add.waiting", count=before))

    try:
        with gate.files.turn(asking(), wait):
            answer = run_limited(FOR_PAGE, upload.getvalue(), dataset, choices, watch)
    finally:
        bar.empty()
    st.session_state[ANSWER] = (requested, answer)
    return answer


def bytes_held() -> int:
    """What the answer takes that is not taken over yet."""
    cached = st.session_state.get(ANSWER)
    return cached[1].held if cached else 0


def forget() -> None:
    """Let the answer go."""
    st.session_state.pop(ANSWER, None)
