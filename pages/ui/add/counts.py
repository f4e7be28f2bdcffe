"""A file of counts per district and day (`python -m geo join`) on its way to the map."""

from __future__ import annotations

from typing import Any

import streamlit as st

from geo.ingest.counts import is_counts, read_counts
from geo.ingest.result import FileRejected
from geo.record.load import Dataset
from geo.record.spans import add_days
from geo.wording.dates import plain_date
from geo.wording.text import t
from pages.ui.add import added
from pages.ui.safe import escape_markdown


def shown(upload: Any, dataset: Dataset) -> bool:
    """Show what a file of counts holds and offer to put it on the map; False when it is no such file."""
    content = upload.getvalue()
    if not is_counts(content):
        return False
    try:
        counts = read_counts(content, dataset)
    except FileRejected as refused:
        st.error(escape_markdown(t("add.refused", why=refused)))
        return True
    st.subheader(t("counts.read_as"), anchor=False)
    st.text(t("counts.why"))
    if counts["day"]:
        first, last = (plain_date(add_days(dataset.first_day, counts["day"][at])) for at in (0, -1))
        many = len(set(counts["day"])), len(set(counts["district"]))
        st.text(t("counts.sum", total=f"{counts['total']:,}", days=many[0], districts=many[1], first=first, last=last))
    if outside := sum(counts["leftOut"].values()):
        st.text(t("counts.outside", count=outside))
    if counts["types"]:
        st.text(t("counts.types", names=", ".join(counts["types"])))
    st.button(
        t("counts.add"),
        key="add_take",
        type="primary",
        disabled=not counts["day"],
        on_click=added.keep_counts,
        args=(upload.name, counts, upload.size),
    )
    return True
