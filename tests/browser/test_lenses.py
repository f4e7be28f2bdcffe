"""Lenses: what is small and has something to tell can be read at once, on every screen, and stands still."""

from __future__ import annotations

import pytest

from bench.legibility import HEIGHTS, areas_on, sides_of
from geo.record.load import load

pytestmark = pytest.mark.browser

DAY = "2021-09-05"
#: Ten days, each as one perspective tells it.
TOLD = (
    ("2021-08-15", "assessed"),
    ("2021-08-20", "both"),
    ("2021-08-30", "nrf"),
    ("2021-09-05", "assessed"),
    ("2021-09-05", "taliban"),
    ("2021-09-07", "both"),
    ("2022-01-13", "nrf"),
    ("2022-05-07", "assessed"),
    ("2022-07-02", "nrf"),
    ("2022-08-29", "nrf"),
)
SHOWN = "() => [...conflictMap.view.lenses.views.values()].map(({ lens }) => lens.number)"
TEXTS = "() => [...conflictMap.view.lenses.views.values()].flatMap((lens) => lens.callouts.texts())"
#: Where on the screen of its frame the middle of a district is in the first lens.
IN_LENS = """(id) => { const { record } = parent.conflictReplay, [lens] = conflictMap.view.lenses.views.values();
  const { box } = conflictMap.view.areas[record.districts.findIndex((district) => district.id === id)];
  const { scale, x, y, ratio } = lens.view, frame = lens.root.getBoundingClientRect();
  return [(((box[0] + box[2]) / 2) * scale + x) / ratio + frame.left, (((box[1] + box[3]) / 2) * scale + y) / ratio + frame.top]; }"""
#: Leader lines of the callouts of a lens that cross.
CROSSING = """() => [...conflictMap.view.lenses.views.values()].flatMap(({ callouts }) => {
  const side = ([ax, ay], [bx, by], [cx, cy]) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax), lines = callouts.lines(), texts = callouts.texts();
  const isCrossing = ([a, b], [c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  return lines.flatMap((one, n) => lines.slice(n + 1).flatMap((two, m) => isCrossing(one, two) ? [`${texts[n]} × ${texts[n + 1 + m]}`] : [])); })"""
CALLOUT = """(name) => { const [lens] = conflictMap.view.lenses.views.values(), frame = lens.root.getBoundingClientRect();
  for (let y = 2; y < frame.height; y += 3) for (let x = 2; x < frame.width; x += 3)
    if (lens.callouts.at(x, y)?.name === name) return [frame.left + x + 6, frame.top + y + 6]; }"""


def on_screen(replay, expression, arg):
    """A point of the map's frame on the page."""
    element = replay.page.locator("iframe[src*=folium]")
    element.scroll_into_view_if_needed()
    x, y = replay.frame.evaluate(expression, arg)
    box = element.bounding_box()
    return box["x"] + x, box["y"] + y


def test_a_lens_shows_the_panjshir_on_the_day_it_is_fought_over_and_none_later(replay):
    replay.open(date=DAY)
    assert len(replay.frame.evaluate(SHOWN)) == 1
    group = replay.frame.get_by_role("group", name="Enlarged:")
    assert "Panjshir" in group.get_attribute("aria-label")
    texts = replay.frame.evaluate(TEXTS)
    assert any(text.startswith("Rukha") for text in texts) and any(text.startswith("Panjshir · ") for text in texts)
    replay.open(date="2024-10-31")
    assert replay.frame.evaluate(SHOWN) == []
    assert replay.frame.get_by_role("group", name="Enlarged:").count() == 0
    assert not replay.frame.get_by_role("button", name="Show the enlarged area").is_visible()


def test_what_a_lens_shows_is_left_to_it(replay):
    """No mark and no name in its frame on the main map; every event of the window is told once."""
    replay.open(date=DAY)
    inked = replay.frame.evaluate(
        """() => { const { lenses, layers } = conflictMap.view, { scale, x, y } = layers.events.view(), [frame] = lenses.frames;
          const [left, top, right, bottom] = [frame[0] * scale + x, frame[1] * scale + y, frame[2] * scale + x, frame[3] * scale + y].map(Math.round);
          const { data } = layers.events.ctx.getImageData(left + 12, top + 12, right - left - 24, bottom - top - 24);
          return data.filter((value, at) => at % 4 === 3 && value > 60).length; }"""
    )
    assert inked == 0


