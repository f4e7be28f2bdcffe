"""`python -m bench.reach [ROUNDS]`: from nothing to a true map and a working handle, on a desk and on slow phones.

An empty cache each time. Beside the app stand the same behind nginx (`deploy/nginx.conf`), its one-file replay, a naive
Streamlit and folium app and a plain folium page, in one run, in turns. Writes bench/results-reach.json and
docs/performance-reach.md.
"""

from __future__ import annotations

import gzip
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import folium
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from bench.browser import FIRST, VIEWPORT, launch, leaflet_files
from bench.reach_report import APP, BEHIND, MEASURES, READ, write
from bench.report import machine, summary
from bench.server import ROOT, Server
from geo.control.timeline import Timeline
from geo.export.one_file import write_one_file
from geo.record.load import load
from geo.style.areas import CONTROLLERS, OTHER_CONTROLLER
from trials.nginx import MISSING, behind_nginx, nginx_path

ROUNDS, PATIENCE_S = 3, 180
PHONE = {"width": 390, "height": 844}
FIRST_MAP, HANDLE, HEAP, BYTES, REQUESTED, SCRUBBED, STEP = MEASURES
#: A handle that is moved by a day in each frame: how many days a second reach the screen, and how late each is.
SCRUBBED_DAYS = 180
SCRUB = """async (count) => { const store = conflictReplay, set = new Map(), late = []; let seen = store.lastPaint;
  store.move(true); const from = store.state.day, begin = performance.now(); let last = begin;
  const frame = () => new Promise(requestAnimationFrame);
  const note = () => { if (store.lastPaint === seen) return; seen = store.lastPaint; last = seen.at;
    if (set.has(seen.day)) late.push(seen.at - set.get(seen.day)); };
  for (let i = 1; i <= count; i++) { store.set({ day: from + i }); set.set(store.day, performance.now()); await frame(); note(); }
  for (let i = 0; i < 4; i++) { await frame(); note(); }
  store.move(false); late.sort((one, other) => one - other);
  return [late.length / ((last - begin) / 1000), late[late.length >> 1]]; }"""


@dataclass(frozen=True)
class Line:
    """A reader's line and machine: kbit/s and ms (0: as it is), how much slower the processor."""

    name: str
    screen: Any
    kbit: int
    latency: int
    slower: int


LINES = (
    Line("desktop", VIEWPORT, 0, 0, 1),
    Line("phone, fast 3G", PHONE, 1600, 150, 4),
    Line("phone, slow 3G", PHONE, 400, 400, 4),
)


@dataclass(frozen=True)
class Subject:
    """What is opened: where, and the JavaScript that says that a true map is seen, and that its handle works."""

    name: str
    address: str
    has_map: str
    has_handle: str


OURS = "Boolean(window.conflictReplay?.lastPaint)"
#: A true map is the day's picture, or the map itself.
PICTURE = (
    f"[...document.querySelectorAll('#first-picture svg')].some((svg) => svg.getBoundingClientRect().width) || {OURS}"
)
FRAME_DRAWN = """[...document.querySelectorAll('iframe')].some((f) => f.contentDocument?.querySelectorAll('path.leaflet-interactive').length > 300)"""
PAGE_DRAWN = "document.querySelectorAll('path.leaflet-interactive').length > 300"
#: Looks in every frame of animation, and notes when each first holds.
PROBE = """if (window === top) { window.__at = {};
const look = () => { const now = performance.now();
  if (window.__at.map === undefined && (MAP)) window.__at.map = now;
  if (window.__at.handle === undefined && (HANDLE)) window.__at.handle = now;
  requestAnimationFrame(look); }; requestAnimationFrame(look); }"""


class _Zipped(SimpleHTTPRequestHandler):
    """Files as any host sends them: compressed by gzip."""

    def do_GET(self) -> None:
        content = gzip.compress((Path(self.directory) / self.path.partition("?")[0].strip("/")).read_bytes(), 6)
        self.send_response(200)
        for name, value in (("Content-Type", self.guess_type(self.path)), ("Content-Encoding", "gzip")):
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_words: Any) -> None:
        """Say nothing."""


