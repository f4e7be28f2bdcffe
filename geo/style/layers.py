"""The layers of the map beside control: which there are, and their colours and steps as plain data, stated once.

No hue here is a holder's: activity is rose, presence olive, silence grey. Each step is darker than the one before, and a
number stands with it, so that no meaning hangs on colour.
"""

from __future__ import annotations

#: What the map shows: who holds what, where events are, where somebody is said to be.
LAYERS = ("control", "activity", "presence")
#: What counts as presence, each with all before it: events and independent reports, lists of media, claims of parties.
PRESENCE_LEVELS = ("reports", "lists", "claims")
#: The least count of each step of activity, and the colours of the steps.
ACTIVITY_STEPS = (1, 2, 5, 10, 25)
ACTIVITY_RAMP = ("#F0C9D3", "#DE93AB", "#C25C86", "#933265", "#5A1040")
#: How many name a province: one, two, three or more.
PRESENCE_STEPS = (1, 2, 3)
PRESENCE_RAMP = ("#DADE9C", "#A9AD4A", "#666A1C")
#: A list speaks for so many days from its own on: later nobody knows whether it still holds.
LIST_DAYS = 365
#: A province is shaded paler than the districts in it; lines over a province, their distance and width in px.
PROVINCE_OPACITY, PLACED_OPACITY, LISTED_OPACITY = 0.42, 0.92, 0.8
LINES_STEP_PX, LINES_PX = 9.0, 1.0
ACTIVITY_LINE, PRESENCE_LINE, SILENCE_LINE = "#5A1040", "#45480F", "#6F675B"
#: Numbers on provinces: their type in px, and how far they may step aside from their province.
NUMBER_PX, NUMBER_STEPS = 13.0, (0.0, 13.0, 21.0, 30.0)
#: How far a name may step aside from its number.
NAME_STEPS = (24.0, 34.0, 46.0, 60.0, 76.0)


def layer_style() -> dict[str, object]:
    """What the browser draws the layers with, as JSON-ready data."""
    return {
        "activity": {"steps": list(ACTIVITY_STEPS), "ramp": list(ACTIVITY_RAMP), "line": ACTIVITY_LINE},
        "presence": {"steps": list(PRESENCE_STEPS), "ramp": list(PRESENCE_RAMP), "line": PRESENCE_LINE},
        "silence": SILENCE_LINE,
        "listDays": LIST_DAYS,
        "opacity": {"province": PROVINCE_OPACITY, "district": PLACED_OPACITY, "listed": LISTED_OPACITY},
        "lines": {"stepPx": LINES_STEP_PX, "px": LINES_PX},
        "number": {"px": NUMBER_PX, "steps": list(NUMBER_STEPS), "nameSteps": list(NAME_STEPS)},
    }


def step_of(count: int, steps: tuple[int, ...]) -> int:
    """The number of the step that a count lies in; -1 for none."""
    return sum(count >= least for least in steps) - 1
