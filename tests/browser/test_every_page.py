"""Every page, opened once under the headers of docs/security.md, as readers of all kinds meet it.

One title and headings in order, names and texts for pictures, contrast, every control by the Tab key, no sideways
scrolling on a telephone; and complete: nothing is refused, every chart is drawn.
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from pages.ui.layout import MENU
from trials.proxy import LISTEN, refused

pytestmark = pytest.mark.browser

#: Views of pages, with what only they show; each page of the menu joins by itself.
VIEWS = (
    "?date=2021-09-05&province=AF-PAN", "provinces?province=AF-PAN", "provinces?province=AF-PAN&with=AF-BGL",
    "events?event=EV-2022-0123", "compare?a=2021-08-20&b=2021-09-07", "sources?source=SRC-0001",
)  # fmt: skip
PATHS = tuple("" if page == "app.py" else page.removeprefix("pages/").removesuffix(".py") for page, _ in MENU)
#: What the Tab key reaches on some pages, among the rest; the map's own controls: test_controls.py.
CONTROLS = {
    "provinces?province=AF-PAN": ["Map", "Method", "Province (type a name", "From", "According to", "Takhar", "Show on the map"],
    "events": ["Events", "Search", "Days", "Order", "Open a record", "Next page"],
    "compare?a=2021-08-20&b=2021-09-07": ["A: day", "B: perspective", "Swap", "Events drawn", "Zoom to what differs"],
    "story": ["Story", "EV-2021-0001", "Next", "3. 20 August"],
    "sources": ["Days", "Search publishers", "Open a source"],
}  # fmt: skip
DESK = {"width": 1440, "height": 900}
TELEPHONE = {"width": 390, "height": 844}

#: Everything in the page and in the shadow roots of its components.
DEEP = """
const deep = (root) => [...root.querySelectorAll("*")].flatMap((e) => [e, ...(e.shadowRoot ? deep(e.shadowRoot) : [])]);
const seen = (e) => e.getClientRects().length && getComputedStyle(e).visibility !== "hidden";
const ours = (e) => !e.closest?.("[data-testid=stToolbar], [data-testid=stStatusWidget], .vega-bindings, details.vega-embed");
"""
HEADINGS = f"() => {{ {DEEP} return deep(document).filter((e) => /^H[1-6]$/.test(e.tagName) && seen(e)).map((e) => +e.tagName[1]); }}"
UNNAMED = f"""() => {{ {DEEP}
  const named = (e) => e.getAttribute("aria-label")?.trim() || e.labels?.length || e.textContent.trim() || e.title?.trim()
    || e.getAttribute("aria-labelledby")?.split(" ").some((id) => e.getRootNode().getElementById?.(id)?.textContent.trim());
  return deep(document).filter((e) => e.matches("input:not([type=hidden]), select, textarea, button, a[href], [role=slider], [role=combobox]")
    && seen(e) && ours(e) && !e.closest("[aria-hidden=true]") && !named(e)).map((e) => e.outerHTML.slice(0, 160)); }}"""
WORDLESS = f"""() => {{ {DEEP}
  const told = (e) => [e, e.closest("[role=img], [aria-label], figure, [data-testid=stVegaLiteChart], [role=slider]")]
    .some((x) => x && (x.getAttribute("aria-label")?.trim() || x.getAttribute("alt")?.trim() || x.getAttribute("aria-description")?.trim()));
  const charts = deep(document).filter((e) => e.matches("[data-testid=stVegaLiteChart]") && seen(e));
  const images = deep(document).filter((e) => e.matches("img, iframe") && seen(e) && !e.closest("[aria-hidden=true]"));
  return [...charts.filter((e) => !told(e) && ![...e.querySelectorAll("[aria-label], [alt]")].some(told)),
    ...images.filter((e) => !told(e) && !e.title?.trim())].map((e) => e.outerHTML.slice(0, 200)); }}"""
#: The contrast of texts against what lies behind them (WCAG 2), the lowest first; large text may have less.
FAINT = f"""() => {{ {DEEP}
  const rgba = (c) => {{ const n = c.match(/[\\d.]+/g)?.map(Number); return n && c.startsWith("rgb") ? [n[0], n[1], n[2], n[3] ?? 1] : null; }};
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3]));
  const light = (c) => {{ const [r, g, b] = c.map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; }};
  const up = (e) => e.parentElement ?? e.getRootNode().host;
  const behind = (e) => {{ const layers = []; for (let x = e; x; x = up(x)) {{ const c = rgba(getComputedStyle(x).backgroundColor);
    if (c && c[3] > 0) {{ layers.push(c); if (c[3] === 1) break; }} }}
    return layers.reduceRight((below, top) => over(top, below), [255, 255, 255]); }};
  return deep(document).filter((e) => seen(e) && ours(e) && !e.closest("[disabled], [aria-disabled=true], canvas, svg, label:has([disabled])")
      && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()))
    .map((e) => {{ const style = getComputedStyle(e), back = behind(e), ink = rgba(style.color); if (!ink) return null;
      const [a, b] = [light(over(ink, back)), light(back)].sort((x, y) => y - x); const ratio = (a + 0.05) / (b + 0.05);
      const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && +style.fontWeight >= 700);
      return ratio < (large ? 3 : 4.5) ? `${{ratio.toFixed(2)}} ${{e.tagName}}.${{e.className}} ${{e.textContent.trim().slice(0, 40)}}` : null; }})
    .filter(Boolean).sort().slice(0, 8); }}"""
FOCUSED = """() => { let e = document.activeElement; while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
  const box = e.getBoundingClientRect();
  return e === document.body ? null : [e.tagName, e.getAttribute('aria-label') || e.textContent.trim().slice(0, 60), Math.round(box.x), Math.round(box.y + scrollY)].join('|'); }"""

#: The cells of a table are pressed through one by one.
MOST_PRESSES = 400
#: Whether neither the page nor its document is wider than the screen.
FITS = """(width) => { const { scrollWidth, clientWidth } = document.querySelector('.stMain');
  return scrollWidth <= clientWidth && clientWidth <= width && document.documentElement.scrollWidth <= width; }"""


@pytest.fixture(scope="module", params=[*PATHS, *VIEWS])
def path(request) -> str:
    """The address of a page, below the app's."""
    return request.param


