"""`python -m bench.pages`: how soon each page shows its first content, and all of it; writes docs/performance-pages.md.

Each page is opened by a link of its own in a clean browser (nothing cached), once more in that browser, and by a
click in the menu. Beside them stands an empty Streamlit page, opened in the same way: what is left is ours.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.browser import VIEWPORT, WAIT_MS, launch
from bench.report import machine, summary
from bench.server import ROOT, Server

PAGE = ROOT / "docs" / "performance-pages.md"
RESULTS = ROOT / "bench" / "pages.json"
AIM_MS = 1500
#: name of the page, its address, its name in the menu ("" when no menu leads there)
PAGES = (
    ("map", "", "Map"),
    ("provinces", "provinces", "Provinces"),
    ("one province", "provinces?province=AF-PAN", ""),
    ("four provinces", "provinces?province=AF-PAN&with=AF-BGL,AF-TAK,AF-KAB", ""),
    ("events", "events", "Events"),
    ("one event", "events?event=EV-2022-0123", ""),
    ("compare", "compare?a=2021-08-20&b=2021-09-07", "Compare"),
    ("story", "story", "Stories"),
    ("sources", "sources", "Sources"),
    ("one source", "sources?source=SRC-0005", ""),
    ("quality", "quality", "Data quality"),
    ("method", "method", "Method"),
    ("definitions", "definitions", "Definitions"),
)
EMPTY = "import streamlit as st\n\nst.title('Empty')\nst.header('Nothing')\nst.caption('Boundaries: none')\n"
FIRST, ALL = "first content", "all of it"
WAYS = ("link", "again", "menu")

#: Notes when something of the page's own is there (a heading, a text, a map under the head) and when its footer is, on the
#: map page the first picture.
PROBE = """
window.__begin = 0; window.__seen = {};
const HEAD = ".st-key-head *";
const OWN = ".stMain :is(h2, h3, p, iframe, [data-testid=stText], [data-testid=stSelectbox]):not(.st-key-head *)";
const stale = (e) => e.closest("[data-stale=true]");
const watch = () => {
  const now = performance.now(), here = location.pathname;
  if (window.__path === undefined || window.__path === here) {
    const own = [...document.querySelectorAll(OWN)].filter((e) => !stale(e) && e.getClientRects().length);
    if (own.length) window.__seen.first ??= now;
    const isMap = here.endsWith("/") && window.conflictReplay?.lastPaint; // its credits stand on the map
    if (isMap || own.some((e) => e.textContent.startsWith("Boundaries:"))) window.__seen.all ??= now;
  }
  requestAnimationFrame(watch);
};
if (window === top) requestAnimationFrame(watch);
"""


def main() -> None:
    """Measure, write, print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found: dict[str, list[float]] = {}
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        chromium = launch(playwright)
        script = Path(folder) / "empty.py"
        script.write_text(EMPTY, "utf-8")
        servers = {"app": Server("app.py"), "empty": Server(str(script))}
        try:
            open_page(chromium, servers["app"].address, {})  # reads the record: once a server
            for number in range(rounds):
                print(f"round {number + 1} of {rounds}, load {os.getloadavg()[0]:.1f}", flush=True)
                a_round(chromium, servers, found)
        finally:
            for server in servers.values():
                server.stop()
        on = machine(chromium.version)
        chromium.close()
    write({"machine": on, "figures": {key: summary(values) for key, values in found.items()}})


def a_round(chromium: Browser, servers: dict[str, Server], found: dict[str, list[float]]) -> None:
    """Every page once by its link and, where the menu leads there, once by the menu."""
    addresses = {name: f"{servers['app'].address}/{path}" for name, path, _ in PAGES}
    for name, address in ({"empty Streamlit page": servers["empty"].address} | addresses).items():
        page = open_page(chromium, address, found, name)
        page.wait_for_timeout(500)
        page.goto("about:blank")
        page.goto(address)
        note(page, found, f"{name}, again", 0)
        page.context.close()
    page = open_page(chromium, f"{servers['app'].address}/method", {})
    for name, path, menu in PAGES:
        if menu and menu != "Method":
            by_menu(page, name, path, menu, found)
    by_menu(page, "method", "method", "Method", found)
    page.context.close()


