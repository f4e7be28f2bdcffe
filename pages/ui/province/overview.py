"""All provinces in one table, and up to four side by side. 'No record' is never 0."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from geo.address.province import ProvinceQuery
from geo.control.timeline import Timeline
from geo.queries.province import overview
from geo.record.load import Dataset
from geo.record.schema import VERIFICATIONS
from geo.style import COUNT_COLOUR
from geo.wording.dates import short_date
from geo.wording.text import t
from geo.wording.words import area_names, span_in_words
from pages.ui import charts
from pages.ui.province import charts as province_charts
from pages.ui.province import tables as province_tables
from pages.ui.province.chosen import choose
from pages.ui.province.tables import NOTHING, Row, count_in_words, number, shares_in_words
from pages.ui.server.snapshot import cached


def figures(timeline: Timeline, asked: ProvinceQuery, perspective: str) -> list[Row]:
    """What `overview` tells of all provinces, worked out once for all readers; not to be changed."""
    span = (asked.start, asked.end)
    return cached(timeline.dataset, ("overview", *span, perspective), lambda: overview(timeline, *span, perspective))


def all_provinces(timeline: Timeline, asked: ProvinceQuery, perspective: str) -> None:
    """One row a province; sorted by a click on a head, opened by a click on a row."""
    dataset = timeline.dataset
    found = sorted(figures(timeline, asked, perspective), key=lambda row: area_names(dataset, [row["admin1"]]))
    st.subheader(t("provinces.all", count=len(found)), anchor=False)
    st.caption(
        t(
            "provinces.all_note",
            days=span_in_words(asked.start, asked.end),
            day=short_date(asked.end),
            perspective=t(f"perspective.{perspective}"),
            count=sum(row["activity"] for row in found),
            version=dataset.version,
        )
    )
    most = max(sum(grades.values()) for row in found for grades in row["by_month"].values())
    st.dataframe(
        pd.DataFrame([_overview_row(dataset, row) for row in found]),
        hide_index=True,
        height=38 + 35 * min(len(found), 16),
        placeholder=NOTHING,
        column_config={
            t("provinces.column.months"): st.column_config.BarChartColumn(
                y_min=0, y_max=most, color=COUNT_COLOUR, width=220
            ),
            t("provinces.column.counts"): st.column_config.TextColumn(width=260),
        },
        selection_mode="single-row",
        on_select=lambda: _picked(dataset, [row["admin1"] for row in found]),
        key="province_table",
    )


def _overview_row(dataset: Dataset, row: Row) -> Row:
    any_activity = bool(row["activity"])
    return {
        t("provinces.column.province"): area_names(dataset, [row["admin1"]]),
        t("provinces.column.months"): [sum(grades.values()) for grades in row["by_month"].values()]
        if any_activity
        else None,
        t("provinces.column.activity"): row["activity"] or None,
        **{t(f"verification.{grade}"): row["by_grade"][grade] if any_activity else None for grade in VERIFICATIONS},
        t("provinces.column.events"): row["events"] or None,
        t("provinces.column.present"): row["presence_lists"],
        t("provinces.column.absent"): row["absence_lists"],
        t("provinces.column.shares"): shares_in_words(dataset, row["shares"]),
        t("provinces.column.counts"): "; ".join(map(count_in_words, row["claimed_operations"])) or None,
    }


def _picked(dataset: Dataset, codes: list[str]) -> None:
    rows = st.session_state["province_table"]["selection"]["rows"]
    if rows and rows[0] < len(codes):
        choose(dataset, codes[rows[0]])


def side_by_side(timeline: Timeline, codes: list[str], asked: ProvinceQuery, perspective: str) -> None:
    """Up to four provinces: the same figures in columns, the same axes in rows."""
    dataset = timeline.dataset
    by_code = {row["admin1"]: row for row in figures(timeline, asked, perspective)}
    found = [by_code[code] for code in codes]
    st.subheader(t("provinces.side_by_side"), anchor=False)
    named = {row["admin1"]: area_names(dataset, [row["admin1"]]) for row in found}
    columns = {row["admin1"]: _measures(dataset, row) for row in found}
    measures = list(columns[codes[0]])
    table = {t("provinces.column.measure"): measures} | {named[code]: list(columns[code].values()) for code in codes}
    st.dataframe(pd.DataFrame(table), hide_index=True, height=38 + 35 * len(measures))
    most = max(sum(grades.values()) for row in found for grades in row["by_month"].values())
    for row in found:
        st.text(t("provinces.small_chart", province=named[row["admin1"]], count=number(row["activity"])))
        if row["activity"]:
            charts.draw(
                dataset,
                ("months", row["admin1"], asked.start, asked.end, most),
                partial(province_charts.months, row["by_month"], most),
                t("provinces.small_alt", province=named[row["admin1"]], count=row["activity"]),
            )
    days = span_in_words(asked.start, asked.end)
    st.caption(t("provinces.same_axes", days=days, version=dataset.version))
    with st.expander(t("provinces.as_table")):
        st.dataframe(province_tables.months_beside(named, found), hide_index=True, placeholder=NOTHING)


def _measures(dataset: Dataset, row: Row) -> dict[str, str]:
    province = dataset.by_id("provinces")[row["admin1"]]
    any_activity = bool(row["activity"])
    return {
        t("provinces.column.activity"): number(row["activity"]),
        **{t(f"verification.{g}"): str(row["by_grade"][g]) if any_activity else NOTHING for g in VERIFICATIONS},
        t("provinces.column.silent"): str(sum(not any(grades.values()) for grades in row["by_month"].values()))
        + f" / {len(row['by_month'])}",
        t("provinces.column.events"): number(row["events"]),
        t("provinces.column.present"): number(row["presence_lists"]) if row["presence_lists"] != 0 else "0",
        t("provinces.column.absent"): number(row["absence_lists"]) if row["absence_lists"] != 0 else "0",
        t("provinces.column.shares"): shares_in_words(dataset, row["shares"]),
        t("provinces.column.counts"): "; ".join(map(count_in_words, row["claimed_operations"]))
        or t("provinces.no_record"),
        t("provinces.column.km2"): f"{province['area_km2']:,.0f}",
    }
