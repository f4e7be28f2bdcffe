"""The versions of the data, what changed in the record, and when its records were last touched."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st

from geo.reading.method import touched_section, versions_section
from geo.record.load import Dataset
from geo.wording.text import t
from pages.ui import content

CHANGELOG = Path(__file__).parents[3] / "CHANGELOG.md"
#: The part of a release that tells of the record.
ABOUT_DATA = re.compile(r"^### Data\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def show(dataset: Dataset) -> None:
    """Versions and touched events as tables, the changes in words."""
    left, right = st.columns(2, gap="medium")
    with left:
        content.show(dataset, versions_section(dataset), touched_section(dataset))
    with right, st.expander(t("method.changes")):
        st.markdown(changes(CHANGELOG.read_text("utf-8")))


def changes(text: str) -> str:
    """What a changelog says of the record, newest release first; links keep their words only."""
    return LINK.sub(r"\1", "\n".join(part.strip() for part in ABOUT_DATA.findall(text)))
