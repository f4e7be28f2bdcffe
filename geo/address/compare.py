"""The two states of the map that an address asks for, to be set side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from geo.address.keys import InvalidParam, read_key
from geo.address.view import ViewState
from geo.record.load import Dataset
from geo.record.spans import add_days

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


def sides_from_query(query: Mapping[str, str], view: ViewState, dataset: Dataset) -> tuple[Sides, list[InvalidParam]]:
    """The two states that an address asks for with `a`, `b`, `pa`, `pb`; what it can't mean falls back and is told.

    Parameters
    ----------
    view : gives what the address leaves out. Its perspective stands for both sides ('both' is the NRF against
        the Taliban). Two perspectives without days are two views of its date; otherwise the sides lie
        between its `since` and its date, or 30 days apart.
    """
    invalid: list[InvalidParam] = []

    def requested(name: str, default: str) -> str:
        return read_key(query, name, default, dataset, invalid, "compare")

    both = view.perspective == "both"
    pa = requested("pa", "nrf" if both else view.perspective)
    pb = requested("pb", "taliban" if both else view.perspective)
    first, second = _usual_days(view, dataset, same_day=pa != pb)
    return Sides(Side(requested("a", first), pa), Side(requested("b", second), pb)), invalid


def sides_to_query(sides: Sides) -> dict[str, str]:
    """What an address says of the two states."""
    return {"a": sides.a.day, "b": sides.b.day, "pa": sides.a.perspective, "pb": sides.b.perspective}


def _usual_days(view: ViewState, dataset: Dataset, same_day: bool) -> tuple[str, str]:
    if same_day:
        return view.date, view.date
    if view.since:
        return view.since, view.date
    if view.date > dataset.first_day:
        return max(add_days(view.date, -USUAL_DAYS), dataset.first_day), view.date
    return dataset.first_day, min(add_days(dataset.first_day, USUAL_DAYS), dataset.last_day)


@dataclass(frozen=True)
class DaysOf:
    """The days of change that stand side by side: of which area, from which day to which."""

    area: str
    start: str
    end: str


def days_from_query(query: Mapping[str, str], usual: DaysOf, dataset: Dataset) -> tuple[DaysOf, list[InvalidParam]]:
    """What an address asks for with `of`, `from`, `to`; what it leaves out or can't mean is `usual`, and told."""
    invalid: list[InvalidParam] = []
    area = read_key(query, "of", usual.area, dataset, invalid, "compare")
    start = read_key(query, "from", usual.start, dataset, invalid, "compare")
    end = read_key(query, "to", usual.end, dataset, invalid, "compare")
    if start > end:
        invalid.append(InvalidParam("to", end, dataset.last_day))
        end = dataset.last_day
    return DaysOf(area, start, end), invalid


def days_to_query(requested: DaysOf) -> dict[str, str]:
    """What an address says of the days of change."""
    return {"of": requested.area, "from": requested.start, "to": requested.end}
