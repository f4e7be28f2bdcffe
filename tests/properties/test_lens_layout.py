"""Wherever lenses are wanted: they stand inside the map, not over each other, and can be read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geo.lens.boxes import Box
from geo.lens.layout import Ground, Placed, View, Wanted, lens_layout
from geo.style.lenses import LENS_GAP_PX, MAX_LENSES, NARROW_MAP_PX

COUNTRY = Box(0.0, 0.0, 100.0, 70.0)
WIDTHS = st.floats(NARROW_MAP_PX, 2000)
HEIGHTS = st.floats(400, 1400)


@st.composite
def wanted(draw: st.DrawFn, most: float = 12.0) -> list[Wanted]:
    """Lenses of parts of the country that are small enough to be shown larger."""
    found = []
    for number in range(draw(st.integers(0, 5))):
        width, height = draw(st.floats(1, most)), draw(st.floats(1, most))
        left, top = draw(st.floats(0, 100 - width)), draw(st.floats(0, 70 - height))
        shown = Box(left, top, left + width, top + height)
        found.append(Wanted(number, shown, draw(st.floats(1, 160 / max(width, height)))))
    return found


@st.composite
def view(draw: st.DrawFn, widths: st.SearchStrategy[float] = WIDTHS) -> View:
    """A map on which the country fits."""
    width, height = draw(widths), draw(HEIGHTS)
    scale = 0.9 * min(width / 100, height / 70)
    return View(width, height, scale, (width - 100 * scale) / 2, (height - 70 * scale) / 2)


def ground(lenses: list[Wanted]) -> Ground:
    return Ground(
        [lens.shown for lens in lenses], [(x, y) for x in range(5, 100, 10) for y in range(5, 70, 10)], COUNTRY
    )


def laid_out(on: View, lenses: list[Wanted]) -> list[Placed]:
    return lens_layout(on, lenses, ground(lenses))


def overlap(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


@given(view(), wanted(most=60.0))
def test_lenses_stand_inside_the_map(on: View, lenses: list[Wanted]) -> None:
    for placed in laid_out(on, lenses):
        left, top, right, bottom = placed.stands
        assert 0 <= left <= right <= on.width + 1e-6 and 0 <= top <= bottom <= on.height + 1e-6


@given(view(), wanted())
def test_no_lens_stands_over_another_when_there_is_room(on: View, lenses: list[Wanted]) -> None:
    """Three lenses of at most 240 pixels have room in the corners of a map of 560 by 600."""
    found = laid_out(on, lenses)
    sides = [max(p.stands.right - p.stands.left, p.stands.bottom - p.stands.top) for p in found]
    if not found or 2 * max(sides) + 3 * LENS_GAP_PX > min(on.width, on.height):
        return
    for number, one in enumerate(found):
        assert not any(overlap(one.stands, other.stands) for other in found[number + 1 :])


@given(view(), wanted())
def test_what_can_be_read_on_the_map_has_no_lens_and_what_has_one_can_be_read_in_it(
    on: View, lenses: list[Wanted]
) -> None:
    found = {placed.number: placed for placed in laid_out(on, lenses)}
    needed = [lens for lens in lenses if lens.least_scale > on.scale]
    assert list(found) == [lens.number for lens in needed[:MAX_LENSES]]
    assert all(found[lens.number].scale >= lens.least_scale for lens in needed[:MAX_LENSES])


@given(view(), wanted())
def test_lenses_stand_where_they_stood_whatever_is_told_in_them(on: View, lenses: list[Wanted]) -> None:
    """Nothing of a perspective goes into the layout; and a lens that goes takes no other one with it."""
    assert laid_out(on, lenses) == laid_out(on, list(lenses))
    if len(lenses) > 1:
        whole, first = laid_out(on, lenses), lens_layout(on, lenses[:1], ground(lenses))
        assert whole[:1] == first or lenses[0].least_scale <= on.scale


@given(view(st.floats(300, NARROW_MAP_PX - 1)), wanted())
def test_on_a_narrow_map_the_first_lens_takes_its_place_with_the_country_in_it(on: View, lenses: list[Wanted]) -> None:
    found = laid_out(on, lenses)
    if not found:
        return
    assert found[0].covers and found[0].stands == Box(0.0, 0.0, on.width, on.height)
    assert [placed.number for placed in found].count(-1) == 1 and not any(placed.covers for placed in found[1:])
