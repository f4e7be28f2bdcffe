"""Holders, grades and symbols are told apart: by contrast, by distance for every kind of vision, else by pattern."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from geo.record.load import load
from geo.record.schema import VERIFICATIONS
from geo.style.areas import AGE_STEPS, BASE_CONTROLLER, BASE_OPACITY, UNNAMED_SIDE
from geo.style.basemap import HALO, PAPER, WHITE
from geo.style.changes import CHANGE_INK, ENDED_INK
from geo.style.events import COUNT_RAMP, EVENT_SYMBOLS, GRADE_COLOURS, REFERENCE_COLOUR, SHAPE_SIDES
from geo.style.signs import EDGE_CASING_PX, EDGE_PX, HOLDERS, OTHER_HOLDER, PATTERNS, holder_of
from tests.geo.style.colour import MACHADO, apart, contrast, lab, over

GROUND = over(HOLDERS[BASE_CONTROLLER].colour, PAPER, BASE_OPACITY)
EVERY = {**HOLDERS, "any other": OTHER_HOLDER}
OLDEST = AGE_STEPS[-1][1]
#: Patterns of claims, which no holder may have.
OF_CLAIMS = {"contested", "disagreed", "claimed", "disputed", "active"}


def named() -> list[str]:
    """Everybody who is said to hold ground or to be active somewhere in the record."""
    return sorted({claim["controller"] for claim in load().records("control_claims")})


def test_the_nrf_keeps_its_colour():
    assert HOLDERS["nrf"].colour == "#1B6CA8"


def test_the_country_is_read_as_ground():
    assert contrast(GROUND, PAPER) >= 1.4


@pytest.mark.parametrize("pair", combinations(sorted(EVERY), 2), ids="-".join)
def test_two_holders_are_apart_in_colour_for_everybody_or_in_pattern(pair):
    one, other = (EVERY[name] for name in pair)
    nearest = min(apart(one.colour, other.colour, vision) for vision in MACHADO)
    assert nearest >= 15 or one.pattern != other.pattern


def test_holders_of_the_record_are_apart_as_drawn_when_fresh_and_when_old():
    """Those without a pattern: ground over paper, whatever its age."""
    plain = [name for name in named() if holder_of(name).pattern == "plain" and name != BASE_CONTROLLER]
    assert plain == ["nrf", "unknown"], "what nobody is known to hold has no ground"
    for _, opacity in AGE_STEPS:
        drawn = over(HOLDERS["nrf"].colour, PAPER, opacity)
        assert all(apart(drawn, GROUND, vision) >= 15 for vision in MACHADO), opacity


@pytest.mark.parametrize("name", EVERY)
def test_an_outline_stands_out_from_the_ground_the_paper_and_its_own_area(name):
    holder = EVERY[name]
    assert contrast(holder.edge, GROUND) >= 3 and contrast(holder.edge, PAPER) >= 3
    assert contrast(holder.edge, HALO) >= 3, "from the light line, and so from a neighbour's outline"
    assert EDGE_PX >= 1.5 and EDGE_CASING_PX > 0


@pytest.mark.parametrize("name", sorted(set(EVERY) - {"unknown"}))
def test_strokes_of_a_claim_stand_out_from_the_ground_and_from_a_faint_one(name):
    assert contrast(EVERY[name].word, GROUND) >= 3
    assert contrast(UNNAMED_SIDE, GROUND) >= 3


@pytest.mark.parametrize("name", sorted(set(EVERY) - {"taliban", "nrf", "unknown"}))
def test_the_pattern_of_a_holder_is_its_own_and_seen(name):
    holder = EVERY[name]
    others = [other.pattern for other in EVERY.values() if other is not holder]
    assert holder.pattern in PATTERNS and holder.pattern not in {*others, *OF_CLAIMS, "plain"}
    assert contrast(holder.ink, holder.colour) >= 2.4


def test_the_two_sides_of_a_contested_area_are_apart_also_when_old():
    """The Taliban's band on ground of others and theirs on its ground."""
    for name in set(named()) - {BASE_CONTROLLER}:
        holder = holder_of(name)
        assert contrast(holder.band, GROUND) >= 3, name
    blue = HOLDERS["nrf"].colour
    assert contrast(HOLDERS[BASE_CONTROLLER].band, over(blue, PAPER, AGE_STEPS[0][1])) >= 3
    assert contrast(HOLDERS[BASE_CONTROLLER].band, over(blue, PAPER, OLDEST)) >= 1.6


@pytest.mark.parametrize("grade", VERIFICATIONS)
def test_a_grade_has_no_holders_hue(grade):
    for name, holder in EVERY.items():
        if name != "unknown":
            assert apart(GRADE_COLOURS[grade], holder.colour) >= 12, name


def test_grades_that_nobody_contradicts_and_counts_have_hardly_a_hue():
    for colour in (*(GRADE_COLOURS[grade] for grade in ("verified", "reported", "claimed")), *COUNT_RAMP):
        _, a, b = lab(colour)
        assert a * a + b * b <= 5**2, colour


def test_grades_are_apart_from_each_other():
    """Neighbours in a stack of bars, for everybody."""
    for one, other in pairwise(VERIFICATIONS):
        assert all(apart(GRADE_COLOURS[one], GRADE_COLOURS[other], vision) >= 15 for vision in MACHADO), (one, other)


def test_each_symbol_stands_out_from_its_disc_and_each_sign_of_change_from_the_ground():
    for name, symbol in EVENT_SYMBOLS.items():
        assert contrast(symbol.colour, WHITE) >= 3, name
    for ink in (CHANGE_INK, ENDED_INK, REFERENCE_COLOUR):
        assert contrast(ink, HALO) >= 3
    assert contrast(CHANGE_INK, GROUND) >= 3


def test_each_type_of_event_has_a_shape_of_its_own():
    """No symbol is told from a holder or from another one by its hue: areas have no shape, symbols have each their own."""
    shapes = [symbol.shape for symbol in EVENT_SYMBOLS.values()]
    assert len(set(shapes)) == len(shapes) and set(shapes) <= {*SHAPE_SIDES, "circle"}
