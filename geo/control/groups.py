"""Districts of one province in the same state, put together: what a sentence says at a time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from geo.control.rules import State
from geo.control.timeline import Timeline


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
