"""Pictures and films of activity and presence: every number on the map, the rows of the legend, no inset, no banner."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from geo.export.drawing.primitives import Image as Relief
from geo.export.drawing.primitives import Words
from geo.export.frames import Frames
from geo.export.picture import RenderOptions, composed
from geo.queries.layers.activity_map import activity_at
from geo.queries.layers.plan import activity_plan
from geo.wording.layer_sentence import view_sentence
from geo.wording.text import t

ACTIVITY = RenderOptions("2024-12-31", window="365", layer="activity", filters=(("actor", "nrf"),))
PRESENCE = RenderOptions("2022-02-01", layer="presence", presence="claims")


def words(picture):
    return [primitive for layer in picture.layers for primitive in layer.primitives if isinstance(primitive, Words)]


@pytest.mark.parametrize("size", [(1600, 900), (640, 360), (1200, 1500)])
def test_every_number_is_on_the_map_and_none_over_another(shipped_line, size):
    picture = composed(shipped_line, replace(ACTIVITY, size=size))
    plan = activity_plan(shipped_line, activity_at(shipped_line, ACTIVITY.view))
    labels = sorted(shade.label for shade in plan.provinces.values())
    written = [word for word in words(picture) if word.text in labels and word.style == "bold" and word.halo]
    assert sorted(word.text for word in written) == labels
    for at, one in enumerate(written):
        assert all(abs(one.x - w.x) > 0.6 * one.size or abs(one.y - w.y) >= one.size for w in written[at + 1 :])


@pytest.mark.parametrize("options", [ACTIVITY, PRESENCE], ids=["activity", "presence"])
def test_the_sheet_says_what_the_layer_shows(shipped_line, options):
    picture = composed(shipped_line, options)
    output = " ".join(word.text for word in words(picture))
    assert t(f"layers.head.{options.layer}") in output
    assert view_sentence(shipped_line, options.view).split(":")[0] in output
    assert picture.query["layer"] == options.layer and f"layer={options.layer}" in output
    maps = [layer for layer in picture.layers if any(isinstance(one, Relief) for one in layer.primitives)]
    assert len(maps) == 1
    assert t("export.banner.nrf") not in " ".join(
        w.text for w in words(composed(shipped_line, replace(options, perspective="nrf")))
    )


def test_a_film_of_a_layer_changes_with_its_numbers(shipped_line):
    days = ["2024-12-20", "2024-12-28"]
    frames = Frames(shipped_line, replace(ACTIVITY, window="30", size=(640, 360)), days)
    first, second = (np.asarray(frames.frame(day), dtype=int) for day in days)
    assert first.shape == (360, 640, 3)
    assert (np.abs(first - second).max(axis=2) > 40).sum() > 30
    again = np.asarray(frames.frame(days[0]), dtype=int)
    assert (again == first).all()
