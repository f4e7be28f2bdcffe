"""Two states of the map side by side: which two an address asks for, and what differs between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from geo.control import State
from geo.load import Dataset
from geo.schema import PERSPECTIVES
from geo.spans import add_days
from geo.timeline import Timeline
from geo.view import Refused, ViewState, is_day_of

#: Days between the two sides for a reader who chose none.
USUAL_DAYS = 30


@dataclass(frozen=True)
class Side:
    """One of two maps: the end of a day as one perspective has it."""

    day: str
    perspective: str


@dataclass(frozen=True)
class Sides:
    """Both maps; `b` is set against `a`."""

    a: Side
    b: Side

    def swapped(self) -> Sides:
        """The other way round."""
        return Sides(self.b, self.a)


def sides_from_query(query: Mapping[str, str], view: ViewState, dataset: Dataset) -> tuple[Sides, list[Refused]]:
    """The two states that an address asks for with `a`, `b`, `pa`, `pb`; what it can't mean falls back and is told.

    Parameters
    ----------
    view : gives what the address leaves out. Its perspective stands for both sides ('both' is the NRF against
        the Taliban). Two perspectives without days are two views of its date; otherwise the sides lie
        between its `since` and its date, or 30 days apart.
    """
    refused: list[Refused] = []

    def asked(key: str, allowed: bool, instead: str) -> str:
        value = query.get(key)
        if value is not None and not allowed:
            refused.append(Refused(key, value[:60], instead))
        return value if value is not None and allowed else instead

    told = ("nrf", "taliban") if view.perspective == "both" else (view.perspective, view.perspective)
    pa, pb = (asked(key, query.get(key) in PERSPECTIVES, p) for key, p in zip(("pa", "pb"), told, strict=True))
    days = _usual_days(view, dataset, same_day=pa != pb)
    a, b = (asked(key, is_day_of(dataset, query.get(key, "")), day) for key, day in zip(("a", "b"), days, strict=True))
    return Sides(Side(a, pa), Side(b, pb)), refused


def sides_to_query(sides: Sides) -> dict[str, str]:
    """What an address says of the two states."""
    return {"a": sides.a.day, "b": sides.b.day, "pa": sides.a.perspective, "pb": sides.b.perspective}


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


def _usual_days(view: ViewState, dataset: Dataset, same_day: bool) -> tuple[str, str]:
    if same_day:
        return view.date, view.date
    if view.since:
        return view.since, view.date
    if view.date > dataset.first_day:
        return max(add_days(view.date, -USUAL_DAYS), dataset.first_day), view.date
    return dataset.first_day, min(add_days(dataset.first_day, USUAL_DAYS), dataset.last_day)


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
