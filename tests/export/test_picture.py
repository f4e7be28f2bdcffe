"""Pictures: the same bytes each time, right colours at right places, nothing overlapping, credits inside."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import numpy as np
import pypdf
import pytest
import shapely
from PIL import Image

from geo.area_style import colour_of
from geo.export.drawing.clusters import drawn_events
from geo.export.drawing.fonts import style_for, width_of
from geo.export.drawing.primitives import Words
from geo.export.picture import RenderOptions, composed, write_picture
from geo.export.sheet import layout as sheet
from geo.export.sheet.panel import sources_in_view
from geo.wording.sentence import day_sentence

DAY = "2021-09-05"
SIZES = ((1600, 900), (1280, 720), (800, 450), (1200, 1500))


def words(picture):
    return [primitive for layer in picture.layers for primitive in layer.primitives if isinstance(primitive, Words)]


@pytest.fixture(scope="module")
def png(shipped_line, tmp_path_factory):
    path = tmp_path_factory.mktemp("picture") / "map.png"
    write_picture(shipped_line, RenderOptions(DAY), path)
    return path


def test_pillow_opens_it_and_it_says_what_it_is(png, shipped):
    with Image.open(png) as image:
        assert image.size == (1600, 900)
        assert "5 September 2021" in image.text["Title"]
        assert "CC BY 4.0" in image.text["Copyright"]
        assert shipped.version in image.text["Description"]
        assert "Software" not in image.text and "Creation Time" not in image.text


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_the_same_bytes_each_time(shipped_line, tmp_path, form):
    options = RenderOptions(DAY, extent="AF-PAN", size=(800, 450), perspective="nrf")
    for name in ("one", "two"):
        write_picture(shipped_line, options, tmp_path / f"{name}.{form}")
    one, two = ((tmp_path / f"{name}.{form}").read_bytes() for name in ("one", "two"))
    assert one == two
    head = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[form]
    assert one.startswith(head)
    assert list(tmp_path.glob(".*")) == []


def test_svg_asks_for_nothing_and_runs_nothing(shipped_line, tmp_path):
    path = tmp_path / "map.svg"
    write_picture(shipped_line, RenderOptions(DAY, size=(800, 450)), path)
    for element in ElementTree.parse(path).iter():  # noqa: S314 - our own file
        assert not element.tag.endswith(("script", "foreignObject"))
        for name, value in element.attrib.items():
            if name.endswith("href"):
                assert value.startswith(("#", "data:image/png"))


@pytest.mark.parametrize("perspective", ["assessed", "nrf", "taliban", "both"])
def test_the_colour_of_a_district_is_that_of_its_holder(shipped_line, tmp_path, perspective):
    """Solid fills only; where no event or name stands, the pixel lies between paper and the holder's colour."""
    path = tmp_path / "map.png"
    options = RenderOptions(DAY, extent="AF-PAN", perspective=perspective)
    write_picture(shipped_line, options, path)
    picture = composed(shipped_line, options)
    layer, basemap, scene = picture.layers[0], picture.basemap, picture.scene
    pixels = np.asarray(Image.open(path).convert("RGB")).astype(int)
    window = shapely.box(30, 30, basemap.frame.width - 30, basemap.frame.height - 60)
    blue = colour_of("nrf")
    seen = 0
    for admin2_id, shape in basemap.districts.items():
        style, inner = scene.area_styles[admin2_id], shapely.intersection(shape.buffer(-6), window)
        if style.fill != "solid" or style.disputed or style.active or inner.is_empty or inner.area < 3000:
            continue
        points = shapely.get_coordinates(inner.centroid)
        if not shapely.contains_xy(inner, *points[0]):
            continue
        x, y = points[0] + np.array([layer.left, layer.top])
        patch = pixels[int(y) - 12 : int(y) + 13, int(x) - 12 : int(x) + 13].reshape(-1, 3)
        bluish = np.mean(patch[:, 2] - patch[:, 0] > 40)
        assert (bluish > 0.5) == (colour_of(style.controller) == blue), admin2_id
        seen += 1
    assert seen > 10


