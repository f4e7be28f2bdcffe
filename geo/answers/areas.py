"""Provinces, one of them in full, and what differs between two states of the map."""

from __future__ import annotations

from typing import Any

from geo.address.compare import Side, Sides
from geo.answers.record import Query, Record
from geo.control.difference import difference
from geo.queries.places import neighbours
from geo.queries.province import overview, profile


def provinces(record: Record, query: Query) -> dict[str, Any]:
    """Each province: its names, area and neighbours, and in a span of days its activity and, at its end, who holds it."""
    dataset = record.dataset
    start, end, perspective = _span(record, query)
    rows = overview(record.timeline, start, end, perspective)
    records = dataset.by_id("provinces")
    return {
        "dataset": dataset.version,
        "start": start,
        "end": end,
        "perspective": perspective,
        "provinces": [
            records[row["admin1"]] | {"neighbours": neighbours(dataset, row["admin1"])} | row for row in rows
        ],
    }


def province(record: Record, query: Query) -> dict[str, Any]:
    """Everything that the record says of one province in a span of days."""
    return dict(profile(record.timeline, query["province"], *_span(record, query)))


def diff(record: Record, query: Query) -> dict[str, Any]:
    """What changed hands or status between two days, or differs between two perspectives."""
    first = query.get("pa", "assessed")
    sides = Sides(Side(query["a"], first), Side(query["b"], query.get("pb", first)))
    return difference(record.timeline, sides).as_json()


def _span(record: Record, query: Query) -> tuple[str, str, str]:
    dataset = record.dataset
    start, end = query.get("from", dataset.first_day), query.get("to", dataset.last_day)
    return start, end, query.get("perspective", "assessed")
