"""The tables of one province: districts, lists, numbers, losses, months, spans of control."""

from __future__ import annotations

from collections.abc import Sequence

from geo.reading.content import Bar, Cell, Column, Link, Table, number, text
from geo.reading.province_words import NOTHING, Row, held_in_words, publishers, window_in_words
from geo.record.load import Dataset
from geo.record.schema import VERIFICATIONS
from geo.wording.dates import month_in_words, plain_date
from geo.wording.text import in_digits, t
from geo.wording.words import actor_name, area_names, range_in_words, speaker_in_words

#: So many rows are shown until the reader asks for all.
FIRST = 8


def districts(dataset: Dataset, rows: Sequence[Row], caption: str) -> Table:
    """One row a district; its name leads to it on the map."""
    columns = (
        Column(t("provinces.column.district")),
        Column(t("provinces.column.events"), is_number=True),
        Column(t("provinces.column.activity"), is_number=True),
        Column(t("provinces.column.held")),
        Column(t("provinces.column.certainty")),
        Column(t("provinces.column.since"), is_minor=True, is_unbroken=True),
        Column(t("provinces.column.confirmed"), is_minor=True, is_unbroken=True),
        Column(t("provinces.column.km2"), is_number=True, is_minor=True),
    )
    return Table(columns, tuple(_district(dataset, row) for row in rows), caption)


def _district(dataset: Dataset, row: Row) -> tuple[Cell, ...]:
    return (
        Cell((Link(row["name"], "", {"district": row["admin2_id"], "event": None}),), row["name"]),
        number(row["events"] or None, NOTHING),
        number(row["activity"] or None, NOTHING),
        text(held_in_words(dataset, row)),
        text(t(f"certainty.{row['certainty']}") if row["certainty"] else NOTHING),
        _day(row["since"]),
        _day(row["last_confirmed"]),
        number(row["area_km2"], NOTHING, in_digits(round(row["area_km2"]))),
    )


def _day(day: str | None) -> Cell:
    return text(plain_date(day), day) if day else text(NOTHING)


def presence(dataset: Dataset, rows: Sequence[Row], caption: str) -> Table:
    """One row a list that names the province."""
    columns = tuple(
        Column(t(f"provinces.column.{key}")) for key in ("as_of", "actor", "polarity", "claimant", "says", "sources")
    )
    cells = tuple(
        (
            _day(row["as_of"]),
            text(actor_name(dataset, row["actor_id"])),
            text(t("provinces.present") if row["polarity"] == "present" else t("provinces.absent")),
            text(speaker_in_words(row)),
            text(row["says"]),
            text(publishers(dataset, row)),
        )
        for row in rows
    )
    return Table(columns, cells, caption, first=FIRST)


def statistics(dataset: Dataset, rows: Sequence[Row], caption: str) -> Table:
    """One row a number, with its window, its speaker and what area it covers."""
    columns = tuple(
        Column(t(f"provinces.column.{key}")) for key in ("window", "label", "number", "claimant", "covers", "sources")
    )
    cells = tuple(
        (
            text(window_in_words(row), row["window_end"]),
            text(row["label"]),
            text(range_in_words(row["low"], row["high"]) or row["text"] or t("loss.unknown")),
            text(speaker_in_words(row)),
            text(t("provinces.alone") if len(row["admin1s"]) == 1 else area_names(dataset, row["admin1s"])),
            text(publishers(dataset, row)),
        )
        for row in rows
    )
    return Table(columns, cells, caption, first=FIRST)


def losses(dataset: Dataset, entries: Sequence[Row], caption: str) -> Table:
    """One row one claimant's word about one side; never to be added."""
    columns = (
        *(Column(t(f"provinces.column.{key}")) for key in ("claimant", "side", "kind", "number")),
        Column(t("provinces.column.in_events"), is_number=True),
        Column(t("provinces.column.in_words"), is_number=True, is_minor=True),
    )
    cells = tuple(
        (
            text(t(f"claimant.{entry['claimant']}")),
            text(actor_name(dataset, entry["side"])),
            text(t(f"loss.{entry['kind']}")),
            text(_toll(entry)),
            number(entry["claims"], NOTHING),
            number(entry["in_words"] or None, NOTHING),
        )
        for entry in entries
    )
    return Table(columns, cells, caption, first=FIRST)


def _toll(entry: Row) -> str:
    if entry["in_words"] == entry["claims"] or (not entry["low"] and entry["high"] is None):
        return t("loss.unknown")
    return range_in_words(entry["low"], entry["high"])


def months(by_month: dict[str, dict[str, int]], caption: str, counted: str = "activity") -> Table:
    """One row a month; grades only where there is an event.

    Parameters
    ----------
    counted : what is counted: 'activity' or 'events'.
    """
    columns = (
        Column(t("provinces.month")),
        Column(t(f"provinces.column.{counted}"), is_number=True),
        *(Column(t(f"verification.{grade}"), is_number=True) for grade in VERIFICATIONS),
    )
    cells = tuple(
        (
            text(month_in_words(month), month),
            number(sum(grades.values()) or None, NOTHING),
            *(number(grades[grade] if any(grades.values()) else None, NOTHING) for grade in VERIFICATIONS),
        )
        for month, grades in by_month.items()
    )
    return Table(columns, cells, caption)


def months_beside(named: dict[str, str], found: Sequence[Row], caption: str) -> Table:
    """One row a month, one column a province: incidents."""
    columns = (
        Column(t("provinces.month")),
        *(Column(named[row["admin1"]], is_number=True) for row in found),
    )
    cells = tuple(
        (
            text(month_in_words(month), month),
            *(number(sum(row["by_month"][month].values()) or None, NOTHING) for row in found),
        )
        for month in found[0]["by_month"]
    )
    return Table(columns, cells, caption)


def counts(what: str, rows: list[tuple[str, int]], caption: str) -> Table:
    """One row a count, with the count as a bar."""
    columns = (Column(what), Column(t("provinces.column.activity")))
    most = max((count for _, count in rows), default=1)
    cells = tuple((text(name), Cell((Bar(100 * count / most), in_digits(count)), count)) for name, count in rows)
    return Table(columns, cells, caption, sorted_by=(1, True))


def strips(dataset: Dataset, rows: Sequence[Row], caption: str) -> Table:
    """One row a span in which a district has one state, in each perspective."""
    columns = (
        Column(t("provinces.column.district")),
        Column(t("provinces.perspective")),
        Column(t("provinces.column.held")),
        Column(t("provinces.strip.basis"), is_minor=True),
        Column(t("provinces.strip.start")),
        Column(t("provinces.strip.end")),
    )
    cells = tuple(
        (
            text(area_names(dataset, [row["admin2_id"]])),
            text(t(f"perspective.{row['perspective']}")),
            text(held_in_words(dataset, row)),
            text(t(f"basis.{row['basis']}")),
            _day(row["start"]),
            _day(row["end"]),
        )
        for row in rows
    )
    return Table(columns, cells, caption)
