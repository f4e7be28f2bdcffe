"""Where the lenses of a map stand and how large they are; the browser's twin is `geo/browser/web/lens/layout.js`.

Plain numbers in one flat unit u, whichever: a point of it is drawn at u * scale + (x, y), in pixels.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from geo.lens.boxes import Box
from geo.lens.joins import Line, crossings, joining_lines
from geo.style.lenses import (
    LENS_COMFORT,
    LENS_GAP_PX,
    LENS_LOCATOR_SHARE,
    LENS_SHARES,
    LENS_STOPS,
    LENS_TITLE_PX,
    MAX_LENSES,
    NARROW_MAP_PX,
)

_FAR_PX = 9999
#: How many points a lens would rather hide than have one of its lines cross another's.
_CROSSED = 100


class View(NamedTuple):
    """A map of a size and what it shows: a point u is drawn at u * scale + (x, y)."""

    width: float
    height: float
    scale: float
    x: float
    y: float

    def on_map(self, box: Box) -> Box:
        """A box of the unit in pixels."""
        left, right = (u * self.scale + self.x for u in (box.left, box.right))
        top, bottom = (u * self.scale + self.y for u in (box.top, box.bottom))
        return Box(left, top, right, bottom)


@dataclass(frozen=True)
class Wanted:
    """A lens of the day: the part of the map that it shows, and the scale at which its areas can be read."""

    number: int
    shown: Box
    least_scale: float


@dataclass(frozen=True)
class Placed:
    """A lens on a map: which one (-1 is the locator of the country), where it stands, and its view of the unit."""

    number: int
    stands: Box
    scale: float
    #: It takes the map's place: the country stands in it as a locator.
    covers: bool = False


@dataclass(frozen=True)
class Ground:
    """What lies under lenses: boxes that they must keep free, points that they should, the box of the country."""

    areas: Sequence[Box]
    points: Sequence[tuple[float, float]]
    country: Box


def lens_layout(view: View, lenses: Sequence[Wanted], ground: Ground, occupied: Sequence[Box] = ()) -> list[Placed]:
    """The lenses of a map at its zoom, the most important first; none for what can be read on the map itself.

    A wide map has them beside each other over empty ground. On a narrow one the first takes the map's place.

    Parameters
    ----------
    lenses : those of the day, the most important first.
    occupied : boxes in pixels where something else stands.
    """
    wanted = [lens for lens in lenses if lens.least_scale > view.scale][:MAX_LENSES]
    if not wanted:
        return []
    if view.width >= NARROW_MAP_PX:
        return _beside(view, wanted, ground, occupied, "wide")
    cover = _cover(view, wanted[0])
    under = _view_in(cover, wanted[0])
    small = [*wanted[1:], Wanted(-1, ground.country, 0.0)]
    return [cover, *_beside(under, small, ground, occupied, "narrow")]


def _cover(view: View, lens: Wanted) -> Placed:
    """The lens that takes a narrow map's place."""
    stands = Box(0.0, 0.0, view.width, view.height)
    scale = min(view.width / (lens.shown.right - lens.shown.left), view.height / (lens.shown.bottom - lens.shown.top))
    return Placed(lens.number, stands, scale, covers=True)


def _view_in(placed: Placed, lens: Wanted) -> View:
    """What a lens shows, its middle in the middle."""
    width, height = placed.stands.right - placed.stands.left, placed.stands.bottom - placed.stands.top
    x = width / 2 - (lens.shown.left + lens.shown.right) / 2 * placed.scale
    y = height / 2 - (lens.shown.top + lens.shown.bottom) / 2 * placed.scale
    return View(width, height, placed.scale, x, y)


def _beside(view: View, lenses: Sequence[Wanted], ground: Ground, occupied: Sequence[Box], kind: str) -> list[Placed]:
    """Each lens where along the edges it hides the least, and no line to its frame crosses that of another; of such
    places the one nearest to what it shows."""
    areas = [view.on_map(area) for area in ground.areas]
    points = np.array(ground.points, float).reshape(-1, 2) * view.scale + (view.x, view.y)
    taken, found = list(occupied), []
    lines: list[Line] = []
    for lens in lenses:
        scale = _scale(view, lens, kind)
        width = min(view.width - 2 * LENS_GAP_PX, (lens.shown.right - lens.shown.left) * scale)
        height = min(view.height - 2 * LENS_GAP_PX, (lens.shown.bottom - lens.shown.top) * scale)
        spots = _spots(view, width, height)
        frame = view.on_map(lens.shown)
        costs = [
            _cost(spot, areas, points, taken)
            + _CROSSED * crossings(joining_lines(frame, spot), lines)
            + _way(spot, frame)
            for spot in spots
        ]
        spot = spots[costs.index(min(costs))]
        lines += joining_lines(frame, spot) if kind == "wide" else ()
        found.append(Placed(lens.number, spot, scale))
        taken.append(_with_title(spot) if kind == "narrow" else spot)
    return found


def _scale(view: View, lens: Wanted, kind: str) -> float:
    """As large as is comfortable while it leaves the map its room, and never too small to be read."""
    width, height = lens.shown.right - lens.shown.left, lens.shown.bottom - lens.shown.top
    if lens.number < 0:
        return view.width * LENS_LOCATOR_SHARE / width
    if kind == "narrow":
        return lens.least_scale
    across, down = LENS_SHARES
    return max(
        lens.least_scale,
        min(lens.least_scale * LENS_COMFORT, view.width * across / width, view.height * down / height),
    )


def _with_title(spot: Box) -> Box:
    """A small lens of a narrow map with room on both sides, for its title stands on one of them."""
    return Box(spot.left - LENS_TITLE_PX, spot.top, spot.right + LENS_TITLE_PX, spot.bottom)


def _spots(view: View, width: float, height: float) -> list[Box]:
    """The corners, then stops along the edges."""
    left, right = LENS_GAP_PX, view.width - LENS_GAP_PX - width
    top, bottom = LENS_GAP_PX, view.height - LENS_GAP_PX - height
    spots = [(right, bottom), (right, top), (left, bottom), (left, top)]
    for stop in range(1, LENS_STOPS):
        x, y = left + (right - left) * stop / LENS_STOPS, top + (bottom - top) * stop / LENS_STOPS
        spots += [(right, y), (left, y), (x, bottom), (x, top)]
    return [Box(x, y, x + width, y + height) for x, y in spots]


def _cost(spot: Box, areas: Sequence[Box], points: np.ndarray, taken: Sequence[Box]) -> float:
    """What a lens would hide: others and areas count far more than points."""
    hidden = sum(_is_touching(spot, other, LENS_GAP_PX / 2) for other in taken) * 1e6
    hidden += sum(_is_touching(spot, area, 0.0) for area in areas) * 1e3
    left, top, right, bottom = spot
    x, y, gap = points[:, 0], points[:, 1], LENS_GAP_PX
    under = (left - gap <= x) & (x <= right + gap) & (top - gap <= y) & (y <= bottom + gap)
    return hidden + float(under.sum())


def _way(spot: Box, frame: Box) -> float:
    """How far a lens stands from what it shows: always less than one point that is hidden."""
    across = max(0.0, spot.left - frame.right, frame.left - spot.right)
    down = max(0.0, spot.top - frame.bottom, frame.top - spot.bottom)
    return min(math.floor(math.hypot(across, down)), _FAR_PX) / (_FAR_PX + 1)


def _is_touching(one: Box, other: Box, gap: float) -> bool:
    across = one.left < other.right + gap and other.left < one.right + gap
    return across and one.top < other.bottom + gap and other.top < one.bottom + gap
