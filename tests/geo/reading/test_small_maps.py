"""Small maps: each area leads to its page, no two names cover each other, signs are the map's, nothing is in one colour only."""

from __future__ import annotations

import re
from functools import partial
from itertools import combinations
from urllib.parse import unquote

import pytest
from shapely.geometry import box

from geo.area_style import sign_of
from geo.control.hard_cases import CASES, pieces
from geo.control.timeline import Timeline
from geo.queries.province import overview, profile
from geo.reading.charts.case_maps import case_map, grouped, piece_in_words
from geo.reading.charts.chart_html import data_address
from geo.reading.charts.count_maps import district_map, province_map, provinces_of
from geo.reading.charts.labels import NARROW_PX, WantedLabel, box_of, placed
from geo.reading.charts.outlines import drawn_areas, path_of
from geo.reading.charts.paint import painted, ramp_of, shaded
from geo.reading.charts.tiles import key_svg, spell_style, tile_svg
from geo.reading.content import Figure
from geo.reading.drawings import SmallMap
from geo.reading.html import html_of
from geo.record.load import Dataset
from geo.style.basemap import BORDER, INK, PAPER
from geo.style.events import COUNT_RAMP
from geo.style.signs import HOLDERS

#: How wide maps are on screens of 390 and 1440 px.
WIDTHS = (358.0, 560.0)
SQUARES = {
    name: {"type": "Polygon", "coordinates": [[[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]]]}
    for x, name in enumerate(("west", "east"))
}


def counts_of(line: Timeline) -> dict[str, int]:
    rows = overview(line, line.dataset.first_day, line.dataset.last_day)
    return {row["admin1"]: row["activity"] for row in rows}


def provinces(line: Timeline, chosen: str | None = None) -> SmallMap:
    return province_map(line.dataset, provinces_of(line.dataset), counts_of(line), chosen)


def maps_of(line: Timeline) -> dict[str, SmallMap]:
    dataset = line.dataset
    found = {"provinces": provinces(line)}
    for code in dataset.by_id("provinces"):
        rows = profile(line, code, dataset.first_day, dataset.last_day)["districts"]
        found[code] = district_map(dataset, rows)
    for case in CASES:
        for perspective in case.perspectives:
            found[f"{case.key} {perspective}"] = case_map(dataset, case.day, pieces(line, case, perspective))
    return found


def test_each_province_leads_to_its_page(shipped_line: Timeline) -> None:
    counts = counts_of(shipped_line)
    drawn = provinces(shipped_line, "AF-PAN")
    assert {area.query["province"] for area in drawn.areas} == set(shipped_line.dataset.by_id("provinces"))
    assert all(area.query.keys() == {"province", "district", "event"} for area in drawn.areas)
    assert [area.query["province"] for area in drawn.areas if area.is_chosen] == ["AF-PAN"]
    told = {str(area.query["province"]): area.says.partition(": ")[2] for area in drawn.areas}
    assert told == {code: f"{count:,}" if count else "no record" for code, count in counts.items()}
    html = html_of((Figure(drawn, "all"),), lambda link: f"{link.page}?province={link.query['province']}")
    links = re.findall(r'<a class="area" href="provinces\?province=(AF-...)" data-way="ours" aria-label="[^"]+"', html)
    assert len(links) == 34 and html.count('aria-current="true"') == 1 and 'role="group" aria-label="all"' in html


def test_areas_to_be_touched_cover_the_map_once(shipped_line: Timeline) -> None:
    drawn = provinces(shipped_line)
    for area in drawn.areas:
        left, top, wide, high = area.box
        assert left >= 0 and top >= 0 and left + wide <= 100 and top + high <= 100
        assert all(0 <= x <= 100 and 0 <= y <= 100 for x, y in area.outline) and len(area.outline) > 3


def test_no_two_names_cover_each_other_on_any_screen(shipped_line: Timeline) -> None:
    for name, drawn in maps_of(shipped_line).items():
        labels = [*drawn.labels, *(area.label for area in drawn.areas if area.label)]
        for width in (NARROW_PX, *WIDTHS):
            height = width * drawn.size[1] / drawn.size[0]
            seen = [label for label in labels if width >= 540 or not label.is_wide]
            boxes = [box(*box_of(label, width, height)) for label in seen]
            assert all(not one.intersection(other).area for one, other in combinations(boxes, 2)), (name, width)
            whole = box(-0.1, -0.1, width + 0.1, height + 0.1)
            assert all(whole.contains(one) for one in boxes), (name, width)


