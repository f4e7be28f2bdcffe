"""Neighbours in time and place."""

from __future__ import annotations

from typing import Any

import pytest

from geo.queries.neighbours import days_apart, neighbours
from geo.record.load import Dataset, public


def span(start: str, end: str) -> dict[str, Any]:
    return {"date_start": start, "date_end": end}


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        (span("2021-09-01", "2021-09-01"), span("2021-09-01", "2021-09-01"), 0),
        (span("2021-09-01", "2021-09-05"), span("2021-09-05", "2021-09-09"), 0),
        (span("2021-09-01", "2021-09-30"), span("2021-09-10", "2021-09-11"), 0),
        (span("2021-08-30", "2021-08-31"), span("2021-09-02", "2021-09-03"), 2),
    ],
)
def test_days_between_spans(one: dict[str, Any], other: dict[str, Any], days: int) -> None:
    assert days_apart(one, other) == days_apart(other, one) == days


def test_neighbours_are_near_and_mutual(shipped: Dataset) -> None:
    events = public(shipped.records("events"))
    near = {e["event_id"]: neighbours(shipped, e) for e in events[::7]}
    by_id = {e["event_id"]: e for e in events}
    for event_id, found in near.items():
        event = by_id[event_id]
        for n in found:
            assert n.event["admin1"] == event["admin1"] and n.days <= 7 and n.event["date_precision"] <= 3
            assert n.same_district == (event["admin2_id"] is not None and n.event["admin2_id"] == event["admin2_id"])
            assert event_id in {m.event["event_id"] for m in neighbours(shipped, n.event)}
        assert event_id not in {n.event["event_id"] for n in found}
        assert [not n.same_district for n in found] == sorted(not n.same_district for n in found)


def test_none_for_unknown_places_and_days_and_nothing_withheld(tiny: Dataset) -> None:
    for event in public(tiny.records("events")):
        found = neighbours(tiny, event, days=400)
        if event["admin1"] is None or event["date_precision"] > 3:
            assert found == []
        assert "EV-2021-0003" not in {n.event["event_id"] for n in found}
