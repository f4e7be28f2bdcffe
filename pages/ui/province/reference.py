"""UCDP's counts by quarter beside ours, on the page of a province."""

from __future__ import annotations

import streamlit as st

from geo.address.view import ViewState
from geo.export.reference_html import beside_html
from geo.reference.coverage import by_quarter
from geo.wording.reference_words import credit_of
from geo.wording.text import t
from pages.ui.event.reference import SHOWN, switch
from pages.ui.safe import escape_markdown
from pages.ui.server.snapshot import Snapshot, cached


def show(now: Snapshot, view: ViewState) -> None:
    """The switch and, while it is on, the quarters of the view's province."""
    reference, dataset = now.reference, now.timeline.dataset
    if reference is None or view.province is None:
        return
    st.subheader(t("provinces.reference"), anchor=False)
    switch(dataset, view, "province_reference")
    if view.reference != SHOWN:
        return
    key = ("reference", reference.version, "province", view.province)
    html = cached(dataset, key, lambda: beside_html(by_quarter(reference, dataset, view.province)))
    st.caption(t("provinces.reference_note"))
    st.html(html)
    st.caption(escape_markdown(credit_of(reference)))
