"""The first answers of Compare and of stories over the shipped record: small, drawn for every layer, with the right days."""

from __future__ import annotations

import gzip
import re

import pytest

from geo.address.compare import sides_from_query
from geo.address.view import from_query
from geo.control.difference import difference
from geo.control.timeline import Timeline
from geo.export.drawing.extents import box_of, box_of_difference
from geo.export.drawing.scene import scene_of
from geo.export.first_pages.compare import extent_of, first_compare
from geo.export.first_pages.maps import page_maps, page_picture
from geo.export.first_pages.pair_sheet import pair_layers
from geo.export.first_pages.story import first_story
from geo.export.first_picture import first_picture, layers_of
from geo.export.first_words import first_words
from geo.export.picture import about_file
from geo.export.renderers.markup import FINE
from geo.export.renderers.vector import rendered
from geo.mercator import LonLatBox, at_left, fitted
from geo.record.load import DATA_DIR
from geo.record.schema import COUNTRY
from geo.style.extents import BOUNDS
from geo.wording.story import asked_step, load_stories

#: With Streamlit's own page and the styles the whole answer stays under 60 kB.
MOST = 48_000
PAIRS = (
    {"a": "2021-08-20", "b": "2021-09-07"},
    {"a": "2021-09-05", "b": "2021-09-05", "pa": "nrf", "pb": "taliban"},
    {"a": "2024-01-01", "b": "2024-02-01"},
    {"a": "2021-08-20", "b": "2022-08-20", "layer": "presence", "presence": "lists"},
)


@pytest.mark.parametrize("query", PAIRS, ids=lambda query: " ".join(query.values()))
def test_two_days_are_small_true_pictures(shipped_line: Timeline, query: dict[str, str]) -> None:
    view, _ = from_query(query, shipped_line.dataset)
    sides, _ = sides_from_query(query, view, shipped_line.dataset)
    markup = first_compare(shipped_line, view, sides)
    assert len(gzip.compress(markup.encode(), 6)) < MOST
    names = re.findall('<svg [^>]*role="img" aria-label="([AB]): ', markup)
    assert sorted(set(names)) == ["A", "B"]


def test_a_preview_of_two_days_is_one_sheet(shipped_line: Timeline) -> None:
    view, _ = from_query({}, shipped_line.dataset)
    sides, _ = sides_from_query(PAIRS[2], view, shipped_line.dataset)
    size = (1200, 630)
    layers = pair_layers(shipped_line, view, sides, size)
    assert rendered(layers, size, "png", about_file("x", "x")).startswith(b"\x89PNG")
    lefts = sorted({layer.left for layer in layers})
    assert len(lefts) == 3 and lefts[0] == 0 and lefts[1] < 600 < lefts[2]


def test_both_maps_look_at_what_differs(shipped_line: Timeline) -> None:
    view, _ = from_query({}, shipped_line.dataset)
    for query, is_part in ((PAIRS[0], True), (PAIRS[2], False)):
        sides, _ = sides_from_query(query, view, shipped_line.dataset)
        found = difference(shipped_line, sides)
        extent = extent_of(shipped_line, view, found)
        assert (extent == box_of_difference(shipped_line, found)) if is_part else extent == COUNTRY
    shaded, _ = from_query({"layer": "activity"}, shipped_line.dataset)
    sides, _ = sides_from_query(PAIRS[0], shaded, shipped_line.dataset)
    assert extent_of(shipped_line, shaded, difference(shipped_line, sides)) == COUNTRY


def test_a_box_is_framed_as_the_browsers_map_frames_it() -> None:
    """At the nearest step of the zoom at which it lies whole with 8 pixels around, its middle in the middle."""
    frame = fitted(LonLatBox(68.0, 34.5, 71.5, 36.5), 696, 420)
    assert frame.scale == pytest.approx(256 * 2**7.75)
    for lon, lat in ((68.0, 34.5), (71.5, 36.5)):
        x, y = frame.point(lon, lat)
        assert 8 <= x <= 696 - 8 and 8 <= y <= 420 - 8
    assert frame.point(69.75, 35.5).x == pytest.approx(348)


@pytest.mark.parametrize(("story", "step"), [("panjshir-2021", 1), ("panjshir-2021", 9), ("maps-in-the-documents", 3)])
def test_a_step_is_a_small_true_picture(shipped_line: Timeline, story: str, step: int) -> None:
    dataset = shipped_line.dataset
    asked = asked_step({"id": story, "step": str(step)}, load_stories(dataset), dataset)
    view, _ = from_query({}, dataset)
    markup = first_story(shipped_line, view, asked, first_words(shipped_line, asked.step.view))
    assert len(gzip.compress(markup.encode(), 6)) < MOST and 'role="img"' in markup


@pytest.mark.parametrize(
    "query",
    [{"date": "2022-01-31", "layer": "presence", "presence": "lists"}, {"date": "2021-08-23", "layer": "activity"}],
)
def test_every_layer_is_drawn_also_where_shapes_overlap_or_are_cut_off(
    shipped_line: Timeline, query: dict[str, str]
) -> None:
    view, refused = from_query(query, shipped_line.dataset)
    assert not refused and first_picture(shipped_line, view, "x").wide.count("<path") > 10
    part = box_of(shipped_line.dataset, "panjshir")
    maps = page_maps(shipped_line, view, [view.date], part, (924, 520), DATA_DIR, fitted)
    layers = layers_of(maps, scene_of(shipped_line, view))
    assert page_picture(maps, layers, (924, 520), "x").wide.count("<path") > 10


def test_a_country_without_lenses_stands_where_the_browser_puts_it_and_alone_on_a_telephone(
    shipped_line: Timeline,
) -> None:
    view, _ = from_query({"date": "2024-01-01"}, shipped_line.dataset)
    maps = page_maps(shipped_line, view, [view.date], COUNTRY, (924, 520), DATA_DIR, at_left)
    frame = maps.main.basemap.frame
    (_, west), (_, east) = BOUNDS
    assert frame.point(west, 34).x == pytest.approx(8) and frame.scale == pytest.approx(256 * 2**6)
    narrow = page_picture(maps, layers_of(maps, scene_of(shipped_line, view)), (924, 520), "x", "a").narrow
    assert (
        f'viewBox="0 0 {round(FINE * (frame.point(east, 34).x + 8))} {520 * FINE}"' in narrow
        and 'href="#layer-a0"' in narrow
    )
    maps = page_maps(shipped_line, view, [view.date], COUNTRY, (696, 420), DATA_DIR, fitted)
    frame = maps.main.basemap.frame
    narrow = page_picture(maps, layers_of(maps, scene_of(shipped_line, view)), (696, 420), "x", "a").narrow
    assert f'viewBox="{round(FINE * (frame.point(west, 34).x - 8))} 0 ' in narrow
