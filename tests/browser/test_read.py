"""The reader's edition: the same map without the app's server side, from the app and from a folder of files."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from geo.export.site import write_site

pytestmark = pytest.mark.browser

DAY = "2021-09-05"
PHONE = {"width": 390, "height": 844, "is_mobile": True, "has_touch": True, "device_scale_factor": 2}


class Quiet(SimpleHTTPRequestHandler):
    """A plain host of files that says nothing."""

    def log_message(self, *_words: Any) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def published(shipped_line, shipped_dir, tmp_path_factory) -> Path:
    """The site as files."""
    folder = tmp_path_factory.mktemp("site")
    write_site(shipped_line, folder, shipped_dir)
    return folder


@pytest.fixture(scope="module", params=["app", "files"])
def edition(request) -> Iterator[str]:
    """Where the edition is: beside the app, or on a host of files."""
    if request.param == "app":
        yield f"{request.getfixturevalue('server')}/read"
        return
    folder = request.getfixturevalue("published")
    host = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=host.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{host.server_port}"
    host.shutdown()


def test_the_handle_the_search_and_the_cards_work(pages, edition: str) -> None:
    replay = pages(edition).open(date=DAY)
    expect(replay.sentence).to_contain_text("390 of 398 districts")
    replay.axis.focus()
    replay.page.keyboard.press("ArrowRight")
    replay.wait_for_query(date="2021-09-06")
    replay.settle()
    assert replay.day == "2021-09-06" and replay.js("conflictReplay.lastPaint.day") == "2021-09-06"
    replay.page.get_by_role("searchbox").fill("Andarab")
    replay.page.locator(".results li button").first.click()
    replay.card.wait_for()
    replay.wait_for_query(district="AF-BGL-andarab")
    replay.page.go_back()
    replay.wait_for_query(district=None, date="2021-09-06")
    replay.card.wait_for(state="detached")


def test_a_link_opens_what_it_says_and_its_picture_is_of_no_other_day(pages, edition: str) -> None:
    replay = pages(edition)
    replay.open(date="2022-01-13", perspective="nrf", data="0123456789ab")
    assert (replay.day, replay.state["perspective"]) == ("2022-01-13", "nrf")
    assert replay.page.locator("#first-picture").count() == 0
    replay.page.goto(f"{edition}/?event=EV-2021-0091")
    replay.wait()
    replay.card.wait_for()
    assert replay.state["event"] == "EV-2021-0091"


@pytest.mark.parametrize("screen", [{}, PHONE], ids=["desktop", "phone"])
def test_the_picture_follows_the_handle_before_the_map_has_come(pages, edition: str, screen) -> None:
    replay = pages(edition, **screen)
    asked: list[Any] = []
    replay.page.route("**/reader-rest.js", lambda route: asked.append(route))  # on its way until we let it through
    replay.page.goto(f"{edition}/?date={DAY}")
    replay.until("Boolean(window.conflictReplay?.lastPaint)")
    picture = replay.page.locator("#map #first-picture")
    marks, ground = picture.locator("#layer-0 g.of-day"), picture.locator("#layer-1 g.ground")
    assert marks.get_attribute("display") == "inline"
    before = ground.inner_html()
    replay.page.get_by_role("button", name="Next day", exact=True).click()
    replay.until("conflictReplay.lastPaint.day === '2021-09-06'")
    assert ground.inner_html() != before and marks.get_attribute("display") == "none"
    expect(replay.sentence).to_contain_text("6 September 2021")
    assert replay.js("conflictReplay.ready.then(() => true)") and not replay.js("Boolean(window.conflictMap)")
    replay.page.get_by_role("button", name="Previous day", exact=True).click()
    replay.until(f"conflictReplay.lastPaint.day === '{DAY}'")
    assert marks.get_attribute("display") == "inline"
    asked.pop().continue_()
    replay.wait()
    assert replay.day == DAY and picture.count() == 0 and replay.js("Boolean(window.conflictMap)")


def test_a_telephone_has_it_too(pages, edition: str) -> None:
    replay = pages(edition, **PHONE).open(date=DAY)
    replay.page.get_by_role("button", name="Next day", exact=True).tap()
    replay.wait_for_query(date="2021-09-06")
    assert replay.js("document.documentElement.scrollWidth") <= 390
    replay.page.get_by_text("Menu", exact=True).tap()
    expect(replay.page.locator("details.ways a").first).to_be_visible()


def test_without_a_script_there_are_picture_sentence_and_ways(pages, edition: str) -> None:
    replay = pages(edition, java_script_enabled=False)
    replay.page.goto(f"{edition}/")
    picture = replay.page.locator("#first-picture")
    expect(picture.locator("svg").first).to_be_visible()
    expect(picture).to_contain_text("At the end of 5 September 2021")
    expect(replay.page.locator("nav.ways a").first).to_be_visible()
