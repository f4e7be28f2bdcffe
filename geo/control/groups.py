"""Districts of one province in the same state, put together: what a sentence says at a time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from geo.control.both_sides import DISAGREED
from geo.control.rules import State
from geo.control.timeline import Timeline
from geo.style.areas import BASE_CONTROLLER


@dataclass(frozen=True)
class Group:
    """Areas of one province in the same state: what a sentence says at a time."""

    admin1: str
    state: State
    area_ids: tuple[str, ...]
    whole: bool


def groups_at(timeline: Timeline, day: str, perspective: str, base: str = BASE_CONTROLLER) -> list[Group]:
    """The districts off the ground of the map, grouped; in a party's view also all that it speaks of itself.

    The ground is what `base` is known to hold: a legend counts it in one row. Sorted by province, then by the number of
    districts, largest first.
    """
    districts = timeline.dataset.by_id("districts")
    sizes = timeline.districts_by_province
    found: dict[tuple[str, ...], list[tuple[str, State]]] = defaultdict(list)
    for admin2_id, interval in timeline.states_at(day, perspective).items():
        state = interval.state
        if state and (told_in(perspective, state) in SPOKEN or not is_ground(state, base)):
            found[districts[admin2_id]["admin1"], *_alike(state)].append((admin2_id, state))
    groups = [
        Group(key[0], members[0][1], tuple(admin2_id for admin2_id, _ in members), len(members) == sizes[key[0]])
        for key, members in found.items()
    ]
    return sorted(groups, key=lambda group: (group.admin1, -len(group.area_ids), group.state.controller))


#: How a state is told in a party's view when a party speaks itself: both, or one of them.
SPOKEN = ("own", "nrf", "taliban")


def told_in(perspective: str, state: State) -> str:
    """Who speaks in a view of parties: 'own', the one of two that does, or 'assessed'; nothing in the assessed view."""
    return "" if perspective == "assessed" else state.told_by


def is_ground(state: State, base: str = BASE_CONTROLLER) -> bool:
    """Whether `base` is known to hold an area, and not only said to."""
    return (state.controller, state.status, state.basis) == (base, "control", "assessed")


def _alike(state: State) -> tuple[str, ...]:
    """What states have in common that one clause of a sentence tells."""
    if state.status == DISAGREED:
        return state.controller, state.status, state.told_by, state.disputed[0].controller
    return state.controller, state.status, state.told_by, state.basis, state.certainty
