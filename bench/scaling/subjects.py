"""What `bench.scale` measures: this app and its peers over synthetic events, and the plugins' scripts that they need."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Frame, Playwright

from bench import browser
from bench.server import ROOT

START = "2026-02-20"  # near the end of the record: 'all' is nearly all
SEED = 20210815
LONGEST_MS = 45_000
PEERS = ROOT / "bench" / "peers"
CACHE = ROOT / ".cache" / "bench-npm"
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


@dataclass
class App(browser.Subject):
    """This app, or a peer that the server drives; its page shows synthetic events."""

    probe: str = browser.PROBE
    foreign: set[str] = field(default_factory=set)

    def show(self, chromium: Browser, query: str) -> None:
        """Open the page anew and wait for its map."""
        self.close()
        context = chromium.new_context(viewport=browser.VIEWPORT, locale="en-US", bypass_csp=True)
        context.set_default_timeout(LONGEST_MS)
        context.add_init_script(self.probe.replace("NAIVE", "true" if self.drawn == browser.THEIRS else "false"))
        self.tab, self.day = context.new_page(), START
        self.page.on("request", lambda request: self._requested(request.url))
        self.page.goto(f"{self.server.address}/?date={START}&{query}")
        self.arrive()
        self.listen()

    def _requested(self, url: str) -> None:
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
    every = (
        App("this app", "app.py", browser.OURS, "canvas[role=slider]"),
        _served("naive", "naive"),
        _served("feature group", "feature_group"),
        _served("pydeck", "pydeck", probe=DECK),
        _plugin(
            "Timeline", "timeline", go=SLIDE, ready="!!document.querySelector('.time-slider')",
            begin=f"(at) => ({TO_START})(at.number)",
        ),
        _plugin(
            "TimestampedGeoJson", "timestamped", go="map.timeDimension.nextTime()",
            ready="!!document.querySelector('.timecontrol-forward') && !!window.map?.timeDimension",
            begin="(at) => map.timeDimension.setCurrentTime(at.date)",
        ),
    )  # fmt: skip
    return {subject.name: subject for subject in every}


def _served(name: str, file: str, **more: Any) -> App:
    """A peer that is stepped by Streamlit's slider."""
    slider = "[data-testid=stSlider] input[type=range]"
    return App(name, f"bench/peers/{file}_app.py", browser.THEIRS, slider, **more)


def _plugin(name: str, file: str, **more: Any) -> Plugin:
    return Plugin(name, f"bench/peers/{file}_app.py", browser.THEIRS, "", **more)


def plugin_files() -> str | None:
    """Leaflet and the plugins in the folder that Streamlit serves for the peers; why not, if they can't be had."""
    browser.leaflet_files()
    folder = PEERS / "static"
    folder.mkdir(exist_ok=True)
    for name in ("leaflet.js", "leaflet.css"):
        shutil.copy(ROOT / "bench" / "static" / name, folder / name)
    (folder / "empty.json").write_text('{"version": 8, "sources": {}, "layers": []}')  # pydeck's basemap
    CACHE.mkdir(parents=True, exist_ok=True)
    try:
        for package, wanted in PLUGINS.items():
            with tarfile.open(_package(package)) as archive:
                for path, name in wanted.items():
                    (folder / name).write_bytes(_member(archive, f"package/{path}"))
    except (OSError, subprocess.SubprocessError) as problem:
        return f"the plugins' scripts could not be fetched from the npm registry ({type(problem).__name__})"
    return None


def _package(package: str) -> Path:
    """A package of npm as an archive, fetched once."""
    file = CACHE / f"{package.replace('@', '-')}.tgz"
    if not file.exists():
        subprocess.run(["npm", "pack", "--silent", package], cwd=CACHE, check=True, capture_output=True, timeout=60)
    return file


def _member(archive: tarfile.TarFile, path: str) -> bytes:
    member = archive.extractfile(path)
    if member is None:
        raise FileNotFoundError(path)
    return member.read()


def launch(playwright: Playwright) -> Browser:
    """Chromium as in the other benchmark, with no way to other hosts."""
    only_us = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    webgl = "--enable-unsafe-swiftshader"  # for pydeck alone
    return browser.launch(playwright, only_us, webgl)
