"""What is measured: two apps in one real Chromium, driven by the same keys, timed by the same clock.

A step's latency runs from the time stamp of the input event to the second animation frame of the new day's
picture: the first carries it, the beginning of the second says that the first is done.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import pairwise
from typing import Any

from playwright.sync_api import Browser, Page, Playwright, ViewportSize

from bench.server import ROOT, Server
from trials.app import browser_path

#: No GPU, explicitly: left to itself Chromium may paint whole pages through an emulated one.
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
]
VIEWPORT: ViewportSize = {"width": 1440, "height": 900}
FIRST = "2021-09-05"
SETTLE_MS = 900  # after a step: the report to the server, its answer, the address
WAIT_MS = 20_000
#: The same map by another definition and as known by a day, and what a step of it is called.
SEEN, SEEN_STEP = "&definition=lwj&known_by=2021-12-31", "step by key, by a definition and as known by a day, ms"
STEP = "step by key to map drawn, ms"

#: In every frame: when an input event was made, and when the naive map of a day stands (its paths name the day).
PROBE = """
if (window === top) {
  for (const kind of ["keydown", "pointermove"])
    addEventListener(kind, (event) => { window.__input = performance.timeOrigin + event.timeStamp; }, true);
} else if (NAIVE) {
  setInterval(() => {
    const day = document.querySelector("path[class*='day-']")?.getAttribute("class").match(/day-([\\d-]+)/)[1];
    if (!day || day === window.__day) return;
    window.__day = day;
    const drawn = () => { top.__drawn = { day, at: performance.timeOrigin + performance.now() }; };
    requestAnimationFrame(() => requestAnimationFrame(drawn));
  }, 5);
}
"""
OURS = "(() => { const p = window.conflictReplay?.lastPaint; return p ? {day: p.day, at: performance.timeOrigin + p.at} : null; })()"
THEIRS = "(window.__drawn ?? null)"


@dataclass
class Subject:
    """One of the two apps: how it is started and stepped, and what was measured of it."""

    name: str
    script: str
    drawn: str  # JavaScript: what was last drawn, {day, at}, or null
    slider: str  # the slider's element
    running: Server | None = None
    tab: Page | None = None
    day: str = FIRST
    websocket_bytes: int = 0
    found: dict[str, list[float]] = field(default_factory=dict)

    @property
    def server(self) -> Server:
        """Its server, which has to run."""
        if self.running is None:
            raise RuntimeError(f"{self.name}: no server runs")
        return self.running

    @property
    def page(self) -> Page:
        """Its page, which has to be open."""
        if self.tab is None:
            raise RuntimeError(f"{self.name}: no page is open")
        return self.tab

    def serve(self) -> None:
        """Start its server, anew if one runs."""
        self.stop()
        self.running = Server(self.script)

    def stop(self) -> None:
        """End its server if one runs."""
        if self.running:
            self.running.stop()
        self.running = None

    def close(self) -> None:
        """Leave the page if one is open."""
        if self.tab:
            self.tab.context.close()
        self.tab = None

    def note(self, measure: str, value: float) -> None:
        """Keep a measured value."""
        self.found.setdefault(measure, []).append(value)

    def open(self, browser: Browser, more: str = "") -> float:
        """Open the page anew, with more in its address; the moment at which its map was drawn, in ms since 1970."""
        self.close()
        context = browser.new_context(viewport=VIEWPORT, locale="en-US", bypass_csp=True)
        context.set_default_timeout(WAIT_MS)
        context.add_init_script(PROBE.replace("NAIVE", "true" if self.drawn == THEIRS else "false"))
        self.tab, self.day = context.new_page(), FIRST
        self.page.goto(f"{self.server.address}/?date={FIRST}{more}")
        at = self.wait_drawn()
        if not more:
            self.note("page load to first map, ms", at - self.page.evaluate("performance.timeOrigin"))
        return at

    def wait_drawn(self) -> float:
        """Until the day is drawn; when that was."""
        self.page.wait_for_function(f"(day) => {self.drawn}?.day === day", arg=self.day)
        return float(self.page.evaluate(f"{self.drawn}.at"))

    def listen(self) -> None:
        """Count what goes over the websocket from now on."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("Network.enable")
        for event in ("Network.webSocketFrameReceived", "Network.webSocketFrameSent"):
            session.on(event, self._frame)

    def _frame(self, message: dict[str, Any]) -> None:
        text = message["response"]["payloadData"]
        self.websocket_bytes += len(text) * 3 // 4 if message["response"]["opcode"] == 2 else len(text)

    def steps(self, count: int, measure: str = STEP) -> None:
        """Go on day by day with the arrow key; each step is let come to rest."""
        self.page.bring_to_front()
        self.page.locator(self.slider).focus()
        cpu, sent = self.server.cpu_ms(), self.websocket_bytes
        for _ in range(count):
            self.day = next_day(self.day)
            self.page.keyboard.press("ArrowRight")
            at = self.wait_drawn()
            self.note(measure, at - self.page.evaluate("__input"))
            self.page.wait_for_timeout(SETTLE_MS)
        if measure != STEP:
            return
        self.note("server CPU a step, ms", (self.server.cpu_ms() - cpu) / count)
        self.note("websocket a step, KB", (self.websocket_bytes - sent) / 1000 / count)


