"""One search for places in all scripts, actors, days and events; what it finds is what the page of events finds."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

DAY = "2021-09-05"


@pytest.fixture
def find(replay):
    """`find(words)` types them and gives the rows of the answer as text."""

    def typed(words: str) -> list[str]:
        replay.page.get_by_role("searchbox").fill(words)
        replay.settle()
        return replay.page.locator(".results li").all_inner_texts()

    replay.open(date=DAY)
    return typed


def message(replay) -> str:
    return replay.page.locator(".search-box .found .quiet").inner_text()


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Panjsheer", "Panjshir"),
        ("پنجشیر", "Panjshir"),
        ("اندراب", "Andarab"),
        ("میدان وردک", "Wardak"),
        ("Khost Fereng", "Khost wa Fereng"),
        ("Mehdi Mujahid", "Mahdi Mujahid"),
        ("massood", "Massoud"),
        ("NRF", "National Resistance Front"),
        ("rukha panjshir", "Rukha"),
        ("May 2022", "1 May 2022 to 31 May 2022"),
        ("14 Sunbula 1400", "5 September 2021"),
    ],
)
def test_spellings_persons_and_days_are_found(find, replay, words, row):
    rows = find(words)
    assert any(row in found for found in rows), rows
    assert "Mashhad" not in " ".join(rows)


def test_how_many_were_found_is_said_and_all_can_be_shown(find, replay):
    rows = find("Massoud")
    assert len(rows) == 9
    count = int(message(replay).split()[0])
    assert count > 9
    replay.page.get_by_role("button", name=f"Show all {count}").click()
    assert replay.page.locator(".results li").count() == count
    assert not replay.page.get_by_role("button", name="Show all").is_visible()
    find("zzzzqqq")
    assert message(replay) == replay.t("search.nothing")
    expect(replay.page.locator(".spoken")).to_have_text(message(replay))


def test_the_page_of_events_finds_the_same(find, replay):
    find("Kunduz October 2025")
    texts = replay.page.locator(".results li").all_inner_texts()
    events = [row for row in texts if row.endswith("October 2025")]
    assert len(events) == 2 and texts[1:3] == events  # after the month, before the places
    replay.page.goto(f"{replay.address}/events?{urlencode({'q': 'Kunduz October 2025'})}")
    replay.page.get_by_text("2 events ·").wait_for()


def test_a_day_moves_the_handle_and_a_month_brings_its_window(find, replay):
    find("10 September 2021")
    replay.page.locator(".results li button").first.click()
    replay.wait_for_query(date="2021-09-10")
    find("May 2022")
    replay.page.get_by_role("searchbox").press("Enter")
    replay.wait_for_query(date="2022-05-31", window=None)  # 30 days are the default


def test_results_can_be_walked_with_the_keyboard(find, replay):
    find("Rukha")
    box = replay.page.get_by_role("searchbox")
    box.press("ArrowDown")
    replay.page.keyboard.press("ArrowDown")
    replay.page.keyboard.press("ArrowUp")
    assert replay.day == DAY  # arrows do not move the handle here
    replay.page.keyboard.press("Enter")
    replay.wait_for_query(district="AF-PAN-rukha")
    find("Rukha")
    replay.page.keyboard.press("Escape")
    assert box.input_value() == "Rukha"
    replay.page.keyboard.press("Escape")
    assert box.input_value() == "" and replay.page.locator(".results li").count() == 0


def test_an_actor_is_a_filter(find, replay):
    rows = find("ISKP")
    assert replay.t("search.kind.actors") in rows[0]
    replay.page.locator(".results li button").first.click()
    replay.wait_for_query(actor="iskp")


def test_a_slash_leads_to_the_search_and_leaving_it_hides_what_was_found(find, replay):
    results, box = replay.page.locator(".results li").first, replay.page.get_by_role("searchbox")
    replay.axis.focus()
    replay.page.keyboard.press("/")
    assert box.evaluate("(e) => e.getRootNode().activeElement === e") and box.input_value() == ""
    box.press_sequentially("1/2")
    assert box.input_value() == "1/2"
    leave = {
        "a press elsewhere": lambda: replay.page.locator(".headline .when").click(),
        "a press on the map": lambda: replay.page.mouse.click(*replay.on_map(66, 33)),
        "another field": replay.typed.focus,
        "Escape": lambda: replay.page.keyboard.press("Escape"),
    }
    for name, act in leave.items():
        find("Rukha")
        assert results.is_visible()
        act()
        results.wait_for(state="hidden")
        assert box.input_value() == "Rukha", name
        box.click()
        assert results.is_visible(), name


def test_a_slash_on_the_map_leads_to_the_search(find, replay):
    replay.page.mouse.click(*replay.on_map(66, 33))
    replay.page.keyboard.press("/")
    assert replay.page.get_by_role("searchbox").evaluate("(e) => e.getRootNode().activeElement === e")
