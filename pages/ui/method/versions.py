"""The versions of the data, what changed in the record, and when its records were last touched."""

from __future__ import annotations

import streamlit as st

from geo.export.notes import english_html, note_html
from geo.reading.method import data_changes, touched_section, versions_section
from geo.record.load import Dataset
from geo.wording.text import t
from pages.ui import content


def show(dataset: Dataset) -> None:
    """Versions and touched events as tables, the changes in words."""
    left, right = st.columns(2, gap="medium")
    with left:
        content.show(dataset, versions_section(dataset), touched_section(dataset))
    with right, st.expander(t("method.changes")):
        st.html(english_html(note_html(data_changes())))
