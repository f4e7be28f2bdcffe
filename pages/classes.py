"""The page for classes: `/classes` lists the worksheets, `/classes?sheet=panjshir-2021` shows one with its key."""

from __future__ import annotations

import streamlit as st

from geo.address.keys import InvalidParam, read_key
from geo.reading.worksheets.page import list_blocks, sheet_blocks, sheet_name
from geo.record.load import Dataset
from geo.wording.text import t
from pages.ui import asked, content, layout, reader_page, state
from pages.ui.safe import escape_markdown
from pages.ui.server.snapshot import cached

SHEET = "class_sheet"


def show() -> None:
    """Draw the page: all worksheets, or one."""
    now = reader_page.begin("classes.title")
    if now is None:
        return
    dataset, outside = now.timeline.dataset, asked.came_from_outside()
    query = st.query_params.to_dict()
    _, refused = state.current_view(dataset)
    if outside or SHEET not in st.session_state:
        st.session_state[SHEET] = _asked(query, dataset, refused)
    reader_page.tell_refused(refused)
    sheet = st.session_state[SHEET]
    if sheet:
        st.header(escape_markdown(sheet_name(sheet)), anchor=False)
        content.show(dataset, *cached(dataset, ("worksheet", sheet), lambda: sheet_blocks(now.timeline, sheet)))
    else:
        st.header(t("classes.title"), anchor=False)
        st.caption(t("classes.intro"))
        content.show(dataset, *list_blocks(dataset))
    state.write_address(dataset, {"sheet": sheet} if sheet else {})
    layout.end()


def _asked(query: dict[str, str], dataset: Dataset, refused: list[InvalidParam]) -> str:
    return read_key(query, "sheet", "", dataset, refused, "classes")


show()
