"""What a file gave: how it was read, read = accepted + set aside, where the events lie; and the files added so far."""

from __future__ import annotations

import csv
import io
from typing import Any

import pandas as pd
import streamlit as st

from geo.ingest.event import Event
from geo.ingest.notes import in_words
from geo.ingest.result import RejectedRow, Result
from geo.record.load import Dataset
from geo.record.spreadsheet import quoted
from geo.wording.dates import plain_date
from geo.wording.text import t
from geo.wording.words import area_names
from pages.ui.add import added
from pages.ui.add import file as add_file

FIRST_ROWS = 5
MAX_SHOWN = 500
FORMATS = ("acled", "ucdp", "gtd", "gdelt", "table", "map", "counts")


def show_formats() -> None:
    """What can be brought."""
    lines = (f"- **{t(f'add.format.{name}')}**: {t(f'add.format.{name}.about')}" for name in FORMATS)
    st.markdown("\n".join([t("add.formats"), "", *lines]))


def show_added(dataset: Dataset) -> None:
    """The files of this session, each with a button that forgets it."""
    if not added.added():
        return
    st.subheader(t("add.added"), anchor=False)
    for number, (name, file) in enumerate(added.added().items()):
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            st.text(t("add.added_file", name=name, count=added.size(file)))
            st.button(t("add.remove"), key=f"add_remove_{number}", on_click=added.remove, args=(name,))
    if outside := _outside(added.events(), dataset):
        st.text(
            t("add.outside_days", count=outside, first=plain_date(dataset.first_day), last=plain_date(dataset.last_day))
        )
    st.text(t("own.where"))
    st.page_link("app.py", label=t("add.to_map"))


def show_detected(result: Result) -> None:
    """What the file was taken for, and why."""
    found = result.detected
    st.subheader(t("add.read_as", title=t(f"add.layout.{found['layout']}")), anchor=False)
    st.text(t("add.why", why=found["reason"]))
    facts = [found["form"].upper()]
    if "encoding" in found:
        facts.append(t("add.fact.encoding", name=found["encoding"], why=found["encoding_why"]))
    if "delimiter" in found:
        facts.append(t("add.fact.delimiter", name=found["delimiter"]))
    if "sheet" in found:
        facts.append(t("add.fact.sheet", name=found["sheet"]))
    if found["tag_row"]:
        facts.append(t("add.fact.tags"))
    if found["day_order_why"]:
        facts.append(
            t("add.fact.day_order", order=t(f"add.day_order.{found['day_order']}"), why=found["day_order_why"])
        )
    st.text(" · ".join(facts))
    if not found.get("encoding_sure", True):
        st.warning(t("add.encoding_guess", name=found["encoding"]))


def show(upload: Any, result: Result, dataset: Dataset) -> None:
    """The sum, the reasons, the places, and the button that takes the events of an uploaded file over."""
    st.subheader(t("add.summary"), anchor=False)
    st.text(t("add.sum", read=result.read, accepted=len(result.accepted), aside=len(result.set_aside)))
    left, right = st.columns(2, gap="medium")
    with left:
        _show_aside(result)
    with right:
        _show_joined(result, dataset)
    _show_notes(result)
    if result.accepted:
        _show_events(result, dataset)
    st.button(
        t("add.take", count=len(result.accepted)),
        key="add_take",
        type="primary",
        disabled=not result.accepted,
        on_click=_take,
        args=(upload.name, result, upload.size),
    )


def aside_csv(rows: list[RejectedRow]) -> bytes:
    """The rows that were set aside, as CSV that a spreadsheet opens without running anything."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["row", "id", "field", "value", "reason", "meaning"])
    for row in rows:
        writer.writerow(
            [row.row, *map(quoted, (row.id, row.field, row.value)), row.reason, t(f"add.reason.{row.reason}")]
        )
    return out.getvalue().encode("utf-8-sig")


def _take(name: str, result: Result, size: int) -> None:
    added.keep(name, result.accepted, result.report(), size)
    add_file.forget()


def _show_aside(result: Result) -> None:
    if not result.set_aside:
        st.text(t("add.none_aside"))
        return
    rows_of: dict[str, list[str]] = {}
    for row in result.set_aside:
        rows_of.setdefault(row.reason, []).append(str(row.row))
    for reason, count in result.by_reason().items():
        rows = ", ".join(rows_of[reason][:FIRST_ROWS]) + (" …" if count > FIRST_ROWS else "")
        st.text(t("add.aside_line", count=count, why=t(f"add.reason.{reason}"), rows=rows))
    with st.expander(t("add.aside_rows", count=len(result.set_aside))):
        st.dataframe(
            pd.DataFrame(
                {
                    t("add.column.row"): row.row,
                    t("add.column.id"): row.id,
                    t("add.column.field"): row.field,
                    t("add.column.value"): row.value,
                    t("add.column.reason"): t(f"add.reason.{row.reason}"),
                }
                for row in result.set_aside[:MAX_SHOWN]
            ),
            hide_index=True,
        )
    st.download_button(t("add.aside_csv"), aside_csv(result.set_aside), "set-aside.csv", "text/csv", key="add_aside")


def _show_joined(result: Result, dataset: Dataset) -> None:
    joined = result.joined
    st.text(t("add.joined", point=joined.by_point, name=joined.by_name, none=joined.none))
    if joined.by_province:
        ordered = sorted(joined.by_province.items(), key=lambda item: (-item[1], item[0]))
        st.dataframe(
            pd.DataFrame(
                {t("add.column.province"): area_names(dataset, [area]), t("add.column.events"): count}
                for area, count in ordered
            ),
            hide_index=True,
            height=38 + 35 * min(8, len(ordered)),
        )
    if joined.disagree:
        rows = ", ".join(str(row["row"]) for row in joined.disagree)
        st.text(
            t(
                "add.disagree",
                count=joined.disagreeing,
                rows=rows + (" …" if joined.disagreeing > len(joined.disagree) else ""),
            )
        )


def _show_notes(result: Result) -> None:
    """What was not used, or read otherwise than it stands."""
    if not result.notes:
        return
    with st.expander(t("add.notes", count=len(result.notes)), expanded=True):
        st.text("\n".join(in_words(note) for note in result.notes[:MAX_SHOWN]))


def _show_events(result: Result, dataset: Dataset) -> None:
    with st.expander(t("add.accepted_rows", count=len(result.accepted))):
        st.dataframe(
            pd.DataFrame(
                {
                    t("add.column.row"): event["row"],
                    t("add.column.day"): event["date_start"],
                    t("add.column.title"): event["title"],
                    t("add.column.place"): area_names(
                        dataset, [area for area in (event["admin2_id"], event["admin1"]) if area]
                    ),
                    t("add.column.precision"): t(f"where.{event['where_precision']}"),
                }
                for event in result.accepted[:MAX_SHOWN]
            ),
            hide_index=True,
        )


def _outside(events: list[Event], dataset: Dataset) -> int:
    """How many events lie outside the days of the replay."""
    first, last = dataset.first_day, dataset.last_day
    return sum(event["date_end"] < first or event["date_start"] > last for event in events)
