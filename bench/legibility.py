"""`python -m bench.legibility`: on which days which areas can be read in the first screen; writes docs/legibility.md.

Measured from what is drawn: every day of change, every perspective, five widths. `--quick` looks at ten days.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Frame, Page, sync_playwright

from geo.control.timeline import Timeline
from geo.lens.areas import is_telling, short_side
from geo.record.load import Dataset, load
from geo.record.schema import VIEW_PERSPECTIVES
from trials.app import ARGS, ROOT, browser_path, serving

HEIGHTS = {360: 740, 390: 844, 768: 1024, 1440: 900, 1920: 1080}
MEASURE = (Path(__file__).parent / "legibility.js").read_text("utf-8")
PAGE = ROOT / "docs" / "legibility.md"
WAIT_MS = 60_000
SETTLED = "window.conflictReplay.settled().then(() => true)"
#: The days of the browser test too; on 13 January 2022 Maymana and the Panjshir are told of at once.
TEN_DAYS = (
    "2021-08-15", "2021-08-20", "2021-08-24", "2021-08-30", "2021-09-05",
    "2021-09-07", "2022-01-13", "2022-05-07", "2022-07-02", "2022-08-29",
)  # fmt: skip


class Cell(NamedTuple):
    """A day in a perspective at a width: what there is to tell, and how much of it can be read."""

    day: str
    perspective: str
    width: int
    areas: tuple[dict[str, Any], ...]

    def count(self, what: str) -> int:
        """How many areas are `legible`, or `shaped`: large and free enough whatever their colour."""
        return sum(bool(area[what]) for area in self.areas)


def main() -> None:
    """Measure all, print what can't be read, write the page."""
    path = browser_path()
    if path is None:
        raise FileNotFoundError("no Chromium on this machine")
    dataset = load()
    timeline = Timeline(dataset)
    days = TEN_DAYS if "--quick" in sys.argv else days_of_change(timeline)
    views = [
        (day, perspective) for day in days for perspective in VIEW_PERSPECTIVES if _tells(timeline, day, perspective)
    ]
    cells: list[Cell] = []
    with serving(ROOT) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGS)
        for width in HEIGHTS:
            found = list(measured(browser, address, width, views, sides_of(dataset)))
            cells += found
            print(f"{width} px: {_share(found, 'legible')} legible, {_share(found, 'shaped')} large and free enough")
            for cell in found:
                for area in cell.areas:
                    if not area["shaped"]:
                        print(f"  {cell.day} {cell.perspective} {_said(area)}")
        browser.close()
    if "--quick" not in sys.argv:
        PAGE.write_text(page_of(cells), "utf-8")


def days_of_change(timeline: Timeline) -> list[str]:
    """Every day on which any area's state changes in any perspective."""
    starts = {
        span.start
        for perspective in VIEW_PERSPECTIVES
        for area_id in (*timeline.dataset.shapes("districts"), *timeline.places)
        for span in timeline.intervals(area_id, perspective)
    }
    return sorted(day for day in starts if timeline.dataset.first_day <= day <= timeline.dataset.last_day)


def _tells(timeline: Timeline, day: str, perspective: str) -> bool:
    return any(is_telling(span.state) for span in timeline.states_at(day, perspective).values())


def sides_of(dataset: Dataset) -> dict[str, float]:
    """By district the short side of the smallest rectangle around it, in widths of the Mercator world."""
    return {area_id: short_side(shape) for area_id, shape in dataset.shapes("districts").items()}


def measured(
    browser: Browser, address: str, width: int, views: Iterable[tuple[str, str]], sides: dict[str, float]
) -> Iterator[Cell]:
    """Each day in its perspective on a map of a width, in one page that goes from one to the next."""
    page = browser.new_page(viewport={"width": width, "height": HEIGHTS[width]}, bypass_csp=True)
    page.set_default_timeout(WAIT_MS)
    page.goto(f"{address}/?date={TEN_DAYS[0]}")
    page.wait_for_function("window.conflictReplay?.lastPaint && window.conflictReplay.views.has('map')")
    page.evaluate(SETTLED)
    frame = next(frame for frame in page.frames if "streamlit_folium" in frame.url)
    for day, perspective in views:
        yield Cell(day, perspective, width, tuple(areas_on(page, frame, day, perspective, sides)))
    page.close()


def areas_on(page: Page, frame: Frame, day: str, perspective: str, sides: dict[str, float]) -> list[dict[str, Any]]:
    """What the map shows of each area that has something to tell, when it has come to rest."""
    page.evaluate(
        "([iso, perspective]) => conflictReplay.set({ day: conflictReplay.record.dayNumber(iso), perspective })",
        [day, perspective],
    )
    page.evaluate(SETTLED)
    return list(frame.evaluate(MEASURE, {"sides": sides}))


def page_of(cells: Sequence[Cell]) -> str:
    """The table as a page."""
    with_areas = [cell for cell in cells if cell.areas]
    lines = [
        "# What can be read in the first screen",
        "",
        "Made by `python -m bench.legibility`. On every day of change, as each perspective tells it, at five widths of the",
        "window: the areas that are off the ground of the map or claimed by somebody who is contradicted, and how many of",
        "them can be read without a click, on the map itself or in a lens. An area can be read when the short side of the",
        "smallest rectangle around it is 24 pixels at least, 60 % of it is free of marks, names and anything else, and its",
        "fill or outline (2 % of its pixels, from 24 to 150 of them) has a contrast of 3:1 at least to the ground. Places",
        "without a point can't be drawn.",
        "",
        "| width | days × perspectives with areas | areas | large and free enough | legible |",
        "|---|---|---|---|---|",
    ]
    for width in HEIGHTS:
        own = [cell for cell in with_areas if cell.width == width]
        areas = sum(len(cell.areas) for cell in own)
        lines.append(f"| {width} px | {len(own)} | {areas} | {_share(own, 'shaped')} | {_share(own, 'legible')} |")
    lines += ["", f"## By day: legible of all, at {', '.join(map(str, HEIGHTS))} px", ""]
    lines += ["| day | perspective | " + " | ".join(map(str, HEIGHTS)) + " |", "|---|---|" + "---|" * len(HEIGHTS)]
    by_view: dict[tuple[str, str], list[Cell]] = {}
    for cell in with_areas:
        by_view.setdefault((cell.day, cell.perspective), []).append(cell)
    for (day, perspective), own in sorted(by_view.items()):
        shares = " | ".join(f"{cell.count('legible')} / {len(cell.areas)}" for cell in own)
        lines.append(f"| {day} | {perspective} | {shares} |")
    return "\n".join(lines) + "\n"


def _share(cells: Sequence[Cell], what: str) -> str:
    areas = sum(len(cell.areas) for cell in cells)
    return f"{100 * sum(cell.count(what) for cell in cells) / areas:.1f} %" if areas else "nothing"


def _said(area: dict[str, Any]) -> str:
    where = "in a lens" if area["lens"] else "on the map"
    return f"{area['id']} {where}: {area['side']:.0f} px, {area['free']:.0%} free, contrast {area['contrast']:.1f}"


if __name__ == "__main__":
    main()
