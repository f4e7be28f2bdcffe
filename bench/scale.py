"""`python -m bench.scale [--quick] [--sizes 1000,10000]`: up to a million events, beside folium's and pydeck's own ways.

Writes bench/results-scale.json and docs/performance-scale.md. All subjects of a cell (a number of events and a
window) are open in one Chromium and are stepped in turns; other hosts cannot be reached.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tarfile
import time
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Error, Frame, Playwright, sync_playwright

from bench import browser, report, scale_report, sessions

SIZES = (1_000, 10_000, 100_000, 1_000_000)
WINDOWS = ("30", "all")
START = "2026-02-20"  # near the end of the record: 'all' is nearly all
SEED = 20210815
LONGEST_MS = 45_000
PEERS = browser.ROOT / "bench" / "peers"
CACHE = browser.ROOT / ".cache" / "bench-npm"
#: What no package on PyPI ships, by name and version as folium 0.20 asks for them: file in the package → our name.
PLUGINS = {
    "leaflet.timeline@1.6.0": {"dist/leaflet.timeline.js": "leaflet.timeline.js"},
    "leaflet-timedimension@1.1.1": {
        "dist/leaflet.timedimension.min.js": "leaflet.timedimension.js",
        "dist/leaflet.timedimension.control.css": "leaflet.timedimension.css",
    },
    "iso8601-js-period@0.2.1": {"iso8601.js": "iso8601.js"},
    "moment@2.18.1": {"min/moment.min.js": "moment.js"},
}
#: In a pydeck page: the day is drawn when its text stands and deck.gl has uploaded new geometry and drawn it.
DECK = """
if (window === top) {
  addEventListener("keydown", (e) => { window.__input = performance.timeOrigin + e.timeStamp; }, true);
  let fresh = false, at = 0, shown = null;
  const proto = WebGL2RenderingContext.prototype;
  for (const name of ["bufferData", "bufferSubData"]) {
    const old = proto[name];
    proto[name] = function (...rest) {
      if (rest.some((part) => (part?.byteLength ?? 0) > 2048)) fresh = true; // uniforms are smaller
      return old.apply(this, rest);
    };
  }
  for (const name of ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"]) {
    const old = proto[name];
    proto[name] = function (...rest) {
      if (fresh) { fresh = false; requestAnimationFrame(() => requestAnimationFrame(() => { at = performance.timeOrigin + performance.now(); })); }
      return old.apply(this, rest);
    };
  }
  setInterval(() => {
    const day = document.querySelector("#day")?.textContent;
    if (day && day !== shown && at > (window.__input ?? 0)) { shown = day; window.__drawn = { day, at }; }
  }, 5);
}
"""
#: In a plugin's frame: one day on, and how long until the second animation frame.
STEP = """() => new Promise((done) => {
  const before = performance.now();
  GO;
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - before)));
})"""
SLIDE = "{ const s = document.querySelector('.time-slider'); s.value = Number(s.value) + 86400000; s.dispatchEvent(new Event('input')); }"
TO_START = (
    "(ms) => { const s = document.querySelector('.time-slider'); s.value = ms; s.dispatchEvent(new Event('input')); }"
)
LIMITS = {
    "naive": {"30": 100_000, "all": 1_000},
    "feature group": {"30": 100_000, "all": 10_000},
    "pydeck": {"30": 100_000, "all": 100_000},
}
PLUGIN_LIMIT = 10_000


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


@dataclass
class App(browser.Subject):
    """This app, or a peer that the server drives; its page shows synthetic events."""

    probe: str = browser.PROBE
    foreign: set[str] = field(default_factory=set)

    def show(self, chromium: browser.Browser, query: str) -> None:
        """Open the page anew and wait for its map."""
        self.close()
        context = chromium.new_context(viewport=browser.VIEWPORT, locale="en-US")
        context.set_default_timeout(LONGEST_MS)
        context.add_init_script(self.probe.replace("NAIVE", "true" if self.drawn == browser.THEIRS else "false"))
        self.page, self.day = context.new_page(), START
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.goto(f"{self.server.address}/?date={START}&{query}")
        self.arrive()
        self.listen()

    def _asked(self, url: str) -> None:
        if url.startswith("http") and not url.startswith(self.server.address):
            self.foreign.add(url.split("/")[2])

    def arrive(self) -> None:
        """Until the first map stands."""
        self.note("load, ms", self.wait_drawn() - self.page.evaluate("performance.timeOrigin"))

    def heap(self) -> None:
        """JavaScript objects and typed arrays, in MB, after a collection."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("HeapProfiler.collectGarbage")
        used = session.send("Runtime.getHeapUsage")
        self.note("heap, MB", (used["usedSize"] + used.get("backingStorageSize", 0)) / 1e6)

    def close(self) -> None:
        """Leave the page."""
        if self.page:
            self.page.context.close()
        self.page = None


