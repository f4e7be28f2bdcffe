"""From the arguments of Python to the keys and values of an address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from geo.address.compare import Side, Sides

#: A day as a program may have it; pandas' Timestamp is a datetime.
Day = str | dt.date
#: One value of a filter, or several of which one has to hold.
Values = str | int | Iterable[str | int] | None


def pairs_for(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Arguments as the pairs of a query; those that are None were not given."""
    return [(name, _text(value)) for name, value in values.items() if value is not None]


def sides_of(query: Mapping[str, str]) -> Sides:
    """Two days and perspectives that were asked for."""
    return Sides(Side(query["a"], query["pa"]), Side(query["b"], query.get("pb", query["pa"])))


def _text(value: Any) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, str | int) else ",".join(map(str, value))
