"""The reading pages in a browser lead into each other and to the map."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

#: Streamlit asks for these below the page's path before it asks at the root.
NOT_OURS = ("/_stcore/health", "/_stcore/host-config")


def opened(pages, server: str, path: str, width: int = 1440, **options):
    replay = pages(server, width=width, **options)
    replay.page.goto(f"{server}/{path}")
    replay.page.locator("h1").first.wait_for()
    replay.page.get_by_text("Boundaries: geoBoundaries and AIMS").wait_for()
    replay.answered()  # the code of what is read, and of its links, comes after the footer
    return replay


def done(replay) -> None:
    """Leave out what Streamlit itself asks in vain."""
    replay.watch.errors[:] = [error for error in replay.watch.errors if not any(path in error for path in NOT_OURS)]


def test_a_row_opens_its_record_and_the_record_the_map(pages, server: str) -> None:
    replay = opened(pages, server, "events?area=AF-PAN")
    page = replay.page
    row = page.locator(".reading table tbody th a").first
    title = row.text_content()
    row.click()
    page.locator("h2", has_text=title.split(":")[0]).wait_for()
    page.get_by_role("button", name="← All events").wait_for()
    event = replay.query["event"]
    assert event.startswith("EV-") and replay.query["area"] == "AF-PAN"
    page.get_by_role("link", name="Show on the map").click()
    replay.wait()
    replay.until("(event) => conflictReplay.state.event === event", event)
    assert replay.state["area"] == "AF-PAN"
    page.get_by_role("link", name="Events", exact=True).click()
    page.get_by_role("button", name="← All events").click()
    replay.wait_for_query(event=None)
    page.locator(".reading table").first.wait_for()
    done(replay)


def test_a_head_sorts_its_table_and_all_rows_can_be_seen(pages, server: str) -> None:
    replay = opened(pages, server, "provinces")
    page = replay.page
    table = page.locator(".reading .table").filter(has_text="Area by holder")
    rows = table.locator("tbody tr")
    assert rows.count() == 34 and rows.locator("visible=true").count() == 12
    names = table.locator("tbody th")
    head = table.get_by_role("button", name="Province", exact=True)
    head.click()
    assert table.locator("thead th[aria-sort=ascending]").all_text_contents() == ["Province"]
    assert names.all_text_contents() == sorted(names.all_text_contents())
    assert rows.locator("visible=true").count() == 12
    head.focus()
    page.keyboard.press("Enter")
    assert names.all_text_contents() == sorted(names.all_text_contents(), reverse=True)
    table.get_by_label("Show all 34 rows").check()
    assert rows.locator("visible=true").count() == 34
    done(replay)


def test_ucdp_s_rows_can_be_sorted_and_lead_to_the_event_of_ours(pages, server: str) -> None:
    replay = opened(pages, server, "events?date=2026-03-31&window=30&days=window&reference=ucdp")
    page = replay.page
    table = page.locator(".reading .table").filter(has_text="Sides, as UCDP names them")
    best = "(cells) => cells.map((cell) => Number(cell.dataset.order))"
    killed = table.locator("tbody td.number")
    table.get_by_role("button", name="Killed").click()
    numbers = killed.evaluate_all(best)
    assert len(numbers) > 15 and numbers == sorted(numbers, reverse=True)
    link = table.locator("tbody a:visible").first
    event = link.text_content()
    link.click()
    page.get_by_role("heading", name="What UCDP says of it").wait_for()
    assert replay.query["event"] == event and replay.query["reference"] == "ucdp"
    done(replay)


def test_a_link_of_ours_keeps_what_the_reader_brought(pages, server: str) -> None:
    """It is followed within the session, with a modifier it is the browser's."""
    replay = opened(pages, server, "events?event=EV-2022-0123")
    page = replay.page
    page.evaluate("window.__same = true")
    page.locator(".reading a[href*='source=']").first.click()
    page.get_by_role("button", name="← All sources").wait_for()
    assert page.evaluate("window.__same") is True and replay.query["source"].startswith("SRC-")
    page.go_back()
    page.get_by_role("heading", name="Who says what").wait_for()
    with page.context.expect_page() as other:
        page.locator(".reading a[href*='source=']").first.click(modifiers=["Control"])
    other.value.wait_for_url("**source=SRC-*")
    assert replay.query["event"] == "EV-2022-0123"
    other.value.close()
    done(replay)


