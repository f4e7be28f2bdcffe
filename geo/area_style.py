"""How a state is drawn on a day, as plain data; in the browser: `geo/browser/web/engine/area_style.js`."""

from __future__ import annotations

from dataclasses import dataclass

from geo.control.groups import is_ground
from geo.control.rules import UNDECIDED, State
from geo.record.spans import days_between
from geo.style.areas import AGE_STEPS, BASE_CONTROLLER, BASE_OPACITY, STRIPED, UNNAMED_SIDE
from geo.style.signs import CLAIMED_FAINT, CONTESTED_EDGE_PX, EDGE_PX, PATTERN_MIN_OPACITY, holder_of


@dataclass(frozen=True)
class AreaStyle:
    """A fill (none, solid, contested, besieged, claimed, disagreed, undecided), its fade, and what lies over it."""

    fill: str = "none"
    controller: str = "unknown"
    opacity: float = 0.0
    fade: int = 0
    partial: bool = False
    against: str | None = None
    disputed: str | None = None
    active: str | None = None


@dataclass(frozen=True)
class Strokes:
    """A pattern in one colour, over a light line where it lies on ground of others."""

    pattern: str
    colour: str
    opacity: float
    cased: bool = False


@dataclass(frozen=True)
class Edge:
    """An outline: its colour, whether it is solid, dashed or dotted, its width in px."""

    colour: str
    line: str
    width: float


@dataclass(frozen=True)
class Sign:
    """What an area of a style is painted with, from below: a ground, patterns, an outline."""

    ground: str | None
    opacity: float
    strokes: tuple[Strokes, ...]
    edge: Edge | None
    besieged: bool


def area_style(state: State | None, day: str) -> AreaStyle:
    """How a state is drawn on a day."""
    if state is None:
        return AreaStyle()
    quiet = is_ground(state)
    fade = 0 if quiet or state.status == UNDECIDED else fade_step(days_between(state.last_confirmed, day))
    against = state.disputed[0].controller if state.disputed else None
    disputed = None if state.status in STRIPED else against
    return AreaStyle(
        fill=fill_of(state.controller, state.status, state.basis),
        controller=state.controller,
        opacity=BASE_OPACITY if quiet else AGE_STEPS[fade][1],
        fade=fade,
        partial=state.partial and not quiet,
        against=against,
        disputed=disputed,
        active=_active_of(state, against),
    )


def is_marked(state: State | None) -> bool:
    """Whether the legend has a row beside the ground's for a state: off the ground, or with a sign over it."""
    return state is not None and (not is_ground(state) or bool(state.disputed) or _active_of(state, None) is not None)


def fill_of(controller: str, status: str, basis: str) -> str:
    """The fill of an area by who holds it, how, and what that rests on."""
    if status == UNDECIDED:
        return UNDECIDED
    if controller == "unknown":
        return "none"
    if status in ("besieged", *STRIPED):
        return status
    return "claimed" if basis == "claimed" else "solid"


def fade_step(age: int) -> int:
    """Which of the steps of fading an age in days falls into."""
    return next(step for step, (days, _) in enumerate(AGE_STEPS) if age <= days)


def colour_of(controller: str) -> str:
    """The colour of whoever holds an area."""
    return holder_of(controller).colour


def other_side(style: AreaStyle) -> str | None:
    """The second of the two sides that have their part in a fill; None when no claim names it."""
    return style.against or (None if style.controller == BASE_CONTROLLER else BASE_CONTROLLER)


def sign_of(style: AreaStyle) -> Sign:
    """What an area of a style is painted with."""
    holder = holder_of(style.controller)
    return Sign(
        ground=None if style.fill == "none" else holder.colour,
        opacity=style.opacity * (CLAIMED_FAINT if style.fill == "claimed" else 1),
        strokes=(*_fill_strokes(style), *_over_strokes(style)),
        edge=_edge_of(style),
        besieged=style.fill == "besieged",
    )


def _active_of(state: State, against: str | None) -> str | None:
    """Who else is said to be active: whoever holds, contests or claims the area has a stronger sign there."""
    shown = {state.controller, against}
    if state.status in STRIPED and against is None:
        shown.add(BASE_CONTROLLER)
    return next((other.controller for other in state.active if other.controller not in shown), None)


def _fill_strokes(style: AreaStyle) -> list[Strokes]:
    holder, opacity = holder_of(style.controller), max(style.opacity, PATTERN_MIN_OPACITY)
    if style.fill in STRIPED:
        other = other_side(style)
        cased = other is not None and BASE_CONTROLLER not in (other, style.controller)
        return [Strokes(style.fill, holder_of(other).band if other else UNNAMED_SIDE, opacity, cased)]
    if style.fill in ("claimed", UNDECIDED):
        return [Strokes(style.fill, holder.word, opacity)]
    return [] if style.fill == "none" or holder.pattern == "plain" else [Strokes(holder.pattern, holder.ink, opacity)]


def _over_strokes(style: AreaStyle) -> list[Strokes]:
    strokes = []
    if style.disputed:
        strokes.append(Strokes("disputed", holder_of(style.disputed).word, 1, cased=True))
    if style.active:
        strokes.append(Strokes("active", holder_of(style.active).edge, 1, cased=True))
    return strokes


def _edge_of(style: AreaStyle) -> Edge | None:
    """The outline of whoever holds an area off the ground; on the ground, that of whoever also claims it."""
    ground = style.controller == BASE_CONTROLLER and style.fill == "solid"
    shown = (style.disputed or style.active or style.controller) if style.fill == "none" else style.controller
    if ground and style.disputed:
        shown = style.disputed
    if ground and not (style.disputed or style.partial):
        return None
    claimed = style.fill in ("claimed", UNDECIDED) or ground
    line = "dotted" if style.partial else "dashed" if claimed else "solid"
    return Edge(holder_of(shown).edge, line, CONTESTED_EDGE_PX if style.fill in STRIPED else EDGE_PX)
