"""The reader's edition: the same map without the app's server side, from the app and from a folder of files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import expect

from geo.address.actor_tree import below
from geo.address.compare import Side, Sides
from geo.control.difference import difference
from geo.record.load import Dataset
from geo.wording.sides_sentence import control_sentence

pytestmark = pytest.mark.browser

DAY = "2021-09-05"
PHONE = {"width": 390, "height": 844, "is_mobile": True, "has_touch": True, "device_scale_factor": 2}


@pytest.fixture(scope="module", params=["app", "files"])
def edition(request) -> Iterator[str]:
    """Where the edition is: beside the app, or on a host of files."""
    if request.param == "app":
        yield f"{request.getfixturevalue('server')}/read"
        return
    yield request.getfixturevalue("files_host")


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
    replay.card.get_by_role("link", name="The whole record").click()
    expect(replay.page.get_by_role("heading", name="Who says what")).to_be_visible()
    assert replay.page.url == f"{edition}/events/EV-2021-0091.html"
    replay.page.get_by_role("link", name="Show on the map").click()
    replay.wait()
    assert replay.state["event"] == "EV-2021-0091" and replay.page.url.startswith(f"{edition}/index.html?")


def test_the_menu_takes_the_view_along(pages, edition: str) -> None:
    replay = pages(edition).open(date="2021-09-07", perspective="nrf")
    replay.page.locator("nav.ways a[data-page=compare]").click()
    replay.page.wait_for_url(re.compile(r"compare\.html\?"))
    asked = dict(parse_qsl(urlsplit(replay.page.url).query))
    assert (asked["date"], asked["perspective"]) == ("2021-09-07", "nrf")
    replay.page.locator("nav.ways a[data-page='']").click()
    replay.wait()
    assert (replay.day, replay.state["perspective"]) == ("2021-09-07", "nrf")


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


@pytest.mark.parametrize("screen", [{}, PHONE], ids=["desktop", "phone"])
def test_what_stands_around_the_handle_comes_without_a_jump(pages, edition: str, screen) -> None:
    replay = pages(edition, **screen)
    asked: list[Any] = []
    replay.page.route("**/reader-next.js", lambda route: asked.append(route))
    replay.page.goto(f"{edition}/")
    replay.until("Boolean(window.conflictReplay?.lastPaint)")
    parts = [".welcome", ".headline", ".headline .said", ".copy", ".axis-box", ".axis", ".ribbon", ".controls", ".play"]
    before = {part: replay.page.locator(part).first.bounding_box() for part in parts}
    replay.page.get_by_role("button", name="Next day", exact=True).click()
    replay.until("conflictReplay.lastPaint.day === '2021-09-06'")
    replay.page.get_by_role("button", name="Previous day", exact=True).click()
    replay.until(f"conflictReplay.lastPaint.day === '{DAY}'")
    assert replay.js("conflictReplay.player") is None and replay.page.locator(".opener").count() == 0
    replay.page.get_by_role("button", name="Play", exact=True).click()
    asked.pop().continue_()
    replay.until("Boolean(conflictReplay.player?.playing)")
    replay.page.get_by_role("button", name="Pause", exact=True).click()
    replay.js(f"conflictReplay.setDay('{DAY}')")
    replay.wait()
    assert {part: replay.page.locator(part).first.bounding_box() for part in parts} == before


def test_the_map_waits_for_what_stands_around_the_handle(pages, edition: str) -> None:
    replay = pages(edition)
    held: list[Any] = []
    replay.page.route("**/*next-texts*", lambda route: held.append(route))
    replay.page.goto(f"{edition}/?date={DAY}", wait_until="commit")
    replay.until("Boolean(window.L) && conflictReplay.record.raw.marks !== null")
    replay.js("() => new Promise((resolve) => requestIdleCallback(resolve))")
    assert replay.js("conflictReplay.reference ?? null") is None and replay.page.locator("#map canvas").count() == 0
    for route in held:
        route.continue_()
    replay.wait()
    assert replay.page.locator("#map canvas").count()


def test_a_link_to_a_part_has_its_picture_from_the_app_and_words_from_a_file(pages, edition: str, request) -> None:
    is_app = request.node.callspec.params["edition"] == "app"
    replay = pages(edition)
    asked: list[Any] = []
    replay.page.route("**/reader-rest.js", lambda route: asked.append(route))
    replay.page.goto(f"{edition}/?date={DAY}&at=35.300,69.800,9.00", wait_until="commit")  # a file is held back
    replay.until("Boolean(window.conflictReplay?.lastPaint)")
    figure = replay.page.locator("#map #first-picture figure")
    assert ("shows the part that was asked for" in figure.inner_text()) != is_app
    assert replay.page.locator("#map .looking svg").count() == int(is_app)
    ground = figure.locator("g.ground").first
    before = ground.inner_html()
    replay.page.get_by_role("button", name="Next day", exact=True).click()
    replay.until("conflictReplay.lastPaint.day === '2021-09-06'")
    assert ground.inner_html() != before
    asked.pop().continue_()
    replay.wait()
    assert replay.state["at"] and replay.page.locator("#first-picture").count() == 0


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


#: What each page holds without a script: a selector, and how many of it at least.
PLAIN = {
    "index.html": ("#first-picture noscript tr, #first-picture tr", 8),
    "provinces/index.html": (".reading tbody tr", 34),
    "provinces/AF-PAN.html": (".reading tbody tr", 150),
    "events/index.html": (".reading tbody tr", 50),
    "events/2021.html": (".reading tbody tr", 150),
    "events/EV-2021-0091.html": (".reading .box", 5),
    "actors/index.html": (".reading li a", 32),
    "actors/nrf.html": (".reading .chart", 2),
    "classes/panjshir-2021.html": (".reading li", 20),
    "compare.html": (".sides img, .reading tbody tr", 8),
    "stories/index.html": (".reading h3", 3),
    "stories/panjshir-2021.html": (".step img", 11),
    "sources/index.html": (".reading tbody tr", 100),
    "sources/SRC-0001.html": (".reading li", 1),
    "quality.html": (".reading tbody tr", 40),
    "method.html": (".note p", 20),
    "definitions.html": (".reading tbody tr", 20),
    "downloads.html": (".reading li a", 12),
    "embed.html": ("#first-picture tr", 8),
}


def test_without_a_script_every_page_shows_its_content(pages, files_host: str) -> None:
    page = pages(files_host, java_script_enabled=False).page
    for name, (selector, least) in PLAIN.items():
        page.goto(f"{files_host}/{name}")
        assert page.locator(selector).count() >= least, name
        assert not page.locator("#asked, .stage").locator("visible=true").count(), name  # what nobody would answer
        if name != "embed.html":
            assert page.locator("header .ways a").first.is_visible(), name
    page.goto(f"{files_host}/index.html")
    page.locator("header nav.ways").get_by_role("link", name="Events").click()
    page.get_by_role("link", name="2023", exact=True).click()
    page.locator(".reading tbody th a").first.click()
    page.get_by_role("heading", name="Who says what").wait_for()


def test_where_no_script_runs_and_no_svg_is_drawn_words_and_tables_stand(pages, files_host: str) -> None:
    """As Tor Browser has it at its safest."""
    replay = pages(files_host, java_script_enabled=False)
    page = replay.page
    page.route("**/*.svg", lambda route: route.abort())
    page.route("**/*.html", without_svg)
    page.goto(f"{files_host}/index.html")
    assert page.locator("svg").count() == 0
    expect(page.locator("#first-picture")).to_contain_text("At the end of 5 September 2021")
    expect(page.locator("#first-picture tr").first).to_be_visible()
    page.goto(f"{files_host}/compare.html")
    expect(page.locator(".sides img").first).to_have_attribute("alt", re.compile("At the end of 15 August 2021"))
    expect(page.locator(".reading tbody tr").first).to_be_visible()
    replay.watch.errors.clear()  # the pictures that were refused


def without_svg(route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(r"<svg.*?</svg>", "", answer.text(), flags=re.DOTALL))


def test_the_list_of_events_answers_words_days_and_the_back_button(pages, edition: str) -> None:
    replay = pages(edition)
    replay.page.goto(f"{edition}/events/index.html?q=kunduz+october+2025&days=record")
    replay.settle()
    rows = replay.page.locator("#found tbody tr")
    expect(rows).to_have_count(2)
    replay.page.get_by_label("Search", exact=True).fill("")
    replay.page.get_by_text("From – to", exact=True).click()
    replay.page.get_by_role("textbox", name="To", exact=True).fill("31 August 2021")
    replay.page.keyboard.press("Enter")
    replay.wait_for_query(days="span", to="2021-08-31")
    expect(replay.page.locator("#found")).to_contain_text("15–31 August 2021")
    replay.page.get_by_role("button", name="Next page ›").click()
    replay.wait_for_query(page="2")
    replay.page.go_back()
    replay.wait_for_query(page=None)
    expect(rows).to_have_count(50)
    replay.page.locator("#found thead button").nth(1).click()
    assert replay.page.locator("#found th[aria-sort]").count() == 1


def test_the_list_of_events_counts_a_branch_of_the_tree_of_actors(pages, edition: str, shipped: Dataset) -> None:
    actors = set(below(shipped, "dissidents"))
    events = [one for one in shipped.public_events if actors & {*one["side_a"], *one["side_b"]}]
    replay = pages(edition)
    replay.page.goto(f"{edition}/events/index.html?branch=dissidents")
    found = replay.page.locator("#found")
    expect(found).to_contain_text("Taliban dissidents with all below (3 actors)")
    assert found.locator("tbody tr").count() == len(events) > 10
    replay.page.locator("select[name=branch]").select_option("")
    expect(found).not_to_contain_text("with all below")
    assert "branch" not in replay.page.url
    replay.page.go_back()
    expect(found).to_contain_text("Taliban dissidents with all below")
    assert replay.page.locator("select[name=branch]").input_value() == "dissidents"


def test_two_other_days_are_compared_in_the_browser_as_on_the_server(pages, edition: str, shipped_line) -> None:
    sides = Sides(Side("2021-08-20", "nrf"), Side("2021-09-07", "nrf"))
    replay = pages(edition)
    replay.page.goto(f"{edition}/compare.html?a=2021-08-20&b=2021-09-07&pa=nrf&pb=nrf")
    replay.settle()
    found = difference(shipped_line, sides)
    expect(replay.page.locator("#said")).to_have_text(control_sentence(found))
    expect(replay.page.locator("#found details tbody tr")).to_have_count(len(found.districts))
    rows = replay.page.locator("#found section").first.locator("tbody").first.locator("tr")
    assert rows.count() == len(found.areas)
    assert replay.page.locator(".leaflet-container").count() == 2
