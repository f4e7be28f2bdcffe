"""UCDP's rows beside ours on the page of a province."""

from __future__ import annotations

import streamlit as st

from geo.address.view import ViewState
from geo.reading.reference.province import province_blocks
from geo.wording.text import t
from pages.ui import content
from pages.ui.event.reference import SHOWN, switch
from pages.ui.server.snapshot import Snapshot, cached


def show(now: Snapshot, view: ViewState) -> None:
    """The switch and, while it is on, the quarters and the rows of the view's province."""
    reference, dataset, province = now.reference, now.timeline.dataset, view.province
    if reference is None or province is None:
        return
    st.subheader(t("provinces.reference"), anchor="reference")
    switch(dataset, view, "province_reference")
    if view.reference != SHOWN:
        return
    key = ("reference", reference.version, "province", province)
    content.show(dataset, *cached(dataset, key, lambda: province_blocks(dataset, reference, province)))
