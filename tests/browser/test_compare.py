"""The compare page: two maps with one sight, the outline of what differs, swapping."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from trials.at_rest import until, wait_in

pytestmark = pytest.mark.browser

A, B = "2021-08-20", "2021-09-07"


class Pair:
    """The two maps of the compare page."""

    def __init__(self, replay):
        self.replay = replay
        self.page = replay.page

    def open(self, **query):
        self.page.goto(f"{self.replay.address}/compare?{urlencode(query)}")
        return self.wait()

    def wait(self):
        self.replay.until("['map a', 'map b', 'compared maps'].every((name) => window.conflictReplay?.views.has(name))")
        self.replay.until("conflictReplay.state?.comparedMaps")
        self.replay.settle()
        return self

    def frame(self, side):
        return next(
            f for f in self.page.frames if "streamlit_folium" in f.url and f.evaluate("conflictMap.comparedMap") == side
        )

    def sight(self, side):
        return self.frame(side).evaluate(
            "() => { const {map} = conflictMap, c = map.getCenter(); return [c.lat, c.lng, map.getZoom()]; }"
        )

    def until_same_sight(self, beyond=None):
        """Where both maps look: at once when they are at rest; `beyond`, the longitude that is to be passed first."""
        if beyond is None:
            self.replay.settle()
        until(lambda: self.same_sight() and self.sight("a")[1] > (beyond or 0), "the maps look elsewhere")
        return self.sight("a")

    def same_sight(self):
        return all(abs(x - y) < 0.01 for x, y in zip(self.sight("a"), self.sight("b"), strict=True))

    def picture(self, side, layer="zones"):
        return self.frame(side).evaluate(
            "(l) => document.querySelector(`.leaflet-${l}-pane canvas`).toDataURL()", layer
        )

    def inked(self, side, layer):
        return self.frame(side).evaluate(
            "(l) => { const c = document.querySelector(`.leaflet-${l}-pane canvas`);"
            " const {data} = c.getContext('2d').getImageData(0, 0, c.width, c.height);"
            " let n = 0; for (let i = 3; i < data.length; i += 4) if (data[i]) n++; return n; }",
            layer,
        )

    def drag(self, side, dx, dy):
        box = self.page.locator(f".st-key-map_{side} iframe").bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + dx, y + dy, steps=6)


@pytest.fixture
def pair(replay):
    return Pair(replay)


def test_both_maps_draw_their_own_day_and_outline_what_differs(pair):
    pair.open(a=A, b=B)
    for side in "ab":
        assert pair.inked(side, "zones") > 20_000
        assert pair.inked(side, "highlights") > 100
    assert pair.picture("a") != pair.picture("b")
    assert pair.picture("a", "highlights") == pair.picture("b", "highlights")
    text = pair.page.locator(".compared-maps").inner_text()
    assert "20 August 2021" in text and "7 September 2021" in text


def test_the_same_day_in_two_views(pair):
    pair.open(pa="nrf", pb="taliban", date="2021-09-03")
    sides = pair.replay.js("conflictReplay.state.comparedMaps")
    assert sides["a"]["day"] == sides["b"]["day"]
    assert (sides["a"]["perspective"], sides["b"]["perspective"]) == ("nrf", "taliban")
    assert pair.picture("a") != pair.picture("b")


@pytest.mark.parametrize(("moved", "other"), ["ab", "ba"])
def test_moving_one_map_moves_the_other_while_it_moves(pair, moved, other):
    pair.open(a=A, b=B)
    before = pair.until_same_sight()
    pair.frame(moved).evaluate("conflictMap.map.setView([34.8, 68.5], 7.5)")
    zoomed = pair.until_same_sight()
    assert zoomed[2] == pytest.approx(7.5) and zoomed != before
    pair.drag(moved, -120, 40)
    pair.until_same_sight(beyond=zoomed[1] + 0.1)  # while it is held
    pair.page.mouse.up()
    pair.until_same_sight()
    assert pair.inked(other, "zones") > 20_000


def test_it_opens_on_what_differs_and_goes_to_the_country_and_back(pair):
    pair.open(a=A, b=B)
    near = pair.until_same_sight()
    for side in "ab":
        bounds = pair.frame(side).evaluate("conflictMap.map.getBounds().toBBoxString().split(',').map(Number)")
        for lon, lat in ((69.3, 35.3), (70.0, 35.6), (69.3, 35.65)):  # the Panjshir, Paryan, Andarab
            assert bounds[0] < lon < bounds[2] and bounds[1] < lat < bounds[3]
        assert bounds[2] - bounds[0] < 7
    pair.page.get_by_role("button", name="Whole country").click()
    assert pair.until_same_sight()[2] < near[2] - 1
    pair.page.get_by_role("button", name="Zoom to what differs").click()
    assert pair.until_same_sight() == pytest.approx(near, abs=0.02)


def test_a_narrow_screen_opens_on_what_differs(pages, server):
    pair = Pair(pages(server, width=390, height=844)).open(a=A, b=B)
    pair.until_same_sight()
    bounds = pair.frame("a").evaluate("conflictMap.map.getBounds().toBBoxString().split(',').map(Number)")
    message = pair.replay.js("JSON.stringify([conflictReplay.state.viewport, conflictReplay.state.extent])")
    assert bounds[1] < 35.2 and bounds[3] > 35.8 and bounds[2] - bounds[0] < 7, message


def test_where_nothing_differs_it_opens_on_the_country(pair):
    pair.open(a=B, b=B)
    pair.until_same_sight()
    bounds = pair.frame("a").evaluate("conflictMap.map.getBounds().toBBoxString().split(',').map(Number)")
    assert bounds[0] < 61 and bounds[2] > 74


def test_an_address_with_a_sight_opens_there(pair):
    pair.open(a=A, b=B, at="34.400,62.200,7.50")
    sight = pair.until_same_sight()
    assert sight == pytest.approx([34.4, 62.2, 7.5], abs=0.02)


def test_what_changed_has_its_legend_with_both_sides(pair):
    pair.open(a=A, b=B)
    text = pair.page.locator(".changes").inner_text()
    assert "Taliban gained, NRF lost" in text and "Now contested; before: NRF" in text
    assert "20 August 2021" in text and "7 September 2021" in text


def test_swapping_changes_the_sides_and_keeps_the_frames(pair):
    pair.open(a=A, b=B)
    pair.frame("a").evaluate("() => { conflictMap.map.setView([35, 69], 8, {animate: false}); window.__mark = 1; }")
    sight = pair.until_same_sight()
    first, second = pair.picture("a"), pair.picture("b")
    pair.page.get_by_role("button", name="Swap").click()
    pair.replay.wait_for_query(a=B, b=A)
    pair.replay.until("(day) => conflictReplay.record.iso(conflictReplay.state.comparedMaps.a.day) === day", B)
    pair.replay.settle()
    assert pair.frame("a").evaluate("window.__mark") == 1
    assert pair.until_same_sight() == pytest.approx(sight)
    assert (pair.picture("a"), pair.picture("b")) == (second, first)


def test_a_click_is_told_for_both_sides(pair):
    pair.open(a=A, b=B)
    pair.frame("a").evaluate("conflictMap.map.setView([35.5, 70.0], 9, {animate: false})")
    pair.until_same_sight()
    box = pair.page.locator(".st-key-map_b iframe").bounding_box()
    pair.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    wait_in(
        pair.page,
        "new URLSearchParams(location.search).has('district') || new URLSearchParams(location.search).has('event')",
    )


def test_the_map_page_is_itself_again_afterwards(pair):
    pair.open(a=A, b=B)
    pair.page.get_by_role("link", name="Map", exact=True).click()
    pair.replay.wait()
    assert pair.replay.js("conflictReplay.state.comparedMaps") is None
    assert pair.replay.js("conflictReplay.views.has('map a')") is False
    assert pair.replay.frame.evaluate("conflictMap.comparedMap ?? null") is None


def test_a_typed_day_is_taken_on_enter_and_one_outside_is_answered(pair):
    pair.open(a=A, b=B)
    field = pair.page.get_by_label("B: day", exact=True)
    field.fill("2021-9-14")
    field.press("Enter")
    pair.replay.wait_for_query(b="2021-09-14")
    pair.page.get_by_text("Tuesday 14 September 2021 · 23 Sunbula 1400").first.wait_for()
    field.fill("2031-01-01")
    field.press("Enter")
    pair.page.get_by_text("2031-01-01 cannot be chosen here").wait_for()
    assert field.input_value() == "2021-09-14"
    field.fill("2021-09-10")
    field.blur()
    pair.replay.wait_for_query(b="2021-09-10")
