"""bench/results-scale.json and docs/performance-scale.md: tables and whether the aims are reached."""

from __future__ import annotations

import json
from typing import Any

from bench.report import KEY
from bench.scaling.aims import CPU, KB, Cell, Measures, aims, median, number, window, word
from bench.server import ROOT

RESULTS = ROOT / "bench" / "results-scale.json"
PAGE = ROOT / "docs" / "performance-scale.md"
NOTES = (
    "- **A step** of this app and of the server-driven designs (naive, feature group, pydeck) runs from the key event to",
    "  the second animation frame of the new picture; of a plugin from the call of its own next day to the same.",
    "- **Load** of this app is making and indexing synthetic events and the first picture, after its page stands; of a",
    "  peer it is the page load with all it needs.",
    "- **Naive** builds a new folium map; **feature group** keeps the map and sends two GeoJSON layers; **pydeck** sends its",
    "  layers to deck.gl (software rendering: no GPU here). **Timeline** and **TimestampedGeoJson** hold all in the page",
    "  and have no way back to Python; TimestampedGeoJson cannot hold intervals, so its districts stand still.",
    "- Leaflet comes from an installed package. The plugins' scripts are on CDNs only and on no package of PyPI: the",
    "  benchmark takes the same versions from the npm registry once and serves them from its own folder.",
)


def own_table(cells: list[Cell]) -> list[str]:
    """This app alone."""
    rows = [
        "| events | window | step → paint, ms: median (p95) | replay: days drawn a second | frames a second | between pictures, p95 ms | load, s | heap, MB | server CPU a step, ms | KB a step |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for cell in cells:
        own, made = cell["figures"]["this app"], cell["made"]
        parts = [
            f"{cell['events']:,}", window(cell), f"{number(own[KEY]['median'])} ({number(own[KEY]['p95'])})",
            number(own["days a second"]["median"]), number(own["frames a second"]["median"]),
            number(own["between pictures, ms"]["p95"]), f"{made['load'] / 1000:.2f}",
            number(own["heap, MB"]["median"]), number(own[CPU]["median"]), number(own[KB]["median"]),
        ]  # fmt: skip
        rows.append(f"| {' | '.join(parts)} |")
    return rows


def layer_table(cells: list[Cell]) -> list[str]:
    """This app with each layer of the map."""
    rows = [
        "| events, all drawn | layer | step → paint, ms: median (p95) | replay: days drawn a second | between pictures, p95 ms |",
        "|---|---|---|---|---|",
    ]
    for cell in cells:
        for layer, found in cell.get("layers", {}).items():
            step, days, gaps = (found.get(name) for name in (KEY, "days a second", "between pictures, ms"))
            parts = [
                f"{cell['events']:,}", layer, f"{number(step['median'])} ({number(step['p95'])})",
                number(days and days["median"]), number(gaps and gaps["p95"]),
            ]  # fmt: skip
            rows.append(f"| {' | '.join(parts)} |")
    return rows


def load_table(cells: list[Cell]) -> list[str]:
    """What the load consists of."""
    rows = [
        "| events | making, ms | indexing, ms | first picture, ms | text, MB | parsing it, ms |",
        "|---|---|---|---|---|---|",
    ]
    for cell in cells:
        if cell["window"] == "all":
            made = cell["made"]
            parts = [number(made[name], 0) for name in ("make", "index", "picture", "megabytes", "parse")]
            rows.append(f"| {cell['events']:,} | {' | '.join(parts)} |")
    return rows


def peer_table(cells: list[Cell]) -> list[str]:
    """All subjects, cell by cell."""
    rows = [
        "| events | window | design | step → paint, ms: median (p95, n) | × this app | server CPU a step, ms | KB a step | load, s | heap, MB |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for cell in cells:
        rows += [_peer_row(cell, name) for name in dict.fromkeys(["this app", *cell["figures"], *cell["missing"]])]
    return rows


def _peer_row(cell: Cell, name: str) -> str:
    found: Measures = cell["figures"].get(name, {})
    head = f"| {cell['events']:,} | {window(cell)} | {name} |"
    if KEY not in found:
        return f"{head} {cell['missing'].get(name, 'not measured')} | – | – | – | – | – |"
    step, own = found[KEY], cell["figures"]["this app"][KEY]["median"]
    load = cell["made"]["load"] if name == "this app" else found["load, ms"]["median"]
    gone = f"; then {cell['missing'][name]}" if name in cell["missing"] else ""
    return (
        f"{head} {number(step['median'])} ({number(step['p95'])}, {step['n']}){gone} |"
        f" {number(step['median'] / own)} | {number(median(cell, name, CPU))} | {number(median(cell, name, KB))} |"
        f" {load / 1000:.1f} | {number(median(cell, name, 'heap, MB'))} |"
    )


def page(results: dict[str, Any]) -> str:
    """The text of docs/performance-scale.md."""
    on, cells, together = results["machine"], results["cells"], results["sessions"]
    reached = [f"| {text} | {got} | {word(ok)} |" for text, got, ok in aims(cells, together)]
    hosts = sorted({f"{name} ({', '.join(found)})" for cell in cells for name, found in cell["refused hosts"].items()})
    lines = [
        "# Performance at scale",
        "",
        f"Written by `python -m bench.scale` ({results['plan']} run, {on['seconds']} s); do not edit. Compare ratios rather than milliseconds.",
        "",
        f"Machine: {on['cores']} cores, {on['system']}, Python {on['python']}, Chromium {on['chromium']} (headless, no GPU),"
        f" streamlit {on['streamlit']}, folium {on['folium']}, streamlit-folium {on['streamlit-folium']};"
        f" load average before the run {on['load before']}.",
        "",
        "## Aims",
        "",
        "| aim | measured | reached |", "|---|---|---|", *reached,
        "",
        "## This app",
        "",
        *own_table(cells),
        "",
        "Synthetic events over the whole record, 398 districts with 10 intervals each; the day is near the end of the",
        "record, so 'all' draws nearly all of them. The replay plays the record's last days.",
        "",
        *load_table(cells),
        "",
        *layer_table(cells),
        "",
        "## Beside other designs",
        "",
        *peer_table(cells),
        "",
        *NOTES,
        f"- Hosts that a design asked for and could not reach: {'; '.join(hosts) or 'none'}.",
    ]  # fmt: skip
    return "\n".join([*lines, *_sessions(together), ""])


def _sessions(together: dict[str, Any] | None) -> list[str]:
    """The part about sessions at once, when they were measured."""
    if not together:
        return []
    lines = ["", f"## {together['sessions']} sessions at once", "", "| measure | value |", "|---|---|"]
    for name, value in together.items():
        measured = isinstance(value, dict)
        text = f"{number(value['median'])} (p95 {number(value['p95'])}, n {value['n']})" if measured else value
        lines.append(f"| {name} | {text} |")
    return [
        *lines,
        "",
        f"{together['browsers']} real browser contexts, the others scripted over Streamlit's websocket; all step at the same moment, once",
        "a second. A step in a browser is drawn there and reported after it comes to rest; the browsers share the",
        "machine with the server. Memory: resident, after minus before, per session beyond the first two.",
    ]


def write(results: dict[str, Any]) -> None:
    """Both files, and the aims on stdout."""
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")
    PAGE.write_text(page(results), "utf-8")
    for text, got, ok in aims(results["cells"], results["sessions"]):
        print(f"{ {True: 'reached', False: 'MISSED ', None: '       '}[ok] }  {text}: {got}")
    print(f"written: {RESULTS.relative_to(ROOT)}, {PAGE.relative_to(ROOT)}")
