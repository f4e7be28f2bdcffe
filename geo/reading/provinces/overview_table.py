"""All provinces in one table, and some side by side."""

from __future__ import annotations

from collections.abc import Sequence

from geo.reading.charts.months_drawing import months_drawing
from geo.reading.content import Cell, Column, Link, Table, number, text
from geo.reading.province_words import NOTHING, Row, count_in_words, count_or_none, shares_in_words
from geo.record.load import Dataset
from geo.record.schema import VERIFICATIONS
from geo.wording.lists import series
from geo.wording.text import in_digits, t
from geo.wording.words import area_names

#: So many provinces are shown until the reader asks for all.
FIRST = 12


def all_provinces(dataset: Dataset, found: Sequence[Row], caption: str) -> Table:
    """One row a province, the one with most incidents first; its name opens it."""
    columns = (
        Column(t("provinces.column.province")),
        Column(t("provinces.column.months"), is_minor=True),
        Column(t("provinces.column.activity"), is_number=True),
        *(Column(t(f"verification.{grade}"), is_number=True, is_minor=True) for grade in VERIFICATIONS),
        Column(t("provinces.column.events"), is_number=True),
        Column(t("provinces.column.present"), is_number=True, is_minor=True),
        Column(t("provinces.column.absent"), is_number=True, is_minor=True),
        Column(t("provinces.column.shares")),
        Column(t("provinces.column.counts"), is_minor=True),
    )
    most = max(sum(grades.values()) for row in found for grades in row["by_month"].values())
    ordered = sorted(found, key=lambda row: (-row["activity"], area_names(dataset, [row["admin1"]])))
    rows = tuple(_row(dataset, row, most) for row in ordered)
    return Table(columns, rows, caption, first=FIRST, sorted_by=(2, True))


def _row(dataset: Dataset, row: Row, most: int) -> tuple[Cell, ...]:
    name, activity = area_names(dataset, [row["admin1"]]), row["activity"]
    by_month = [sum(grades.values()) for grades in row["by_month"].values()]
    drawing = months_drawing(by_month, most, t("provinces.months_drawing", province=name, count=activity))
    grades = (number(row["by_grade"][grade] if activity else None, NOTHING) for grade in VERIFICATIONS)
    return (
        Cell((Link(name, "provinces", {"province": row["admin1"], "district": None, "event": None}),)),
        Cell((drawing,) if activity else (NOTHING,), activity),
        number(activity or None, NOTHING),
        *grades,
        number(row["events"] or None, NOTHING),
        number(row["presence_lists"], NOTHING),
        number(row["absence_lists"], NOTHING),
        text(shares_in_words(dataset, row["shares"])),
        text(series(map(count_in_words, row["claimed_operations"])) or NOTHING),
    )


def side_by_side(dataset: Dataset, found: Sequence[Row], caption: str) -> Table:
    """The same figures of up to four provinces, one column each."""
    named = [area_names(dataset, [row["admin1"]]) for row in found]
    columns = [_measures(dataset, row) for row in found]
    rows = tuple((text(name), *(text(column[name]) for column in columns)) for name in columns[0])
    heads = (Column(t("provinces.column.measure")), *(Column(name, is_number=True) for name in named))
    return Table(heads, rows, caption, is_sortable=False)


def _measures(dataset: Dataset, row: Row) -> dict[str, str]:
    province = dataset.by_id("provinces")[row["admin1"]]
    any_activity = bool(row["activity"])
    silent = sum(not any(grades.values()) for grades in row["by_month"].values())
    return {
        t("provinces.column.activity"): count_or_none(row["activity"]),
        **{t(f"verification.{g}"): in_digits(row["by_grade"][g]) if any_activity else NOTHING for g in VERIFICATIONS},
        t("provinces.column.silent"): t("provinces.of", count=silent, all=len(row["by_month"])),
        t("provinces.column.events"): count_or_none(row["events"]),
        t("provinces.column.present"): _listed(row["presence_lists"]),
        t("provinces.column.absent"): _listed(row["absence_lists"]),
        t("provinces.column.shares"): shares_in_words(dataset, row["shares"]),
        t("provinces.column.counts"): series(map(count_in_words, row["claimed_operations"]))
        or t("provinces.no_record"),
        t("provinces.column.km2"): in_digits(round(province["area_km2"])),
    }


def _listed(count: int | None) -> str:
    """A number of lists: 0 where lists name the province otherwise, words where none names it."""
    return t("provinces.no_record") if count is None else in_digits(count)
