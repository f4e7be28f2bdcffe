"""UCDP's rows and our violent events by quarter and by province; what no release covers whole is hatched and no number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from geo.reading.content import Bar, Block, Cell, Column, Link, Paragraph, Table, number, text
from geo.reading.province_words import silence_in_words
from geo.reading.reference.credit import credit
from geo.record.load import Dataset
from geo.reference.coverage import ReferenceQuarter, by_quarter
from geo.reference.load import Reference
from geo.wording.dates import quarter_in_words
from geo.wording.text import in_digits, t
from geo.wording.words import area_names, range_in_words

MONTHS_A_QUARTER = 3
#: So many rows are shown until the reader asks for all.
FIRST = 12
COUNTS = ("ucdp", "ucdp_only", "ours", "ours_only")


def both_blocks(dataset: Dataset, reference: Reference) -> tuple[Block, ...]:
    """The whole country by quarter and by province, and credit."""
    note = Paragraph((t("quality.reference_note"),), is_quiet=True)
    quarters = quarters_table(by_quarter(reference, dataset), t("quality.reference_quarters"))
    provinces = provinces_table(dataset, reference, t("quality.reference_provinces"))
    return note, quarters, provinces, *credit(reference)


def quarters_table(quarters: Sequence[ReferenceQuarter], caption: str) -> Table:
    """One row a quarter, newest first; those that lie side by side of which nothing is known are one row, and no number."""
    columns = (
        Column(t("quality.column.quarter")),
        Column(t("quality.column.ucdp")),
        Column(t("quality.column.ucdp_only"), is_number=True, is_minor=True),
        Column(t("quality.column.ucdp_killed"), is_number=True, is_minor=True, is_unbroken=True),
        Column(t("quality.column.ours")),
        Column(t("quality.column.ours_only"), is_number=True, is_minor=True),
    )
    most = max((max(quarter.ucdp or 0, quarter.ours or 0) for quarter in quarters), default=0)
    lots = [list(lot) for _, lot in groupby(reversed(quarters), key=lambda quarter: bool(quarter.covered))]
    rows = [row for lot in lots for row in ([_gap(lot)] if not lot[0].covered else [_row(one, most) for one in lot])]
    return Table(columns, tuple(rows), caption)


def provinces_table(dataset: Dataset, reference: Reference, caption: str) -> Table:
    """One row a province with anything to count in the months that are covered whole, the most rows of UCDP first."""
    found = [(code, _sum(by_quarter(reference, dataset, code))) for code in dataset.by_id("provinces")]
    counts = [(code, sums) for code, sums in found if any(sums.values())]
    ordered = sorted(counts, key=lambda row: (-row[1]["ucdp"], -row[1]["ours"], row[0]))
    columns = (
        Column(t("provinces.column.province")),
        *(Column(t(f"quality.column.{name}"), is_number=True, is_minor=name.endswith("_only")) for name in COUNTS),
    )
    rows = tuple((_province(dataset, code), *(number(sums[name], "") for name in COUNTS)) for code, sums in ordered)
    return Table(columns, rows, caption, first=FIRST, sorted_by=(1, True))


def _province(dataset: Dataset, code: str) -> Cell:
    name = area_names(dataset, [code])
    return Cell((Link(name, "provinces", {"province": code, "district": None, "event": None}),), name)


def _sum(quarters: Sequence[ReferenceQuarter]) -> dict[str, int]:
    return {name: sum(getattr(quarter, name) or 0 for quarter in quarters) for name in COUNTS}


def _gap(quarters: Sequence[ReferenceQuarter]) -> tuple[Cell, ...]:
    """Quarters of which no month is covered whole, the newest first."""
    here = sum(quarter.not_counted for quarter in quarters)
    theirs = t("reference.quarter_here", count=here) if here else t("quality.not_known")
    ours = t("reference.not_counted")
    unknown = [_unknown(message) for message in (theirs, t("quality.not_known"), t("quality.not_known"), ours, ours)]
    newest = quarter_in_words(quarters[0].name)
    ends = t("locale.span.years", first=quarter_in_words(quarters[-1].name), last=newest)
    return (text(ends if len(quarters) > 1 else newest, quarters[0].name), *unknown)


def _unknown(message: str) -> Cell:
    return Cell((message,), is_unknown=True)


def _row(quarter: ReferenceQuarter, most: int) -> tuple[Cell, ...]:
    killed = quarter.killed or {"low": 0, "best": 0, "high": 0}
    range_ = range_in_words(killed["low"], killed["high"])
    message = t("words.remark", told=in_digits(killed["best"]), remark=range_)
    ended = Cell((t("reference.ours_ended"),), is_unknown=True)
    return (
        text(_name(quarter), quarter.name),
        _bar(quarter.ucdp or 0, most, is_hollow=True),
        number(quarter.ucdp_only, ""),
        number(killed["best"], "", message),
        ended if quarter.ours is None else _bar(quarter.ours, most),
        ended if quarter.ours_only is None else number(quarter.ours_only, ""),
    )


def _bar(count: int, most: int, is_hollow: bool = False) -> Cell:
    return Cell((Bar(100 * count / most if most else 0, is_hollow), in_digits(count)), count)


def _name(quarter: ReferenceQuarter) -> str:
    """The quarter, and which months are counted where these are not all of it."""
    if len(quarter.covered) == MONTHS_A_QUARTER:
        return quarter_in_words(quarter.name)
    return t(
        "reference.quarter_part", quarter=quarter_in_words(quarter.name), months=silence_in_words(list(quarter.covered))
    )
