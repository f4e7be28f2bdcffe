"""Districts of one province in the same state, put together: what a sentence says at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from geo.control.both_sides import DISAGREED
from geo.control.rules import State
from geo.control.timeline import Timeline
from geo.style import BASE_CONTROLLER


@dataclass(frozen=True)
class Group:
    """Areas of one province in the same state: what a sentence says at a time."""

    admin1: str
    state: State
    area_ids: tuple[str, ...]
    whole: bool


def groups_at(timeline: Timeline, day: str, perspective: str, base: str = BASE_CONTROLLER) -> list[Group]:
    """The districts that `base` does not hold uncontested, grouped.

    Sorted by province, then by the number of districts, largest first.
    """
    districts = timeline.dataset.by_id("districts")
    sizes = Counter(record["admin1"] for record in districts.values())
    found: dict[tuple[str, ...], list[tuple[str, State]]] = defaultdict(list)
    for admin2_id, interval in timeline.states_at(day, perspective).items():
        state = interval.state
        if state and (state.controller, state.status) != (base, "control"):
            found[districts[admin2_id]["admin1"], *_alike(state)].append((admin2_id, state))
    groups = [
        Group(key[0], members[0][1], tuple(admin2_id for admin2_id, _ in members), len(members) == sizes[key[0]])
        for key, members in found.items()
    ]
    return sorted(groups, key=lambda group: (group.admin1, -len(group.area_ids), group.state.controller))


def _alike(state: State) -> tuple[str, ...]:
    """What states have in common that one clause of a sentence tells."""
    against = state.disputed[0].controller if state.status == DISAGREED else ""
    return state.controller, state.status, state.basis, against
