"""bench/results-scale.json and docs/performance-scale.md: tables and whether the aims are reached."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench.report import KEY
from bench.server import ROOT

RESULTS = ROOT / "bench" / "results-scale.json"
PAGE = ROOT / "docs" / "performance-scale.md"
SERVER_DRIVEN = ("naive", "feature group", "pydeck")
FRAMES_2, AHEAD = 34, 10
CPU, KB = "server CPU a step, ms", "websocket a step, KB"

Cell = dict[str, Any]
#: What was measured of a subject: median, p95 and number of values.
Measures = dict[str, dict[str, float]]


def number(value: float | None, digits: int = 1) -> str:
    """A figure as text; a dash when there is none."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.{digits}f}"


def median(cell: Cell, subject: str, measure: str) -> float | None:
    """The median of a measure; None when it was not taken."""
    figures: dict[str, Measures] = cell["figures"]
    return figures[subject][measure]["median"] if measure in figures.get(subject, {}) else None


def window(cell: Cell) -> str:
    """The window of a cell in words."""
    return "all" if cell["window"] == "all" else f"{cell['window']} days"


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


@dataclass(frozen=True)
class Aim:
    """What is aimed at where a number of events is all drawn: in words, what is measured, its unit, the limit."""

    text: str
    events: int
    value: Callable[[Cell], float | None]
    unit: str
    at_least: float | None = None
    at_most: float | None = None

    def reached(self, value: float) -> bool:
        """Whether a value keeps to the limits."""
        return value >= (self.at_least or value) and value <= (self.at_most or value)


def _days(cell: Cell) -> float | None:
    return median(cell, "this app", "days a second")


def _step(cell: Cell) -> float | None:
    return median(cell, "this app", KEY)


def _load(cell: Cell) -> float:
    return float(cell["made"]["load"] / 1000)


def _load_with_parsing(cell: Cell) -> float:
    made = cell["made"]
    return float((made["load"] - made["make"] + made["parse"]) / 1000)


AIMS = (
    Aim("100,000 events, all drawn: at least 50 days drawn a second at speed 60", 100_000, _days, "a second", at_least=50),
    Aim(f"100,000 events, all drawn: step at most two frames ({FRAMES_2} ms)", 100_000, _step, "ms", at_most=FRAMES_2),
    Aim("1,000,000 events, all drawn: at least 20 days drawn a second", 1_000_000, _days, "a second", at_least=20),
    Aim("1,000,000 events: load (making, indexing, first picture) at most 8 s", 1_000_000, _load, "s", at_most=8),
    Aim("1,000,000 events: load with parsing the text in place of making at most 8 s", 1_000_000, _load_with_parsing, "s", at_most=8),
)  # fmt: skip


def aims(cells: list[Cell], sessions: dict[str, Any] | None) -> list[tuple[str, str, bool | None]]:
    """Aim, what was found, reached or not; None where it was not measured."""
    found = {(cell["events"], cell["window"]): cell for cell in cells}
    rows: list[tuple[str, str, bool | None]] = []
    for aim in AIMS:
        cell = found.get((aim.events, "all"))
        got = aim.value(cell) if cell else None
        rows.append(
            (aim.text, "not measured", None)
            if got is None
            else (aim.text, f"{number(got)} {aim.unit}", aim.reached(got))
        )
    return [*rows, *_session_aims(sessions), *(row for cell in cells for row in _lead(cell))]


def _session_aims(sessions: dict[str, Any] | None) -> list[tuple[str, str, bool | None]]:
    if not sessions:
        return []
    step, memory = sessions["step, ms"]["median"], sessions["memory a further session, MB"]
    return [
        (f"{sessions['sessions']} sessions at once: median step at most 100 ms", f"{number(step)} ms", step <= 100),
        ("memory of the server a further session: at most 1 MB", f"{memory:.2f} MB", memory <= 1),
    ]


def _lead(cell: Cell) -> list[tuple[str, str, bool | None]]:
    """How far this app is ahead of the best peer that the server drives; nothing where none was measured."""
    peers = {name: value for name in SERVER_DRIVEN if (value := median(cell, name, KEY)) is not None}
    own = median(cell, "this app", KEY)
    if not peers or own is None:
        return []
    best = min(peers, key=lambda name: peers[name])
    text = f"{cell['events']:,} events, {window(cell)}: step at least {AHEAD}× ahead of the best server-driven peer"
    return [(text, f"{number(peers[best] / own)}× ({best})", peers[best] / own >= AHEAD)]


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
        "## Beside other designs",
        "",
        *peer_table(cells),
        "",
        "- **A step** of this app and of the server-driven designs (naive, feature group, pydeck) runs from the key event to",
        "  the second animation frame of the new picture; of a plugin from the call of its own next day to the same.",
        "- **Load** of this app is making and indexing synthetic events and the first picture, after its page stands; of a",
        "  peer it is the page load with all it needs.",
        "- **Naive** builds a new folium map; **feature group** keeps the map and sends two GeoJSON layers; **pydeck** sends its",
        "  layers to deck.gl (software rendering: no GPU here). **Timeline** and **TimestampedGeoJson** hold all in the page",
        "  and have no way back to Python; TimestampedGeoJson cannot hold intervals, so its districts stand still.",
        "- Leaflet comes from an installed package. The plugins' scripts are on CDNs only and on no package of PyPI: the",
        "  benchmark takes the same versions from the npm registry once and serves them from its own folder.",
        f"- Hosts that a design asked for and could not reach: {'; '.join(hosts) or 'none'}.",
    ]  # fmt: skip
    if together:
        lines += ["", f"## {together['sessions']} sessions at once", "", "| measure | value |", "|---|---|"]
        for name, value in together.items():
            text = (
                f"{number(value['median'])} (p95 {number(value['p95'])}, n {value['n']})"
                if isinstance(value, dict)
                else value
            )
            lines.append(f"| {name} | {text} |")
        lines += [
            "",
            f"{together['browsers']} real browser contexts, the others scripted over Streamlit's websocket; all step at the same moment, once",
            "a second. A step in a browser is drawn there and reported after it comes to rest; the browsers share the",
            "machine with the server. Memory: resident, after minus before, per session beyond the first two.",
        ]
    return "\n".join([*lines, ""])


def word(ok: bool | None) -> str:
    """Whether an aim is reached, as a cell of a table."""
    return {True: "yes", False: "**no**", None: "–"}[ok]


def write(results: dict[str, Any]) -> None:
    """Both files, and the aims on stdout."""
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")
    PAGE.write_text(page(results), "utf-8")
    for text, got, ok in aims(results["cells"], results["sessions"]):
        print(f"{ {True: 'reached', False: 'MISSED ', None: '       '}[ok] }  {text}: {got}")
    print(f"written: {RESULTS.relative_to(ROOT)}, {PAGE.relative_to(ROOT)}")
