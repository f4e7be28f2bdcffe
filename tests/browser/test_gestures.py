"""The map takes two fingers and a wheel that is meant for it; one finger and the bare wheel are the page's."""

from __future__ import annotations

import pytest

from trials.at_rest import wait_in

pytestmark = pytest.mark.browser

DAY = "2021-09-05"
LOW_PHONE = {"width": 390, "height": 480, "is_mobile": True, "has_touch": True, "device_scale_factor": 2}
TOP = "document.querySelector('[data-testid=stMain]').scrollTop"


def send(touch, kind: str, *points: tuple[float, float]) -> None:
    named = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
    touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": named})


def test_one_finger_scrolls_the_page_and_says_what_would_move_the_map(pages, server) -> None:
    replay = pages(server, **LOW_PHONE).open(date=DAY)
    x, y = replay.on_map(65, 33.5)
    before, sight = replay.js(TOP), replay.sight()
    touch = replay.page.context.new_cdp_session(replay.page)
    send(touch, "touchStart", (x, y))
    for step in range(1, 16):
        send(touch, "touchMove", (x, y - 8 * step))
    send(touch, "touchEnd")
    replay.until(f"(before) => {TOP} > before + 40", before)
    replay.settle()
    assert replay.sight() == pytest.approx(sight, abs=0.001)


def test_one_finger_sideways_leaves_the_map_and_two_move_it(pages, server) -> None:
    replay = pages(server, **LOW_PHONE).open(date="2024-05-01")  # no lens lies over the map
    x, y = replay.on_map(65, 34)
    sight = replay.sight()
    touch = replay.page.context.new_cdp_session(replay.page)
    send(touch, "touchStart", (x, y))
    for step in range(1, 11):
        send(touch, "touchMove", (x + 8 * step, y))
    replay.frame.locator(".replay-hint").wait_for()
    send(touch, "touchEnd")
    replay.settle()
    assert replay.sight() == pytest.approx(sight, abs=0.001)
    send(touch, "touchStart", (x, y), (x + 80, y))
    for step in range(1, 11):
        send(touch, "touchMove", (x + 5 * step, y + 4 * step), (x + 80 + 5 * step, y + 4 * step))
    send(touch, "touchEnd")
    replay.until("new URLSearchParams(location.search).has('at')")
    assert abs(replay.sight()[1] - sight[1]) > 0.2


def test_the_wheel_zooms_with_a_key_or_when_the_map_has_the_focus(replay) -> None:
    replay.open(date=DAY)
    zoom = replay.sight()[2]
    replay.page.mouse.move(*replay.on_map(64, 33))
    replay.page.mouse.wheel(0, -200)
    replay.frame.locator(".replay-hint").wait_for()
    replay.settle()
    assert replay.sight()[2] == zoom
    replay.page.keyboard.down("Control")
    replay.page.mouse.wheel(0, -200)
    replay.page.keyboard.up("Control")
    wait_in(replay.frame, "(zoom) => conflictMap.map.getZoom() > zoom", zoom)
    replay.settle()
    zoom = replay.sight()[2]
    replay.frame.locator(".leaflet-container").focus()
    replay.page.mouse.wheel(0, -200)
    wait_in(replay.frame, "(zoom) => conflictMap.map.getZoom() > zoom", zoom)
