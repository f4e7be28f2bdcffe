"""What a reader asks of the browser is kept: colours of their own, more contrast, less motion; text of any size and space."""

from __future__ import annotations

import pytest

from tests.browser.checks import FITS

pytestmark = pytest.mark.browser

DAY = "2021-09-05"
#: The colours of an element.
COLOURS = "(e) => { const s = getComputedStyle(e); return [s.backgroundColor, s.color, s.borderTopColor].join(' '); }"
#: What WCAG 1.4.12 asks of texts, also in the shadow roots of components.
SPACED = """() => { const css = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }";
  const roots = [document, ...[...document.querySelectorAll("*")].flatMap((e) => e.shadowRoot ?? [])];
  for (const root of roots) (root.head ?? root).append(Object.assign(document.createElement("style"), {textContent: css})); }"""
#: Buttons of which a part of the words can't be seen.
CUT = """() => [...document.querySelectorAll("*")].flatMap((e) => [...(e.shadowRoot?.querySelectorAll("button") ?? [])])
  .filter((e) => e.offsetParent && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflow === "hidden" && !e.matches(".opener"))
  .map((e) => e.textContent)"""


def test_in_forced_colours_what_is_pressed_and_the_axis_are_seen(pages, server) -> None:
    replay = pages(server, forced_colors="active").open(date=DAY)
    replay.unfold()
    group = replay.page.get_by_role("group", name="According to")
    pressed, other = (group.locator(f"[aria-pressed={on}]").first for on in ("true", "false"))
    assert pressed.evaluate(COLOURS) != other.evaluate(COLOURS)
    tabs = [replay.page.locator(f"[role=tab][aria-selected={on}]").first for on in ("true", "false")]
    assert tabs[0].evaluate(COLOURS) != tabs[1].evaluate(COLOURS)
    adjusted = replay.page.locator(".axis-box").evaluate("(e) => getComputedStyle(e).forcedColorAdjust")
    assert adjusted == "none"  # the axis is a picture: its paper keeps the colour that it is drawn for


def test_more_contrast_has_lines_and_quiet_words_in_the_ink_of_the_text(pages, server) -> None:
    replay = pages(server, contrast="more").open(date=DAY)
    quiet, text = (
        replay.page.locator(f".headline {one}").first.evaluate("(e) => getComputedStyle(e).color")
        for one in (".sure", ".sentence")
    )
    assert quiet == text


def test_with_less_motion_the_map_is_at_once_where_it_was_sent(pages, server) -> None:
    replay = pages(server, reduced_motion="reduce").open(date=DAY)
    moved = """() => { const {map} = conflictMap; map.panBy([120, 0]); const panned = !map._panAnim?._inProgress;
      map.zoomIn(); return [panned, !map._animatingZoom, map.options.inertia]; }"""
    assert replay.frame.evaluate(moved) == [True, True, False]
    replay.settle()


@pytest.mark.parametrize("path", ["?date=2021-09-05", "events", "provinces?province=AF-PAN"])
def test_at_four_hundred_per_cent_and_with_wide_spacing_nothing_is_lost(pages, server, path: str) -> None:
    replay = pages(server, width=320, height=256)  # 1280 x 1024 at 400 %
    replay.page.goto(f"{server}/{path}")
    replay.page.get_by_text("Boundaries: geoBoundaries and AIMS").first.wait_for(state="attached")
    replay.answered()
    replay.until(FITS, 320)
    replay.js(SPACED)
    replay.until(FITS, 320)
    assert replay.js(CUT) == []
