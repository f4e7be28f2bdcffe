"""Lenses in pictures and films: what the sentence names is named and free of marks, nothing of the country is hidden."""

from __future__ import annotations

import pytest
import shapely

from geo.control.denied import denied_at
from geo.control.groups import groups_at, is_ground
from geo.export.drawing.clusters import Cluster
from geo.export.drawing.fonts import width_of
from geo.export.drawing.label_primitives import name_in
from geo.export.drawing.mark_primitives import small_cluster_primitives
from geo.export.drawing.primitives import Dot, PixelBox, Words
from geo.export.drawing.scene import scene_of
from geo.export.picture import RenderOptions, composed
from geo.export.sheet.layout import layout_of
from geo.export.sheet.map_boxes import SheetMaps, leaders
from geo.export.sheet.map_marks import MapMarks
from geo.lens.areas import short_side
from geo.record.load import DATA_DIR
from geo.style.lenses import LENS_SIDE_PX

DAYS = ("2021-08-20", "2021-09-05", "2022-01-13", "2022-08-20", "2022-10-03")
SIZES = ((1600, 900), (1080, 1350))
BASEMAP = DATA_DIR / "basemap"


def maps_of(line, days, size=(1600, 900), extent="AF"):
    return SheetMaps(line, layout_of(*size, 3, banner=False), extent, BASEMAP, days)


def told_areas(line, day, perspective):
    """The districts that the sentence names because they are off the ground or a claim to them is contradicted."""
    message = {d for g in groups_at(line, day, perspective) if not is_ground(g.state) for d in g.area_ids}
    return message | {a for claim in denied_at(line, day, perspective) for a in claim.area_ids if a in line.districts}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("perspective", ["assessed", "taliban"])
def test_all_districts_that_the_sentence_names_are_named(shipped_line, day, perspective):
    picture = composed(shipped_line, RenderOptions(day, perspective))
    records = shipped_line.dataset.by_id("districts")
    texts = [w.text for layer in picture.layers[:-1] for w in layer.primitives if isinstance(w, Words)]
    for area_id in told_areas(shipped_line, day, perspective):
        name = name_in(records[area_id])
        assert any(text == name or text.startswith(f"{name} · ") for text in texts), name


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("day", DAYS)
def test_lenses_hide_nothing_of_the_country_and_show_their_areas_legibly(shipped_line, day, size):
    main, *lenses = maps_of(shipped_line, [day], size).boxes_on(day)
    frame = main.basemap.frame
    points = frame.points(shapely.get_coordinates(list(shipped_line.dataset.shapes("districts").values())))
    assert lenses
    for inset, box in zip(main.insets, lenses, strict=True):
        stands = inset.stands
        assert 0 <= stands.left < stands.right <= frame.width and 0 <= stands.top < stands.bottom <= frame.height
        under = shapely.contains_xy(shapely.box(*stands), points)
        assert under.mean() < 0.002, "a border runs under a lens"
        for area_id in set(box.lens.area_ids) & set(shipped_line.districts):
            side = short_side(shipped_line.dataset.shapes("districts")[area_id]) * box.basemap.frame.scale
            assert side / box.px_scale >= 0.97 * LENS_SIDE_PX
    others = [inset.stands for inset in main.insets]
    assert all(one.is_free(others[:n]) for n, one in enumerate(others))


@pytest.mark.parametrize("day", DAYS)
def test_no_mark_stands_on_an_area_that_tells(shipped_line, day):
    """Neither a callout nor a name nor an event stands over it; on the map itself nothing in what a lens shows."""
    scene = scene_of(shipped_line, RenderOptions(day).view)
    main, *lenses = maps_of(shipped_line, [day]).boxes_on(day)
    for box in lenses:
        marks = MapMarks(box, [scene])
        for placed in marks.callouts.values():
            assert not shapely.box(*placed.stands).intersects(marks.ground)
        for words in (w for w in marks.names if isinstance(w, Words)):
            left, right = words.x, words.x + width_of(words.text, words.size, words.style)
            assert not shapely.box(left, words.y - words.size * 0.6, right, words.y).intersects(marks.ground)
        assert all(not shapely.Point(dot.x, dot.y).within(marks.ground) for dot in marks._events(scene)[0]
                   if isinstance(dot, Dot))  # fmt: skip
    drawn = [p for p in MapMarks(main, [scene])._events(scene)[0] if isinstance(p, Dot | Words)]
    assert not [mark for mark in drawn if any(inset.shown.holds(mark.x, mark.y) for inset in main.insets)]


