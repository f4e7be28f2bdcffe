"""How a state is drawn on a day, as plain data; in the browser: `geo/browser/web/engine/area_style.js`."""

from __future__ import annotations

from dataclasses import dataclass

from geo.control.rules import State
from geo.record.spans import days_between
from geo.style import AGE_STEPS, BASE_CONTROLLER, BASE_OPACITY, CONTROLLERS, OTHER_CONTROLLER, STRIPED, UNNAMED_SIDE


@dataclass(frozen=True)
class AreaStyle:
    """A fill (none, solid, contested, besieged, claimed, disagreed), its fade, and what lies over it."""

    fill: str = "none"
    controller: str = "unknown"
    opacity: float = 0.0
    fade: int = 0
    partial: bool = False
    against: str | None = None
    disputed: str | None = None
    active: str | None = None


def area_style(state: State | None, day: str) -> AreaStyle:
    """How a state is drawn on a day."""
    if state is None:
        return AreaStyle()
    quiet = (state.controller, state.status, state.basis) == (BASE_CONTROLLER, "control", "assessed")
    fade = 0 if quiet else fade_step(days_between(state.last_confirmed, day))
    against = state.disputed[0].controller if state.disputed else None
    return AreaStyle(
        fill=_fill_of(state),
        controller=state.controller,
        opacity=BASE_OPACITY if quiet else AGE_STEPS[fade][1],
        fade=fade,
        partial=state.partial and not quiet,
        against=against,
        disputed=None if state.status == "disagreed" else against,
        active=state.active[0].controller if state.active else None,
    )


def fade_step(age: int) -> int:
    """Which of the steps of fading an age in days falls into."""
    return next(step for step, (days, _) in enumerate(AGE_STEPS) if age <= days)


def colour_of(controller: str) -> str:
    """The colour of whoever holds an area."""
    return CONTROLLERS.get(controller, OTHER_CONTROLLER)


def colours_of(style: AreaStyle) -> tuple[str, str]:
    """The fill's colour, and the second one of its stripes or strokes."""
    colour = colour_of(style.controller)
    if style.fill in STRIPED:
        other = style.against or (None if style.controller == BASE_CONTROLLER else BASE_CONTROLLER)
        return colour, colour_of(other) if other else UNNAMED_SIDE
    return colour, UNNAMED_SIDE if style.controller == BASE_CONTROLLER else colour


def _fill_of(state: State) -> str:
    if state.controller == "unknown":
        return "none"
    if state.status in ("besieged", *STRIPED):
        return state.status
    return "claimed" if state.basis == "claimed" else "solid"
