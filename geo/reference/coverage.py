"""Our events beside UCDP's rows, by quarter, in the months that UCDP covers whole; the others are told, never counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from geo.record.geojson import Record
from geo.record.load import Dataset
from geo.record.months import by_quarter as months_by_quarter
from geo.record.months import months_between
from geo.record.records import Event
from geo.reference.load import Reference, months_covered
from geo.reference.matching import candidates
from geo.reference.releases import FIRST_MONTH, month_of
from geo.reference.review import matched


@dataclass(frozen=True)
class Sides:
    """UCDP's rows and our violent events that are in both, only in UCDP's, only in ours."""

    both: tuple[Record, ...]
    only_ucdp: tuple[Record, ...]
    both_ours: tuple[Event, ...]
    only_ours: tuple[Event, ...]


@dataclass(frozen=True)
class ReferenceQuarter:
    """One quarter: how many are in both, only UCDP's, only ours. All counts are null when no month is covered whole;
    ours also when our record ends before the covered months.

    `ucdp` and `ours` count the months of `covered` only; one row may tell several events and one event several rows.
    `not_counted` are the rows that are here of other months.
    """

    name: str
    covered: tuple[str, ...]
    not_covered: tuple[str, ...]
    ucdp: int | None
    ucdp_only: int | None
    ours: int | None
    ours_only: int | None
    killed: dict[str, int] | None
    not_counted: int


def sides(reference: Reference, dataset: Dataset, province: str | None = None) -> Sides:
    """What both have and what only one has; of ours only what lies in months that UCDP covers whole."""
    pairs = matched(reference.matches)
    covered = months_covered(reference)
    rows = [row for row in reference.events if province is None or row["admin1"] == province]
    named = {line["event_id"] for lines in pairs.values() for line in lines}
    ours = [
        event
        for event in (candidate.event for candidate in candidates(dataset))
        if province is None or event["admin1"] == province
    ]
    return Sides(
        both=tuple(row for row in rows if pairs[row["ucdp_id"]]),
        only_ucdp=tuple(row for row in rows if not pairs[row["ucdp_id"]]),
        both_ours=tuple(event for event in ours if event["event_id"] in named),
        only_ours=tuple(event for event in ours if event["event_id"] not in named and month_of(event) in covered),
    )


def by_quarter(reference: Reference, dataset: Dataset, province: str | None = None) -> list[ReferenceQuarter]:
    """Every quarter of the record, oldest first, and on to the last month that UCDP covers whole or has a row of."""
    covered = months_covered(reference)
    found = sides(reference, dataset, province)
    last = max([dataset.last_day[:7], *covered, *map(month_of, reference.events)])
    quarters = months_by_quarter(months_between(FIRST_MONTH, last))
    return [_of(name, months, covered, found, dataset.last_day[:7]) for name, months in quarters.items()]


def _of(name: str, months: list[str], covered: set[str], found: Sides, last: str) -> ReferenceQuarter:
    whole = tuple(month for month in months if month in covered)
    inside = _in_months(whole)
    rows = [row for row in (*found.both, *found.only_ucdp) if inside(row)]
    ours_only = sum(map(inside, found.only_ours))
    rest = _in_months(tuple(month for month in months if month not in covered))
    known = bool(whole)
    ours_known = any(month <= last for month in whole)
    return ReferenceQuarter(
        name=name,
        covered=whole,
        not_covered=tuple(month for month in months if month not in covered),
        ucdp=len(rows) if known else None,
        ucdp_only=sum(map(inside, found.only_ucdp)) if known else None,
        ours=ours_only + sum(map(inside, found.both_ours)) if ours_known else None,
        ours_only=ours_only if ours_known else None,
        killed={kind: sum(row[kind] for row in rows) for kind in ("low", "best", "high")} if known else None,
        not_counted=sum(map(rest, (*found.both, *found.only_ucdp))),
    )


def _in_months(months: tuple[str, ...]) -> Callable[[Record | Event], bool]:
    return lambda record: month_of(record) in months
