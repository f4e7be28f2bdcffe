"""The reading pages in a browser lead into each other and to the map."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

#: Streamlit asks for these below the page's path before it asks at the root.
NOT_OURS = ("/_stcore/health", "/_stcore/host-config")


def opened(pages, server: str, path: str, width: int = 1440):
    replay = pages(server, width=width)
    replay.page.goto(f"{server}/{path}")
    replay.page.locator("h1").first.wait_for()
    replay.page.get_by_text("Boundaries: geoBoundaries").wait_for()
    return replay


def done(replay) -> None:
    """Leave out what Streamlit itself asks in vain."""
    replay.watch.errors[:] = [error for error in replay.watch.errors if not any(path in error for path in NOT_OURS)]


def test_a_row_opens_its_record_and_the_record_the_map(pages, server: str) -> None:
    replay = opened(pages, server, "events?area=AF-PAN")
    page = replay.page
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    table.locator("canvas td").first.wait_for(state="attached")
    replay.answered()
    box = table.bounding_box()
    page.mouse.click(box["x"] + 300, box["y"] + 38 + 35 + 15)
    page.get_by_role("button", name="← All events").wait_for()
    event = replay.query["event"]
    assert event.startswith("EV-") and replay.query["area"] == "AF-PAN"
    page.get_by_role("link", name="Show on the map").click()
    replay.wait()
    replay.until("(event) => conflictReplay.state.event === event", event)
    assert replay.state["area"] == "AF-PAN"
    page.get_by_role("link", name="Events", exact=True).click()
    page.get_by_role("button", name="← All events").click()
    page.get_by_text("Events: ").first.wait_for()
    assert "event" not in replay.query
    done(replay)
