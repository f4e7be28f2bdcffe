"""How a layer of activity or presence is drawn, as plain data: the map, its legend and the pictures are made from the same.

In the browser: `geo/browser/web/layers/plan.js`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from geo.control.timeline import Timeline
from geo.queries.layers.activity_map import Activity
from geo.queries.layers.presence_map import PresenceMap
from geo.style.layers import ACTIVITY_STEPS, PRESENCE_STEPS, step_of

#: What stands behind a count against the window before; nothing for as many, and where the two can't be compared.
CHANGE_SIGNS = {"more": "▲", "fewer": "▼", "same": "", "first": "*", "": ""}


@dataclass(frozen=True)
class Shade:
    """How a province is drawn: its step (-1: none), the lines over it ('' for none), and what is written on it."""

    step: int = -1
    lines: str = ""
    label: str = ""


@dataclass(frozen=True)
class LayerPlan:
    """What is drawn: steps of districts by id, shades of provinces by id, what is without any mark left out."""

    layer: str
    districts: Mapping[str, int]
    provinces: Mapping[str, Shade]


def activity_plan(timeline: Timeline, activity: Activity) -> LayerPlan:
    """Districts in the step of their count, provinces in that of all their events; lines where only the province is known.

    A window that lies whole in months without a record has lines of silence over every province without an event.
    """
    shades: dict[str, Shade] = {}
    is_silent = activity.silent_days == activity.days
    for admin1 in timeline.dataset.by_id("provinces"):
        count = activity.totals.get(admin1, 0)
        if count:
            lines = "coarse" if activity.provinces.get(admin1) else ""
            label = f"{count}{CHANGE_SIGNS[activity.change(admin1)]}"
            shades[admin1] = Shade(step_of(count, ACTIVITY_STEPS), lines, label)
        elif is_silent:
            shades[admin1] = Shade(lines="silence")
    return LayerPlan("activity", {d: step_of(n, ACTIVITY_STEPS) for d, n in sorted(activity.districts.items())}, shades)


def presence_plan(timeline: Timeline, presence: PresenceMap) -> LayerPlan:
    """Provinces in the step of how many name them; lines where another says that there is nobody, crosses where only that."""
    shades: dict[str, Shade] = {}
    for admin1 in timeline.dataset.by_id("provinces"):
        named, denied = presence.named(admin1), presence.denied(admin1)
        if not named and not denied:
            continue
        lines = "contradicted" if named and denied else "absent" if denied else ""
        label = " ".join([f"+{named}"] * bool(named) + [f"−{denied}"] * bool(denied))
        shades[admin1] = Shade(step_of(named, PRESENCE_STEPS), lines, label)
    return LayerPlan("presence", {}, shades)
