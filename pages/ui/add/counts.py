"""A file of counts per district and day (`python -m geo join`) on its way to the map."""

from __future__ import annotations

from typing import Any

import streamlit as st

from geo.ingest.limited.sandbox import SandboxAnswer
from geo.record.load import Dataset
from geo.wording.dates import plain_date
from geo.wording.lists import listed
from geo.wording.text import in_digits, t
from pages.ui.add import added


def show(upload: Any, answer: SandboxAnswer, dataset: Dataset) -> None:
    """Show what a file of counts holds and offer to put it on the map."""
    message = answer.message
    st.subheader(t("counts.read_as"), anchor=False)
    st.text(t("counts.why"))
    if message["span"]:
        first, last = map(plain_date, message["span"])
        total, many = in_digits(message["total"]), (message["days"], message["districts"])
        st.text(t("counts.sum", total=total, days=many[0], districts=many[1], first=first, last=last))
    if message["left_out"]:
        st.text(t("counts.outside", count=message["left_out"]))
    if message["types"]:
        st.text(t("counts.types", names=listed(message["types"])))
    st.button(
        t("counts.add"),
        key="add_take",
        type="primary",
        disabled=not message["span"],
        on_click=added.keep,
        args=(upload.name, answer, dataset.version),
    )
