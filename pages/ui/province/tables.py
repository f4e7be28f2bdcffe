"""The tables of one province, and parts of them in words. 'No record' is never 0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from geo.queries.province import spans_of_months
from geo.record.load import Dataset
from geo.record.schema import VERIFICATIONS
from geo.wording.dates import short_date
from geo.wording.text import t
from geo.wording.words import actor_name, area_names, range_in_words, span_in_words, speaker_in_words

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


def publishers(dataset: Dataset, row: Mapping[str, Any]) -> str:
    """Who published what a record rests on."""
    sources = dataset.by_id("sources")
    return "; ".join(dict.fromkeys(sources[s]["publisher"] or t("source.no_publisher") for s in row["source_ids"]))


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


def months_table(by_month: dict[str, dict[str, int]]) -> pd.DataFrame:
    """One row a month; grades only where there is an event."""
    return pd.DataFrame(
        {t("provinces.month"): month, t("provinces.column.activity"): sum(grades.values()) or None}
        | {t(f"verification.{grade}"): grades[grade] if any(grades.values()) else None for grade in VERIFICATIONS}
        for month, grades in by_month.items()
    )


def months_beside(named: dict[str, str], found: list[Row]) -> pd.DataFrame:
    """One row a month, one column a province: incidents."""
    return pd.DataFrame(
        {t("provinces.month"): month}
        | {named[row["admin1"]]: sum(row["by_month"][month].values()) or None for row in found}
        for month in found[0]["by_month"]
    )


def counts_table(what: str, rows: list[tuple[str, int]]) -> pd.DataFrame:
    """One row a bar of a chart of counts."""
    return pd.DataFrame(rows, columns=[what, t("provinces.column.activity")])


def strip_table(dataset: Dataset, strips: list[dict[str, Any]]) -> pd.DataFrame:
    """One row a strip of the chart."""
    return pd.DataFrame(
        {
            t("provinces.column.district"): area_names(dataset, [row["admin2_id"]]),
            t("provinces.perspective"): t(f"perspective.{row['perspective']}"),
            t("provinces.column.held"): held_in_words(dataset, row),
            t("provinces.strip.basis"): t(f"basis.{row['basis']}"),
            t("provinces.strip.start"): row["start"],
            t("provinces.strip.end"): row["end"],
        }
        for row in strips
    )
