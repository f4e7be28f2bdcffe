"""The browser's history: an entry for each thing the reader chose, none twice; every entry shows what it showed."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest

from trials.at_rest import wait_in

pytestmark = pytest.mark.browser

PLACES = {"Panjshir": [35.4, 69.5], "Kabul": [34.5, 69.2], "Bamyan": [34.8, 67.8]}


class History:
    """The entries of one tab, counted from where it began."""

    def __init__(self, replay) -> None:
        self.page, self.replay = replay.page, replay
        self.page.goto("about:blank")

    @property
    def length(self) -> int:
        return self.replay.js("history.length") - 1

    def settled(self, path: str, entries: int, **wanted: str) -> dict[str, str]:
        """Wait until the address is a full one of the page, then check how many entries there are."""
        condition = """([path, wanted]) => location.pathname === `/${path}` && new URLSearchParams(location.search).has('data')
            && Object.entries(wanted).every(([key, value]) => new URLSearchParams(location.search).get(key) === value)"""
        wait_in(self.page, condition, [path, wanted])
        self.page.get_by_text("Boundaries: geoBoundaries and AIMS").first.wait_for(state="attached")
        assert self.length == entries
        return dict(parse_qsl(urlsplit(self.page.url).query))

    def hurry(self, way: str, steps: str) -> None:
        """Go back or forward through steps of a story faster than the server answers."""
        for step in steps:
            self.replay.js(f"history.{way}()")
            self.replay.until("(step) => new URLSearchParams(location.search).get('step') === step", step)

    def menu(self, name: str) -> None:
        if name in ("Sources", "Data quality", "Method", "Add your data"):
            self.page.get_by_role("button", name="About").click()
        self.page.locator(".st-key-menu, [data-testid=stPopoverBody]").get_by_role(
            "link", name=name, exact=True
        ).click()


def test_menu_links_changes_back_forward_and_reload(replay):
    history, page = History(replay), replay.page
    page.goto(f"{replay.address}/events?area=AF-PAN")
    listed = history.settled("events", 1, area="AF-PAN")
    page.get_by_role("button", name="Next page").click()
    second = history.settled("events", 2, page="2")
    assert second == listed | {"page": "2"}
    history.menu("Provinces")
    all_of_them = history.settled("provinces", 3, area="AF-PAN")
    page.get_by_label("Province (type a name in any spelling)").click()
    page.keyboard.type("Tak")
    page.keyboard.press("Enter")
    takhar = history.settled("provinces", 4, province="AF-TAK")
    page.get_by_role("heading", name="Takhar", exact=True).wait_for()
    history.menu("Sources")
    history.settled("sources", 5, province="AF-TAK")

    page.go_back()
    assert history.settled("provinces", 5, province="AF-TAK") == takhar
    page.get_by_role("heading", name="Takhar", exact=True).wait_for()
    page.reload()
    assert history.settled("provinces", 5, province="AF-TAK") == takhar
    page.get_by_role("heading", name="Takhar", exact=True).wait_for()
    page.go_back()
    assert history.settled("provinces", 5) == all_of_them
    page.get_by_role("heading", name="Takhar", exact=True).wait_for(state="detached")
    page.go_back()
    assert history.settled("events", 5, page="2") == second
    page.get_by_text("Page 2 of").wait_for()
    page.go_back()
    assert history.settled("events", 5) == listed
    page.get_by_text("Page 1 of").wait_for()
    page.go_forward()
    assert history.settled("events", 5, page="2") == second
    page.get_by_text("Page 2 of").wait_for()
    for _ in range(2):
        page.go_back()
    assert page.url == "about:blank"


def test_a_link_to_the_same_page_is_an_entry_of_its_own(replay):
    history, page = History(replay), replay.page
    page.goto(f"{replay.address}/story?id=ground-to-attacks")
    history.settled("story", 1, step="1")
    page.get_by_role("link", name="2. February 2022").click()
    history.settled("story", 2, step="2")
    page.get_by_role("heading", name="four provinces in a week").wait_for()
    page.get_by_role("button", name="Next", exact=True).click()
    history.settled("story", 3, step="3")
    page.get_by_role("heading", name="three districts, said and denied").wait_for()
    page.locator("body").press("ArrowLeft")
    history.settled("story", 4, step="2")
    page.get_by_role("heading", name="four provinces in a week").wait_for()
    page.go_back()
    history.settled("story", 4, step="3")
    page.get_by_role("heading", name="three districts, said and denied").wait_for()
    page.go_forward()
    history.settled("story", 4, step="2")
    page.get_by_role("heading", name="four provinces in a week").wait_for()
    history.hurry("back", "321")
    history.settled("story", 4, step="1")
    page.get_by_role("heading", name="a town for a few days").wait_for()
    replay.answered()  # no answer to an earlier step comes late
    history.settled("story", 4, step="1")
    history.hurry("forward", "23")
    history.settled("story", 4, step="3")
    page.get_by_role("heading", name="three districts, said and denied").wait_for()


def test_the_map_adds_an_entry_a_change_and_none_when_it_opens(replay):
    history, page = History(replay), replay.page
    replay.open(date="2021-09-05")
    history.settled("", 1, date="2021-09-05")
    page.keyboard.press("ArrowRight")
    history.settled("", 2, date="2021-09-06")
    history.menu("Method")
    history.settled("method", 3, date="2021-09-06")
    page.go_back()
    history.settled("", 3, date="2021-09-06")
    replay.until("window.conflictReplay?.day === '2021-09-06'")
    page.go_back()
    history.settled("", 3, date="2021-09-05")
    replay.until("conflictReplay.day === '2021-09-05'")


def test_where_the_map_looks_is_put_into_the_entry_that_stands(replay):
    history, page = History(replay), replay.page
    replay.open(date="2021-09-05")
    history.settled("", 1, date="2021-09-05")
    seen = []
    for place in PLACES:
        seen.append(moved(replay, place))
        assert history.settled("", 1, date="2021-09-05")["at"] == seen[-1]
    assert len(set(seen)) == 3
    page.keyboard.press("ArrowRight")
    assert history.settled("", 2, date="2021-09-06")["at"] == seen[-1]
    last = moved(replay, "Panjshir")
    assert history.settled("", 2, date="2021-09-06")["at"] == last
    page.go_back()
    assert history.settled("", 2, date="2021-09-05")["at"] == seen[-1]
    replay.until("(at) => conflictReplay.state.at === at", seen[-1])
    page.go_forward()
    history.settled("", 2, date="2021-09-06")
    replay.until("(at) => conflictReplay.state.at === at", last)


def moved(replay, place: str) -> str:
    """Move the map to a place; the sight that the address then says."""
    before = replay.js("conflictReplay.state.at")
    replay.frame.evaluate("(to) => conflictMap.map.setView(to, 8, {animate: false})", PLACES[place])
    replay.until("(before) => conflictReplay.state.at !== before", before)
    replay.until(
        "conflictReplay.state.at && new URLSearchParams(location.search).get('at') === conflictReplay.state.at"
    )
    return replay.query["at"]
