"""One province: what `geo.reading` says of it, in the order of the page."""

from __future__ import annotations

import streamlit as st

from geo.address.province import ProvinceQuery
from geo.address.view import ViewState
from geo.queries.province import control_strips, profile
from geo.reading.provinces.page import head_blocks, section_blocks
from geo.wording.language import name_of
from pages.ui import content
from pages.ui.province import overview
from pages.ui.safe import escape_markdown
from pages.ui.server.snapshot import Snapshot, cached


def show(now: Snapshot, view: ViewState, requested: ProvinceQuery, perspective: str) -> None:
    """Everything about the view's province."""
    timeline, dataset = now.timeline, now.timeline.dataset
    what = (view.province or "", requested.start, requested.end)
    found = cached(dataset, ("profile", *what, perspective), lambda: profile(timeline, *what, perspective))
    strips = cached(dataset, ("strips", *what), lambda: control_strips(timeline, *what))
    st.header(escape_markdown(name_of(found["province"])), anchor=False)
    content.show(dataset, *head_blocks(dataset, found, now.reference is not None))
    beside = [code for code in requested.beside if code != view.province]
    if beside:
        overview.side_by_side(timeline, [str(view.province), *beside], requested, perspective)
    content.show(dataset, *section_blocks(dataset, found, strips))
