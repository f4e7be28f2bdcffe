"""What one perspective sees on a day, 'both' parties at once among them; as `geo/browser/web/engine/record.js` has it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from geo.control.groups import Group, groups_at
from geo.control.rules import Dispute, State
from geo.control.timeline import Interval, Timeline
from geo.style import GROUND

BOTH = "both"
DISAGREED = "disagreed"


def states_seen(line: Timeline, day: str, perspective: str) -> dict[str, Interval]:
    """The interval of every district on a day, by district id.

    Under 'both', where the parties name different holders, a state 'disagreed' that names both;
    elsewhere what the Taliban say.

    Raises
    ------
    ValueError
        For a day before the period or an unknown perspective.
    """
    if perspective != BOTH:
        return line.states_at(day, perspective)
    one, other = line.states_at(day, "nrf"), line.states_at(day, "taliban")
    return {admin2_id: _agreed(one[admin2_id], other[admin2_id]) for admin2_id in other}


def groups_seen(line: Timeline, day: str, perspective: str) -> list[Group]:
    """The districts that differ from the ground, grouped as a sentence names them."""
    if perspective != BOTH:
        return groups_at(line, day, perspective)
    districts = line.dataset.by_id("districts")
    sizes: dict[str, int] = defaultdict(int)
    found: dict[tuple[str | None, ...], list[tuple[str, State]]] = defaultdict(list)
    for admin2_id, interval in states_seen(line, day, BOTH).items():
        admin1, state = districts[admin2_id]["admin1"], interval.state
        sizes[admin1] += 1
        if state and (state.controller, state.status) != (GROUND, "control"):
            against = state.disputed[0].controller if state.disputed else None
            found[admin1, state.controller, state.status, against].append((admin2_id, state))
    return [
        Group(str(key[0]), members[0][1], tuple(d for d, _ in members), len(members) == sizes[str(key[0])])
        for key, members in found.items()
    ]


def _agreed(one: Interval, other: Interval) -> Interval:
    mine, theirs = one.state, other.state
    if mine is None or theirs is None or mine.controller == theirs.controller:
        return Interval(other.start, other.end, theirs, max(one.since, other.since))
    says = Dispute(
        claim_id=theirs.claim_ids[0] if theirs.claim_ids else "",
        controller=theirs.controller,
        status=theirs.status,
        claimant="taliban",
        certainty=theirs.certainty,
    )
    state = replace(
        mine,
        status=DISAGREED,
        basis="claimed",
        last_confirmed=max(mine.last_confirmed, theirs.last_confirmed),
        claim_ids=(*mine.claim_ids, *theirs.claim_ids),
        disputed=(says,),
        active=(),
    )
    return Interval(max(one.start, other.start), other.end, state, max(one.since, other.since))
