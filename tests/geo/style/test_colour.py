"""The measures of colours give the published figures."""

from __future__ import annotations

import pytest

from tests.geo.style.colour import MACHADO, apart, ciede2000, contrast, over


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0009), 7.1792),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.5, 0.0), (58.0, 24.0, 15.0), 19.4535),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ],
)
def test_pairs_of_sharma_wu_and_dalal(one, other, distance):
    assert ciede2000(one, other) == pytest.approx(distance, abs=1e-4)


def test_contrast_of_black_and_white():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_white_is_white_to_everybody():
    assert all(sum(row) == pytest.approx(1, abs=1e-5) for rows in MACHADO.values() for row in rows)


def test_red_and_green_come_together_for_a_deutan_and_stay_apart_for_others():
    assert apart("#B00000", "#6A7000") > 40 > 15 > apart("#B00000", "#6A7000", "deutan")


def test_a_colour_over_another():
    assert over("#000000", "#FFFFFF", 0.5) == "#808080"
