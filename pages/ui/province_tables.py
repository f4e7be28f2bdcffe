"""Tables of provinces: all of them, some side by side, and the lists of one. 'No record' is never 0."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from geo.dates import short_date
from geo.load import Dataset
from geo.province import overview, spans_of_months
from geo.province_query import ProvinceQuery
from geo.schema import VERIFICATIONS
from geo.text import t
from geo.timeline import Timeline
from geo.words import actor_name, area_names, range_in_words, span_in_words, speaker_in_words
from pages.ui import province_charts, province_choices

Row = dict[str, Any]
NOTHING = "–"


def number(count: int | None) -> str:
    """A count of records; words where there is none."""
    return f"{count:,}" if count else t("provinces.no_record")


def held_in_words(dataset: Dataset, row: Row) -> str:
    """'Taliban, control'."""
    if row["controller"] == "unknown":
        return t("state.unknown")
    return f"{actor_name(dataset, row['controller'])}, {t('status.' + row['status'])}"


def shares_in_words(dataset: Dataset, shares: list[Row]) -> str:
    """'Taliban 93.1 %, NRF 6.9 % (1 contested)'."""
    return ", ".join(
        f"{actor_name(dataset, s['controller'])} {s['area_pct']:.1f} %"
        + (f" ({t('provinces.contested', count=s['contested_districts'])})" if s["contested_districts"] else "")
        for s in shares
    )


def count_in_words(row: Row) -> str:
    """Somebody's number with speaker and window: '126 (the NRF, 1 Mar 2024 – 31 Mar 2025)'."""
    told = range_in_words(row["low"], row["high"]) or row["text"] or t("loss.unknown")
    return f"{told} ({speaker_in_words(row)}, {window_in_words(row)})"


def window_in_words(row: Row) -> str:
    """The days that a number covers."""
    if row["window_start"] is None:
        return t("provinces.up_to", day=short_date(row["window_end"]))
    return span_in_words(row["window_start"], row["window_end"])


def silence_in_words(months: list[str]) -> str:
    """'2021-11 – 2022-03, 2022-10'."""
    return ", ".join(a if a == b else f"{a} – {b}" for a, b in spans_of_months(months)) or NOTHING


def publishers(dataset: Dataset, row: Row) -> str:
    """Who published what a record rests on."""
    sources = dataset.by_id("sources")
    return "; ".join(dict.fromkeys(sources[s]["publisher"] or t("source.no_publisher") for s in row["source_ids"]))


def all_provinces(line: Timeline, asked: ProvinceQuery, perspective: str) -> None:
    """One row a province; sorted by a click on a head, opened by a click on a row."""
    dataset = line.dataset
    found = overview(line, asked.start, asked.end, perspective)
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
                y_min=0, y_max=most, color="#4E86B0", width=220
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
        province_choices.choose(dataset, codes[rows[0]])


def side_by_side(line: Timeline, codes: list[str], asked: ProvinceQuery, perspective: str) -> None:
    """Up to four provinces: the same figures in columns, the same axes in rows."""
    dataset = line.dataset
    found = overview(line, asked.start, asked.end, perspective, codes)
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
            st.altair_chart(province_charts.months(row["by_month"], most), key=f"beside_{row['admin1']}")
    st.caption(t("provinces.same_axes", days=span_in_words(asked.start, asked.end)))


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


def districts(dataset: Dataset, rows: list[Row]) -> pd.DataFrame:
    """One row a district."""
    return pd.DataFrame(
        {
            t("provinces.column.district"): row["name"],
            t("provinces.column.events"): row["events"] or None,
            t("provinces.column.activity"): row["activity"] or None,
            t("provinces.column.held"): held_in_words(dataset, row),
            t("provinces.column.certainty"): t(f"certainty.{row['certainty']}") if row["certainty"] else None,
            t("provinces.column.since"): row["since"],
            t("provinces.column.confirmed"): row["last_confirmed"],
            t("provinces.column.km2"): row["area_km2"],
        }
        for row in rows
    )


def presence(dataset: Dataset, rows: list[Row]) -> pd.DataFrame:
    """One row a list that names the province."""
    return pd.DataFrame(
        {
            t("provinces.column.as_of"): row["as_of"],
            t("provinces.column.actor"): actor_name(dataset, row["actor_id"]),
            t("provinces.column.polarity"): t(f"provinces.{row['polarity']}"),
            t("provinces.column.claimant"): speaker_in_words(row),
            t("provinces.column.says"): row["says"],
            t("provinces.column.sources"): publishers(dataset, row),
        }
        for row in rows
    )


def statistics(dataset: Dataset, rows: list[Row]) -> pd.DataFrame:
    """One row a number, with its window, its speaker and what area it covers."""
    return pd.DataFrame(
        {
            t("provinces.column.window"): window_in_words(row),
            t("provinces.column.label"): row["label"],
            t("provinces.column.number"): range_in_words(row["low"], row["high"]) or row["text"] or t("loss.unknown"),
            t("provinces.column.claimant"): speaker_in_words(row),
            t("provinces.column.covers"): t("provinces.alone")
            if len(row["admin1s"]) == 1
            else area_names(dataset, row["admin1s"]),
            t("provinces.column.sources"): publishers(dataset, row),
        }
        for row in rows
    )


def losses(dataset: Dataset, entries: list[Row]) -> pd.DataFrame:
    """One row one claimant's word about one side; never to be added."""
    return pd.DataFrame(
        {
            t("provinces.column.claimant"): t(f"claimant.{entry['claimant']}"),
            t("provinces.column.side"): actor_name(dataset, entry["side"]),
            t("provinces.column.kind"): t(f"loss.{entry['kind']}"),
            t("provinces.column.number"): _toll(entry),
            t("provinces.column.in_events"): entry["claims"],
            t("provinces.column.in_words"): entry["in_words"] or None,
        }
        for entry in entries
    )


def _toll(entry: Row) -> str:
    if entry["in_words"] == entry["claims"] or (not entry["low"] and entry["high"] is None):
        return t("loss.unknown")
    return range_in_words(entry["low"], entry["high"])
