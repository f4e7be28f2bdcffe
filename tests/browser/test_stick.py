"""The edition opened from a disk: no host, no module, no fetch, no worker; only files are asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from geo.address.keys import LANGUAGES
from geo.address.view import first_view
from geo.export.first_words import first_words
from geo.queries.versions import versions
from geo.wording.catalogues import catalogue
from geo.wording.language import FIRST
from tests.browser.checks import KEYS

pytestmark = pytest.mark.browser

#: Ways that a page from a disk must not take.
WATCH = """
  for (const name of ["fetch", "XMLHttpRequest", "Worker", "WebSocket", "EventSource"])
    window[name] = () => { throw new Error(`${name} from a disk`); };
"""


@pytest.fixture
def opened(browser: Browser, stick: str, watched) -> Iterator[Callable[[str], Any]]:
    """Opens an address of the folder."""
    with opened_at(browser, stick, watched) as at:
        yield at


@contextmanager
def opened_at(browser: Browser, stick: str, watched) -> Iterator[Callable[[str], Any]]:
    """Opens an address of a folder in a page that is refused all but files."""
    refused: list[str] = []
    with watched(browser) as new:
        replay = new(stick)
        replay.page.add_init_script(WATCH)
        replay.page.route(
            re.compile(r"^(?!file:|data:|blob:)"), lambda route: (refused.append(route.request.url), route.abort())
        )

        def at(address: str):
            replay.page.goto(f"{stick}/{address}")
            replay.until("window.conflictReplay")
            replay.js("conflictReplay.whole.then(() => true)")
            return replay.settle()

        yield at
    assert refused == []


def test_the_map_answers_the_handle_the_search_and_the_back_button(opened, stick: str) -> None:
    replay = opened("index.html?date=2021-09-05")
    expect(replay.sentence).to_contain_text("390 of 398 districts")
    replay.axis.focus()
    replay.page.keyboard.press("ArrowRight")
    replay.wait_for_query(date="2021-09-06")
    replay.page.get_by_role("searchbox").fill("Andarab")
    replay.page.locator(".results li button").first.click()
    replay.card.wait_for()
    replay.wait_for_query(district="AF-BGL-andarab")
    replay.page.go_back()
    replay.wait_for_query(district=None, date="2021-09-06")
    opened("index.html?event=EV-2021-0091")
    replay.card.get_by_role("link", name="The whole record").click()
    expect(replay.page.get_by_role("heading", name="Who says what")).to_be_visible()
    assert replay.page.url == f"{stick}/events/EV-2021-0091.html"
    replay.page.get_by_role("link", name="Show on the map").click()
    replay.wait()
    assert replay.state["event"] == "EV-2021-0091" and replay.page.url.startswith(f"{stick}/index.html?")


def test_the_list_of_events_finds_and_sorts(opened) -> None:
    replay = opened("events/index.html?q=kunduz+october+2025&days=record")
    rows = replay.page.locator("#found tbody tr")
    expect(rows).to_have_count(2)
    replay.page.get_by_label("Search", exact=True).fill("")
    expect(rows).to_have_count(50)
    replay.page.locator("#found thead button").nth(1).click()
    assert replay.page.locator("#found th[aria-sort]").count() == 1


def test_days_are_compared_and_a_story_has_its_map(opened) -> None:
    replay = opened("compare.html?a=2021-08-20&b=2021-09-07&pa=nrf&pb=nrf")
    expect(replay.page.locator("#found details tbody tr").first).to_be_attached()
    assert replay.page.locator(".leaflet-container").count() == 2
    replay = opened("stories/panjshir-2021.html")
    expect(replay.page.locator(".leaflet-container")).to_have_count(1)
    replay.page.locator(".step").nth(2).scroll_into_view_if_needed()
    replay.until("document.querySelector('.step[aria-current]') && location.hash.startsWith('#step-')")


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != FIRST])
def test_in_another_language_the_same_tasks_work(
    request, browser: Browser, stick_in, shipped_line, watched, lang: str
) -> None:
    if request.config.getoption("states") != "all":
        pytest.skip("other languages from a disk: with --states all")
    with opened_at(browser, stick_in(lang), watched) as at:
        replay = at("index.html?date=2021-09-05")
        view = replace(first_view(shipped_line.dataset), lang=lang)
        expect(replay.sentence).to_contain_text(first_words(shipped_line, view).sentence)
        assert replay.js("[document.documentElement.lang, document.documentElement.dir]") == [lang, "rtl"]
        replay.page.get_by_role("slider").first.focus()
        replay.page.keyboard.press("PageDown")
        replay.wait_for_query(date="2021-10-05")
        replay.page.get_by_role("searchbox").fill("اندراب")
        replay.page.locator(".results li button").first.click()
        replay.card.wait_for()
        at("events/index.html?q=kunduz+october+2025&days=record")
        expect(replay.page.locator("#found tbody tr")).to_have_count(2)
        at("compare.html?a=2021-08-20&b=2021-09-07")
        assert replay.page.locator(".leaflet-container").count() == 2
        assert replay.page.evaluate(KEYS, sorted(catalogue(FIRST))) == []


def test_no_script_of_a_page_is_a_module(opened) -> None:
    replay = opened("index.html")
    assert replay.js("[...document.scripts].filter(({type}) => type === 'module').length") == 0
    assert replay.js("document.scripts.length") >= 10  # data and parts came as scripts


def test_a_link_of_an_earlier_version_says_where_it_is_opened(opened) -> None:
    earlier = [version for version, _ in versions()][1]
    replay = opened(f"index.html?date=2021-09-05&data={earlier}")
    expect(replay.page.locator("#other-version")).to_contain_text("opened by this map on the web, not from a disk")
    replay.wait()
    assert replay.js("conflictReplay.record.version") != earlier
