"""`python -m bench.pictures`: photograph the map on ten telling days and every other page, at two widths, into docs/img/.

`--pages` leaves the map's days out.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from trials.app import ROOT, browser_path, serving

IMAGES = ROOT / "docs" / "img"
WIDTHS = {1440: 1000, 390: 844}
PANJSHIR = [[34.95, 68.9], [36.2, 70.4]]
CALM_S = 1.2
#: name of the file, address, extent (None is the whole country)
DAYS = (
    ("map-2021-08-15", "?date=2021-08-15&window=7", None),
    ("map-2021-08-20", "?date=2021-08-20&window=7", PANJSHIR),
    ("map-2021-08-24", "?date=2021-08-24&window=7", PANJSHIR),
    ("map-2021-09-03-taliban", "?date=2021-09-03&window=7&perspective=taliban", PANJSHIR),
    ("map-2021-09-05", "?date=2021-09-05", None),
    ("map-2021-09-05-both", "?date=2021-09-05&window=7&perspective=both", PANJSHIR),
    ("map-2021-09-07-since", "?date=2021-09-07&window=30&since=2021-08-24", PANJSHIR),
    ("map-2022-01-14", "?date=2022-01-14&window=30&province=AF-FYB&district=AF-FYB-maymana", None),
    ("map-2022-08-29", "?date=2022-08-29&window=30", None),
    ("map-2024-10-31", "?date=2024-10-31&window=90&actor=nrf", None),
    ("map-2024-activity", "?date=2024-12-31&window=365&actor=nrf&layer=activity", None),
    ("map-2025-presence", "?date=2025-12-31&layer=presence&presence=claims", None),
)
#: name of the file, address of a page to read
READING = (
    ("provinces", "provinces?province=AF-PAN"),
    ("events", "events"),
    ("event", "events?event=EV-2021-0091"),
    ("compare", "compare?a=2021-08-20&b=2021-09-07"),
    ("sources", "sources"),
    ("quality", "quality"),
    ("method", "method"),
    ("definitions", "definitions?date=2021-09-05&district=AF-PAN-bazarak"),
    ("story", "story"),
    ("add", "add"),
)
AT_REST = "window.conflictReplay.settled().then(() => true)"
DONE = "document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'"


def main() -> None:
    """Start the app, take the pictures, stop the app."""
    path = browser_path()
    if path is None:
        raise FileNotFoundError("no Chromium on this machine")
    with serving(ROOT) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for width, height in WIDTHS.items():
            page = browser.new_page(viewport={"width": width, "height": height}, bypass_csp=True)
            for name, query, extent in () if "--pages" in sys.argv else DAYS:
                photograph(page, f"{address}/{query}", extent, IMAGES / f"{name}-{width}.png")
            for name, place in READING:
                photograph_page(page, f"{address}/{place}", IMAGES / f"{name}-{width}.png")
        browser.close()


def photograph(page: Page, address: str, extent: list[list[float]] | None, path: Path) -> None:
    """One picture, when the map has drawn and lies still."""
    page.goto(address)
    page.wait_for_function("window.conflictReplay && window.conflictReplay.lastPaint", timeout=60000)
    page.evaluate(AT_REST)
    if extent:
        page.evaluate("extent => window.conflictReplay.set({ extent })", extent)
        page.evaluate(AT_REST)
    page.wait_for_timeout(CALM_S * 1000)
    page.screenshot(path=path)
    print(path.relative_to(ROOT))


def photograph_page(page: Page, address: str, path: Path) -> None:
    """One picture of a page to read, when its script has ended and it lies still."""
    page.goto(address)
    page.get_by_text("Boundaries: geoBoundaries").first.wait_for(timeout=60000)
    page.wait_for_function(DONE)
    page.wait_for_timeout(2 * CALM_S * 1000)
    page.screenshot(path=path)
    print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
