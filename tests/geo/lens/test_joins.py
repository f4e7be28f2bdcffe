"""The lines between lenses and what they show: they run as in the browser, and none crosses another on any day."""

from __future__ import annotations

from itertools import combinations

import pytest

from geo.control.timeline import Timeline
from geo.lens.areas import lenses, lenses_on
from geo.lens.boxes import Box
from geo.lens.joins import crossings, joining_lines
from geo.lens.on_map import placed_lenses, view_of, world_box
from geo.mercator import Frame, LonLatBox, frame_of
from geo.style.extents import BOUNDS

#: The map in windows of five widths: 360, 390, 768, 1440, 1920.
MAPS = ((336, 210), (366, 354), (736, 640), (990, 558), (1470, 738))
FRAME = Box(10, 10, 20, 20)


def at_the_left(width: int, height: int) -> Frame:
    """The whole country as the browser has it: at the left of a map, and as large as fits."""
    (south, west), (north, east) = BOUNDS
    frame = frame_of(LonLatBox(west, south, east, north), width, height)
    left = world_box(LonLatBox(west, south, east, north)).left * frame.scale - 8
    return Frame(width, height, frame.scale, max(left, frame.left), frame.top)


def test_lines_go_to_the_facing_edge_or_to_like_corners() -> None:
    assert joining_lines(FRAME, Box(100, 5, 200, 25)) == (((20, 10), (100, 5)), ((20, 20), (100, 25)))
    assert joining_lines(FRAME, Box(0, 50, 40, 90)) == (((10, 20), (0, 50)), ((20, 20), (40, 50)))
    assert joining_lines(FRAME, Box(100, 50, 200, 90)) == (((20, 10), (200, 50)), ((10, 20), (100, 90)))


@pytest.mark.parametrize("size", MAPS, ids=str)
def test_none_crosses_another_on_any_day(shipped_line: Timeline, size: tuple[int, int]) -> None:
    """Lenses are those of a day, whoever tells it: all perspectives have the same."""
    every = lenses(shipped_line)
    for day in sorted({lens.first for lens in every} | {lens.last for lens in every}):
        own, frame = lenses_on(every, day), at_the_left(*size)
        placed = [p for p in placed_lenses(shipped_line.dataset, frame, own) if p.number >= 0 and not p.covers]
        shown = {p.number: view_of(frame).on_map(world_box(own[p.number].box)) for p in placed}
        lines = [joining_lines(shown[p.number], p.stands) for p in placed]
        assert not any(crossings(one, other) for one, other in combinations(lines, 2)), day


def test_a_lens_goes_elsewhere_before_its_lines_cross() -> None:
    across, down = (((0.0, 5.0), (10.0, 5.0)),), (((5.0, 0.0), (5.0, 10.0)),)
    assert crossings(across, down) == 1
    assert crossings(across, across) == 0
