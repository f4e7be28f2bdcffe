"""What differs between two states of the map: districts, areas, events between."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.address.compare import Sides
from geo.control.rules import State
from geo.control.timeline import Timeline


def difference(line: Timeline, sides: Sides) -> dict[str, Any]:
    """What differs from side `a` to side `b`, as plain data.

    Returns
    -------
    `areas`: km² and number of districts for each pair of states, largest first; `districts`: one row a changed
    district, by id; `events`: ids of the public events whose days touch the span between the two days.
    """
    records = line.dataset.by_id("districts")
    before = line.states_at(sides.a.day, sides.a.perspective)
    after = line.states_at(sides.b.day, sides.b.perspective)
    districts = [
        _row(records[d], before[d].state, after[d].state)
        for d in sorted(before)
        if told(before[d].state) != told(after[d].state)
    ]
    start, end = sorted((sides.a.day, sides.b.day))
    return {
        "first": sides.a.day,
        "second": sides.b.day,
        "perspective": sides.a.perspective,
        "second_perspective": sides.b.perspective,
        "dataset": line.dataset.version,
        "areas": _areas(districts),
        "districts": districts,
        "events": [event["event_id"] for event in line.events_between(start, end)],
    }


def told(state: State | None) -> str:
    """A state in two words: controller and status."""
    return f"{state.controller} ({state.status})" if state else "unknown"


def untold(words: str) -> tuple[str, str]:
    """Controller and status of a state told by `told`."""
    controller, _, status = words.removesuffix(")").partition(" (")
    return controller, status or "unknown"


def _row(record: Mapping[str, Any], before: State | None, after: State | None) -> dict[str, Any]:
    return {
        "admin2_id": record["admin2_id"],
        "name": record["name_en"],
        "admin1": record["admin1"],
        "before": told(before),
        "after": told(after),
        "area_km2": record["area_km2"],
        "claim_ids": list(after.claim_ids) if after else [],
    }


def _areas(districts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    sums: dict[tuple[str, str], dict[str, Any]] = {}
    for row in districts:
        key = (row["before"], row["after"])
        total = sums.setdefault(key, {"before": key[0], "after": key[1], "districts": 0, "area_km2": 0.0})
        total["districts"] += 1
        total["area_km2"] = round(total["area_km2"] + row["area_km2"], 1)
    return sorted(sums.values(), key=lambda area: -area["area_km2"])