@pytest.fixture(scope="module")
def page_of(browser, watched, guarded: str, path: str):
    """The page at rest. Tests share it, in the order of this file."""
    with watched(browser) as new:
        yield at_rest(new(guarded), path)


def at_rest(replay, path: str):
    replay.page.context.add_init_script(LISTEN)
    replay.page.goto(f"{replay.address}/{path}")
    replay.page.get_by_text("Boundaries: geoBoundaries").wait_for()
    if is_map(path):
        replay.wait()
    return replay.answered()


def is_map(path: str) -> bool:
    return not path or path.startswith("?")


def test_headings_names_pictures_and_contrast(page_of) -> None:
    levels = page_of.js(HEADINGS)
    assert levels.count(1) == 1 and levels[0] == 1, levels
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert page_of.js(UNNAMED) == []
    assert page_of.js(WORDLESS) == []
    assert page_of.js(FAINT) == []


@pytest.mark.parametrize("path", CONTROLS, indirect=True)
def test_the_tab_key_reaches_every_control(page_of, path: str) -> None:
    reached: list[str] = []
    for _ in range(MOST_PRESSES):
        page_of.page.keyboard.press("Tab")
        here = page_of.js(FOCUSED)
        if here is None and reached:  # past the last control, out of the page
            break
        if here is not None:
            reached.append(here)
    assert len(reached) < MOST_PRESSES, "the Tab key never leaves the page"
    message = "\n".join(reached).replace("\u2060", "")
    assert [name for name in CONTROLS[path] if name not in message] == [], message


def test_nothing_is_refused_and_the_page_is_whole(page_of, path: str) -> None:
    page = page_of.page
    if is_map(path):
        page.keyboard.press("PageDown")
        page_of.wait_for_query(date=page_of.day)  # the server answers over the socket
        assert page_of.inked("zones") > 10_000
        assert page_of.frame.evaluate("document.querySelector('.leaflet-relief-pane img').naturalWidth") > 100
    page_of.js(
        "[...document.querySelectorAll('[data-testid=stExpander] summary')].slice(0, 3).forEach((e) => e.click())"
    )
    page_of.answered()
    assert (refused(page), page_of.watch.errors) == ([], [])  # Chromium tells of what it refuses on the console too
    for chart in page.get_by_test_id("stVegaLiteChart").all():
        assert chart.locator("svg").count() == 1


@pytest.mark.parametrize("screen", [DESK, TELEPHONE], ids=["1440", "390"])
def test_nothing_scrolls_sideways(page_of, screen: dict[str, int]) -> None:
    page_of.page.set_viewport_size(screen)
    page_of.answered()
    page_of.until(FITS, screen["width"])  # charts are drawn anew in the new width


def test_the_checks_see_what_is_wrong(pages, server: str) -> None:
    replay = pages(server)
    replay.page.goto(f"{server}/quality")
    replay.page.get_by_text("Boundaries: geoBoundaries").wait_for()
    replay.js("""() => { document.querySelector('.stMain').insertAdjacentHTML('beforeend',
      `<button></button><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" style="width:9px;height:9px">
       <p style="color:#bbb;background:#fff">faint</p><h1>Second</h1><p style="width:4000px">wide</p>`); }""")
    assert replay.js(HEADINGS).count(1) == 2
    assert len(replay.js(UNNAMED)) == 1 and len(replay.js(WORDLESS)) == 1
    assert any("faint" in found for found in replay.js(FAINT))
    assert replay.js("document.querySelector('.stMain').scrollWidth") > 1440