def test_the_busiest_provinces_are_named_first(shipped_line: Timeline) -> None:
    drawn = provinces(shipped_line)
    names = {area.label.lines[0] for area in drawn.areas if area.label and not area.label.is_wide}
    assert {"Panjshir", "Kabul", "Baghlan", "Takhar", "Herat", "Helmand"} <= names


def test_words_step_aside_within_their_area_or_give_way() -> None:
    area = box(0, 0, 400, 400)
    first, second, third = placed(
        [WantedLabel(50, 50, ("Name",), area)] * 2 + [WantedLabel(50, 50, ("Name",), box(199, 199, 201, 201))],
        (400, 400),
    )
    assert first and second and (first.x_pct, first.y_pct) == (50, 50) != (second.x_pct, second.y_pct)
    assert third is None


def test_districts_without_a_record_are_hatched(shipped: Dataset) -> None:
    land = drawn_areas(SQUARES, 100, 100)
    svg = shaded(land, {"west": "#123456", "east": None}, chosen="west")
    assert svg.count('fill="#123456"') == 1 and 'fill="url(#hatch)"' in svg and INK in svg
    rows = [row["admin2_id"] for row in shipped.records("districts") if row["admin1"] == "AF-PAN"]
    names = {d: shipped.by_id("districts")[d]["name_en"] for d in rows}
    found = [{"admin2_id": d, "name": names[d], "events": n, "area_km2": 100.0} for n, d in enumerate(rows)]
    drawn = district_map(shipped, found)
    assert [key.label for key in drawn.keys][-1] == "no record"
    assert {line for label in drawn.labels for line in label.lines} >= {"–", "1", "6"}


def test_neighbours_keep_their_border_in_common() -> None:
    land = drawn_areas(SQUARES, 208, 200)
    west, east = land.shapes.values()
    assert west.intersection(east).length == pytest.approx(100, abs=1) and land.size[0] == 208
    assert path_of(box(1, 1, 2, 3)).count("z") == 1


def test_a_case_has_the_signs_of_the_map(shipped_line: Timeline) -> None:
    case = next(case for case in CASES if case.key == "shutul")
    found = pieces(shipped_line, case, "taliban")
    drawn = case_map(shipped_line.dataset, case.day, found)
    assert 'id="claimed-' in drawn.svg and HOLDERS["nrf"].edge in drawn.svg
    assert len(drawn.keys) == len(grouped(found, partial(piece_in_words, shipped_line.dataset)))
    assert all(key.svg.startswith("<svg") for key in drawn.keys)


def test_each_holder_and_each_kind_of_claim_has_a_tile_of_its_own() -> None:
    tiles = {tile_svg(sign_of(spell_style(name, "control", "assessed"))) for name in HOLDERS if name != "unknown"}
    assert len(tiles) == len(HOLDERS) - 1
    kinds = {("nrf", "control", "assessed"), ("nrf", "contested", "assessed"), ("nrf", "control", "claimed")}
    assert len({key_svg(sign_of(spell_style(*kind))) for kind in kinds}) == 3


def test_the_same_map_has_the_same_bytes(shipped_line: Timeline) -> None:
    case = CASES[0]
    found = pieces(shipped_line, case, "assessed")
    assert case_map(shipped_line.dataset, case.day, found) == case_map(shipped_line.dataset, case.day, found)
    assert painted(drawn_areas(SQUARES, 50, 50), {}).startswith("<svg")


def test_an_address_of_a_drawing_ends_with_it() -> None:
    address = data_address("<svg fill=\"#000\">'100%'</svg>")
    assert not set("\"'<>#") & set(address) and unquote(address).endswith("'100%'</svg>")


def light(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_edges_and_words_are_seen_on_every_shade() -> None:
    pale = [
        "#" + "".join(f"{round(0.8 * a + 0.2 * int(c[n : n + 2], 16)):02X}" for n, a in ((1, 255), (3, 253), (5, 248)))
        for c in (*COUNT_RAMP, PAPER)
    ]
    assert all(contrast(INK, ground) >= 4.5 for ground in pale), "words stand on paper that lets a fifth through"
    assert contrast(BORDER, PAPER) >= 3 and contrast(BORDER, COUNT_RAMP[0]) >= 3
    assert ramp_of(3) == list(COUNT_RAMP) and ramp_of(1) == [COUNT_RAMP[1]]
