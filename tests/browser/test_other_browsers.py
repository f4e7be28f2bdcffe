"""The edition's main tasks in Firefox and in WebKit, with scripts, without, and from a disk: with `--states all`."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial

import pytest

from tests.browser.other_browsers import Driven, firefox, minibrowser, webkit

pytestmark = pytest.mark.browser

#: How each is started.
Start = Callable[..., AbstractContextManager[Driven]]
AT_REST = "window.conflictReplay && [...conflictReplay.views.keys()].includes('panel') && conflictReplay.search"


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def start(request: pytest.FixtureRequest, needed: Callable[[str | None, str], str]) -> Start:
    """What starts a browser that is not Chromium, where it is installed."""
    if request.config.getoption("states") != "all":
        pytest.skip("other browsers: with --states all")
    if request.param == "firefox":
        return partial(
            firefox, needed(shutil.which("firefox-esr") or shutil.which("firefox"), "no Firefox is installed")
        )
    needed(shutil.which("Xvfb"), "Xvfb is not installed")
    needed(minibrowser(), "WebKitGTK's MiniBrowser is not installed")
    return partial(webkit, needed(shutil.which("WebKitWebDriver"), "webkit2gtk-driver is not installed"))


@pytest.fixture(scope="module")
def browser_of(start: Start) -> Iterator[Driven]:
    """One browser for the tests with scripts."""
    with start(has_scripts=True) as browser:
        yield browser


@pytest.fixture(params=["host", "stick"])
def root(request: pytest.FixtureRequest) -> str:
    """Where the edition is: on a host of files, or on a disk."""
    return request.getfixturevalue("files_host" if request.param == "host" else "stick")


def test_a_day_is_opened_stepped_searched_and_read(browser_of: Driven, root: str) -> None:
    browser_of.go(f"{root}/index.html?date=2021-09-05")
    browser_of.until(AT_REST)
    assert "390 of 398 districts" in browser_of.js("document.querySelector('.sentence').textContent")
    browser_of.click("button[aria-label='Next day']")
    browser_of.until("conflictReplay.lastPaint.day === '2021-09-06'")
    browser_of.until("new URLSearchParams(location.search).get('date') === '2021-09-06'")
    browser_of.type("input[type=search]", "Andarab")
    browser_of.until("document.querySelector('.results li button')")
    browser_of.click(".results li button")
    browser_of.until("new URLSearchParams(location.search).get('district') === 'AF-BGL-andarab'")
    browser_of.until("document.querySelector('.panel .card')")
    browser_of.js("history.back()")
    browser_of.until("!document.querySelector('.panel .card')")


def test_an_event_is_opened_by_its_link(browser_of: Driven, root: str) -> None:
    browser_of.go(f"{root}/index.html?event=EV-2021-0091")
    browser_of.until("document.querySelector('.panel .card')")
    assert browser_of.js("conflictReplay.state.event") == "EV-2021-0091"


def test_the_list_of_events_is_searched_and_filtered(browser_of: Driven, root: str) -> None:
    browser_of.go(f"{root}/events/index.html?days=record")
    browser_of.type("#asked input[name=q]", "kunduz october 2025")
    browser_of.until("document.querySelectorAll('#found tbody tr').length === 2")
    browser_of.go(f"{root}/events/index.html?days=record&type=riots")
    kinds = "[...new Set([...document.querySelectorAll('#found tbody tr td:nth-child(5)')].map((cell) => cell.textContent))]"
    browser_of.until(f"String({kinds}) === 'Riots'")


def test_two_days_are_compared_and_a_story_has_its_map(browser_of: Driven, root: str) -> None:
    browser_of.go(f"{root}/compare.html?a=2021-08-20&b=2021-09-07&pa=nrf&pb=nrf")
    browser_of.until("document.querySelectorAll('.leaflet-container').length === 2")
    browser_of.until("document.querySelector('#found details tbody tr')")
    browser_of.go(f"{root}/stories/panjshir-2021.html")
    browser_of.until("document.querySelector('.step[aria-current]') && document.querySelector('.leaflet-container')")


def test_without_a_script_there_are_picture_sentence_table_and_ways(start: Start, files_host: str) -> None:
    with start(has_scripts=False) as browser:
        browser.go(f"{files_host}/index.html")
        assert browser.shown("#first-picture svg")
        sentence = "document.querySelector('#first-picture .day p')"
        assert browser.js(f"{sentence}.textContent").startswith("At the end of 5 September 2021")
        assert browser.js(f"{sentence}.getBoundingClientRect().height") > 10
        assert browser.shown("#first-picture tr") and browser.shown("nav.ways a")
        browser.go(f"{files_host}/events/EV-2021-0091.html")
        assert len(browser.shown(".reading .box")) >= 5
