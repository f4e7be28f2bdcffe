"""Our violent events beside UCDP's rows: by quarter and by province, in the months that UCDP covers whole."""

from __future__ import annotations

import streamlit as st

from geo.reading.reference.quarters import both_blocks
from geo.record.load import Dataset
from geo.reference.load import Reference
from geo.wording.text import t
from pages.ui import content
from pages.ui.server.snapshot import cached


def show(dataset: Dataset, reference: Reference | None) -> None:
    """The two tables, which months they count, and whom to credit."""
    st.subheader(t("quality.reference"), anchor="reference")
    if reference is None:
        st.text(t("quality.reference_none"))
        return
    key = ("reference", reference.version)
    content.show(dataset, *cached(dataset, key, lambda: both_blocks(dataset, reference)))