def seen(app: Subject, browser: Browser, count: int) -> None:
    """Steps where the map is by another definition and as known by a day; this app only."""
    app.open(browser, SEEN)
    app.page.wait_for_timeout(SETTLE_MS)
    app.steps(count, SEEN_STEP)


def ours() -> Subject:
    """This app."""
    return Subject("this app", "app.py", OURS, "canvas[role=slider]")


def naive() -> Subject:
    """The same map, rebuilt at each step."""
    return Subject("naive", "bench/naive_app.py", THEIRS, "[data-testid=stSlider] input[type=range]")


def next_day(day: str, steps: int = 1) -> str:
    """The day after, or some days after, YYYY-MM-DD."""
    return str(dt.date.fromisoformat(day) + dt.timedelta(steps))


def launch(playwright: Playwright, *more: str) -> Browser:
    """The system's Chromium, with further arguments if need be."""
    path = browser_path()
    if path is None:
        raise SystemExit("No Chromium found; install chromium to run the benchmark.")
    return playwright.chromium.launch(executable_path=path, args=[*ARGS, *more])


def leaflet_files() -> None:
    """Leaflet beside the naive app, under the folder that Streamlit serves for it."""
    package = files("js_lib_leaflet") / "static" / "js_lib_leaflet"
    folder = ROOT / "bench" / "static"
    folder.mkdir(exist_ok=True)
    for name in ("leaflet.js", "leaflet.css"):
        (folder / name).write_bytes((package / name).read_bytes())


def drag(subject: Subject, count: int) -> None:
    """Move the handle of this app's timeline day by day in one gesture, forwards, with the pointer held down."""
    page = subject.page
    page.bring_to_front()
    x_of = "(day) => conflictReplay.views.get('timeline').axis.histogram.xOf(conflictReplay.record.dayNumber(day))"
    box = page.locator(subject.slider).bounding_box()
    if box is None:
        raise RuntimeError(f"{subject.name}: the timeline is not on the screen")

    def place(day: str) -> tuple[float, float]:
        return box["x"] + page.evaluate(x_of, day), box["y"] + box["height"] / 2

    page.mouse.move(*place(subject.day))
    page.mouse.down()
    for _ in range(count):
        subject.day = next_day(subject.day)
        page.mouse.move(*place(subject.day))
        at = subject.wait_drawn()
        subject.note("step by pointer to map drawn, ms", at - page.evaluate("__input"))
    page.mouse.up()
    page.wait_for_timeout(SETTLE_MS)


def replay(subject: Subject, seconds: float) -> None:
    """Play from the first day at 60 days a second and count the days that reach the screen."""
    page = subject.page
    page.bring_to_front()
    page.get_by_role("slider", name="Day").focus()
    page.keyboard.press("Home")
    page.evaluate(
        "document.querySelectorAll('*').forEach((e) => e.shadowRoot?.querySelector('details.play-options')?.setAttribute('open', ''))"
    )
    page.locator(".opener").click()
    page.locator("select[name=speed]").select_option("60")
    for box in page.locator("details.play-options input[type=checkbox]").all():
        box.set_checked(False)  # at full speed: not slower at changes, nothing skipped
    page.evaluate(
        """() => { window.__paints = []; let last = conflictReplay.lastPaint;
          const set = (paint) => { last = paint; __paints.push([paint.day, paint.at]); };
          Object.defineProperty(conflictReplay, 'lastPaint', { get: () => last, set }); }"""
    )
    page.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_timeout(1000 * seconds)
    page.get_by_role("button", name="Pause", exact=True).click()
    paints = page.evaluate("__paints")
    span = (paints[-1][1] - paints[0][1]) / 1000
    subject.note("replay at 60 days/s: days drawn a second", len({day for day, _ in paints[1:]}) / span)
    for (_, before), (_, now) in pairwise(paints):
        subject.note("replay at 60 days/s: time between pictures, ms", now - before)
