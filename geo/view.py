"""What one reader looks at: a date, a perspective, a window, a selection; to and from an address."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from geo.control import State
from geo.load import Dataset, public
from geo.schema import PERSPECTIVES
from geo.style import DEFAULT_WINDOW, WINDOWS
from geo.timeline import Timeline

#: Keys of the address, in the order in which they are written.
URL_KEYS = ("date", "perspective", "window", "province", "event")


@dataclass(frozen=True)
class ViewState:
    """What the reader asked for; everything that an address holds and nothing else."""

    date: str
    perspective: str = "assessed"
    window: str = DEFAULT_WINDOW
    province: str | None = None
    event: str | None = None


@dataclass(frozen=True)
class Refused:
    """A value of the address that could not be used, and what stands in its place."""

    key: str
    value: str
    used: str


def first_view(dataset: Dataset) -> ViewState:
    """What a reader sees who asked for nothing: the first day of the period."""
    return ViewState(date=dataset.first_day)


def from_query(query: Mapping[str, str], dataset: Dataset) -> tuple[ViewState, list[Refused]]:
    """The view that an address asks for; what it can't mean falls back to the default and is told.

    Unknown keys are ignored (pages and mailers add their own).
    """
    view, refused = first_view(dataset), []
    for key in URL_KEYS:
        value = query.get(key)
        if value is None:
            continue
        if _allowed(key, value, dataset):
            view = replace(view, **{key: value})
        else:
            refused.append(Refused(key, value[:60], str(getattr(view, key) or "–")))
    return view, refused


def to_query(view: ViewState, dataset: Dataset) -> dict[str, str]:
    """The shortest query that gives this view again; the date is always in it."""
    default = first_view(dataset)
    wanted = {key: getattr(view, key) for key in URL_KEYS}
    return {
        key: value
        for key, value in wanted.items()
        if value is not None and (key == "date" or value != getattr(default, key))
    }


def _allowed(key: str, value: str, dataset: Dataset) -> bool:
    if key == "date":
        return _is_day(value) and dataset.first_day <= value <= dataset.last_day
    if key == "perspective":
        return value in PERSPECTIVES
    if key == "window":
        return value in WINDOWS
    if key == "province":
        return value in dataset.by_id("provinces")
    return any(event["event_id"] == value for event in public(dataset.records("events")))


def _is_day(value: str) -> bool:
    try:
        return dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


@dataclass(frozen=True)
class Group:
    """Areas of one province in the same state: what a sentence says at a time."""

    admin1: str
    state: State
    area_ids: tuple[str, ...]
    whole: bool


def groups_at(line: Timeline, day: str, perspective: str, ground: str = "taliban") -> list[Group]:
    """The districts that differ from the ground (held by `ground`, not contested), grouped.

    Sorted by province, then by the number of districts, largest first.
    """
    districts = line.dataset.by_id("districts")
    sizes: dict[str, int] = defaultdict(int)
    found: dict[tuple[str, str, str, str], list[tuple[str, State]]] = defaultdict(list)
    for admin2_id, interval in line.states_at(day, perspective).items():
        admin1 = districts[admin2_id]["admin1"]
        sizes[admin1] += 1
        state = interval.state
        if state and (state.controller, state.status) != (ground, "control"):
            found[admin1, state.controller, state.status, state.basis].append((admin2_id, state))
    groups = [
        Group(key[0], members[0][1], tuple(admin2_id for admin2_id, _ in members), len(members) == sizes[key[0]])
        for key, members in found.items()
    ]
    return sorted(groups, key=lambda group: (group.admin1, -len(group.area_ids), group.state.controller))