@dataclass
class Plugin(App):
    """A plugin of folium: everything is in its frame, the server has no part in a step."""

    go: str = ""
    ready: str = ""
    begin: str = ""

    def frame(self) -> Frame:
        """The map's frame."""
        return next(frame for frame in self.page.frames if "folium" in frame.url)

    def arrive(self) -> None:
        """Until the plugin stands, then to the first day."""
        end = time.monotonic() + LONGEST_MS / 1000
        while not any("folium" in frame.url for frame in self.page.frames):
            if time.monotonic() > end:
                raise TimeoutError(self.name)
            self.page.wait_for_timeout(50)
        self.frame().wait_for_function(self.ready)
        at = self.frame().evaluate("() => performance.timeOrigin + performance.now()")
        self.note("load, ms", at - self.page.evaluate("performance.timeOrigin"))
        self.page.wait_for_timeout(browser.SETTLE_MS)
        first, wanted = self.page.evaluate("(d) => [Date.parse('2021-08-15'), Date.parse(d)]", START)
        self.frame().evaluate(self.begin, {"number": wanted - first, "date": wanted})
        self.page.wait_for_timeout(browser.SETTLE_MS)

    def steps(self, count: int) -> None:
        """Day by day with the plugin's own means."""
        self.page.bring_to_front()
        sent = self.websocket_bytes
        for _ in range(count):
            self.note("step by key to map drawn, ms", self.frame().evaluate(STEP.replace("GO", self.go)))
            self.page.wait_for_timeout(100)
        self.note("server CPU a step, ms", 0)
        self.note("websocket a step, KB", (self.websocket_bytes - sent) / 1000 / count)


def subjects() -> dict[str, App]:
    """This app and its peers; a peer's server runs from the first cell to the last."""
    slider = "[data-testid=stSlider] input[type=range]"
    served = lambda name, file, **more: App(name, f"bench/peers/{file}_app.py", browser.THEIRS, slider, **more)  # noqa: E731
    alone = lambda name, file, **more: Plugin(name, f"bench/peers/{file}_app.py", browser.THEIRS, "", **more)  # noqa: E731
    every = (
        App("this app", "app.py", browser.OURS, "canvas[role=slider]"),
        served("naive", "naive"),
        served("feature group", "feature_group"),
        served("pydeck", "pydeck", probe=DECK),
        alone(
            "Timeline", "timeline", go=SLIDE, ready="!!document.querySelector('.time-slider')",
            begin=f"(at) => ({TO_START})(at.number)",
        ),
        alone(
            "TimestampedGeoJson", "timestamped", go="map.timeDimension.nextTime()",
            ready="!!document.querySelector('.timecontrol-forward') && !!window.map?.timeDimension",
            begin="(at) => map.timeDimension.setCurrentTime(at.date)",
        ),
    )  # fmt: skip
    return {subject.name: subject for subject in every}


def plugin_files() -> str | None:
    """Leaflet and the plugins in the folder that Streamlit serves for the peers; why not, if they can't be had."""
    browser.leaflet_files()
    folder = PEERS / "static"
    folder.mkdir(exist_ok=True)
    for name in ("leaflet.js", "leaflet.css"):
        shutil.copy(browser.ROOT / "bench" / "static" / name, folder / name)
    (folder / "empty.json").write_text('{"version": 8, "sources": {}, "layers": []}')  # pydeck's ground
    CACHE.mkdir(parents=True, exist_ok=True)
    try:
        for package, wanted in PLUGINS.items():
            file = CACHE / f"{package.replace('@', '-')}.tgz"
            if not file.exists():
                subprocess.run(
                    ["npm", "pack", "--silent", package], cwd=CACHE, check=True, capture_output=True, timeout=60
                )
            with tarfile.open(file) as archive:
                for path, name in wanted.items():
                    (folder / name).write_bytes(archive.extractfile(f"package/{path}").read())
    except (OSError, subprocess.SubprocessError) as problem:
        return f"the plugins' scripts could not be fetched from the npm registry ({type(problem).__name__})"
    return None


