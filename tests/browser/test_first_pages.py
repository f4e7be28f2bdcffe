"""Compare and stories before their live maps: true pictures in the same places, taken away when all maps have painted."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from trials.at_rest import until

pytestmark = pytest.mark.browser

PAGES = {"compare": "compare?a=2021-08-20&b=2021-09-07", "story": "story?id=panjshir-2021&step=2"}
WIDTHS = {"wide": (1440, 900), "phone": (390, 844)}
#: Where a map looks, and two places on it: longitude, latitude.
AT, WHERE = "35.300,69.800,9.00", [[69.8, 35.3], [69.7, 35.4]]
#: Where places stand in the first picture, by the units that it says, and on the live map.
PICTURED = """(places) => { const svg = document.querySelector("#first-picture .looking svg");
  const [scale, left, top] = svg.querySelector("[data-units]").dataset.units.split(" ").map(Number);
  const { x, y, width } = svg.getBoundingClientRect(); const fine = svg.viewBox.baseVal.width / width;
  return places.map(([lon, lat]) => { const sine = Math.sin(lat * Math.PI / 180);
    const south = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    return [x + ((lon + 180) / 360 * scale - left) / fine, y + (south * scale - top) / fine]; }); }"""
ON_MAP = """(places) => places.map(([lon, lat]) => { const { x, y } = conflictMap.map.latLngToContainerPoint([lat, lon]); return [x, y]; })"""
#: Left, top, width and height of what stands in the picture, and of what takes its place.
BOXES = """(found) => [...document.querySelectorAll(found)].map((e) => e.getBoundingClientRect())
  .filter(({ width }) => width > 100).map(({ x, y, width, height }) => [x, y, width, height])"""
FIRST = {"heading": "#first-picture h1", "maps": "#first-picture figure", "text": "#first-picture :is(.sentence, h3)"}
LIVE = {"heading": ".stMain h2", "maps": "iframe[src*=folium]", "text": ".stMain :is(.stText, h3)"}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", PAGES)
def test_the_live_page_takes_the_place_of_its_picture_without_a_jump(pages, server: str, page: str, width: str) -> None:
    wide, high = WIDTHS[width]
    replay = pages(server, width=wide, height=high)
    held: list[Route] = []
    replay.page.route("**/modules*.js", lambda route: held.append(route))
    replay.page.goto(f"{server}/{PAGES[page]}", wait_until="commit")
    picture = replay.page.locator("#first-picture")
    expect(picture.locator("svg").first).to_be_visible()
    until(lambda: replay.js("document.querySelectorAll('iframe[src*=folium]').length") and held, "the page never came")
    before = {name: replay.js(BOXES, found) for name, found in FIRST.items()}
    assert len(before["maps"]) == (2 if page == "compare" else 1)
    expect(picture).to_be_visible()
    for route in held:
        route.continue_()
    replay.page.unroute("**/modules*.js")
    replay.settle()
    assert picture.count() == 0
    for name, found in LIVE.items():
        after = replay.js(BOXES, found)[: len(before[name])]
        for one, other in zip(before[name], after, strict=True):
            places = (0, 1) if name == "text" else (0, 1, 2, 3)
            is_far = page == "story" and width == "phone" and name == "text"  # under the map's legend there
            assert is_far or all(abs(one[at] - other[at]) <= 3 for at in places), (name, one, other)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_link_to_a_part_of_the_map_begins_with_that_part(pages, server: str, width: str) -> None:
    wide, high = WIDTHS[width]
    replay = pages(server, width=wide, height=high)
    held: list[Route] = []
    replay.page.route("**/modules*.js", lambda route: held.append(route))
    replay.page.goto(f"{server}/?date=2021-09-05&at={AT}", wait_until="commit")
    picture = replay.page.locator("#first-picture .looking svg")
    expect(picture).to_be_visible()
    until(lambda: replay.js("document.querySelectorAll('iframe[src*=folium]').length") and held, "the page never came")
    before, at = replay.js(PICTURED, WHERE), replay.page.locator("#first-picture figure").bounding_box()
    for route in held:
        route.continue_()
    replay.page.unroute("**/modules*.js")
    replay.settle()
    after, frame = replay.frame.evaluate(ON_MAP, WHERE), replay.page.locator("iframe[src*=folium]").first.bounding_box()
    assert at and frame
    for one, other in zip(before, after, strict=True):
        assert abs(one[0] - frame["x"] - other[0]) <= 3 and abs(one[1] - frame["y"] - other[1]) <= 3, (
            one,
            other,
            at,
            frame,
        )


def test_the_page_is_read_on_where_its_picture_was(pages, server: str) -> None:
    replay = pages(server, width=390, height=844)
    held: list[Route] = []
    replay.page.route("**/modules*.js", lambda route: held.append(route))
    replay.page.goto(f"{server}/{PAGES['compare']}", wait_until="commit")
    until(lambda: replay.js("document.querySelectorAll('iframe[src*=folium]').length") and held, "the page never came")
    replay.js("document.getElementById('first-picture').scrollTop = 300")
    for route in held:
        route.continue_()
    replay.page.unroute("**/modules*.js")
    replay.settle()
    assert abs(replay.js("document.querySelector('.stMain').scrollTop") - 300) <= 1


@pytest.mark.parametrize("page", PAGES)
def test_without_javascript_there_are_picture_words_table_and_ways(pages, server: str, page: str) -> None:
    replay = pages(server, java_script_enabled=False)
    replay.page.goto(f"{server}/{PAGES[page]}")
    picture = replay.page.locator("#first-picture")
    expect(picture.locator("svg").first).to_be_visible()
    expect(picture.locator("table").first).to_contain_text("NRF")
    if page == "compare":
        expect(picture).to_contain_text("10 districts")
        picture.get_by_role("link", name="B on the map page").click()
        expect(replay.page.locator("#first-picture h1")).to_contain_text("7 September 2021")
    else:
        expect(picture).to_contain_text("caretaker president")
        picture.get_by_role("link", name="3. 20 August", exact=False).click()
        expect(replay.page.locator("#first-picture h3").first).to_contain_text("20 August")