def test_claims_carry_a_banner(shipped_line):
    output = {
        p: " ".join(w.text for w in words(composed(shipped_line, RenderOptions(DAY, p))))
        for p in ("assessed", "nrf", "both")
    }
    assert "NOT ASSESSED" not in output["assessed"]
    assert "NOT ASSESSED" in output["nrf"] and "NOT ASSESSED" in output["both"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("extent", ["AF", "AF-PAN"])
def test_what_a_picture_must_say(shipped_line, size, extent):
    options = RenderOptions(DAY, extent=extent, size=size)
    picture = composed(shipped_line, options)
    output = " ".join(word.text for word in words(picture))
    assert "Sunday 5 September 2021" in output and "14 Sunbula 1400" in output
    assert day_sentence(shipped_line, DAY) in " ".join(output.split())
    assert "geoBoundaries" in output and "imply no endorsement" in output and "CC BY 4.0" in output
    assert shipped_line.dataset.version in output and f"date={DAY}" in output
    assert re.search(r"\d+ km", output)


@pytest.mark.parametrize("day", ["2021-09-05", "2022-05-07", "2025-07-01"])
@pytest.mark.parametrize("extent", ["AF", "AF-PAN"])
@pytest.mark.parametrize("lang", ["en", "fa"])
def test_no_two_texts_of_the_map_overlap(shipped_line, day, extent, lang):
    """Boxes of the lines of text on each map, and of all text beside them; counts on symbols are no labels."""
    picture = composed(shipped_line, RenderOptions(day, extent=extent, lang=lang))
    for layer in picture.layers:
        labels = [w for w in layer.primitives if isinstance(w, Words) and not w.text.isdigit()]
        boxes = [_box(w) for w in labels]
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])
        size = layer.size or (1600, 900)
        assert all(box[0] >= 0 and box[1] >= 0 and box[2] <= size[0] + 1 and box[3] <= size[1] + 1 for box in boxes)


def _box(word):
    width = width_of(word.text, word.size, word.style)
    left = {"left": word.x, "middle": word.x - width / 2, "right": word.x - width}[word.anchor]
    return left, word.y - word.size * 0.68, left + width, word.y + word.size * 0.2


@pytest.mark.parametrize("extent", ["AF", "AF-PAN"])
def test_the_legend_counts_what_is_on_the_map(shipped_line, extent):
    picture = composed(shipped_line, RenderOptions(DAY, extent=extent))
    basemap, scene = picture.basemap, picture.scene
    events = drawn_events(scene, basemap.frame)
    from geo.export.sheet.legend import control_rows, event_rows
    from geo.export.sheet.legend_keys import fill_keys

    kinds, rings = event_rows(scene, basemap, 1.0)
    assert sum(int(row.number) for row in rings) == len(events)
    assert int(kinds[0].number) == sum(event["event_type"] == "battles" for event in events)
    rows = control_rows(scene, basemap, 1.0)
    fills = fill_keys(
        basemap.dataset, ((scene.area_styles[d], scene.speakers[d]) for d in basemap.districts), "assessed"
    )
    assert [(row.text, row.number) for row in rows[: len(fills)]] == [(text, str(count)) for _, text, count in fills]
    assert sum(count for _, _, count in fills) == len(basemap.districts)
    assert len({row.text for row in rows}) == len(rows), "one row for each sign"


def test_sources_are_those_of_the_events_in_view(shipped_line):
    picture = composed(shipped_line, RenderOptions(DAY, extent="AF-PAN"))
    found = set(sources_in_view(picture.scene, picture.basemap))
    for event in drawn_events(picture.scene, picture.basemap.frame):
        assert found & set(event["source_ids"])


def test_names_in_arabic_script_are_shaped():
    """Joined letters are narrower than the same letters standing alone."""
    name = "پنجشیر"
    assert style_for(name, "bold") == "arabic"
    assert width_of(name, 100) < 0.9 * sum(width_of(letter, 100) for letter in name)


NAMES = ("پنجشیر", "بغلان", "کاپیسا", "اندراب", "Anaba")


def test_names_of_places_are_text_in_a_pdf(shipped_line, tmp_path):
    """As a program finds them, letter by letter, also in Dari."""
    path = tmp_path / "map.pdf"
    write_picture(shipped_line, RenderOptions(DAY, extent="AF-PAN", lang="fa"), path)
    lines = pypdf.PdfReader(path).pages[0].extract_text().splitlines()
    assert [name for name in NAMES if not any(name in line for line in lines)] == []


