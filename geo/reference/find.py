"""UCDP's rows of a span of days that pass the filters that their columns know, each with the events of ours that tell the same."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from geo.address.view import ViewState
from geo.record.geojson import Record
from geo.record.load import Dataset
from geo.record.months import months_between
from geo.record.normalise import normalise
from geo.reference.load import Reference, months_covered
from geo.reference.releases import month_of
from geo.reference.review import matched

#: UCDP's types of violence as ours: by whom it is done to whom.
TYPES = {1: "battles", 2: "battles", 3: "violence_against_civilians"}
#: Of our filters those that a row can be asked for; the others don't apply to it.
REFERENCE_FILTERS = ("type", "actor", "area")
SEARCHED = (
    "ucdp_id", "side_a", "side_b", "where_coordinates", "where_description", "adm_1", "adm_2", "source_headline",
)  # fmt: skip


@dataclass(frozen=True)
class FoundRow:
    """A row of UCDP's, the lines of the table of matches that pair it with public events of ours, and whether a release
    covers its month whole."""

    row: Record
    lines: tuple[Record, ...]
    is_covered: bool


def find_rows(
    reference: Reference,
    dataset: Dataset,
    view: ViewState,
    span: tuple[str, str],
    words: Collection[str] = (),
) -> list[FoundRow]:
    """The rows that touch a span of days and pass a view's filters of type, actor and province, by first day, then id.

    `words` are normalised; each is in the sides, the place, the names of our province, the headline or the id.
    """
    start, end = span
    rows = [row for row in reference.events if row["date_start"] <= end and row["date_end"] >= start]
    passing = [row for row in rows if passes(row, view) and _has_words(dataset, row, words)]
    return _found(reference, sorted(passing, key=lambda row: (row["date_start"], row["ucdp_id"])))


def rows_of_event(reference: Reference, event_id: str) -> list[FoundRow]:
    """The rows that tell what an event of ours tells."""
    ids = {
        line["ucdp_id"]
        for lines in matched(reference.matches).values()
        for line in lines
        if line["event_id"] == event_id
    }
    return _found(reference, [row for row in reference.events if row["ucdp_id"] in ids])


def coverage_of(reference: Reference, first: str, last: str) -> str:
    """How much of some days lies in months that a release covers whole: 'none', 'part' or 'whole'."""
    covered, months = months_covered(reference), months_between(first[:7], max(first, last)[:7])
    inside = sum(month in covered for month in months)
    return "whole" if inside == len(months) else "part" if inside else "none"


def passes(row: Record, view: ViewState) -> bool:
    """Whether a row holds one chosen value at least of each filter that can be asked of it."""
    chosen = {key: set(value.split(",")) for key in REFERENCE_FILTERS if (value := getattr(view, key))}
    return all(values & _values_of(row, key) for key, values in chosen.items())


def _has_words(dataset: Dataset, row: Record, words: Collection[str]) -> bool:
    province = dataset.by_id("provinces").get(row["admin1"] or "")
    names = [province["name_en"], province["name_fa"], province["name_ps"], *province["aliases"]] if province else []
    text = normalise(" ".join(filter(None, [*(row[name] for name in SEARCHED), *names])))
    return all(word in text for word in words)


def _values_of(row: Record, key: str) -> set[str | None]:
    if key == "type":
        return {TYPES[row["type_of_violence"]]}
    return {row["actor_a"], row["actor_b"]} if key == "actor" else {row["admin1"]}


def _found(reference: Reference, rows: list[Record]) -> list[FoundRow]:
    pairs, covered = matched(reference.matches), months_covered(reference)
    return [FoundRow(row, tuple(pairs[row["ucdp_id"]]), month_of(row) in covered) for row in rows]
