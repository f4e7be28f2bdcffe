"""The export panel in the page: it knows what is on the screen, and gives it to be downloaded."""

from __future__ import annotations

import re

import pytest
from PIL import Image

pytestmark = pytest.mark.browser


def test_what_is_on_the_screen_is_what_is_made(replay, tmp_path):
    replay.open(date="2021-09-05")
    replay.page.get_by_text("Download & cite").click()
    command = replay.page.get_by_text("The same from the command line")
    command.wait_for()
    command.click()
    code = replay.page.locator("code").filter(has_text="python -m geo")
    code.filter(has_text="--extent AF --lang").or_(code.filter(has_text="--extent AF --size")).wait_for()
    replay.look_at(69.6, 35.4, 9)  # a closer look becomes the area
    code.filter(has_text=re.compile(r"--extent 6\d")).wait_for()
    west, south, east, north = map(float, re.search(r"--extent ([\d.,]+)", code.inner_text())[1].split(","))
    corners = replay.frame.evaluate("() => conflictMap.map.getBounds().toBBoxString()")
    assert [west, south, east, north] == pytest.approx([float(n) for n in corners.split(",")], abs=0.002)
    replay.js(
        "conflictReplay.set({perspective: 'nrf'}); conflictReplay.commit()"
    )  # a press beside the panel would close it
    code.filter(has_text="render 2021-09-05 --perspective nrf").wait_for()
    replay.go_to("2021-09-06")  # as while it plays: the server has not heard of the day
    code.filter(has_text="render 2021-09-06 --perspective nrf").wait_for()
    replay.page.get_by_role("button", name="Create").click()
    made = replay.page.locator(".st-key-take").get_by_role("button", name="Download")
    made.wait_for(timeout=60_000)
    with replay.page.expect_download() as download:
        made.click()
    assert download.value.suggested_filename == "afghanistan-2021-09-06-nrf.png"
    download.value.save_as(tmp_path / "map.png")
    with Image.open(tmp_path / "map.png") as image:
        assert image.size == (1600, 900) and "6 September 2021" in image.text["Title"]
    assert replay.day == "2021-09-06"  # the page was not built anew