def test_names_of_places_are_text_in_an_svg_over_outlines(shipped_line, tmp_path):
    """Its outlines look alike everywhere; its words are found, but not seen twice."""
    path = tmp_path / "map.svg"
    write_picture(shipped_line, RenderOptions(DAY, extent="AF-PAN", lang="fa"), path)
    texts = [element for element in ElementTree.parse(path).iter() if element.tag.endswith("}text")]  # noqa: S314
    assert set(NAMES) <= {element.text for element in texts}
    assert all("opacity: 0" in element.attrib["style"] for element in texts)


def test_a_dollar_sign_stays_a_dollar_sign(trapped, tiny_dir, tmp_path):
    path = tmp_path / "map.svg"
    write_picture(trapped, RenderOptions("2021-08-25", extent="65.5,33.5,69.5,35.5", size=(800, 450)), path, tiny_dir)
    content = path.read_bytes()
    assert b"<img" not in content and b"<script" not in content  # words stand in it as text, never as markup
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(content).iter()}  # noqa: S314
    assert not tags & {"img", "script", "a", "foreignObject"}
    picture = composed(trapped, RenderOptions("2021-08-25", extent="65.5,33.5,69.5,35.5"), tiny_dir)
    assert any("$x^2$" in word.text or "…" in word.text for word in words(picture))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"extent": "AF-XXX"}, "AF-XXX"),
        ({"extent": "70,36,69,35"}, "west and south first"),
        ({"day": "2020-01-01"}, "not a day of the record"),
        ({"size": (200, 100)}, "640x360"),
        ({"perspective": "nobody"}, "perspective"),
    ],
)
def test_wishes_that_cannot_be_met(shipped_line, tmp_path, change, message):
    with pytest.raises(ValueError, match=message):
        write_picture(shipped_line, RenderOptions(**{"day": DAY, **change}), tmp_path / "map.png")
    assert list(tmp_path.iterdir()) == []


def test_layouts_stay_on_the_sheet():
    for width, height in SIZES:
        layout = sheet.layout_of(width, height, 3, banner=True)
        assert layout.map_left + layout.map_width <= width and layout.map_top + layout.map_height <= layout.footer_top
        for left, top, room, bottom, _ in layout.columns:
            assert left + room <= width and top < bottom <= height


def test_grey_keeps_held_contested_and_claimed_apart(shipped_line):
    """The mean grey of a fill and its spread tell the NRF's control, contested and claimed areas apart."""
    from geo.area_style import AreaStyle
    from geo.export.drawing.area_primitives import area_primitives
    from geo.export.drawing.primitives import rectangle
    from geo.export.renderers.raster import Canvas, blank

    def grey(style):
        picture = blank(60, 60)
        box = shapely.box(0, 0, 60, 60)
        Canvas(picture).draw([rectangle(0, 0, 60, 60, "#EDECEA"), *area_primitives(style, [box], 1.0)])
        values = np.asarray(picture.reduce(2).convert("L")).astype(float)
        return values.mean(), values.std()

    styles = {
        "ground": AreaStyle("solid", "taliban", 0.55),
        "held": AreaStyle("solid", "nrf", 0.72),
        "contested": AreaStyle("contested", "nrf", 0.72, against="taliban"),
        "claimed": AreaStyle("claimed", "nrf", 0.72),
    }
    found = {name: grey(style) for name, style in styles.items()}
    assert found["ground"][0] - found["held"][0] > 40
    for one, other in (("held", "contested"), ("held", "claimed"), ("ground", "claimed"), ("contested", "claimed")):
        difference = np.abs(np.subtract(found[one], found[other])).max()
        assert difference > 8, (one, other, found)


def test_bytes_of_a_picture_are_not_kept_half(shipped_line, tmp_path, monkeypatch):
    from geo.export.renderers import vector

    def broken(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(vector, "rendered", broken)
    target = tmp_path / "map.png"
    target.write_bytes(b"before")
    with pytest.raises(OSError, match=r"map\.png: No space left"):
        write_picture(shipped_line, RenderOptions(DAY), target)
    assert [path.name for path in tmp_path.iterdir()] == ["map.png"] and target.read_bytes() == b"before"
