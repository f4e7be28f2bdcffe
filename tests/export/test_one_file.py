"""The one-file replay in Chromium, from file:// with no network; text that tries to break out of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from geo.address.view import OPENING_DAY
from geo.export.one_file import one_file, page_script, write_one_file
from geo.wording.sentence import day_sentence
from trials import at_rest
from trials.app import ARGS

READY = "window.conflictReplay && window.conflictReplay.lastPaint && document.querySelector('.sentence')?.textContent"
PAGE = Path(__file__).resolve().parents[2] / "geo" / "browser" / "web" / "standalone"


@pytest.fixture(scope="module")
def replay(shipped_line, shipped_dir, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("one") / "replay.html"
    write_one_file(shipped_line, path, shipped_dir)
    return path


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without network; its requests and errors are noted on it."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, offline=True)
    page = context.new_page()
    page.requested, page.errors = [], []
    page.on("request", lambda request: page.requested.append(request.url))
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda output: page.errors.append(output.text) if output.type == "error" else None)
    yield page
    context.close()


def until(frame, condition: str) -> None:
    """Wait for a condition; Playwright's own waiting evaluates strings in the page, which its policy forbids."""
    at_rest.until(lambda: at_rest.holds_in(frame, condition), condition)


def opened(page: Page, path: Path, fragment: str = "") -> Page:
    page.goto(f"file://{path}{fragment}")
    until(page, READY)
    return page


def test_it_is_small_and_made_the_same_each_time(replay, shipped_line, shipped_dir):
    assert replay.stat().st_size <= 4_900_000
    assert one_file(shipped_line, shipped_dir) == replay.read_text("utf-8")


def test_it_opens_without_a_request(replay, page, shipped_line):
    opened(page, replay, "#date=2021-09-05&perspective=nrf")
    assert page.evaluate("window.conflictReplay.day") == "2021-09-05"
    output = " ".join(page.locator(".sentence").inner_text().split())
    assert output == day_sentence(shipped_line, "2021-09-05", "nrf")
    page.keyboard.press("ArrowRight")
    until(page, "window.conflictReplay.day === '2021-09-06'")
    until(page, "location.hash.includes('2021-09-06')")
    assert [url for url in page.requested if not url.startswith(("data:", "blob:"))] == [f"file://{replay}"]
    assert page.errors == []


@pytest.mark.parametrize("view", ["assessed", "taliban", "both"])
def test_sentence_and_python_agree(replay, page, shipped_line, view):
    for day in ("2021-08-15", "2021-09-06", "2022-05-07"):
        opened(page, replay, f"#date={day}&perspective={view}")
        until(page, f"window.conflictReplay.day === '{day}'")
        at_rest.settle(page)
        assert " ".join(page.locator(".sentence").inner_text().split()) == day_sentence(shipped_line, day, view)


def test_what_the_fragment_cannot_mean_is_left_out(replay, page):
    opened(page, replay, "#date=1999-01-01&window=nine&event=EV-none&perspective=x&type=battles,nothing&grade=verified")
    state = page.evaluate("window.conflictReplay.state")
    assert page.evaluate("window.conflictReplay.day") == OPENING_DAY
    assert state["window"] == "30" and state["perspective"] == "assessed"
    assert state["event"] is None and state["type"] is None and state["grade"] == "verified"
    assert page.errors == []


def test_method_sources_and_credits_are_inside(replay, page, shipped):
    opened(page, replay)
    page.locator("#method summary").first.click()
    assert "Hard cases" in page.locator("#method").inner_text()
    page.locator("#sources summary").click()
    until(page, f"document.querySelectorAll('#sources li').length === {len(shipped.by_id('sources'))}")
    assert "geoBoundaries" in page.locator("footer").inner_text()
    assert shipped.version in page.locator("footer").inner_text()


def test_a_card_opens(replay, page, shipped_line):
    event = shipped_line.events_between("2021-09-05", "2021-09-05")[0]
    opened(page, replay, f"#date=2021-09-05&event={event['event_id']}")
    page.wait_for_selector(".card h2")
    assert page.locator(".card h2").inner_text().strip() == event["title"]


def test_in_a_sandboxed_frame(replay, page, tmp_path):
    host = replay.parent / "host.html"
    host.write_text(
        '<iframe sandbox="allow-scripts" src="replay.html#date=2021-09-05" width="900" height="700"></iframe>'
    )
    page.goto(f"file://{host}")
    frame = page.wait_for_selector("iframe").content_frame()
    until(frame, READY)
    assert frame.evaluate("window.conflictReplay.day") == "2021-09-05"
    frame.evaluate("window.conflictReplay.jump(30)")
    until(frame, "window.conflictReplay.lastPaint.day === '2021-09-14'")
    at_rest.settle(frame)
    assert page.errors == []


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_scrolls_sideways(replay, page, width):
    page.set_viewport_size({"width": width, "height": 844})
    opened(page, replay, "#date=2021-09-05&event=EV-2021-0001")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_text_cannot_break_out(trapped, tiny_dir, tmp_path, page):
    path = tmp_path / "trap.html"
    write_one_file(trapped, path, tiny_dir)
    text = path.read_text("utf-8")
    blocks = re.findall(r'<script type="application/json" id="(\w+)">(.*?)</script>', text, re.DOTALL)
    assert {name for name, _ in blocks} == {"record", "cards", "base", "texts", "page"}
    for name, block in blocks:
        json.loads(block)
        assert "<" not in block and "\u2028" not in block, name
    opened(page, path, "#date=2021-08-25&window=all")
    event = page.evaluate("window.conflictReplay.record.events.id[0]")
    page.evaluate(f"window.conflictReplay.set({{event: '{event}', province: 'AF-AAA'}})")
    page.wait_for_selector(".card h2")
    page.locator("#sources summary").click()
    at_rest.settle(page)
    assert page.evaluate("window.trapped") is None
    assert page.locator("img[src='x']").count() == 0 and page.locator("a[href^='javascript']").count() == 0
    assert "</script>" in page.locator(".card h2").first.inner_text()


def test_a_script_that_got_in_would_not_run(shipped_line, shipped_dir, tmp_path, page):
    """The positive control: the policy stops a script that is not ours."""
    path = tmp_path / "broken.html"
    page_text = one_file(shipped_line, shipped_dir).replace("</body>", "<script>window.trapped = 1</script></body>")
    path.write_text(page_text, "utf-8")
    opened(page, path)
    assert page.evaluate("window.trapped") is None and any(
        "Content Security Policy" in output for output in page.errors
    )


def test_our_script_makes_no_html_from_text():
    for sink in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert sink not in page_script()
        assert all(sink not in path.read_text("utf-8") for path in PAGE.glob("*.js"))


def test_withheld_records_are_not_inside(tiny_line, tiny_dir):
    withheld = [e for e in tiny_line.dataset.records("events") if e["sensitivity"] == "withheld"]
    text = one_file(tiny_line, tiny_dir)
    assert withheld and all(e["event_id"] not in text and e["title"] not in text for e in withheld)
