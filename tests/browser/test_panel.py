"""The panel's panes: a selection opens its own, closing it leads back; on narrow windows they lie in a sheet at the foot."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

DAY = "2021-09-05"
PHONE = {"width": 390, "height": 844, "is_mobile": True, "has_touch": True, "device_scale_factor": 2}
PANE = "[...document.querySelectorAll('*')].find((e) => e.shadowRoot?.querySelector('.panel')).shadowRoot.querySelector('#pane-day')"


def active(replay) -> str:
    return replay.page.locator("[role=tab][aria-selected=true]").inner_text()


def test_arrows_move_between_the_tabs_and_time_stands_still(replay) -> None:
    replay.open(date=DAY)
    replay.page.get_by_role("tab", name="Day", exact=True).focus()
    for key, name in (("ArrowRight", "Place"), ("ArrowRight", "Sources"), ("ArrowRight", "Day"), ("End", "Sources")):
        replay.page.keyboard.press(key)
        assert active(replay) == name
    assert replay.day == DAY
    replay.page.locator("#pane-sources .sources a").first.wait_for()


def test_what_is_chosen_in_a_list_is_in_sight_and_closing_it_leads_back(replay) -> None:
    replay.open(date=DAY)
    row = replay.page.locator("#pane-day ol.events button").nth(12)
    row.scroll_into_view_if_needed()
    scrolled = replay.js(f"{PANE}.scrollTop")
    assert scrolled > 0
    row.click()
    replay.card.wait_for()
    assert active(replay) == "Place"
    box = replay.card.locator("h2").bounding_box()
    assert 0 <= box["y"] < 400
    replay.card.get_by_role("button", name="Close").click()
    replay.card.wait_for(state="detached")
    assert active(replay) == "Day"
    assert replay.js(f"{PANE}.scrollTop") == pytest.approx(scrolled, abs=2)
    assert row.evaluate("(e) => e.getRootNode().activeElement === e")


def test_closing_an_event_leaves_the_day_that_was_chosen_since(replay) -> None:
    replay.open(date=DAY)
    row = replay.page.locator("#pane-day ol.events button").first
    row.click()
    replay.card.wait_for()
    replay.go_to("2021-09-07")
    replay.card.get_by_role("button", name="Close").click()
    replay.card.wait_for(state="detached")
    assert replay.day == "2021-09-07"
    replay.go_to(DAY)
    row.click()
    replay.card.wait_for()
    replay.page.keyboard.press("Escape")
    replay.card.wait_for(state="detached")
    replay.go_to("2021-09-07")
    replay.js("(event) => conflictReplay.set({event})", row.get_attribute("data-event"))  # as on the map
    replay.card.get_by_role("button", name="Close").click()
    replay.card.wait_for(state="detached")
    assert replay.day == "2021-09-07"


def test_the_sources_are_those_of_the_deciding_claims_first(replay) -> None:
    replay.open(date=DAY, window="7")
    replay.tab("Sources")
    heads = replay.page.locator("#pane-sources h2")
    heads.nth(1).wait_for()
    wanted = replay.js(
        """() => conflictReplay.cards().then((cards) => { const { record, state } = conflictReplay;
          const numbers = new Set(record.control(state.day, state.perspective).state);
          const claims = [...numbers].filter((n) => n >= 0).flatMap((n) => record.states[n].claims)
            .concat(record.zonesOn(state.day, state.perspective).flatMap(({ state: own }) => own.claims));
          return new Set(claims.flatMap((id) => cards.claims[id].source_ids)).size; })"""
    )
    assert f"{wanted} sources" in heads.first.inner_text()
    replay.tab("Day")


def test_a_tap_on_the_map_raises_the_card_and_closing_it_lowers_the_sheet(pages, server) -> None:
    replay = pages(server, **PHONE).open(date=DAY, window="7", at="35.300,69.500,9.00")
    sheet = replay.panel
    low = sheet.bounding_box()["height"]
    assert low < 80
    khenj = replay.js("conflictReplay.record.districts.find(({ name }) => name.startsWith('Khenj'))")
    replay.page.touchscreen.tap(*replay.on_map(khenj["lon"], khenj["lat"]))
    replay.card.wait_for()
    assert sheet.bounding_box()["height"] > 500
    assert replay.card.locator("h2").bounding_box()["y"] < 844 - 100
    replay.card.get_by_role("button", name="Close").tap()
    replay.card.wait_for(state="detached")
    assert sheet.bounding_box()["height"] == low
    assert replay.page.locator("iframe[src*=folium]").bounding_box()["height"] >= 300


def test_escape_and_the_button_lower_the_sheet(pages, server) -> None:
    replay = pages(server, **PHONE).open(date=DAY)
    low = replay.panel.bounding_box()["height"]
    for lower in (lambda: replay.page.keyboard.press("Escape"), replay.page.locator(".raise").tap):
        replay.page.get_by_role("tab", name="Sources", exact=True).tap()
        assert replay.panel.bounding_box()["height"] > 500
        lower()
        assert replay.panel.bounding_box()["height"] == low
    assert not replay.page.locator("#pane-sources a").first.is_visible()


def test_more_rows_take_the_focus_along(replay) -> None:
    """The button that brought them may be gone."""
    replay.open(date=DAY, window="all")
    for tab, row in (("Day", "ol.events > li:nth-child(31) button"), ("Sources", "ul.sources > li:nth-child(21)")):
        replay.tab(tab)
        pane = replay.page.locator(f"#pane-{tab.lower()}")
        pane.get_by_role("button", name="more").first.click()
        assert pane.locator(row).first.evaluate("(e) => e.getRootNode().activeElement === e"), tab
