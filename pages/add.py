"""The page 'Add your data': a file of the reader's own, read here and kept in this session only."""

from __future__ import annotations

import streamlit as st

from geo.ingest.result import FileRejected, NeedsColumns
from geo.record.load import Dataset
from geo.wording.text import t
from pages.ui import layout, reader_page, state
from pages.ui.add import added, counts, summary
from pages.ui.add import questions as add_questions
from pages.ui.add.file import forget, mapped, read_upload
from pages.ui.safe import escape_markdown
from pages.ui.server import uploads

NO_ROOM = "add_no_room"


def show() -> None:
    """Draw the page."""
    now = reader_page.begin("add.title")
    if now is None:
        return
    dataset = now.timeline.dataset
    _, refused = state.current_view(dataset)
    reader_page.tell_refused(refused)
    st.header(t("add.title"), anchor=False)
    st.text(t("add.intro"))
    st.text(t("add.private"))
    summary.show_added(dataset)
    _file(dataset)
    state.write_address(dataset)
    layout.end()


def _file(dataset: Dataset) -> None:
    """The upload, the questions about it, and what came of it."""
    upload = st.file_uploader(t("add.upload"), key=f"add_upload_{added.round_number()}", help=t("add.upload_help"))
    if st.session_state.pop(NO_ROOM, False):
        st.warning(t("add.no_room", one=uploads.OF_ONE))
    if not uploads.has_room(added.bytes_held() + (upload.size if upload else 0)) and upload:
        st.session_state[NO_ROOM] = True
        added.empty_box()
        st.rerun()
    if upload is None:
        forget()
        summary.show_formats()
        return
    if counts.shown(upload, dataset):
        return
    questions = add_questions.Questions(upload.file_id)
    try:
        table = read_upload(upload, questions.reading())
    except FileRejected as refused:
        st.error(escape_markdown(t("add.refused", why=refused)))
        questions.ask_form(None)
        return
    questions.ask_form(table)
    place = st.container()
    try:
        result = mapped(table, dataset, questions.choices(table))
    except NeedsColumns as needed:
        st.warning(t("add.needs_columns", fields=add_questions.names_of(needed.fields)))
        questions.ask_columns(table, {}, is_open=True)
    except FileRejected as refused:
        st.error(escape_markdown(t("add.refused", why=refused)))
    else:
        with place:
            summary.show_detected(result)
        if result.detected["layout"] == "table":
            questions.ask_columns(table, result.detected["columns"], is_open=not result.accepted)
        questions.ask_open(result)
        summary.show(upload, result, dataset)


show()