def launch(playwright: Playwright) -> browser.Browser:
    """Chromium as in the other benchmark, with no way to other hosts."""
    only_us = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    webgl = "--enable-unsafe-swiftshader"  # for pydeck alone
    return browser.launch(playwright, only_us, webgl)


def reaches(name: str, size: int, window: str, no_plugins: str | None) -> str | None:
    """Why a peer is not measured in a cell; None when it is."""
    if name in LIMITS:
        return None if size <= LIMITS[name][window] else "too slow at this number: not run"
    if size > PLUGIN_LIMIT:
        return "too large at this number: not run"
    return no_plugins


def measure(plan: Plan, chromium: browser.Browser, sizes: list[int], began: float) -> list[dict[str, Any]]:
    """All cells."""
    every, no_plugins, cells = subjects(), plugin_files(), []
    try:
        for subject in every.values():
            subject.server = browser.Server(subject.script)
        for size in sizes:
            for window in WINDOWS:
                why = {name: reaches(name, size, window, no_plugins) for name in every if name != "this app"}
                if time.monotonic() - began > 60 * plan.minutes:
                    why = {name: reason or "no time left: not run" for name, reason in why.items()}
                cells.append(cell(plan, chromium, every, size, window, why))
                print(f"{size} {window}: {time.monotonic() - began:.0f} s", flush=True)
    finally:
        for subject in every.values():
            if subject.server:
                subject.server.stop()
    return cells


def cell(
    plan: Plan, chromium: browser.Browser, every: dict[str, App], size: int, window: str, why: dict[str, str | None]
) -> dict[str, Any]:
    """One number of events and one window."""
    for subject in every.values():
        subject.found, subject.foreign = {}, set()
    app, gone = every["this app"], {name: reason for name, reason in why.items() if reason}
    peers = [every[name] for name in why if name not in gone]
    made = own_world(app, chromium, size, window)
    for peer in peers:
        attempt(peer, gone, lambda peer=peer: (peer.show(chromium, f"events={size}&window={window}"), peer.heap()))
    used: dict[str, float] = {}
    for _ in range(plan.rounds):
        app.steps(plan.own)
        for peer in peers:
            for _ in range(plan.peer):
                if peer.name in gone or used.get(peer.name, 0) > plan.cell:
                    continue
                before = time.monotonic()
                attempt(peer, gone, lambda peer=peer: peer.steps(1))
                used[peer.name] = used.get(peer.name, 0) + time.monotonic() - before
    for peer in peers:
        peer.close()
    app.page.bring_to_front()
    played = app.page.evaluate("(seconds) => scalePlay(seconds)", plan.seconds)
    app.note("days a second", played["days"])
    app.note("frames a second", played["frames"])
    for gap in played["gaps"]:
        app.note("between pictures, ms", gap)
    app.close()
    found = {s.name: {k: report.summary(v) for k, v in s.found.items()} for s in (app, *peers) if s.found}
    foreign = {s.name: sorted(s.foreign) for s in (app, *peers) if s.foreign}
    return {"events": size, "window": window, "made": made, "figures": found, "missing": gone, "refused hosts": foreign}


def own_world(app: App, chromium: browser.Browser, size: int, window: str) -> dict[str, float]:
    """Synthetic events and intervals into this app's page; what that took."""
    app.show(chromium, f"window={window}")
    app.page.wait_for_function("conflictReplay.views.has('timeline') && conflictReplay.views.has('panel')")
    app.page.add_script_tag(content=(browser.ROOT / "bench" / "synthetic.js").read_text("utf-8"))
    made = app.page.evaluate("([count, seed]) => scaleWorld(count, seed)", [size, SEED])
    app.page.wait_for_timeout(browser.SETTLE_MS)
    app.page.evaluate("(day) => conflictReplay.setDay(day)", START)
    app.page.wait_for_timeout(browser.SETTLE_MS)
    app.heap()
    return {name: round(value, 1) for name, value in made.items()}


def attempt(peer: App, gone: dict[str, str], work: Any) -> None:
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
