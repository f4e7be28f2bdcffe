"""UCDP's rows as the browser reads them: columns as those of events, what their cards show, which months are covered whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.publishers.ucdp import UCDP
from geo.record.geojson import Record, dumps
from geo.record.load import Dataset
from geo.record.months import month_end
from geo.record.schema import COUNTRY, EVENT_TYPES
from geo.record.spans import clipped, days_between
from geo.reference.find import TYPES
from geo.reference.load import Reference, months_covered
from geo.reference.review import matched
from geo.wording.reference_words import title_of

CARD_FIELDS = (
    "type_of_violence", "side_a", "side_b", "where_prec", "where_coordinates", "where_description", "low", "best",
    "high", "deaths_civilians", "event_clarity", "code_status", "release", "source_office", "source_date",
    "source_headline",
)  # fmt: skip


def reference_payload(reference: Reference, dataset: Dataset) -> bytes:
    """The rows that touch the period of the record, sorted by first day, then id; those outside are counted."""
    first, last = dataset.first_day, dataset.last_day
    inside = [row for row in reference.events if row["date_start"] <= last and row["date_end"] >= first]
    rows = sorted(inside, key=lambda row: (row["date_start"], row["ucdp_id"]))
    pairs = matched(reference.matches)
    return dumps(
        {
            "version": reference.version,
            "columns": _columns(dataset, rows),
            "cards": [{name: row[name] for name in CARD_FIELDS} for row in rows],
            "matches": [[line["event_id"] for line in pairs[row["ucdp_id"]]] for row in rows],
            "outside": len(reference.events) - len(rows),
            "covered": _covered(reference, dataset),
            "cites": sorted({release["cite"] for release in reference.releases}),
        }
    ).encode("utf-8")


def _columns(dataset: Dataset, rows: list[Record]) -> dict[str, Any]:
    provinces, districts = list(dataset.by_id("provinces")), list(dataset.by_id("districts"))
    actors, types = list(dataset.by_id("actors")), list(EVENT_TYPES)
    first = dataset.first_day
    return {
        "id": [row["ucdp_id"] for row in rows],
        "title": [title_of(row) for row in rows],
        "start": [days_between(first, row["date_start"]) for row in rows],
        "end": [days_between(first, row["date_end"]) for row in rows],
        "datePrecision": [row["date_prec"] for row in rows],
        "type": [types.index(TYPES[row["type_of_violence"]]) for row in rows],
        "typed": [1] * len(rows),
        "where": [UCDP.where[row["where_prec"]] for row in rows],
        "point": [[row["longitude"], row["latitude"]] if row["where_prec"] in (1, 2) else None for row in rows],
        "province": [_number(provinces, row["admin1"]) for row in rows],
        "district": [_number(districts, row["admin2_id"]) for row in rows],
        "country": [COUNTRY] * len(rows),
        "actors": [_actors(actors, row) for row in rows],
    }


def _actors(actors: list[str], row: Mapping[str, Any]) -> list[int]:
    return sorted({actors.index(row[side]) for side in ("actor_a", "actor_b") if row[side]})


def _number(ids: list[str], one: str | None) -> int:
    return -1 if one is None else ids.index(one)


def _covered(reference: Reference, dataset: Dataset) -> list[list[int]]:
    """First and last day of each run of months that a release covers whole, within the record."""
    spans: list[list[int]] = []
    for month in sorted(months_covered(reference)):
        days = clipped(f"{month}-01", month_end(month), dataset.first_day, dataset.last_day)
        start, end = (days_between(dataset.first_day, day) for day in days)
        if end < start:
            continue
        if spans and spans[-1][1] + 1 == start:
            spans[-1][1] = end
        else:
            spans.append([start, end])
    return spans
