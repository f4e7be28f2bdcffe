"""The page by keys alone and by ear: what is whose key, the map from district to district, and what is said aloud."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

DAY = "2021-09-05"
FOCUSED = """() => { let e = document.activeElement;
  while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement; return [e.tagName, e.textContent.trim()]; }"""
#: From each district by arrows: how many can be reached from the one that reaches the fewest.
REACHED = """() => { const {walk} = conflictMap, arrows = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
  const reach = (start) => { const seen = new Set([start]);
    for (const from of seen) for (const arrow of arrows) { const to = walk.next(from, arrow); if (to >= 0) seen.add(to); }
    return seen.size; };
  return Math.min(...walk.view.areas.keys().map(reach)); }"""

#: The longest that the map is said in, on every seventh day in every view, and on layers.
LONGEST = """() => { const {record} = conflictReplay, line = conflictReplay.views.get("timeline").status; let longest = "";
  const views = ["assessed", "nrf", "taliban", "both"].map((perspective) => ({perspective, layer: "control"}));
  for (const view of [...views, {layer: "activity"}, {layer: "presence"}])
    for (let day = 0; day < record.days; day += 7) { const words = line.inShort({...view, day, window: "365"});
      if (words.split(" ").length > longest.split(" ").length) longest = words; }
  return longest; }"""


def said(replay):
    return replay.page.locator(".spoken")


def on_map(replay):
    container = replay.frame.locator(".leaflet-container")
    container.focus()
    return container


def test_the_page_keeps_its_keys_and_scrolls_by_them(replay) -> None:
    replay.page.set_viewport_size({"width": 1440, "height": 480})  # so low that the page scrolls
    replay.open(date=DAY)
    replay.page.locator("[data-testid=stMain]").focus()
    top = "document.querySelector('[data-testid=stMain]').scrollTop"
    replay.page.keyboard.press("End")
    replay.until(f"{top} > 0")
    for key in "2/?.z]":
        replay.page.keyboard.press(key)
    assert (replay.day, replay.state["perspective"]) == (DAY, "assessed")
    replay.page.keyboard.press("ArrowRight")
    replay.until("conflictReplay.day === '2021-09-06'")
    outline = "(e) => getComputedStyle(e).outlineStyle"
    assert replay.page.locator("[data-testid=stMain]").evaluate(outline) == "solid"
    replay.page.keyboard.press("Tab")
    link = replay.page.locator("[data-testid=stPageLink-NavLink]:visible").first
    link.focus()
    assert link.evaluate(outline) == "solid"


#: Whether the focus is past the head, and nothing of it comes before the page's own controls.
PAST_HEAD = """() => { const e = document.activeElement, head = document.querySelector(".st-key-head, body > header");
  return !head.contains(e) && !e.contains(head) && Boolean(head.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING); }"""


@pytest.mark.parametrize("edition", ["server", "files_host"])
def test_the_first_stop_leads_past_the_menu_which_says_where_one_is(request, pages, edition: str) -> None:
    replay = pages(request.getfixturevalue(edition)).open(date=DAY)
    menu = replay.page.get_by_role("navigation", name="Menu").first
    expect(menu.locator("[aria-current=page]")).to_have_text("Map")
    replay.page.keyboard.press("Tab")
    skip = replay.page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    replay.page.keyboard.press("Enter")
    replay.until(PAST_HEAD)
    replay.page.keyboard.press("Tab")
    replay.until(PAST_HEAD)
    if edition == "server":
        menu.get_by_role("link", name="Provinces").click()
        expect(menu.locator("[aria-current=page]")).to_have_text("Provinces")


def test_letters_can_be_switched_off_in_the_list_of_keys(replay) -> None:
    replay.open(date=DAY)
    replay.axis.focus()
    replay.page.keyboard.press("2")
    replay.wait_for_query(perspective="nrf")
    replay.page.keyboard.press("?")
    switch = replay.page.get_by_label(replay.t("help.characters"))
    switch.focus()
    replay.page.keyboard.press("Space")
    replay.page.keyboard.press("Escape")
    replay.axis.focus()
    replay.page.keyboard.press("1")
    replay.page.keyboard.press("ArrowRight")
    replay.wait_for_query(date="2021-09-06", perspective="nrf")


def test_arrows_on_the_map_move_the_map_and_not_the_day(replay) -> None:
    replay.open(date=DAY)
    on_map(replay)
    before = replay.sight()
    replay.page.keyboard.press("ArrowRight")
    replay.settle()  # a zoom ends a move that has not begun to be drawn
    replay.page.keyboard.press("+")
    replay.settle()
    after = replay.sight()
    assert after[1] > before[1] and after[2] > before[2] and replay.day == DAY
    replay.page.keyboard.press("PageDown")
    replay.until("conflictReplay.day === '2021-10-05'")


def test_one_goes_from_district_to_district_hears_each_opens_one_and_comes_back(replay) -> None:
    replay.open(date=DAY, province="AF-PAN", district="AF-PAN-rukha")
    replay.card.wait_for()
    on_map(replay)
    replay.page.keyboard.press("Enter")
    expect(said(replay)).to_contain_text("Rukha in Panjshir")
    expect(said(replay)).to_contain_text(replay.t("walk.on"))
    replay.page.keyboard.press("Enter")
    expect(replay.card.locator("h2")).to_be_focused()  # it was open
    on_map(replay)
    replay.page.keyboard.press("ArrowRight")
    expect(said(replay)).not_to_contain_text("Rukha")
    expect(said(replay)).to_contain_text("in Panjshir")
    replay.page.keyboard.press("Enter")
    replay.wait_for_query(province="AF-PAN")
    replay.until("conflictReplay.state.district !== 'AF-PAN-rukha'")
    heading = replay.card.locator("h2")
    expect(heading).to_be_focused()
    replay.page.keyboard.press("Escape")
    replay.card.wait_for(state="detached")
    assert replay.frame.evaluate("document.hasFocus() && document.activeElement.matches('.leaflet-container')")
    replay.page.keyboard.press("Escape")
    expect(said(replay)).to_have_text(replay.t("walk.off"))
    assert replay.frame.evaluate(REACHED) == 398


@pytest.mark.parametrize("edition", ["server", "files_host"])
def test_a_button_begins_to_go_and_the_arrows_beside_it_go_too(request, pages, edition: str) -> None:
    """Whoever presses one thing at a time, or has no keys, goes from district to district as well."""
    replay = pages(request.getfixturevalue(edition)).open(date=DAY, province="AF-PAN", district="AF-PAN-rukha")
    replay.card.wait_for()
    there = next(frame for frame in replay.page.frames if frame.evaluate("'conflictMap' in window"))
    walk = there.get_by_role("button", name=replay.t("walk.name"))
    expect(walk).to_have_attribute("aria-pressed", "false")
    walk.click()
    expect(walk).to_have_attribute("aria-pressed", "true")
    expect(said(replay)).to_contain_text(replay.t("walk.on"))
    assert there.evaluate("document.activeElement.matches('.leaflet-container')"), "the arrows are at hand"
    before = there.evaluate("conflictMap.walk.at")
    there.get_by_role("button", name=replay.t("map.pan.north")).click()
    assert there.evaluate("conflictMap.walk.at") not in (before, -1)
    expect(said(replay)).not_to_contain_text("Rukha")
    walk.click()
    expect(walk).to_have_attribute("aria-pressed", "false")
    expect(said(replay)).to_have_text(replay.t("walk.off"))


def test_a_single_press_moves_the_map_that_shows_a_part(replay) -> None:
    replay.open(date=DAY)
    east = replay.frame.get_by_role("button", name="Move the map east")
    expect(east).to_be_hidden()  # all is in sight
    replay.look_at(69.6, 35.4, 9)
    before = replay.settle().sight()
    east.click()
    replay.settle()
    assert replay.sight()[1] > before[1]


def test_the_map_is_said_once_at_rest_in_few_words(replay) -> None:
    replay.open(date=DAY)
    expect(said(replay)).to_have_text("")  # what a page opens with is read
    replay.js(
        "() => { const line = document.querySelector('.spoken') ?? [...document.querySelectorAll('*')]"
        ".map((e) => e.shadowRoot?.querySelector('.spoken')).find(Boolean);"
        " window.__said = []; new MutationObserver(() => window.__said.push(line.textContent)).observe(line, {childList: true}); }"
    )
    replay.axis.focus()
    for _ in range(12):
        replay.page.keyboard.press("ArrowRight")
    replay.page.keyboard.press("2")
    replay.until("window.__said.length > 0")
    told = replay.js("window.__said")
    assert len(told) < 12
    expect(said(replay)).to_contain_text("What the NRF says at the end of 17 September 2021.")
    assert len(replay.js(LONGEST).split()) <= 40, replay.js(LONGEST)
    replay.page.get_by_role("searchbox").fill("Panjshir")
    replay.settle()  # what events tell is searched when it has come
    expect(said(replay)).to_contain_text(replay.page.locator(".found .quiet").inner_text())


def test_every_district_is_in_the_table_sorted_as_one_likes_and_leads_to_its_card(replay) -> None:
    replay.open(date=DAY)
    replay.page.locator(".data-table summary").focus()
    replay.page.keyboard.press("Enter")
    rows = replay.page.locator(".data-table tbody tr")
    rows.first.wait_for()
    replay.page.get_by_label("All 398 districts").focus()
    replay.page.keyboard.press("Space")
    expect(rows).to_have_count(398 + replay.js("conflictReplay.record.zonesOn(21, 'assessed').length"))
    replay.page.locator(".data-table thead").get_by_role("button", name="Since").focus()
    replay.page.keyboard.press("Enter")
    expect(replay.page.locator(".data-table th[aria-sort=ascending]")).to_have_text("Since")
    assert replay.js(FOCUSED) == ["BUTTON", "Since"]
    wakhan = rows.get_by_role("button", name="Wakhan", exact=True)
    wakhan.focus()
    replay.page.keyboard.press("Enter")
    replay.wait_for_query(district="AF-BDS-wakhan")
    expect(replay.card.locator("h2")).to_be_focused()
    replay.page.keyboard.press("Escape")
    expect(wakhan).to_be_focused()


def test_a_filter_that_was_ticked_keeps_the_focus(replay) -> None:
    replay.open(date=DAY)
    for summary in (".filter-box > summary", ".filter-group > summary >> nth=0"):
        replay.page.locator(summary).focus()
        replay.page.keyboard.press("Enter")
    box = replay.page.locator(".filter-group input").first
    box.focus()
    replay.page.keyboard.press("Space")
    replay.until("conflictReplay.record.filter.active.length === 1")
    replay.settle()
    expect(box).to_be_focused()
    expect(box).to_be_checked()
    expect(said(replay)).to_contain_text("Events, past 30 days")