def test_a_folded_section_opens_when_a_link_leads_to_it(pages, server: str) -> None:
    replay = opened(pages, server, "provinces?province=AF-BGL")
    page = replay.page
    rows = page.locator(".reading details:has(#presence) tbody tr")
    assert rows.first.is_hidden()
    page.get_by_role("link", name="Said to be active here").click()
    rows.first.wait_for(state="visible")
    done(replay)


def test_the_map_of_a_story_has_a_legend(pages, server: str) -> None:
    replay = opened(pages, server, "story?id=panjshir-2021&step=2")
    legend = replay.page.locator(".story-legend")
    legend.get_by_text("Panjshir").or_(legend.get_by_text("NRF")).first.wait_for()
    assert legend.locator("li").count() > 2
    ground = (
        legend.locator("li", has_text="Thin ring").locator("canvas").evaluate("(e) => getComputedStyle(e).background")
    )
    assert "rgb(241, 240, 237)" in ground, "dark rings would not be seen on a dark page"
    done(replay)


def test_a_finger_and_the_keys_read_the_numbers_of_a_chart(pages, server: str) -> None:
    """What the pointer is told by a title stands below the chart, told aloud."""
    replay = opened(pages, server, "provinces?province=AF-PAN", width=390, has_touch=True, is_mobile=True)
    page = replay.page
    figure = page.locator("figure:has(> .chart):has(.stack)").first
    chart, answer = figure.locator(".chart"), figure.locator(".answer")
    chart.scroll_into_view_if_needed()
    assert answer.get_attribute("aria-live") == "polite" and answer.text_content() == ""
    bar = figure.locator(".stack:not(.blank)").first
    box = bar.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert answer.text_content() == bar.get_attribute("title") != ""
    chart.focus()
    said = [part.get_attribute("title") for part in figure.locator(".stack").all()]
    page.keyboard.press("Home")
    assert answer.text_content() == said[0]
    page.keyboard.press("ArrowRight")
    assert answer.text_content() == said[1]
    page.keyboard.press("End")
    assert answer.text_content() == said[-1]
    assert figure.locator(".told").count() == 1
    strips = page.locator("figure:has(.strips)").first
    span = strips.locator(".track i").last
    span.scroll_into_view_if_needed()
    box = span.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    name = strips.locator(".strip > span").last.text_content()
    assert strips.locator(".answer").text_content().startswith(f"{name}: ")
    done(replay)


@pytest.mark.parametrize("path", ["events?area=AF-PAN", "events?date=2026-03-31&window=30&days=window&reference=ucdp"])
def test_lists_of_events_fit_a_telephone(pages, server: str, path: str) -> None:
    replay = opened(pages, server, path, width=390)
    boxes = replay.page.locator(".reading .scroll")
    assert boxes.count() > 0
    wide = "(all) => all.filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.ariaLabel)"
    assert boxes.evaluate_all(wide) == []
    done(replay)


@pytest.mark.parametrize("path", ["provinces?province=AF-PAN", "events?event=EV-2022-0123", "story?id=panjshir-2021"])
def test_paper_is_white_and_has_no_buttons_in_either_scheme(pages, server: str, path: str) -> None:
    replay = opened(pages, server, path, color_scheme="dark")
    page = replay.page
    # asked at once: between a search for elements and a question to them a page may draw them anew
    colours = """() => [...document.querySelectorAll(".reading :is(p, td, th, li), .stText, h2")]
      .filter((e) => e.checkVisibility()).map((e) => { const { color } = getComputedStyle(e), found = color.match(/[\\d.]+/g).slice(0, 3);
      return found.map((part) => Number(part) * (color.startsWith("color(") ? 255 : 1)); })"""
    assert min(map(min, replay.js(colours))) > 100, "light on dark on the screen"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(".stApp").evaluate("(e) => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"
    inks = replay.js(colours)
    assert inks and max(map(max, inks)) < 150
    controls = page.locator(".stButton, .stSelectbox, .stMultiSelect, .date-field, .st-key-head")
    assert controls.count() > 0 and controls.locator("visible=true").count() == 0
    done(replay)
