"""The figures of the integrity report as tables; every number is one of `python -m geo check --json`."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from geo.queries.integrity import report
from geo.record.load import Dataset
from geo.record.schema import COUNTRY, FILES, VERIFICATIONS
from geo.wording.text import t
from geo.wording.words import area_names
from pages.ui.server.snapshot import cached

#: Heading of a mix -> key of the report, and what its values are called.
MIXES = {
    "grades": ("by_grade", "verification"),
    "places": ("by_where_precision", "where"),
    "dates": ("by_date_precision", "date"),
    "years": ("by_year", ""),
    "source_kinds": ("by_source_kind", "kind"),
    "provinces": ("by_province", "area"),
}
ROW_PX = 62


def report_of(dataset: Dataset) -> dict[str, Any]:
    """The report of this version, worked out once."""
    return cached(dataset, ("report",), lambda: report(dataset))


def figures(found: dict[str, Any]) -> pd.DataFrame:
    """The single figures of the report."""
    rows = [
        (t("quality.two_independent"), found["share_two_independent_sources_pct"]),
        (t("quality.one_party"), found["share_single_party_pct"]),
        (t("quality.withheld"), found["withheld"]),
        (t("quality.misplaced"), len(found["not_in_stated_place"])),
    ]
    columns = [t("quality.column.what"), t("quality.column.value")]
    return pd.DataFrame(rows, columns=columns)[columns[::-1]]


def records(found: dict[str, Any]) -> pd.DataFrame:
    """How many records each file holds."""
    return pd.DataFrame(
        {
            t("quality.column.file"): FILES[name].path,
            t("quality.column.records"): count,
            t("quality.column.meaning"): FILES[name].meaning,
        }
        for name, count in found["records"].items()
    )


def mix(dataset: Dataset, found: dict[str, Any], heading: str) -> pd.DataFrame:
    """One breakdown of the report: value, number, share."""
    key, words = MIXES[heading]
    counts: dict[str, int] = found[key]
    whole = sum(counts.values())
    if heading == "grades":
        counts = {grade: counts[grade] for grade in VERIFICATIONS if grade in counts}
    if heading in ("provinces", "source_kinds"):
        counts = dict(sorted(counts.items(), key=lambda item: -item[1]))
    return pd.DataFrame(
        {
            t(f"quality.{heading}"): _name(dataset, words, value),
            t("quality.column.count"): count,
            t("quality.column.pct"): round(100 * count / whole, 1),
        }
        for value, count in counts.items()
    )


def undated(dataset: Dataset) -> pd.DataFrame:
    """The reports that no source dates, with the reason."""
    return pd.DataFrame(
        {
            t("events.column.id"): row["undated_id"],
            t("quality.column.title"): row["title"],
            t("events.column.place"): area_names(dataset, [a for a in (row["admin2_id"], row["admin1"]) if a]),
            t("quality.column.reason"): row["reason"],
            t("sources.title"): ", ".join(row["source_ids"]),
        }
        for row in dataset.records("undated")
    )


def show_undated(dataset: Dataset) -> None:
    """The table of the reports without a day, its rows high enough for the reasons."""
    rows = len(dataset.records("undated"))
    widths = {t("quality.column.reason"): 520, t("quality.column.title"): 330}
    st.dataframe(
        undated(dataset),
        hide_index=True,
        row_height=ROW_PX,
        height=38 + ROW_PX * min(10, max(1, rows)),
        column_config={name: st.column_config.TextColumn(width=width) for name, width in widths.items()},
    )


def show_mixes(dataset: Dataset, found: dict[str, Any]) -> None:
    """The breakdowns, three beside each other."""
    for start in range(0, len(MIXES), 3):
        for column, heading in zip(st.columns(3, gap="medium"), list(MIXES)[start : start + 3], strict=False):
            with column:
                st.markdown(f"**{t(f'quality.{heading}')}**")
                st.dataframe(
                    mix(dataset, found, heading),
                    hide_index=True,
                    height="content" if heading != "provinces" else 38 + 35 * 9,
                )
    st.caption(t("quality.kinds_note"))


def _name(dataset: Dataset, words: str, value: str) -> str:
    if words == "area":
        return area_names(dataset, [value]) if value in dataset.by_id("provinces") else _country(value)
    return t(f"{words}.{value}") if words else value


def _country(code: str) -> str:
    """Events without a province stand under their country."""
    return t("quality.no_province") if code == COUNTRY else t(f"country.{code}")