def test_in_a_film_a_lens_stands_still_and_changes_only_with_the_stretch(shipped_line):
    days = ["2021-08-15", "2021-08-30", "2021-08-31", "2022-01-12", "2022-01-13", "2022-05-07", "2022-05-08"]
    maps = maps_of(shipped_line, days)
    assert [len(maps.lenses_on(day)) for day in days] == [2, 2, 1, 1, 2, 1, 0]
    first = maps.lenses_on(days[0])[0]
    boxes = [next(box for box in maps.boxes_on(day) if box.lens == first) for day in days[:-1]]
    assert len({(box.left, box.top, box.basemap.frame) for box in boxes}) == 1
    scenes = [scene_of(shipped_line, RenderOptions(day).view) for day in days[:-1]]
    marks = MapMarks(boxes[0], scenes)
    assert {len(marks._shown(scene)) for scene in scenes} != {0} and set(marks._shown(scenes[0])) <= set(marks.callouts)


def test_a_part_that_can_be_read_has_no_lens(shipped_line):
    assert maps_of(shipped_line, ["2021-09-05"], extent="panjshir").lenses_on("2021-09-05") == ()
    assert maps_of(shipped_line, ["2021-09-05"], extent="AF-HER").lenses_on("2021-09-05") == ()
    assert maps_of(shipped_line, ["2024-01-01"]).lenses_on("2024-01-01") == ()


def test_counts_of_provinces_stand_in_their_province(shipped_line):
    scene = scene_of(shipped_line, RenderOptions("2021-09-05").view)
    main = maps_of(shipped_line, ["2021-09-05"]).boxes_on("2021-09-05")[0]
    counts = MapMarks(main, [scene]).marked.of_provinces(scene.counts)
    from geo.export.drawing.event_primitives import event_primitives

    words = [
        p for p in event_primitives(scene, MapMarks(main, [scene]).marked)[0] if isinstance(p, Words) and not p.halo
    ]
    shapes = main.basemap.province_shapes
    homes = {
        str(spot.event["admin1"])
        for spot in counts
        if main.basemap.frame.holds(*main.basemap.frame.point(spot.lon, spot.lat))
    }
    assert len(words) == len(homes)
    outside = [w for w in words if not any(shapely.contains_xy(shapes[home], w.x, w.y - 3) for home in homes)]
    assert len(outside) <= 1  # Kabul's, which has no room beside its symbol


def test_a_small_mark_is_small_and_has_no_ring():
    event = {"event_type": "battles", "verification": "verified"}
    alone, boxes = small_cluster_primitives(Cluster(50, 50, [event]), 1.0)
    assert len(boxes) == 1 and boxes[0].right - boxes[0].left <= 11
    several, boxes = small_cluster_primitives(Cluster(50, 50, [event, event]), 1.0)
    assert [p.text for p in several if isinstance(p, Words)] == ["2"] and len(alone) == 2 and len(boxes) == 2


def test_leaders_take_the_shortest_way():
    shown, beside = PixelBox(0, 0, 10, 10), PixelBox(40, 0, 80, 60)
    assert leaders(shown, beside) == [((10, 0), (40, 0)), ((10, 10), (40, 10))]


@pytest.mark.parametrize(
    ("extent", "wanted"),
    [
        ("AF", {"district": "AF-PAN-rukha"}),
        ("AF-PAN", {"district": "AF-PAN-rukha", "province": "AF-PAN", "extent": "AF-PAN"}),
        ("68,34,71,36.5", {"district": "AF-PAN-rukha", "at": "35.200,69.500,8.00", "extent": "68,34,71,36.5"}),
    ],
)
def test_the_whole_address_is_printed(shipped_line, extent, wanted):
    chosen = (("district", "AF-PAN-rukha"), ("at", "35.200,69.500,8.00"))
    picture = composed(shipped_line, RenderOptions("2021-09-05", "nrf", "90", extent=extent, chosen=chosen))
    assert picture.query == {
        "date": "2021-09-05", "perspective": "nrf", "window": "90", **wanted, "data": shipped_line.dataset.version
    }  # fmt: skip
    text = "".join(w.text for w in picture.layers[-1].primitives if isinstance(w, Words))
    assert all(f"{key}={value}" in text for key, value in picture.query.items())


def test_a_part_of_the_map_is_told_where_the_page_can_look(shipped_line):
    from geo.address.view import from_query

    query = composed(shipped_line, RenderOptions("2021-09-05", extent="68,34,71,36.5")).query
    view, refused = from_query(query, shipped_line.dataset)
    assert not refused and view.at == query["at"] and query["at"].startswith("35.2") and ",69.500," in query["at"]
