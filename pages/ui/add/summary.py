"""What a file gave: how it was read, read = accepted + set aside, where the events lie; and the files added so far."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from geo.address.view import ViewState
from geo.ingest.limited.sandbox import SandboxAnswer
from geo.record.load import Dataset
from geo.wording.dates import plain_date
from geo.wording.lists import dotted, listed, listed_some
from geo.wording.text import in_digits, t
from geo.wording.words import area_names
from pages.ui import reader_page
from pages.ui.add import added
from pages.ui.add import file as add_file

FORMATS = ("acled", "ucdp", "gtd", "gdelt", "table", "map", "counts")


def show_formats() -> None:
    """What can be brought."""
    lines = (f"- **{t(f'add.format.{name}')}**{t('list.colon')}{t(f'add.format.{name}.about')}" for name in FORMATS)
    st.markdown("\n".join([t("add.formats"), "", *lines]))


def show_added(dataset: Dataset, view: ViewState) -> None:
    """The files of this session, each with a button that forgets it; and the way to the last day that they tell of."""
    if not added.added():
        return
    st.subheader(t("add.added"), anchor=False)
    for number, (name, file) in enumerate(added.added().items()):
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            st.text(t("add.added_file", name=name, count=file["count"]))
            st.button(t("add.remove"), key=f"add_remove_{number}", on_click=added.remove, args=(name,))
    if outside := sum(file["outside"] for file in added.added().values()):
        st.text(
            t("add.outside_days", count=outside, first=plain_date(dataset.first_day), last=plain_date(dataset.last_day))
        )
    st.text(t("user_data.where"))
    last = max(file["last"] for file in added.added().values())
    label = t("add.to_map_on", day=plain_date(last)) if last else t("add.to_map")
    st.page_link("map.py", label=label, query_params=reader_page.link_query(view, dataset, date=last or view.date))


def show_detected(found: Mapping[str, Any]) -> None:
    """What the file was taken for, and why."""
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
    st.text(dotted(facts))
    if not found.get("encoding_sure", True):
        st.warning(t("add.encoding_guess", name=found["encoding"]))


def show(upload: Any, answer: SandboxAnswer, dataset: Dataset) -> None:
    """The sum, the reasons, the places, and the button that takes the events of an uploaded file over."""
    message = answer.message
    st.subheader(t("add.summary"), anchor=False)
    st.text(t("add.sum", read=message["read"], accepted=message["accepted"], aside=message["aside"]))
    left, right = st.columns(2, gap="medium")
    with left:
        _show_aside(message, answer.made["aside"])
    with right:
        _show_joined(message["joined"], dataset)
    if message["held"]:
        st.text(message["held"])
    if message["notes"]:
        with st.expander(t("add.notes", count=len(message["notes"])), expanded=True):
            st.text("\n".join(message["notes"]))
    if message["accepted"]:
        _show_events(message, dataset)
    st.button(
        t("add.take", count=message["accepted"]),
        key="add_take",
        type="primary",
        disabled=not message["accepted"],
        on_click=_take,
        args=(upload.name, answer, dataset.version),
    )


def _take(name: str, answer: SandboxAnswer, version: str) -> None:
    added.keep(name, answer, version)
    add_file.forget()


def _show_aside(message: Mapping[str, Any], packed: bytes) -> None:
    if not message["aside"]:
        st.text(t("add.none_aside"))
        return
    for reason, (count, first) in message["reasons"].items():
        rows = listed_some(map(in_digits, first), is_all=count <= len(first))
        st.text(t("add.aside_line", count=count, why=t(f"add.reason.{reason}"), rows=rows))
    with st.expander(t("add.aside_rows", count=message["aside"])):
        st.dataframe(
            pd.DataFrame(
                {
                    t("add.column.row"): row["row"],
                    t("add.column.id"): row["id"],
                    t("add.column.field"): row["field"],
                    t("add.column.value"): row["value"],
                    t("add.column.reason"): t(f"add.reason.{row['reason']}"),
                }
                for row in message["rows"]
            ),
            hide_index=True,
        )
    unpack = partial(gzip.decompress, packed)  # only when it is asked for
    st.download_button(t("add.aside_csv"), unpack, "set-aside.csv", "text/csv", key="add_aside")


def _show_joined(joined: Mapping[str, Any], dataset: Dataset) -> None:
    st.text(t("add.joined", point=joined["by_point"], name=joined["by_name"], none=joined["none"]))
    if joined["by_province"]:
        ordered = sorted(joined["by_province"].items(), key=lambda item: (-item[1], item[0]))
        st.dataframe(
            pd.DataFrame(
                {t("add.column.province"): area_names(dataset, [area]), t("add.column.events"): count}
                for area, count in ordered
            ),
            hide_index=True,
            height=38 + 35 * min(8, len(ordered)),
        )
    if joined["disagree"]:
        rows = listed(in_digits(row["row"]) for row in joined["disagree"])
        more = " …" if joined["disagreeing"] > len(joined["disagree"]) else ""
        st.text(t("add.disagree", count=joined["disagreeing"], rows=rows + more))


def _show_events(message: Mapping[str, Any], dataset: Dataset) -> None:
    with st.expander(t("add.accepted_rows", count=message["accepted"])):
        st.dataframe(
            pd.DataFrame(
                {
                    t("add.column.row"): row,
                    t("add.column.day"): day,
                    t("add.column.title"): title,
                    t("add.column.place"): area_names(dataset, areas),
                    t("add.column.precision"): t(f"where.{precision}"),
                }
                for row, day, title, areas, precision in message["events"]
            ),
            hide_index=True,
        )