def open_page(chromium: Browser, address: str, found: dict[str, list[float]], name: str = "") -> Page:
    """A page in a clean browser; notes the times since the navigation began."""
    context = chromium.new_context(viewport=VIEWPORT, locale="en-US", bypass_csp=True)
    context.set_default_timeout(WAIT_MS)
    context.add_init_script(PROBE)
    page = context.new_page()
    page.goto(address)
    note(page, found, f"{name}, link", 0)
    return page


def by_menu(page: Page, name: str, path: str, menu: str, found: dict[str, list[float]]) -> None:
    """A click in the menu; notes the times since the click. The page before must have come to rest."""
    page.wait_for_timeout(600)
    wanted = "/" + path.partition("?")[0]
    page.evaluate(
        """(path) => { window.__path = path; window.__seen = {};
          addEventListener('click', (e) => { window.__begin = performance.now(); }, { capture: true, once: true }); }""",
        wanted,
    )
    ways = page.locator(".st-key-menu, [data-testid=stPopoverBody]").get_by_role("link", name=menu, exact=True)
    if not ways.count():
        page.get_by_role("button", name="About").click()
    ways.click()
    note(page, found, f"{name}, menu", None)


def note(page: Page, found: dict[str, list[float]], key: str, begin: float | None) -> None:
    """Wait until the footer of the page stands; keep both times."""
    page.wait_for_function("window.__seen.all !== undefined")
    seen: dict[str, Any] = page.evaluate("window.__seen")
    start = page.evaluate("window.__begin") if begin is None else begin
    found.setdefault(f"{key}, {FIRST}", []).append(seen["first"] - start)
    found.setdefault(f"{key}, {ALL}", []).append(seen["all"] - start)


def table(figures: dict[str, dict[str, float]]) -> list[str]:
    """A row a page: medians and 95th percentiles, in ms."""
    heads = [f"{way}: {what}" for way in WAYS for what in (FIRST, ALL)]
    rows = [f"| page | {' | '.join(heads)} |", "|---|" + "---|" * len(heads)]
    for name in ("empty Streamlit page", *(name for name, _, _ in PAGES)):
        cells = [figures.get(f"{name}, {way}, {what}") for way in WAYS for what in (FIRST, ALL)]
        texts = [f"{cell['median']:,.0f} ({cell['p95']:,.0f})" if cell else "–" for cell in cells]
        rows.append(f"| {name} | {' | '.join(texts)} |")
    return rows


def outcome(way: str, first: dict[str, float]) -> str:
    """Whether the aim is reached on one way."""
    here = {key.split(", ")[0]: value for key, value in first.items() if f", {way}, " in key}
    slowest = max(here, key=lambda name: here[name])
    reached = sum(value <= AIM_MS for value in here.values())
    return (
        f"**{way}**: reached by {reached} of {len(here)} pages; the slowest is {slowest} with {here[slowest]:,.0f} ms."
    )


def text(results: dict[str, Any]) -> str:
    """The text of docs/performance-pages.md."""
    on, figures = results["machine"], results["figures"]
    first = {key: figure["median"] for key, figure in figures.items() if key.endswith(FIRST)}
    ours = {key: value for key, value in first.items() if not key.startswith("empty")}
    return "\n".join(
        [
            "# How soon a page is there",
            "",
            "Written by `make bench` (`python -m bench.pages`); do not edit. Milliseconds: median (95th percentile).",
            "",
            f"Machine: {on['cores']} cores, {on['system']}, Python {on['python']}, Chromium {on['chromium']} (headless, no GPU),"
            f" streamlit {on['streamlit']}.",
            "",
            *table(figures),
            "",
            f"Aim: first content within {AIM_MS:,} ms of the navigation.",
            "",
            *(f"- {outcome(way, ours)}" for way in WAYS),
            "",
            "What the ways mean:",
            "",
            "- **Link**: the address opened in a clean browser with an empty cache, the server being warm; from the",
            "  navigation on. Streamlit's own page is in it: see the empty page, which holds a title and nothing else.",
            "- **Again**: the same address once more in that browser, which now has Streamlit's and our files.",
            "- **Menu**: a click in the menu of another page of the app; from the click on.",
            "- **First content**: the first heading, text, box or map of the page itself, below the menu. **All of it**: the",
            "  footer of the page stands; nothing more is sent.",
            "",
        ]
    )


def write(results: dict[str, Any]) -> None:
    """The figures and the page; the table on stdout."""
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")
    PAGE.write_text(text(results), "utf-8")
    print("\n".join(table(results["figures"])))
    print(f"written: {RESULTS.relative_to(ROOT)}, {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
