"""Which areas a lens shows, from which day to which: on squares that can be drawn with a pencil."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import pytest
import shapely
from shapely import affinity

from geo.control.intervals import Interval
from geo.control.rules import Dispute, State
from geo.lens.areas import KM_A_DEGREE, Lens, is_telling, lenses, lenses_on, short_side
from geo.mercator import world_square
from geo.record.spans import add_days
from geo.style.areas import MIN_RADIUS_KM
from geo.style.lenses import LENS_MARGIN, LENS_MIN_DAYS, LENS_MIN_KM, LENS_PLACE_KM, LENS_SIDE_PX

FIRST, LAST = "2021-08-15", "2022-08-15"
#: Squares of a fifth of a degree on the equator, where a degree is as long to the north as to the east.
SIDE = 0.2


def state(controller: str = "nrf", basis: str = "assessed", disputed: str = "") -> State:
    disputes = (Dispute("CC-2", "nrf", "control", "nrf", disputed),) if disputed else ()
    fields: dict[str, Any] = dict.fromkeys(State.__dataclass_fields__)
    fields |= {"controller": controller, "status": "control", "basis": basis, "disputed": disputes, "active": ()}
    return State(**fields)


class Squares:
    """A record of squares and points, and the days on which each is held by others."""

    def __init__(self, squares: dict[str, tuple[float, float]], points: dict[str, tuple[float, float]]) -> None:
        self.squares = {name: shapely.box(x, y, x + SIDE, y + SIDE) for name, (x, y) in squares.items()}
        self.points = {name: shapely.Point(*at) for name, at in points.items()}
        self.spans: dict[str, list[tuple[str, int]]] = {}
        self.places = tuple(points)
        self.dataset = SimpleNamespace(
            last_day=LAST,
            shapes=lambda name: self.squares if name == "districts" else self.points,
            by_id=lambda _name: dict.fromkeys(self.squares),
            cached=lambda _name, make: make(),
        )

    def intervals(self, area_id: str, perspective: str) -> tuple[Interval, ...]:
        """The ground, off the ground in the spans that were set, in one perspective only."""
        found = [Interval(FIRST, None, state("taliban"), FIRST)]
        for first, days in self.spans.get(area_id, ()) if perspective == "nrf" else ():
            found += [Interval(first, None, state(), first)]
            found += [Interval(add_days(first, days), None, state("taliban"), first)]
        return tuple(sorted(found, key=lambda interval: interval.start))


def found(squares: dict[str, tuple[float, float]], points: Any = None, **spans: Any) -> tuple[Lens, ...]:
    record = Squares(squares, points or {})
    record.spans = {area_id: value if isinstance(value, list) else [value] for area_id, value in spans.items()}
    return lenses(record)  # type: ignore[arg-type]


LONG = LENS_MIN_DAYS + 10
ONE = ("2021-09-01", LONG)


def test_what_is_held_by_others_or_contradicted_is_telling() -> None:
    assert is_telling(state("nrf")) and is_telling(state("taliban", basis="claimed"))
    assert is_telling(state("taliban", disputed="D")) and not is_telling(state("taliban", disputed="B"))
    assert not is_telling(state("taliban")) and not is_telling(None)


def test_neighbours_share_a_lens_far_ones_do_not() -> None:
    near, far = (0.0 + SIDE + 20 / KM_A_DEGREE, 0.0), (0.0 + SIDE + 30 / KM_A_DEGREE, 0.0)
    assert [lens.area_ids for lens in found({"a": (0, 0), "b": near}, a=ONE, b=ONE)] == [("a", "b")]
    assert [lens.area_ids for lens in found({"a": (0, 0), "b": far}, a=ONE, b=ONE)] == [("a",), ("b",)]


def test_neighbours_of_neighbours_share_it_too() -> None:
    row = {name: (n * (SIDE + 20 / KM_A_DEGREE), 0.0) for n, name in enumerate("abc")}
    assert [lens.area_ids for lens in found(row, a=ONE, b=ONE, c=ONE)] == [("a", "b", "c")]


def test_a_lens_stands_from_the_first_to_the_last_day_in_any_perspective() -> None:
    (lens,) = found({"a": (0, 0)}, a=ONE)
    assert (lens.first, lens.last) == ("2021-09-01", add_days("2021-09-01", LONG - 1))
    assert lenses_on([lens], lens.first) == lenses_on([lens], lens.last) == (lens,)
    assert lenses_on([lens], add_days(lens.first, -1)) == lenses_on([lens], add_days(lens.last, 1)) == ()


def test_one_day_is_enough_and_a_gap_shorter_than_a_stretch_is_bridged() -> None:
    (lens,) = found({"a": (0, 0)}, a=[("2021-09-01", 1), ("2021-09-11", 1)])
    assert (lens.first, lens.last) == ("2021-09-01", "2021-09-11")
    apart = found({"a": (0, 0)}, a=[("2021-09-01", 1), ("2021-12-01", 1)])
    assert [(one.first, one.last) for one in apart] == [("2021-09-01", "2021-09-01"), ("2021-12-01", "2021-12-01")]


def test_stretches_of_one_box_are_joined_and_of_a_larger_one_are_not() -> None:
    """Of three squares in a row two are held for long, then all: the box grows by half, so there are two lenses."""
    row = {name: (n * SIDE, 0.0) for n, name in enumerate("abc")}
    later = add_days("2021-09-01", LONG)
    two = found(row, a=("2021-09-01", 2 * LONG), b=("2021-09-01", 2 * LONG), c=(later, LONG))
    assert [lens.area_ids for lens in two] == [("a", "b"), ("a", "b", "c")]
    assert two[0].last == add_days(two[1].first, -1)
    inside = found({"a": (0, 0), "b": (2 * SIDE, 0), "c": (SIDE, 0)}, a=("2021-09-01", 2 * LONG),
                   b=("2021-09-01", 2 * LONG), c=(later, LONG))  # fmt: skip
    assert [lens.area_ids for lens in inside] == [("a", "b", "c")]


def test_the_box_has_room_around_its_areas() -> None:
    (lens,) = found({name: (n * SIDE, 0.0) for n, name in enumerate("abcd")}, a=ONE, b=ONE, c=ONE, d=ONE)
    room = 4 * SIDE * LENS_MARGIN
    assert lens.box.west == pytest.approx(-room) and lens.box.east == pytest.approx(4 * SIDE + room)
    assert (lens.box.north - lens.box.south) * KM_A_DEGREE == pytest.approx(LENS_MIN_KM)
    assert lens.area_boxes[1].west == pytest.approx(SIDE)


def test_a_place_is_a_small_circle_and_needs_a_scale_of_its_own() -> None:
    (lens,) = found({}, {"p": (10.0, 0.0)}, p=ONE)
    (box,) = lens.area_boxes
    assert (box.east - box.west) * KM_A_DEGREE == pytest.approx(2 * MIN_RADIUS_KM)
    assert LENS_PLACE_KM * lens.least_scale / (KM_A_DEGREE * 360) == pytest.approx(LENS_SIDE_PX)


def test_at_its_least_scale_the_smallest_district_can_be_read() -> None:
    (lens,) = found({"a": (0, 0), "b": (SIDE, 0)}, a=ONE, b=ONE)
    assert SIDE / 360 * lens.least_scale == pytest.approx(LENS_SIDE_PX, rel=1e-3)


def test_the_short_side_is_that_of_the_rectangle_as_it_fits_best() -> None:
    """A strip of 4 by 1 that is turned is still 1 wide, though its upright box is a square."""
    strip = affinity.rotate(shapely.box(0, 0, 0.4, 0.1), 45)
    assert short_side(strip) == pytest.approx(0.1 / 360, rel=1e-3)
    west, south, east, north = shapely.transform(strip, world_square).bounds
    assert min(east - west, north - south) > 3 * short_side(strip)
    assert math.isclose(short_side(shapely.box(0, 0, 0.4, 0.1)), 0.1 / 360, rel_tol=1e-4)