def test_a_click_in_a_lens_selects_as_on_the_map_and_on_ground_goes_there(replay):
    replay.open(date=DAY)
    sight = replay.sight()
    replay.page.mouse.move(*on_screen(replay, IN_LENS, "AF-PAN-dara"), steps=3)
    assert replay.frame.locator(".replay-tip").inner_text().startswith("Dara, Panjshir")
    replay.page.mouse.click(*on_screen(replay, IN_LENS, "AF-PAN-dara"))
    replay.wait_for_query(district="AF-PAN-dara", province="AF-PAN")
    replay.page.mouse.click(*on_screen(replay, CALLOUT, "Paryan"))
    replay.wait_for_query(district="AF-PAN-paryan")
    assert replay.sight() == sight  # selecting moves nothing
    replay.frame.get_by_title("Move the map to").first.click()
    replay.settle()
    assert replay.sight()[2] > sight[2] + 1
    assert replay.frame.evaluate(SHOWN) == []


def test_lenses_are_hidden_and_come_back_also_by_keys(replay):
    replay.open(date=DAY)
    address = replay.query
    replay.frame.get_by_role("button", name="Hide the enlarged area").focus()
    replay.page.keyboard.press("Enter")
    assert replay.frame.evaluate(SHOWN) == []
    back = replay.frame.get_by_role("button", name="Show the enlarged area")
    assert back.evaluate("(button) => document.activeElement === button")
    replay.settle()
    assert replay.query == address
    replay.page.keyboard.press("Enter")
    assert len(replay.frame.evaluate(SHOWN)) == 1 and not back.is_visible()


def test_lenses_stand_still_while_a_handle_is_held_and_change_at_rest(replay):
    replay.open(date=DAY)
    before = replay.frame.evaluate(SHOWN)
    replay.js("conflictReplay.move(true)")
    for day in ("2022-06-01", "2022-08-20", "2024-10-31"):
        replay.go_to(day)
        replay.until("!conflictReplay.outstanding.names.some((name) => name.startsWith('the lenses of map'))")
        assert replay.frame.evaluate(SHOWN) == before
    replay.js("conflictReplay.move(false)")
    replay.settle()
    assert replay.frame.evaluate(SHOWN) == []
    replay.go_to("2022-08-20")
    replay.settle()
    after = replay.frame.evaluate(SHOWN)
    assert len(after) == 1 and after != before


def test_on_a_phone_the_lens_covers_the_map_and_the_locator_shows_the_country(pages, server):
    replay = pages(server, width=390, height=844, has_touch=True).open(date=DAY)
    cover = replay.frame.locator(".replay-lens.covers")
    size = replay.frame.evaluate("(() => { const { x, y } = conflictMap.map.getSize(); return [x, y]; })()")
    box = cover.bounding_box()
    assert box["width"] == pytest.approx(size[0], abs=1) and box["height"] > size[1] * 0.8
    locator = replay.frame.get_by_role("button", name="Show the whole country")
    assert locator.bounding_box()["height"] >= 24
    locator.scroll_into_view_if_needed()
    locator.tap()
    assert cover.count() == 0
    back = replay.frame.get_by_role("button", name="Show the enlarged area")
    back.focus()
    replay.page.keyboard.press("Enter")
    assert cover.count() == 1 and locator.evaluate("(button) => document.activeElement === button")


def test_the_count_of_a_province_stands_on_its_own_ground(replay):
    replay.open(date="2021-09-30", window="90")
    replay.frame.get_by_role("button", name="Hide the enlarged area").click()
    strays = """() => { const { events, layers } = conflictMap.view, view = layers.events.view(), { record } = parent.conflictReplay;
      const badges = events.marks().filter(({ kind }) => kind === 'badge');
      const strays = badges.filter(({ members: [i], x, y }) => !events.ground.contains(record.events.province[i], (x - view.x) / view.scale, (y - view.y) / view.scale));
      return [badges.length, strays.map(({ members: [i] }) => record.provinces[record.events.province[i]].name)]; }"""
    count, found = replay.frame.evaluate(strays)
    assert count > 5 and found == []


def test_names_are_laid_once_when_a_map_is_opened(replay):
    replay.open(date="2024-10-31")
    assert replay.frame.evaluate("conflictMap.view.names.timesLaid") == 1


@pytest.mark.parametrize("width", [w if w in (360, 1440) else pytest.param(w, marks=pytest.mark.full) for w in HEIGHTS])
def test_all_there_is_to_tell_can_be_read_in_the_first_screen(pages, server, width):
    replay = pages(server, width=width, height=HEIGHTS[width]).open(date=DAY)
    sides = sides_of(load())
    message, crossing = {}, []
    for view in TOLD:
        message[view] = areas_on(replay.page, replay.frame, *view, sides)
        crossing += [(*view, names) for names in replay.frame.evaluate(CROSSING)]
    assert crossing == []
    unread = [(*view, area) for view, areas in message.items() for area in areas if not area["shaped"]]
    assert unread == []
    assert all(message.values())
    ids = {area["id"] for area in message["2022-01-13", "nrf"]}
    assert "AF-FYB-maymana" in ids and sum(area_id.startswith("AF-PAN") for area_id in ids) >= 6
