"""The provinces page in a browser: charts stand, nothing scrolls sideways, nobody else is asked."""

from __future__ import annotations

import pytest

from trials.at_rest import wait_in
from trials.page_reader import opened

pytestmark = pytest.mark.browser

#: Words of one small map or one axis that lie over each other.
OVERLAPPING = """() => [...document.querySelectorAll(".reading :is(.sheet, .ticks)")].flatMap((chart) => {
  const words = [...chart.querySelectorAll(".label, .ticks > span")].filter((e) => e.checkVisibility());
  const boxes = words.map((e) => [e, e.getBoundingClientRect()]);
  return boxes.flatMap(([one, a], n) => boxes.slice(n + 1).filter(([, b]) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
    .map(([other]) => `${one.textContent} over ${other.textContent}`));
})"""
SMALL_TYPE = """() => [...document.querySelectorAll(".reading .figure *")].filter((e) => e.checkVisibility()
  && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && parseFloat(getComputedStyle(e).fontSize) < 12)
  .map((e) => e.textContent)"""
#: Provinces whose middle, or whose name, belongs to another one's link.
OWN_MIDDLES = """() => [...document.querySelectorAll(".sheet .area .label")].filter((e) => e.checkVisibility()).filter((e) => {
  const { left, top, width, height } = e.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2)?.closest(".area") !== e.closest(".area");
}).map((e) => e.textContent)"""


def test_it_fits_a_telephone_and_its_charts_are_drawn(pages, server):
    page = pages(server, width=390).page
    page.goto(f"{server}/provinces?province=AF-PAN&with=AF-BGL")
    page.get_by_role("heading", name="All 34 provinces").wait_for()
    page.locator(".reading .figure").nth(7).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate(OVERLAPPING) == []
    assert page.evaluate(SMALL_TYPE) == []


def test_a_province_is_chosen_on_the_map(pages, server):
    page = pages(server).page
    page.goto(f"{server}/provinces?with=AF-BGL")
    herat = page.get_by_role("link", name="Herat: ")
    herat.locator(".outline").click(position={"x": 40, "y": 60})
    wait_in(page, "new URLSearchParams(location.search).get('province') === 'AF-HER'")
    page.get_by_role("heading", name="Herat", exact=True).wait_for()
    page.locator('.area[aria-current="true"][aria-label^="Herat"]').wait_for()
    page.get_by_role("link", name="Kandahar: ").focus()
    page.keyboard.press("Enter")
    wait_in(page, "new URLSearchParams(location.search).get('province') === 'AF-KAN'")
    page.get_by_role("heading", name="Kandahar", exact=True).wait_for()
    page.go_back()
    wait_in(page, "new URLSearchParams(location.search).get('province') === 'AF-HER'")


def test_a_finger_chooses_a_province(pages, server):
    page = pages(server, width=390, has_touch=True).page
    page.goto(f"{server}/provinces")
    page.get_by_role("link", name="Kandahar: ").locator(".label").tap()
    wait_in(page, "new URLSearchParams(location.search).get('province') === 'AF-KAN'")


def test_a_focus_is_seen_and_outlines_are_cut(pages, server):
    page = pages(server).page
    page.goto(f"{server}/provinces")
    page.get_by_role("link", name="Herat: ").wait_for()
    page.get_by_role("link", name="Helmand: ").focus()
    page.keyboard.press("Tab")
    style = "(e) => [getComputedStyle(e).filter, getComputedStyle(e.querySelector('.outline')).backgroundColor]"
    shadow, ground = page.locator(".area:focus-visible").evaluate(style)
    assert "drop-shadow" in shadow and ground == "rgb(140, 196, 238)"
    assert page.evaluate(OWN_MIDDLES) == []


def test_a_neighbour_is_one_click_away(pages, server):
    page = pages(server).page
    page.goto(f"{server}/provinces?province=AF-PAN")
    borders = page.locator(".reading p", has_text="Borders on")
    borders.get_by_role("link", name="Takhar", exact=True).click()
    wait_in(page, "new URLSearchParams(location.search).get('province') === 'AF-TAK'")
    page.get_by_role("heading", name="Takhar", exact=True).wait_for()


@pytest.mark.parametrize("way", ["mouse", "keys"])
def test_the_list_of_actors_does_not_lie_over_what_a_choice_changes(pages, server, way):
    page = pages(server).page
    page.goto(f"{server}/provinces")
    box = page.get_by_test_id("stMultiSelect").filter(has_text="Actor")
    opened(page, box)
    if way == "mouse":
        page.get_by_role("option", name="NRF", exact=True).click()
    else:
        page.keyboard.type("NRF")
        page.keyboard.press("Enter")
    page.get_by_role("heading", name="NRF (National Resistance Front of Afghanistan)").wait_for()
    page.get_by_role("listbox").wait_for(state="detached")
    assert box.locator("input").evaluate("(e) => document.activeElement === e")
    page.keyboard.press("ArrowDown")
    page.get_by_role("option").first.wait_for()
