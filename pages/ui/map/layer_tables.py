"""On the page that compares: what the layers of activity and presence show at the two days, as a table."""

from __future__ import annotations

import streamlit as st

from geo.address.compare import Sides
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.layers.difference import activity_difference, presence_difference
from geo.reading.compare_tables import counts_table, voices_table
from geo.reading.content import Table
from geo.record.load import Dataset
from geo.style.layers import LAYERS
from geo.wording.text import t
from pages.ui import content

CONTROL, ACTIVITY, _ = LAYERS


def show(timeline: Timeline, view: ViewState, sides: Sides) -> None:
    """The layer's own table under the maps; nothing on the layer of control."""
    if view.layer == CONTROL:
        return
    st.subheader(t(f"sides.table.{view.layer}"), anchor=False)
    dataset, days = timeline.dataset, (sides.a.day, sides.b.day)
    if view.layer == ACTIVITY:
        counts = activity_difference(timeline, view, *days)
        _shown(dataset, counts_table(dataset, counts, t("sides.table.activity")))
        st.caption(t("sides.table_note.activity", version=dataset.version))
    else:
        voices = presence_difference(timeline, view, *days)
        _shown(dataset, voices_table(dataset, voices, t("sides.table.presence")))
        st.caption(t("sides.table_note.presence", version=dataset.version))


def _shown(dataset: Dataset, table: Table) -> None:
    if table.rows:
        content.show(dataset, table)
    else:
        st.text(t("sides.no_row.layer"))
