"""The page 'Add your data': a file of the reader's own, read here and kept in this session only."""

from __future__ import annotations

from typing import Any

import streamlit as st

from geo.ingest.limited.sandbox import SandboxAnswer
from geo.ingest.result import FileRejected
from geo.record.load import Dataset
from geo.wording.text import t
from pages.ui import layout, reader_page, state
from pages.ui.add import added, counts, summary
from pages.ui.add import questions as add_questions
from pages.ui.add.file import answer_of, bytes_held, forget
from pages.ui.safe import escape_markdown
from pages.ui.server import gate, uploads

NO_ROOM = "add_no_room"


def show() -> None:
    """Draw the page."""
    now = reader_page.begin("add.title")
    if now is None:
        return
    dataset = now.timeline.dataset
    view, refused = state.current_view(dataset)
    reader_page.tell_refused(refused)
    st.header(t("add.title"), anchor=False)
    st.text(t("add.intro"))
    st.text(t("add.private"))
    summary.show_added(dataset, view)
    _file(dataset)
    state.write_address(dataset)
    layout.end()


def _file(dataset: Dataset) -> None:
    """The upload, the questions about it, and what came of it."""
    upload = st.file_uploader(t("add.upload"), key=f"add_upload_{added.round_number()}", help=t("add.upload_help"))
    if st.session_state.pop(NO_ROOM, False):
        st.warning(t("add.no_room", one=uploads.OF_ONE))
    uploads.let_go_of_others(upload.file_id if upload else "")
    if upload and not _has_room(upload):
        st.session_state[NO_ROOM] = True
        forget()
        added.empty_box()
        st.rerun()
    if upload is None:
        uploads.has_room(added.bytes_held())
        forget()
        summary.show_formats()
        return
    questions = add_questions.Questions(upload.file_id)
    try:
        answer = answer_of(upload, dataset, questions.choices())
    except gate.Busy:
        st.warning(t("add.busy"))
        st.button(t("add.again"), key="add_again")
    except FileRejected as refused:
        _tell_refused(refused)
        questions.ask_form(None)
    else:
        if not _has_room(upload):
            st.rerun()
        _show(upload, answer, questions, dataset)


def _has_room(upload: Any) -> bool:
    """Whether there is room for the file as it came beside all that is held; an answer to it is held as well."""
    return uploads.has_room(added.bytes_held() + upload.size + bytes_held())


def _show(upload: Any, answer: SandboxAnswer, questions: add_questions.Questions, dataset: Dataset) -> None:
    """What a file was taken for, what is asked about it, what came of it."""
    message, table = answer.message, answer.message["table"]
    if message.get("kind") == "counts":
        counts.show(upload, answer, dataset)
        return
    questions.ask_form(table)
    if "refused" in message:
        if message["fields"]:
            st.warning(t("add.needs_columns", fields=add_questions.names_of(message["fields"])))
            questions.ask_columns(table, message["guess"], is_open=True)
        else:
            _tell_refused(FileRejected(message["refused"], **message["values"]))
        return
    summary.show_detected(message["detected"])
    if message["detected"]["layout"] == "table":
        used = message["detected"]["columns"] or message["guess"]
        questions.ask_columns(table, used, is_open=not message["accepted"])
    questions.ask_open(message)
    summary.show(upload, answer, dataset)


def _tell_refused(refused: FileRejected) -> None:
    st.error(escape_markdown(t("add.refused", why=refused)))


show()