def main() -> None:
    """Measure, write, print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    found: dict[str, list[float]] = {}
    with sync_playwright() as playwright, subjects() as (opened, trust):
        chromium = launch(playwright, trust)
        for subject in opened:  # the record is read, files are compressed: once a server
            one(chromium, subject, LINES[0], {})
        for number in range(rounds):
            for line in LINES:
                for subject in opened:
                    print(
                        f"round {number + 1} of {rounds}, {subject.name}, {line.name}, load {os.getloadavg()[0]:.1f}",
                        flush=True,
                    )
                    one(chromium, subject, line, found)
        on = machine(chromium.version)
        chromium.close()
    names = [subject.name for subject in opened]
    write({"machine": on, "subjects": names, "figures": {key: summary(values) for key, values in found.items()}})


@contextmanager
def subjects() -> Iterator[tuple[list[Subject], str]]:
    """All that is compared, served; and what lets Chromium trust nginx."""
    nginx = nginx_path()
    if nginx is None:
        raise SystemExit(MISSING)
    leaflet_files()
    timeline = Timeline(load())
    with TemporaryDirectory() as made:
        folder = Path(made)
        write_one_file(timeline, folder / "replay.html")
        folium_page(timeline, folder)
        files = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Zipped, directory=str(folder)))
        threading.Thread(target=files.serve_forever, daemon=True).start()
        here = f"http://127.0.0.1:{files.server_port}"
        with ExitStack() as served:
            app, naive = (served.enter_context(running(script)) for script in ("app.py", "bench/naive_app.py"))
            served.callback(files.shutdown)
            front = served.enter_context(behind_nginx(nginx, app, folder, folder / "nginx"))
            found = [
                Subject(APP, f"{app}/?date={FIRST}", PICTURE, OURS),
                Subject(BEHIND, f"{front.app}/?date={FIRST}", PICTURE, OURS),
                Subject(READ, f"{app}/read/?date={FIRST}", PICTURE, OURS),
                Subject("one-file replay", f"{here}/replay.html#date={FIRST}", OURS, OURS),
                Subject("naive app", naive, FRAME_DRAWN, FRAME_DRAWN),
                Subject("folium page", f"{here}/folium.html", PAGE_DRAWN, "false"),
            ]
            yield found, front.trust


@contextmanager
def running(script: str) -> Iterator[str]:
    """The address of a server of Streamlit, stopped at the end."""
    server = Server(script)
    try:
        yield server.address
    finally:
        server.stop()


def folium_page(timeline: Timeline, folder: Path) -> None:
    """The districts of one day as folium saves them; Leaflet from a file beside it."""
    states = {admin2_id: interval.state for admin2_id, interval in timeline.states_at(FIRST).items()}
    drawn = folium.Map(location=[34, 66], zoom_start=6, tiles=None)
    drawn.default_js, drawn.default_css = [("leaflet", "leaflet.js")], [("css", "leaflet.css")]
    for name in ("leaflet.js", "leaflet.css"):
        (folder / name).write_bytes((ROOT / "bench" / "static" / name).read_bytes())

    def style(feature: dict[str, Any]) -> dict[str, Any]:
        state = states[feature["properties"]["admin2_id"]]
        colour = CONTROLLERS.get(state.controller, OTHER_CONTROLLER) if state else "#FFFFFF"
        return {"fillColor": colour, "fillOpacity": 0.6, "color": "#555", "weight": 0.5}

    districts = timeline.dataset.frame("districts")[["admin2_id", "name_en", "geometry"]]
    folium.GeoJson(districts, style_function=style, tooltip=folium.GeoJsonTooltip(["name_en"])).add_to(drawn)
    drawn.save(str(folder / "folium.html"))


def one(chromium: Browser, subject: Subject, line: Line, found: dict[str, list[float]]) -> None:
    """Open a subject once on a line, with an empty cache, until its handle works."""
    context = chromium.new_context(viewport=line.screen, locale="en-US", bypass_csp=True)
    context.add_init_script(PROBE.replace("MAP", subject.has_map).replace("HANDLE", subject.has_handle))
    page = context.new_page()
    session, wire = context.new_cdp_session(page), {"bytes": 0.0, "asked": 0.0}
    listen(session, wire)
    slow_down(session, line)
    page.goto(subject.address, wait_until="commit", timeout=PATIENCE_S * 1000)
    wanted = "map" if subject.has_handle == "false" else "handle"
    wait_for(lambda: page.evaluate(f"window.__at?.{wanted} !== undefined"))
    at = page.evaluate("window.__at")
    note(found, subject, line, FIRST_MAP, at["map"] / 1000)
    if "handle" in at:
        note(found, subject, line, HANDLE, at["handle"] / 1000)
    rest(page)
    if subject.has_handle == OURS:
        days, step = page.evaluate(SCRUB, SCRUBBED_DAYS)
        note(found, subject, line, SCRUBBED, days)
        note(found, subject, line, STEP, step)
    note(found, subject, line, HEAP, session.send("Runtime.getHeapUsage")["usedSize"] / 1e6)
    note(found, subject, line, BYTES, wire["bytes"] / 1000)
    note(found, subject, line, REQUESTED, wire["asked"])
    context.close()


def note(found: dict[str, list[float]], subject: Subject, line: Line, measure: str, value: float) -> None:
    """Keep a value."""
    found.setdefault(f"{subject.name} | {line.name} | {measure}", []).append(value)


def listen(session: CDPSession, wire: dict[str, float]) -> None:
    """Count requests and the bytes that come, packed as they are; those of the websocket too."""
    session.send("Network.enable")

    def finished(message: dict[str, Any]) -> None:
        wire["bytes"] += message["encodedDataLength"]
        wire["asked"] += 1

    def frame(message: dict[str, Any]) -> None:
        wire["bytes"] += len(message["response"]["payloadData"]) * 3 / 4

    session.on("Network.loadingFinished", finished)
    session.on("Network.webSocketFrameReceived", frame)


def slow_down(session: CDPSession, line: Line) -> None:
    """Make the browser as slow as the reader's."""
    if line.kbit:
        rate = line.kbit * 125
        limits = {"offline": False, "latency": line.latency, "downloadThroughput": rate, "uploadThroughput": rate}
        session.send("Network.emulateNetworkConditions", limits)
    if line.slower > 1:
        session.send("Emulation.setCPUThrottlingRate", {"rate": line.slower})


def rest(page: Page) -> None:
    """Until what comes after the handle has come, too."""
    page.wait_for_load_state("networkidle", timeout=PATIENCE_S * 1000)


def wait_for(holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > end:
            raise SystemExit("a page never came to show its map")
        time.sleep(0.05)


if __name__ == "__main__":
    main()
