"""The view on the screen goes into every export: filters, extent, link."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from shapely.geometry import box, shape

from geo.cli import main
from geo.export.cropped import cropped
from geo.export.drawing.clusters import drawn_events
from geo.export.drawing.fonts import width_of, wrapped
from geo.export.drawing.primitives import Words
from geo.export.drawing.scene import scene_of
from geo.export.picture import RenderOptions, composed
from geo.export.sheet.layout import map_width_of
from geo.export.sheet.panel import sources_in_view
from geo.export.tables import Query, events_table, zones_table
from geo.queries.find import filter_events

DAY = "2021-09-05"
FILTERS = (("type", "battles"), ("grade", "verified,reported"))
MANY = (*FILTERS, ("area", "AF-PAN,AF-BGL,AF-KAP,AF-TAK,AF-BDS,AF-NUR,AF-LAG,AF-PAR"), ("kind", "party,local_media,un"))
BOX = "68.9,34.95,70.4,36.2"


def output(picture):
    return [primitive for layer in picture.layers for primitive in layer.primitives if isinstance(primitive, Words)]


def test_a_filtered_scene_holds_what_the_list_of_events_holds(shipped_line):
    options = RenderOptions(DAY, window="90", filters=FILTERS)
    scene = scene_of(shipped_line, options.view)
    expected = filter_events(shipped_line.events_between(scene.first, DAY), options.view, shipped_line.dataset)
    assert 0 < len(expected) < len(scene_of(shipped_line, RenderOptions(DAY, window="90").view).events())
    assert {event["event_id"] for event in scene.events()} == {event["event_id"] for event in expected}


def test_a_filtered_picture_says_so(shipped_line):
    plain, filtered = (
        composed(shipped_line, RenderOptions(DAY)),
        composed(shipped_line, RenderOptions(DAY, filters=FILTERS)),
    )
    text = " ".join(word.text for word in output(filtered))
    assert "Only events with: Type: Battles; Grade: verified, reported" in text
    assert "type=battles" in text and "grade=verified,reported" in text
    assert "Only events with" not in " ".join(word.text for word in output(plain))
    for event in drawn_events(filtered.scene, filtered.basemap.frame):
        assert event["event_type"] == "battles" and event["verification"] in ("verified", "reported")
    assert set(sources_in_view(filtered.scene, filtered.basemap)) < set(sources_in_view(plain.scene, plain.basemap))


@pytest.mark.parametrize("size", [(1600, 900), (640, 360), (1200, 1500)])
def test_the_foot_stays_under_the_map_however_long_the_link(shipped_line, size):
    options = RenderOptions(
        DAY, size=size, filters=MANY, perspective="nrf", address="https://map.example.org/a/rather/long/path"
    )
    page = composed(shipped_line, options).layers[-1].primitives
    footer = [word for word in page if isinstance(word, Words) and word.y > size[1] * 0.8 and word.x < size[0] * 0.1]
    room = map_width_of(*size)
    joined = "".join(word.text for word in footer)
    assert "https://map.example.org" in joined and shipped_line.dataset.version in joined
    for word in footer:
        assert word.y <= size[1] and width_of(word.text, word.size, word.style) <= room + 1


def test_a_long_word_is_broken_and_nothing_is_lost():
    lines = wrapped("see https://map.example.org/?" + "a" * 200, 12, 200)
    assert "".join(lines).replace(" ", "") == "seehttps://map.example.org/?" + "a" * 200
    assert all(width_of(line, 12) <= 200 for line in lines)


def test_tables_are_cut_to_the_extent(shipped_line):
    dataset, query = shipped_line.dataset, Query(start="2021-08-15", end=DAY, filters=FILTERS)
    whole = events_table(shipped_line, query)
    assert {row["event_type"] for row in whole.rows} == {"battles"} and "type=battles" in whole.about["query"]
    part = cropped(whole, dataset, BOX)
    assert 0 < len(part.rows) < len(whole.rows) and f"extent={BOX}" in part.about["query"]
    area = box(*map(float, BOX.split(",")))
    for row, geometry in zip(part.rows, part.geometries, strict=True):
        where = shape(geometry) if geometry else dataset.shapes("provinces")[row["admin1"]]
        assert where.intersects(area)
    kept = {row["event_id"] for row in part.rows}
    for row, geometry in zip(whole.rows, whole.geometries, strict=True):
        assert row["event_id"] in kept or not geometry or not shape(geometry).intersects(area)
    assert cropped(whole, dataset, "AF").rows == whole.rows
    zones = cropped(zones_table(shipped_line, Query(day=DAY)), dataset, "AF-PAN")
    assert {row["area_id"] for row in zones.rows} >= {d for d in shipped_line.districts if d.startswith("AF-PAN-")}


def test_a_pack_holds_the_filtered_events_and_a_whole_link(shipped_dir, tmp_path):
    call = [
        "pack",
        DAY,
        "--type",
        "battles",
        "--extent",
        "AF-PAN",
        "--size",
        "800x450",
        "--address",
        "https://m.example/x?y#z",
    ]
    assert main([*call, "-o", str(tmp_path / "p.zip"), "--data", str(shipped_dir)]) == 0
    with zipfile.ZipFile(io.BytesIO((tmp_path / "p.zip").read_bytes())) as pack:
        events = json.loads(pack.read("data/events.geojson"))
        assert events["features"] and all(f["properties"]["event_type"] == "battles" for f in events["features"])
        assert b"https://m.example/x?date=2021-09-05&province=AF-PAN&type=battles" in pack.read("citation.txt")
        assert "Only events with: Type: Battles" in pack.read("README.txt").decode()


@pytest.mark.parametrize(
    "options",
    [["--type", "nothing"], ["--grade", "verified,x"], ["--actor", "nobody"], ["--area", "AF-XXX"], ["--kind", ""]],
    ids=" ".join,
)
def test_unknown_values_of_filters_are_told_with_the_known_ones(options, tmp_path, capsys, tiny_dir):
    call = ["render", DAY, *options, "-o", str(tmp_path / "x.png"), "--data", str(tiny_dir)]
    assert main(call) == 2
    message = capsys.readouterr().err
    assert message.startswith(f"python -m geo render: {options[0]} ") and len(message.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []
