"""What was measured of reach, as a JSON file and a page: by line, subject and measure; and which aims are reached."""

from __future__ import annotations

import json
from typing import Any

from bench.server import ROOT

RESULTS = ROOT / "bench" / "results-reach.json"
PAGE = ROOT / "docs" / "performance-reach.md"
MEASURES = ("true map, s", "working handle, s", "heap, MB", "on the wire, kB", "requests", "days a second", "step, ms")
APP, BEHIND, READ = "this app", "this app behind nginx", "reader's edition"
#: By subject and line: a measure, and what it is to be at most; of days a second at least.
AIMS = (
    (APP, "desktop", "true map, s", 1.0), (APP, "desktop", "on the wire, kB", 1200.0),
    (APP, "phone, fast 3G", "true map, s", 2.5), (APP, "phone, fast 3G", "working handle, s", 8.0),
    (APP, "phone, slow 3G", "true map, s", 6.0), (APP, "phone, slow 3G", "working handle, s", 28.0),
    (APP, "phone, fast 3G", "heap, MB", 60.0), (APP, "phone, fast 3G", "days a second", 30.0),
    (APP, "phone, fast 3G", "step, ms", 34.0), (READ, "desktop", "true map, s", 0.5),
    (READ, "phone, fast 3G", "true map, s", 1.5), (READ, "phone, fast 3G", "working handle, s", 3.0),
    (READ, "phone, slow 3G", "true map, s", 4.0), (READ, "phone, slow 3G", "working handle, s", 7.0),
)  # fmt: skip


def write(results: dict[str, Any]) -> None:
    """The figures and the page; the tables on stdout."""
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")
    text = "\n".join(page(results))
    PAGE.write_text(text + "\n", "utf-8")
    print(text)


def page(results: dict[str, Any]) -> list[str]:
    """The lines of docs/performance-reach.md."""
    on, figures = results["machine"], results["figures"]
    return [
        "# How soon a reader has a true map",
        "",
        "Written by `python -m bench.reach`; do not edit. Medians (95th percentile); an empty cache each time; all subjects",
        "in one run, in turns. A phone is 390 px wide with a processor 4 × slower; fast 3G is 1.6 Mbit/s and 150 ms, slow 3G",
        "400 kbit/s and 400 ms.",
        "",
        f"Machine: {on['cores']} cores, {on['system']}, Python {on['python']}, Chromium {on['chromium']} (headless, no GPU),"
        f" streamlit {on['streamlit']}.",
        "",
        *(line for name in dict.fromkeys(key.split(" | ")[1] for key in figures) for line in _table(name, results)),
        "| aim | measured | reached |",
        "|---|---|---|",
        *(_aim(figures, *aim) for aim in AIMS),
        "",
        "- **True map**: the day of the address in the right colours, with date and sentence: as the picture that the first",
        "  answer brings, or as the map itself. Of the naive app and the folium page: the districts stand; they show the day",
        "  they were made for.",
        "- **Working handle**: the live map has painted the day, and the handle moves it. The folium page has none.",
        "- **Behind nginx**: with `deploy/nginx.conf` as it stands, over TLS and HTTP/2; the app packs its answers itself.",
        "- **On the wire**: all that came until nothing more was asked for, packed as it came, the websocket's frames too.",
        "- **Days a second**: a handle that is moved by a day in each frame: how many days reach the screen. **Step**: from the",
        "  move to the beginning of the frame after its picture.",
    ]


def _table(line: str, results: dict[str, Any]) -> list[str]:
    rows = [f"| {line} | {' | '.join(MEASURES)} |", "|---|" + "---|" * len(MEASURES)]
    for subject in results["subjects"]:
        found = [results["figures"].get(f"{subject} | {line} | {measure}") for measure in MEASURES]
        rows.append(f"| {subject} | {' | '.join(_cell(figure) for figure in found)} |")
    return [*rows, ""]


def _cell(figure: dict[str, float] | None) -> str:
    return f"{_number(figure['median'])} ({_number(figure['p95'])})" if figure else "–"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 60 else f"{value:.1f}"


def _aim(figures: dict[str, dict[str, float]], subject: str, line: str, measure: str, limit: float) -> str:
    found = figures[f"{subject} | {line} | {measure}"]["median"]
    is_least = measure == "days a second"
    is_reached = found >= limit if is_least else found <= limit
    wanted = f"{'≥' if is_least else '≤'} {_number(limit)}"
    return f"| {subject}, {line}: {measure} {wanted} | {_number(found)} | {'yes' if is_reached else 'no'} |"
