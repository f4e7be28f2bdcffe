"""The listed events, and UCDP's rows beside them, as tables to take away: a CSV file each, made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

import streamlit as st

from geo.address.keys import FILTER_KEYS
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.export.reference_table import ucdp_table
from geo.export.table_files import csv_text
from geo.export.tables import ExportTable, Query, events_table
from geo.record.records import Event
from geo.reference.find import FoundRow
from geo.reference.load import Reference
from geo.wording.text import t


def button(timeline: Timeline, view: ViewState, days: tuple[str, str], events: Iterable[Event]) -> None:
    """A button that saves the events of a list, all its pages, as one CSV file for spreadsheets."""
    wanted = frozenset(event["event_id"] for event in events)
    st.download_button(
        t("events.download"),
        lambda: csv_of(timeline, _query(view, days), wanted),
        file_name=f"afghanistan-events-{days[0]}-to-{days[1]}-{timeline.dataset.version}.csv",
        mime="text/csv",
        on_click="ignore",
    )


def reference_button(
    timeline: Timeline, reference: Reference, view: ViewState, days: tuple[str, str], rows: Iterable[FoundRow]
) -> None:
    """A button that saves UCDP's rows of a list as one CSV file of their own, in UCDP's columns."""
    wanted = frozenset(one.row["ucdp_id"] for one in rows)
    st.download_button(
        t("events.reference_download"),
        lambda: _csv(ucdp_table(timeline, reference, _query(view, days)), wanted),
        file_name=f"ucdp-afghanistan-{days[0]}-to-{days[1]}-{reference.version}.csv",
        mime="text/csv",
        on_click="ignore",
    )


def csv_of(timeline: Timeline, query: Query, wanted: Set[str]) -> str:
    """The events of a query that are wanted, as CSV whose cells no spreadsheet takes for formulas."""
    return _csv(events_table(timeline, query), wanted)


def _query(view: ViewState, days: tuple[str, str]) -> Query:
    """The days of a list with the filters of a view."""
    return Query(*days, filters=tuple((key, str(getattr(view, key))) for key in FILTER_KEYS if getattr(view, key)))


def _csv(table: ExportTable, wanted: Set[str]) -> str:
    kept = [pair for pair in zip(table.rows, table.geometries, strict=True) if pair[0][table.id_column] in wanted]
    rows, geometries = [row for row, _ in kept], [geometry for _, geometry in kept]
    return csv_text(replace(table, rows=rows, geometries=geometries), for_spreadsheets=True)
