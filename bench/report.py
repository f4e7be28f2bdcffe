"""The figures as a JSON file and as a page: medians, 95th percentiles, ratios, and whether the aims are reached."""

from __future__ import annotations

import json
import os
import platform
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from bench.browser import SEEN_STEP
from bench.server import ROOT

RESULTS = ROOT / "bench" / "results.json"
PAGE = ROOT / "docs" / "performance.md"
KEY, POINTER = "step by key to map drawn, ms", "step by pointer to map drawn, ms"
REPLAY = "replay at 60 days/s: days drawn a second"
ORDER = (
    KEY,
    POINTER,
    SEEN_STEP,
    REPLAY,
    "replay at 60 days/s: time between pictures, ms",
    "server CPU a step, ms",
    "websocket a step, KB",
    "page load to first map, ms",
    "server start to first map, ms",
    "`python -m geo at DAY --json`, ms",
)
MAX_SHARE, MAX_MS, MIN_DAYS = 1 / 30, 34, 50

Figures = dict[str, dict[str, dict[str, float]]]


def summary(values: list[float]) -> dict[str, float]:
    """Median, 95th percentile and number of values."""
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return {"median": round(median(ordered), 1), "p95": round(p95, 1), "n": len(ordered)}


def machine(chromium: str) -> dict[str, Any]:
    """The class of the machine and the versions, in words; nothing that names it."""
    names = ("streamlit", "folium", "streamlit-folium")
    return {
        "cores": len(os.sched_getaffinity(0)),
        "system": platform.system(),
        "python": ".".join(platform.python_version_tuple()[:2]),
        "chromium": chromium.split(".")[0],
        **{name: version(name) for name in names},
    }


def aims(figures: Figures) -> list[tuple[str, str, bool]]:
    """What is aimed at, what was measured, whether it is reached."""
    app, naive = figures["this app"], figures["naive"]
    share = app[KEY]["median"] / naive[KEY]["median"]
    step = max(app[KEY]["median"], app[POINTER]["median"])
    days = app[REPLAY]["median"]
    seen = app.get(SEEN_STEP)
    by_definition = f"median step by a definition and a day of knowledge: at most two frames ({MAX_MS} ms)"
    return [
        ("step to map drawn: at most 1/30 of the naive app's", f"1/{1 / share:.0f}", share <= MAX_SHARE),
        (f"median step: at most two frames ({MAX_MS} ms)", f"{step:.0f} ms", step <= MAX_MS),
        (f"replay at 60 days/s: at least {MIN_DAYS} days drawn a second", f"{days:.0f}", days >= MIN_DAYS),
        *([(by_definition, f"{seen['median']:.0f} ms", seen["median"] <= MAX_MS)] if seen else []),
    ]


def table(figures: Figures) -> list[str]:
    """The rows of the comparison."""
    rows = ["| measure | this app, median (p95) | naive, median (p95) | ratio |", "|---|---|---|---|"]
    for measure in (one for one in ORDER if one in figures["this app"]):
        own, other = figures["this app"][measure], figures["naive"].get(measure)
        theirs = f"{_number(other['median'])} ({_number(other['p95'])})" if other else "–"
        ratio = _number(other["median"] / own["median"]) if other and own["median"] else "–"
        rows.append(f"| {measure} | {_number(own['median'])} ({_number(own['p95'])}) | {theirs} | {ratio} |")
    return rows


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def page(results: dict[str, Any]) -> str:
    """The text of docs/performance.md."""
    on = results["machine"]
    reached = [f"| {aim} | {found} | {'yes' if ok else 'no'} |" for aim, found, ok in aims(results["figures"])]
    return "\n".join(
        [
            "# Performance",
            "",
            "Written by `make bench` (`python -m bench`); do not edit. Both apps run in the same Chromium, in turns, over",
            "the same days of the same record. Compare ratios rather than milliseconds.",
            "",
            f"Machine: {on['cores']} cores, {on['system']}, Python {on['python']}, Chromium {on['chromium']} (headless, no GPU),"
            f" streamlit {on['streamlit']}, folium {on['folium']}, streamlit-folium {on['streamlit-folium']}.",
            "",
            *table(results["figures"]),
            "",
            "| aim | measured | reached |",
            "|---|---|---|",
            *reached,
            "",
            "- **A step** runs from the time stamp of the key or pointer event to the second animation frame of the new",
            "  day's picture: the first carries it, the beginning of the second says that the first is done. One frame",
            "  (17 ms) is the floor.",
            "- **Server CPU** and **websocket** are of a single step by key with all that follows it: the report to the",
            "  server, its answer, the new address. A drag or a replay costs that once, when it ends.",
            "- **Naive** (`bench/naive_app.py`): `st.slider`; at each step a new `folium.Map` with the districts as GeoJSON with",
            "  a tooltip, the events of 30 days as circle markers with tooltip and popup, `st_folium` with a constant key and",
            "  nothing returned; the record is read once.",
            "- **Server start to first map** includes Python's imports, reading and checking the record, and a page load",
            "  with an empty browser cache.",
            "",
        ]
    )


def write(results: dict[str, Any]) -> None:
    """Both files, and the tables on stdout."""
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(results), "utf-8")
    print("\n".join(table(results["figures"])))
    for aim, found, ok in aims(results["figures"]):
        print(f"{'reached' if ok else 'MISSED '}  {aim}: {found}")
    print(f"written: {Path(RESULTS).relative_to(ROOT)}, {Path(PAGE).relative_to(ROOT)}")
