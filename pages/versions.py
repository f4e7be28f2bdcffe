"""The page of versions: `/versions` lists those that were released, `?old=…&new=…` tells what changed from one to another."""

from __future__ import annotations

import streamlit as st

from geo.address.keys import InvalidParam, read_key
from geo.queries.releases.history import changes_between, steps
from geo.reading.content import Link, Paragraph
from geo.reading.versions_page import changes_blocks, versions_blocks
from geo.record.load import Dataset
from geo.record.problems import DataError
from geo.wording.text import t
from pages.ui import content, layout, reader_page, state
from pages.ui.server.snapshot import cached


def show() -> None:
    """Draw the page: the list, or two versions."""
    now = reader_page.begin("versions.title")
    if now is None:
        return
    dataset = now.timeline.dataset
    _, refused = state.current_view(dataset)
    invalid: list[InvalidParam] = [*refused]
    query = st.query_params.to_dict()
    old, new = (read_key(query, key, "", dataset, invalid, "versions") for key in ("old", "new"))
    reader_page.tell_refused(invalid)
    new = new or (dataset.version if old else "")
    old = old or {after: before for before, after in steps(dataset)}.get(new, "")
    if old and new:
        _changes(dataset, old, new)
    else:
        st.header(t("versions.title"), anchor=False)
        st.caption(t("versions.intro"))
        content.show(dataset, *versions_blocks(dataset))
    state.write_address(dataset, {key: value for key, value in (("old", old), ("new", new)) if value})
    layout.end()


def _changes(dataset: Dataset, old: str, new: str) -> None:
    st.header(t("versions.changes", old=old, new=new), anchor=False)
    content.show(dataset, Paragraph((Link(t("versions.title"), "versions"),)))
    try:
        found = cached(dataset, ("changes", old, new), lambda: changes_between(dataset, old, new))
    except DataError:
        st.text(t("versions.not_there"))
        return
    content.show(dataset, *changes_blocks(dataset, found))


show()
