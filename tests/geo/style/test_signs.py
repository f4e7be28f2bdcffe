"""What an area is painted with, and what it looks like at 24 pixels."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from geo.area_style import AreaStyle, area_style, sign_of
from geo.control.rules import Dispute, State
from geo.export.drawing.area_primitives import area_primitives
from geo.export.drawing.patterns import patterned
from geo.export.drawing.primitives import rectangle
from geo.export.renderers.raster import Canvas, blank
from geo.style.areas import AGE_STEPS, BASE_OPACITY
from geo.style.basemap import PAPER
from geo.style.signs import HOLDERS, PATTERNS
from tests.geo.style.colour import contrast

DAY = "2021-09-05"
GROUND = AreaStyle("solid", "taliban", BASE_OPACITY)
FRESH, OLD = AGE_STEPS[0][1], AGE_STEPS[-1][1]


def styled(fill: str, controller: str, opacity: float = FRESH, **more: object) -> AreaStyle:
    return replace(AreaStyle(fill, controller, opacity), **more)


def drawn(style: AreaStyle, side: int = 24) -> np.ndarray:
    """A square area of a style amid the ground, as grey and in colour."""
    picture, margin = blank(side + 20, side + 20), 10
    area, sheet = shapely.box(margin, margin, side + margin, side + margin), shapely.box(0, 0, side + 20, side + 20)
    canvas = Canvas(picture)
    canvas.draw([rectangle(*sheet.bounds, PAPER), *area_primitives(GROUND, [sheet.difference(area)], 1.0)])
    canvas.draw(area_primitives(style, [area], 1.0))
    return np.asarray(picture.reduce(2))[margin:-margin, margin:-margin].astype(int)


def grey(pixels: np.ndarray) -> np.ndarray:
    return pixels @ np.array([0.299, 0.587, 0.114])


def differs(one: np.ndarray, other: np.ndarray) -> float:
    """The share of pixels whose grey differs clearly: hue is left out."""
    return float(np.mean(np.abs(grey(one) - grey(other)) > 20))


def state(controller: str, status: str = "control", basis: str = "assessed", **more: object) -> State:
    known = State(controller, status, basis, "B", DAY, ("CC-1",), "assessed", partial=False)
    return replace(known, **more)


def text(controller: str, status: str = "control", certainty: str = "D") -> Dispute:
    return Dispute("CC-2", controller, status, controller, certainty)


NRF_LAST = styled("contested", "nrf", against="taliban")
TALIBAN_LAST = styled("contested", "taliban", against="nrf")


@pytest.mark.parametrize("opacity", [step for _, step in AGE_STEPS])
@pytest.mark.parametrize("partial", [False, True])
def test_who_held_a_contested_area_last_is_seen_at_24_pixels_without_hue(opacity, partial):
    one, other = (replace(style, opacity=opacity, partial=partial) for style in (NRF_LAST, TALIBAN_LAST))
    assert differs(drawn(one), drawn(other)) >= 0.3
    if opacity == FRESH:
        assert grey(drawn(other)).mean() - grey(drawn(one)).mean() > 20, "the ground of the last holder has most of it"


def test_the_last_holders_ground_is_the_larger_part_of_a_contested_area():
    square = shapely.box(0, 0, 400, 400)
    share = patterned(square, "contested", 1.0).area / square.area
    assert 0.2 < share < 0.35


@pytest.mark.parametrize("side", [24, 40, 80])
def test_contested_is_like_no_other_sign(side):
    others = {
        "held": styled("solid", "nrf"),
        "claimed": styled("claimed", "nrf"),
        "claimed by the Taliban": styled("claimed", "taliban"),
        "denied": replace(GROUND, disputed="nrf"),
        "held, denied": styled("solid", "nrf", disputed="taliban"),
        "the sides disagree": styled("disagreed", "nrf", against="taliban"),
        "ground": GROUND,
    }
    for name, other in others.items():
        for contested in (NRF_LAST, TALIBAN_LAST):
            assert differs(drawn(contested, side), drawn(other, side)) >= 0.18, name


@pytest.mark.parametrize("opacity", [FRESH, OLD])
@pytest.mark.parametrize(
    "style",
    [
        styled("claimed", "nrf"),
        styled("claimed", "nrf", partial=True),
        styled("claimed", "taliban"),
        replace(GROUND, disputed="nrf"),
        styled("none", "unknown", partial=True, disputed="nrf"),
        styled("contested", "taliban"),
        styled("solid", "nrf"),
        styled("solid", "nrf", disputed="taliban"),
        styled("solid", "uzbek_taliban_dissidents"),
    ],
    ids=lambda style: f"{style.fill} {style.controller} {style.disputed}" if isinstance(style, AreaStyle) else "",
)
def test_an_area_off_the_ground_is_seen_at_24_pixels_however_old(style, opacity):
    """A quarter of its pixels differ from the ground, the darkest by 3:1: its outline does not fade."""
    pixels = drawn(
        style if style.fill == "solid" and style.controller == "taliban" else replace(style, opacity=opacity)
    )
    ground = drawn(GROUND)
    assert differs(pixels, ground) >= 0.25
    darkest = pixels.reshape(-1, 3)[np.argsort(grey(pixels).ravel())[: pixels.shape[0] * 2]]
    colours = ["#{:02X}{:02X}{:02X}".format(*pixel) for pixel in darkest]
    assert np.median([contrast(colour, "#D2CABF") for colour in colours]) >= 3


def test_a_denied_claim_does_not_vanish_under_who_else_is_active():
    denied = replace(GROUND, disputed="nrf")
    assert differs(drawn(replace(denied, active="local_forces")), drawn(replace(GROUND, active="local_forces"))) >= 0.25


@pytest.mark.parametrize("name", sorted(set(HOLDERS) - {"taliban", "unknown"}))
def test_each_holder_is_told_from_the_nrf_and_the_ground_without_hue(name):
    held = drawn(styled("solid", name))
    assert differs(held, drawn(GROUND)) >= 0.3
    if name != "nrf":
        assert differs(held, drawn(styled("solid", "nrf"))) >= 0.25


def test_an_area_of_a_few_pixels_is_its_outline():
    tiny = drawn(styled("solid", "nrf"), 4)
    assert np.mean(grey(tiny) < 110) > 0.2


def test_a_contested_area_has_the_dispute_as_its_other_side_and_not_over_it():
    found = area_style(state("nrf", "contested", disputed=(text("taliban"),)), DAY)
    assert (found.against, found.disputed) == ("taliban", None)
    assert [strokes.pattern for strokes in sign_of(found).strokes] == ["contested"]


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        (state("taliban", active=(text("mahdi_front", "present"),)), "mahdi_front"),
        (state("taliban", active=(text("taliban", "present"),)), None),
        (state("taliban", disputed=(text("nrf"),), active=(text("nrf", "present"),)), None),
        (state("taliban", disputed=(text("nrf"),), active=(text("nrf", "present"), text("aff", "present"))), "aff"),
        (state("nrf", "contested", active=(text("taliban", "advancing"),)), None),
    ],
)
def test_who_has_a_stronger_sign_is_not_also_shown_as_active(known, shown):
    assert area_style(known, DAY).active == shown


@pytest.mark.parametrize(
    ("style", "line", "of"),
    [
        (GROUND, None, None),
        (replace(GROUND, active="nrf"), None, None),
        (replace(GROUND, disputed="nrf"), "dashed", "nrf"),
        (styled("solid", "nrf"), "solid", "nrf"),
        (styled("claimed", "nrf"), "dashed", "nrf"),
        (NRF_LAST, "solid", "nrf"),
        (TALIBAN_LAST, "solid", "taliban"),
        (replace(TALIBAN_LAST, partial=True), "dotted", "taliban"),
        (styled("none", "unknown", partial=True, disputed="nrf"), "dotted", "nrf"),
    ],
)
def test_an_outline_is_the_holders_and_says_how_sure_it_is(style, line, of):
    edge = sign_of(style).edge
    assert (edge.line, edge.colour) == (line, HOLDERS[of].edge) if edge else line is None


def test_patterns_of_two_parts_join():
    whole = shapely.box(3, 5, 203, 105)
    parts = [shapely.box(3, 5, 90, 105), shapely.box(90, 5, 203, 105)]
    for name in set(PATTERNS) - {"plain"}:
        one = shapely.union_all(patterned(whole, name, 1.3).buffer(0))
        two = shapely.union_all([patterned(part, name, 1.3).buffer(0) for part in parts])
        assert one.symmetric_difference(two).area < 1, name
