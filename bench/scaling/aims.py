"""What is aimed at with many events, and whether a run reaches it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench.report import KEY

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


def word(ok: bool | None) -> str:
    """Whether an aim is reached, as a cell of a table."""
    return {True: "yes", False: "**no**", None: "–"}[ok]


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
