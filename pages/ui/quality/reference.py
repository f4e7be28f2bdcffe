"""Our violent events beside UCDP's rows: by quarter and by province, in the months that UCDP covers whole."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from geo.reading.province_words import silence_in_words
from geo.record.load import Dataset
from geo.reference.coverage import ReferenceQuarter, by_quarter
from geo.reference.load import Reference, months_covered
from geo.wording.text import t
from geo.wording.words import area_names, range_in_words
from pages.ui.safe import escape_markdown
from pages.ui.server.snapshot import cached

COLUMNS = ("ucdp", "ucdp_only", "ours", "ours_only")


def show(dataset: Dataset, reference: Reference | None) -> None:
    """The two tables, which months they count, and whom to credit."""
    st.subheader(t("quality.reference"), anchor="reference")
    if reference is None:
        st.text(t("quality.reference_none"))
        return
    months = silence_in_words(sorted(months_covered(reference)))
    st.caption(t("quality.reference_note", months=months, version=reference.version))
    key = ("reference", reference.version)
    quarters = cached(dataset, (*key, "quarters"), lambda: by_quarter(reference, dataset))
    provinces = cached(dataset, (*key, "provinces"), lambda: province_rows(dataset, reference))
    left, right = st.columns(2, gap="medium")
    left.dataframe(quarter_table(quarters), hide_index=True, height="content")
    right.dataframe(pd.DataFrame(provinces), hide_index=True, height=420)
    cites = sorted({release["cite"] for release in reference.releases})
    st.caption(escape_markdown(t("quality.reference_credit", cites=" · ".join(cites))))


def quarter_table(quarters: list[ReferenceQuarter]) -> pd.DataFrame:
    """One row a quarter of which anything is here, newest first; what no release covers whole is words, never a number."""
    message = [quarter for quarter in quarters if quarter.covered or quarter.not_counted]
    return pd.DataFrame(_quarter_row(quarter) for quarter in reversed(message))


def province_rows(dataset: Dataset, reference: Reference) -> list[dict[str, str]]:
    """One row a province with anything to count, the one with the most rows of UCDP first."""
    found = [(code, _sum(by_quarter(reference, dataset, code))) for code in dataset.by_id("provinces")]
    counted = [(code, counts) for code, counts in found if any(counts.values())]
    ordered = sorted(counted, key=lambda row: (-row[1]["ucdp"], -row[1]["ours"], row[0]))
    return [
        {t("events.column.place"): area_names(dataset, [code])}
        | {t(f"quality.column.{name}"): str(counts[name]) for name in COLUMNS}
        for code, counts in ordered
    ]


def _sum(quarters: list[ReferenceQuarter]) -> dict[str, int]:
    return {name: sum(getattr(quarter, name) or 0 for quarter in quarters) for name in COLUMNS}


def _quarter_row(quarter: ReferenceQuarter) -> dict[str, Any]:
    counts = {t(f"quality.column.{name}"): _number(getattr(quarter, name)) for name in COLUMNS}
    killed = quarter.killed
    message = f"{killed['best']:,} ({range_in_words(killed['low'], killed['high'])})" if killed else _number(None)
    return {
        t("quality.column.quarter"): quarter.name,
        **counts,
        t("quality.column.ucdp_killed"): message,
        t("quality.column.not_covered"): ", ".join(quarter.not_covered),
        t("quality.column.not_counted"): str(quarter.not_counted),
    }


def _number(count: int | None) -> str:
    """A count; what is not known is never 0."""
    return t("quality.not_known") if count is None else f"{count:,}"
