"""`python -m bench.scale [--quick] [--sizes 1000,10000]`: up to a million events, beside folium's and pydeck's own ways.

Writes bench/results-scale.json and docs/performance-scale.md. All subjects of a cell (a number of events and a
window) are open in one Chromium and are stepped in turns; other hosts cannot be reached.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from playwright.sync_api import Browser, Error, sync_playwright

from bench import browser, report, sessions
from bench.scaling import report as scale_report
from bench.scaling.aims import Cell
from bench.scaling.subjects import LONGEST_MS, SEED, START, App, launch, plugin_files, subjects
from bench.server import ROOT
from geo.style.layers import LAYERS

SIZES = (1_000, 10_000, 100_000, 1_000_000)
WINDOWS = ("30", "all")
LIMITS = {
    "naive": {"30": 100_000, "all": 1_000},
    "feature group": {"30": 100_000, "all": 10_000},
    "pydeck": {"30": 100_000, "all": 100_000},
}
PLUGIN_LIMIT = 10_000
#: From so many events on each layer is measured too.
MANY = 100_000
#: The first of the days that have lenses.
FOUGHT_OVER = "2021-08-23"


@dataclass(frozen=True)
class Plan:
    """How often each thing is measured."""

    rounds: int
    own: int  # steps of this app a round
    peer: int
    seconds: float  # of replay
    cell: float  # seconds that a peer may step in a cell
    minutes: float  # after which no further cell of a peer is begun


FULL = Plan(rounds=2, own=7, peer=2, seconds=5, cell=9, minutes=5)
QUICK = Plan(rounds=1, own=3, peer=1, seconds=2, cell=3, minutes=4)


def reaches(name: str, size: int, window: str, no_plugins: str | None) -> str | None:
    """Why a peer is not measured in a cell; None when it is."""
    if name in LIMITS:
        return None if size <= LIMITS[name][window] else "too slow at this number: not run"
    if size > PLUGIN_LIMIT:
        return "too large at this number: not run"
    return no_plugins


def measure(plan: Plan, chromium: Browser, sizes: list[int], began: float) -> list[Cell]:
    """All cells."""
    every, no_plugins, cells = subjects(), plugin_files(), []
    try:
        for subject in every.values():
            subject.serve()
        for size in sizes:
            for window in WINDOWS:
                why = {name: reaches(name, size, window, no_plugins) for name in every if name != "this app"}
                if time.monotonic() - began > 60 * plan.minutes:
                    why = {name: reason or "no time left: not run" for name, reason in why.items()}
                cells.append(cell(plan, chromium, every, size, window, why))
                print(f"{size} {window}: {time.monotonic() - began:.0f} s", flush=True)
    finally:
        for subject in every.values():
            subject.stop()
    return cells


def cell(
    plan: Plan, chromium: Browser, every: dict[str, App], size: int, window: str, why: dict[str, str | None]
) -> Cell:
    """One number of events and one window."""
    for subject in every.values():
        subject.found, subject.foreign = {}, set()
    app, gone = every["this app"], {name: reason for name, reason in why.items() if reason}
    peers = [every[name] for name in why if name not in gone]
    made = own_world(app, chromium, size, window)
    for peer in peers:
        attempt(peer, gone, partial(open_peer, peer, chromium, f"events={size}&window={window}"))
    in_turns(plan, app, peers, gone)
    for peer in peers:
        peer.close()
    play(app, plan.seconds)
    layers = by_layer(plan, app) if size >= MANY and window == "all" else {}
    app.close()
    found = {s.name: {k: report.summary(v) for k, v in s.found.items()} for s in (app, *peers) if s.found}
    foreign = {s.name: sorted(s.foreign) for s in (app, *peers) if s.foreign}
    return {
        "events": size,
        "window": window,
        "made": made,
        "figures": found,
        "missing": gone,
        "refused hosts": foreign,
        "layers": layers,
    }


def open_peer(peer: App, chromium: Browser, query: str) -> None:
    """Its page, and what it holds in memory."""
    peer.show(chromium, query)
    peer.heap()


def in_turns(plan: Plan, app: App, peers: list[App], gone: dict[str, str]) -> None:
    """Rounds of steps; a peer that has used up its time steps no more."""
    used: dict[str, float] = {}
    for _ in range(plan.rounds):
        app.steps(plan.own)
        for peer in peers:
            for _ in range(plan.peer):
                if peer.name in gone or used.get(peer.name, 0) > plan.cell:
                    continue
                before = time.monotonic()
                attempt(peer, gone, partial(peer.steps, 1))
                used[peer.name] = used.get(peer.name, 0) + time.monotonic() - before


def play(app: App, seconds: float) -> None:
    """A replay of this app; the days and frames that reach the screen."""
    app.page.bring_to_front()
    played = app.page.evaluate("(seconds) => scalePlay(seconds)", seconds)
    app.note("days a second", played["days"])
    app.note("frames a second", played["frames"])
    for gap in played["gaps"]:
        app.note("between pictures, ms", gap)


def by_layer(plan: Plan, app: App) -> dict[str, dict[str, dict[str, float]]]:
    """What steps and a replay take with each layer in turn, and with control on days that have lenses."""
    kept, found = app.found, {}
    for name, layer, day in [(layer, layer, START) for layer in LAYERS] + [
        ("control with lenses", LAYERS[0], FOUGHT_OVER)
    ]:
        app.found, app.day = {}, day
        app.page.evaluate(
            "([layer, day]) => { conflictReplay.set({ layer }); conflictReplay.setDay(day); }", [layer, day]
        )
        app.page.wait_for_timeout(browser.SETTLE_MS)
        for _ in range(plan.rounds):
            app.steps(plan.own)
        if day == START:
            play(app, plan.seconds)
        found[name] = {measure: report.summary(values) for measure, values in app.found.items()}
    app.found = kept
    return found


def own_world(app: App, chromium: Browser, size: int, window: str) -> dict[str, float]:
    """Synthetic events and intervals into this app's page; what that took."""
    app.show(chromium, f"window={window}")
    app.page.wait_for_function("conflictReplay.views.has('timeline') && conflictReplay.views.has('panel')")
    app.page.add_script_tag(content=(ROOT / "bench" / "synthetic.js").read_text("utf-8"))
    made = app.page.evaluate("([count, seed]) => scaleWorld(count, seed)", [size, SEED])
    app.page.wait_for_timeout(browser.SETTLE_MS)
    app.page.evaluate("(day) => conflictReplay.setDay(day)", START)
    app.page.wait_for_timeout(browser.SETTLE_MS)
    app.heap()
    return {name: round(value, 1) for name, value in made.items()}


def attempt(peer: App, gone: dict[str, str], work: Callable[[], object]) -> None:
    """Do it, or note why this peer could not."""
    try:
        work()
    except (Error, TimeoutError, StopIteration) as problem:
        late = "Timeout" in type(problem).__name__
        gone[peer.name] = f"over {LONGEST_MS // 1000} s: given up" if late else f"failed: {str(problem)[:80]}"
        peer.close()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of events")
    parser.add_argument("--no-sessions", action="store_true", help="leave the concurrent sessions out")
    given = parser.parse_args()
    plan, began = QUICK if given.quick else FULL, time.monotonic()
    load = os.getloadavg()[0]
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        try:
            cells = measure(plan, chromium, [int(size) for size in given.sizes.split(",")], began)
            together = None if given.no_sessions else sessions.measure(chromium, quick=given.quick)
            version = chromium.version
        finally:
            chromium.close()
    machine = report.machine(version) | {"load before": round(load, 2), "seconds": round(time.monotonic() - began)}
    scale_report.write(
        {"machine": machine, "plan": "quick" if given.quick else "full", "cells": cells, "sessions": together}
    )


if __name__ == "__main__":
    main()
