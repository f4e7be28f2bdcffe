"""UCDP's rows in what is carried off: in their own signs and legend, credited, as tables of their own; refused where they can't be."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from shapely import Point

from geo.cli import main
from geo.export.drawing.event_primitives import MarkedMap
from geo.export.drawing.primitives import Dot, Words
from geo.export.drawing.reference_marks import reference_primitives
from geo.export.drawing.reference_scene import ReferenceScene
from geo.export.frames import Frames
from geo.export.pack import contents_of
from geo.export.picture import RenderOptions, composed
from geo.export.reference_table import ucdp_table
from geo.export.sheet.reference_legend import rows_in_view
from geo.export.tables import Query
from geo.reference.find import find_rows
from geo.reference.load import load_reference
from geo.style.events import REFERENCE_COLOUR
from geo.wording.text import t

OPTIONS = RenderOptions("2026-03-31", window="90", reference="ucdp")


def words(picture):
    return [primitive for layer in picture.layers for primitive in layer.primitives if isinstance(primitive, Words)]


def rings(picture):
    dots = [one for layer in picture.layers for one in layer.primitives if isinstance(one, Dot)]
    return [dot for dot in dots if dot.colour is None and dot.edge == REFERENCE_COLOUR]


@pytest.mark.parametrize("layer", ["control", "activity", "presence"])
def test_a_picture_has_their_signs_legend_and_credit_over_any_layer(shipped_line, layer):
    picture = composed(shipped_line, replace(OPTIONS, layer=layer))
    output = " ".join(word.text for word in words(picture))
    assert rings(picture) and t("reference.title") in output and t("reference.key.point") in output
    assert "Uppsala Conflict Data Program, CC BY 4.0" in output and t("reference.covered_whole") in output
    assert "reference=ucdp" in output and picture.query["reference"] == "ucdp"
    plain = composed(shipped_line, replace(OPTIONS, layer=layer, reference=None))
    assert not rings(plain) and "UCDP" not in " ".join(word.text for word in words(plain))


def test_the_count_of_a_province_stands_on_its_ground(shipped_line):
    for day in ("2026-03-31", "2026-05-20"):
        picture = composed(shipped_line, replace(OPTIONS, day=day))
        basemap, scene = picture.basemap, picture.scene
        counts = reference_primitives(ReferenceScene(provinces=scene.reference.provinces), MarkedMap(basemap, 1.0), [])
        shapes = [basemap.province_shapes[spot.row["admin1"]] for spot in scene.reference.provinces]
        spots = [word for word in counts if isinstance(word, Words)]
        assert spots and all(any(shape.contains(Point(word.x, word.y)) for shape in shapes) for word in spots)


def test_the_legend_counts_the_rows_of_the_window_that_pass_the_filters(shipped_line):
    options = replace(OPTIONS, filters=(("actor", "pakistan"), ("grade", "verified")))
    picture = composed(shipped_line, options)
    reference = load_reference(shipped_line.dataset)
    found = find_rows(reference, shipped_line.dataset, options.view, (picture.scene.first, picture.scene.day))
    shown = [row["ucdp_id"] for row in rows_in_view(picture.scene.reference, picture.basemap)]
    assert sorted(shown) == sorted(one.row["ucdp_id"] for one in found) and shown
    assert len(found) < len(
        find_rows(reference, shipped_line.dataset, OPTIONS.view, (picture.scene.first, "2026-03-31"))
    )


def test_where_no_release_covers_the_days_the_picture_says_so(shipped_line):
    picture = composed(shipped_line, replace(OPTIONS, day="2022-06-30", window="30"))
    output = " ".join(word.text for word in words(picture))
    assert t("reference.covered_none").split(":")[0] in output and t("reference.no_rows") in output


def test_a_film_has_the_rows_of_each_day(shipped_line):
    options = replace(OPTIONS, day="2026-03-16", window="7", size=(640, 360))
    days = ["2026-03-16", "2026-03-17"]
    frames = Frames(shipped_line, options, days)
    plain = Frames(shipped_line, replace(options, reference=None), days)
    pixels, without = ([frame.frame(day).tobytes() for day in days] for frame in (frames, plain))
    assert pixels[0] != without[0] and pixels[0] != pixels[1]


def test_without_rows_in_the_data_folder_it_is_refused_in_words(tiny_line, tiny_dir):
    with pytest.raises(ValueError, match="holds no rows of UCDP"):
        composed(tiny_line, RenderOptions("2021-08-20", reference="ucdp"), tiny_dir)


def test_the_table_is_ucdp_s_own_with_points_only_where_the_place_is_known(shipped_line):
    reference = load_reference(shipped_line.dataset)
    table = ucdp_table(shipped_line, reference, Query())
    assert sorted(row["ucdp_id"] for row in table.rows) == sorted(row["ucdp_id"] for row in reference.events)
    assert [geometry is not None for geometry in table.geometries] == [
        row["where_prec"] in (1, 2) for row in table.rows
    ]
    assert table.about["author"].startswith("Uppsala") and "Hegre" in table.about["credits"]
    assert {row["month_covered"] for row in table.rows} == {True, False}


@pytest.mark.parametrize("form", ["csv", "geojson", "gpkg", "parquet"])
def test_events_bring_them_as_a_file_of_their_own(shipped_dir, tmp_path, capsys, form):
    span = ["--from", "2026-03-01", "--to", "2026-03-31", "--data", str(shipped_dir)]
    path, alone = tmp_path / f"with.{form}", tmp_path / f"alone.{form}"
    assert main(["export", "events", "--reference", "ucdp", "-o", str(path), *span]) == 0
    assert main(["export", "events", "-o", str(alone), *span]) == 0
    assert path.read_bytes() == alone.read_bytes(), "nothing of theirs is in ours"
    beside = tmp_path / f"with-ucdp.{form}"
    assert beside.stat().st_size > 1000
    if form == "geojson":
        content = json.loads(beside.read_text("utf-8"))
        assert content["metadata"]["reference_version"] and all(
            "ucdp_id" in f["properties"] for f in content["features"]
        )
    if form == "csv":
        described = json.loads((tmp_path / "with-ucdp.csv-metadata.json").read_text("utf-8"))
        assert all("dc:description" in column for column in described["tableSchema"]["columns"])


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["export", "zones", "--reference", "ucdp"], "UCDP's rows have no place in zones"),
        (["export", "ucdp", "--grade", "verified"], "--grade has no meaning for ucdp"),
    ],
)
def test_what_can_t_carry_them_says_so(tmp_path, capsys, command, says):
    assert main([*command, "-o", str(tmp_path / "x.csv")]) != 0
    assert says in capsys.readouterr().err and not list(tmp_path.iterdir())


def test_a_pack_has_the_rows_that_its_picture_shows_as_a_table_of_their_own(shipped_line, shipped_dir):
    options = replace(OPTIONS, size=(800, 450))
    contents = contents_of(shipped_line, options, shipped_dir)
    picture = composed(shipped_line, options, shipped_dir)
    rows = list(csv.DictReader(io.StringIO(contents["data/ucdp.csv"].decode("utf-8-sig"))))
    shown = {row["ucdp_id"] for row in rows_in_view(picture.scene.reference, picture.basemap)}
    assert {row["ucdp_id"] for row in rows} == shown and len(rows) == len(shown)
    assert "Uppsala Conflict Data Program" in contents["README.txt"].decode()
    events = contents["data/events.csv"].decode("utf-8-sig")
    assert "ucdp_id" not in events
    assert "data/ucdp.csv" not in contents_of(shipped_line, replace(options, reference=None), shipped_dir)
