"""The listed events as a table to take away: CSV, made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from geo.address.keys import FILTER_KEYS
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.export.table_files import csv_text
from geo.export.tables import Query, events_table
from geo.record.records import Event
from geo.wording.text import t


def button(timeline: Timeline, view: ViewState, days: tuple[str, str], events: Iterable[Event]) -> None:
    """A button that saves the events of a list, all its pages, as one CSV file for spreadsheets."""
    filters = tuple((key, str(getattr(view, key))) for key in FILTER_KEYS if getattr(view, key))
    wanted = frozenset(event["event_id"] for event in events)
    st.download_button(
        t("events.download"),
        lambda: csv_of(timeline, Query(*days, filters=filters), wanted),
        file_name=f"afghanistan-events-{days[0]}-to-{days[1]}-{timeline.dataset.version}.csv",
        mime="text/csv",
        on_click="ignore",
    )


def csv_of(timeline: Timeline, query: Query, wanted: frozenset[str]) -> str:
    """The events of a query that are wanted, as CSV whose cells no spreadsheet takes for formulas."""
    table = events_table(timeline, query)
    kept = [pair for pair in zip(table.rows, table.geometries, strict=True) if pair[0]["event_id"] in wanted]
    rows, geometries = [row for row, _ in kept], [geometry for _, geometry in kept]
    return csv_text(replace(table, rows=rows, geometries=geometries), for_spreadsheets=True)
