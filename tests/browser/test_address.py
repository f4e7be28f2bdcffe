"""The address is the view: permalinks, reload, back, junk."""

from __future__ import annotations

import pytest

from geo.address.view import OPENING_DAY
from trials.at_rest import wait_in

pytestmark = pytest.mark.browser

LINK = {"date": "2021-09-05", "perspective": "nrf", "window": "7", "province": "AF-PAN"}
VIEW = {"day": "2021-09-05", "perspective": "nrf", "window": "7", "province": "AF-PAN", "event": None}


def view(replay) -> dict:
    state = replay.state
    return {key: state[key] for key in VIEW}


def test_a_link_opens_its_view(replay):
    replay.open(**LINK)
    assert view(replay) == VIEW
    assert LINK.items() <= replay.query.items()
    replay.card.get_by_role("heading", name="Panjshir", exact=True).wait_for()
    replay.unfold()
    for group, name in (("According to", "As the NRF says"), ("Events of the last", "7 days")):
        pressed = replay.page.get_by_role("group", name=group).locator("[aria-pressed=true]")
        assert pressed.all_text_contents() == [name]


def test_a_reload_keeps_what_was_changed(replay):
    replay.open(**LINK)
    replay.page.keyboard.press("ArrowRight")
    replay.choose("Events of the last", "90 days")
    replay.wait_for_query(date="2021-09-06", window="90", perspective="nrf", province="AF-PAN")
    changed = view(replay)
    assert changed == {**VIEW, "day": "2021-09-06", "window": "90"}
    replay.page.reload()
    replay.wait()
    assert view(replay) == changed


def test_back_and_forward_go_through_the_views(replay):
    replay.open(**LINK)
    replay.mark()
    replay.axis.focus()
    replay.page.keyboard.press("PageDown")
    replay.wait_for_query(date="2021-10-05")
    replay.choose("According to", "As the Taliban say")
    replay.wait_for_query(date="2021-10-05", perspective="taliban")
    replay.page.go_back()
    replay.until("conflictReplay.state.perspective === 'nrf'")
    assert view(replay) == {**VIEW, "day": "2021-10-05"}
    replay.page.go_back()
    replay.until("conflictReplay.day === '2021-09-05'")
    assert view(replay) == VIEW
    replay.page.go_forward()
    replay.until("conflictReplay.day === '2021-10-05'")
    assert {**LINK, "date": "2021-10-05"}.items() <= replay.query.items()
    assert replay.same_frame()


def test_defaults_are_left_out_of_the_address(replay):
    replay.open()
    assert replay.day == OPENING_DAY
    replay.wait_for_query(date=OPENING_DAY, perspective=None, window=None, province=None, event=None)


def test_junk_falls_back_and_is_told_as_plain_text(replay):
    junk = {
        "date": "1400-05-24",
        "perspective": "x",
        "window": "{{7*191}}",
        "province": "![x](https://evil.example/a.png)",
        "event": "<script>window.__pwned=1</script><img src=x onerror=window.__pwned=1>",
        "other": "ignored",
    }
    replay.open(**junk)
    assert view(replay) == {
        "day": OPENING_DAY,
        "perspective": "assessed",
        "window": "30",
        "province": None,
        "event": None,
    }
    message = " ".join(replay.page.get_by_test_id("stText").all_inner_texts())
    for key in ("date", "perspective", "window", "province", "event"):
        assert junk[key][:60] in message
    assert junk["other"] not in message
    replay.settle().answered()
    assert replay.js("window.__pwned") is None


@pytest.mark.parametrize("date", ["2021-08-14", "2021-02-30", "۲۰۲۱-۰۹-۰۵", ""])
def test_days_that_are_no_days_of_the_record(replay, date):
    replay.open(date=date)
    assert replay.day == OPENING_DAY
    assert (date or "“”") in replay.page.get_by_test_id("stText").inner_text()


def test_another_page_and_back_keeps_the_view(replay):
    replay.open(**LINK)
    replay.page.get_by_role("button", name="About").click()
    replay.page.get_by_role("link", name="Method").click()
    replay.page.wait_for_url("**/method*")
    replay.page.get_by_role("heading", name="Scope and limits").wait_for()
    replay.page.get_by_role("link", name="Map", exact=True).click()
    replay.page.wait_for_url(lambda address: "/method" not in address)
    replay.wait_for_query(**LINK)
    replay.wait()
    assert view(replay) == VIEW
    wait_in(replay.frame, "window.conflictMap")
    assert replay.inked("zones") > 10_000


def test_two_readers_do_not_disturb_each_other(pages, server):
    one, other = pages(server).open(**LINK), pages(server).open(date="2022-05-05")
    one.page.keyboard.press("ArrowRight")
    one.wait_for_query(date="2021-09-06")
    assert other.day == "2022-05-05"
    other.page.keyboard.press("ArrowLeft")
    other.wait_for_query(date="2022-05-04", perspective=None)
    assert view(one) == {**VIEW, "day": "2021-09-06"}
