"""`python -m bench.own [--sizes 10000,100000]`: how fast the map follows with a reader's own events beside ours.

Prints a table: how large the events are on their way to the browser, and for the windows of 30 days and 'all so far'
the latency of a step by key, and the processor time that drawing a day takes in the page with and without them.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from typing import Any

import numpy as np
from playwright.sync_api import sync_playwright

from bench import browser
from bench.scaling.subjects import SEED, START, App, launch
from geo.ingest.event import Event, new_event
from geo.ingest.map_columns import columns_for_map
from geo.record.load import Dataset, load
from pages.ui.add.map_data import packed_parts

SIZES = (10_000, 100_000, 200_000)
WINDOWS = ("30", "all")
STEPS = 9
DAYS = 60
#: The time that all views take for each of so many days, from START on; and how often their pictures are awaited.
DRAWS = """(days) => {
  const taken = [];
  for (let n = 0; n < days; n++) {
    conflictReplay.state.day += 1;
    conflictReplay.changed.add('day');
    const before = performance.now();
    for (const view of conflictReplay.views.values()) view.draw(conflictReplay.state, new Set(['day']));
    document.querySelector('iframe[src*=folium]').contentDocument.querySelector('.leaflet-user-data-pane canvas')
      ?.getContext('2d').getImageData(0, 0, 1, 1);
    taken.push(performance.now() - before);
  }
  return taken.sort((a, b) => a - b)[days >> 1];
}"""


def synthetic(dataset: Dataset, count: int) -> list[Event]:
    """Events over all days and districts, most of them points."""
    rng = np.random.default_rng(SEED)
    districts = dataset.records("districts")
    first = dt.date.fromisoformat(dataset.first_day)
    days = (dt.date.fromisoformat(dataset.last_day) - first).days
    events = []
    for number in range(count):
        district = districts[rng.integers(len(districts))]
        day = first + dt.timedelta(int(rng.integers(days)))
        events.append(
            new_event(
                event_id=f"OWN-{number}", title=f"Synthetic event {number} in {district['name_en']}",
                summary=f"What a newsroom wrote of event {number}. " * 4, date_start=day.isoformat(),
                date_end=day.isoformat(), date_precision=1, event_type="battles", admin1=district["admin1"],
                admin2_id=district["admin2_id"], where_precision=1 if number % 5 else 3, row=number + 2, layout="table",
                source="Newsroom", source_url=f"https://example.org/{number}",
                point=[district["label_lon"] + rng.normal(0, 0.1), district["label_lat"] + rng.normal(0, 0.1)],
            )
        )  # fmt: skip
    return events


def measure(app: App, chromium: Any, dataset: Dataset, size: int) -> list[dict[str, Any]]:
    """The figures of one number of events, a window a row."""
    columns = columns_for_map(synthetic(dataset, size), dataset)
    cards = columns.pop("cards")
    packed = packed_parts(columns, cards, []) | {"remove": None}
    raw = len(json.dumps(columns)) + len(json.dumps(cards))
    rows = []
    for window in WINDOWS:
        app.found.clear()
        app.show(chromium, f"window={window}")
        app.page.wait_for_function("conflictReplay.views.has('timeline') && conflictReplay.views.has('panel')")
        without = app.page.evaluate(DRAWS, DAYS)
        began = "(async (packed) => { const at = performance.now(); await conflictReplay.userData.use(packed); return performance.now() - at; })"
        taken = app.page.evaluate(began, packed)
        app.page.evaluate("(day) => conflictReplay.setDay(day)", START)
        app.page.wait_for_timeout(browser.SETTLE_MS)
        app.steps(STEPS)
        drawn = app.page.evaluate(DRAWS, DAYS)
        rows.append(
            {
                "events": size, "window": window, "raw, MB": raw / 1e6, "sent, MB": sum(map(len, packed_sizes(packed))) / 1e6,
                "to index, ms": taken, "step, ms": float(np.median(app.found["step by key to map drawn, ms"])),
                "KB a step": app.found["websocket a step, KB"][-1], "draw a day, ms": drawn, "without, ms": without,
            }
        )  # fmt: skip
        app.close()
    return rows


def packed_sizes(packed: dict[str, Any]) -> list[str]:
    """The parts that are sent."""
    return [part for part in packed.values() if isinstance(part, str)]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.own", description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of own events")
    sizes = [int(size) for size in parser.parse_args().sizes.split(",")]
    dataset = load()
    app = App("this app", "app.py", browser.OURS, "canvas[role=slider]")
    app.serve()
    try:
        with sync_playwright() as playwright:
            chromium = launch(playwright)
            rows = [row for size in sizes for row in measure(app, chromium, dataset, size)]
    finally:
        app.stop()
    print("| " + " | ".join(rows[0]) + " |\n|" + "---|" * len(rows[0]))
    for row in rows:
        print(
            "| "
            + " | ".join(f"{value:,.1f}" if isinstance(value, float) else str(value) for value in row.values())
            + " |"
        )


if __name__ == "__main__":
    main()
