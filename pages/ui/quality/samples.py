"""How well the record agrees with its pages: what `geo.reading` tells of the samples; made once for all readers."""

from __future__ import annotations

import streamlit as st

from geo.queries.samples import samples
from geo.reading.samples import sample_blocks
from geo.record.load import Dataset
from geo.wording.text import t
from pages.ui import content
from pages.ui.server.snapshot import cached


def show(dataset: Dataset) -> None:
    """The figures of the last sample, its limits, and all samples; nothing where there is none."""
    found = cached(dataset, ("samples",), samples)
    if not found:
        return
    st.subheader(t("samples.title"), anchor=False)
    content.show(dataset, *cached(dataset, ("samples", "blocks"), lambda: sample_blocks(found)))
