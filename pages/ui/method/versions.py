"""The versions of the data, what changed in the record, and when its records were last touched."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pandas as pd
import streamlit as st

from geo.queries.versions import versions
from geo.record.load import Dataset, public
from geo.wording.text import t

CHANGELOG = Path(__file__).parents[3] / "CHANGELOG.md"
#: The part of a release that tells of the record.
ABOUT_DATA = re.compile(r"^### Data\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def show(dataset: Dataset) -> None:
    """Versions and touched events as tables, the changes in words."""
    left, right = st.columns(2, gap="medium")
    with left:
        st.subheader(t("method.versions"), anchor=False)
        st.dataframe(_versions(dataset), hide_index=True, height="content")
        st.subheader(t("method.touched"), anchor=False)
        st.caption(t("method.touched_note", count=len(public(dataset.records("events"))), version=dataset.version))
        st.dataframe(_touched(dataset), hide_index=True, height="content")
    with right:
        st.subheader(t("method.changes"), anchor=False)
        st.markdown(changes(CHANGELOG.read_text("utf-8")))


def changes(text: str) -> str:
    """What a changelog says of the record, newest release first; links keep their words only."""
    return LINK.sub(r"\1", "\n".join(part.strip() for part in ABOUT_DATA.findall(text)))


def _versions(dataset: Dataset) -> pd.DataFrame:
    rows = versions()
    known = rows if any(version == dataset.version for version, _ in rows) else [(dataset.version, "–"), *rows]
    return pd.DataFrame(known, columns=[t("method.column.version"), t("method.column.released")])


def _touched(dataset: Dataset) -> pd.DataFrame:
    """One row a day on which public events were entered or last revised, the newest first."""
    events = public(dataset.records("events"))
    entered = Counter(event["recorded_on"] for event in events)
    revised = Counter(event["revised_on"] for event in events if event["revised_on"])
    days = sorted({*entered, *revised}, reverse=True)
    return pd.DataFrame(
        {
            t("method.column.day"): day,
            t("method.column.entered"): entered[day],
            t("method.column.revised"): revised[day],
        }
        for day in days
    )
