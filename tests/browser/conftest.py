"""The app in a real Chromium: one server a run, one browser a module, one clean page a test.

The browser reaches no host but the app's own; whatever it asks of another is counted and fails the test.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Locator, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
START_S = 60
WAIT_MS = 30_000
OWN_SCHEMES = ("data", "blob", "about")


# --- the server ---------------------------------------------------------------------------


def copy_of_app(folder: Path) -> Path:
    """What the app needs to run, in a folder of its own: nobody else's edits or files get in the way."""
    left_out = shutil.ignore_patterns(".*", "static", "tests", "bench", "__pycache__")
    shutil.copytree(ROOT, folder, ignore=left_out)
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    return folder


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The app of a folder on a free port, stopped at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.address", "127.0.0.1"]
    process = subprocess.Popen(
        [*command, "--server.port", str(port)], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def _wait_for(address: str, process: subprocess.Popen) -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        assert process.poll() is None, f"the server ended with {process.returncode}"
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"the server did not answer within {START_S} s")


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], Any]:
    """`with serve(folder) as address:` runs the app of a folder."""
    return serving


@pytest.fixture(scope="session")
def app_copy() -> Callable[[Path], Path]:
    """`app_copy(folder)` puts the app into a new folder."""
    return copy_of_app


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, served for the whole run."""
    with serving(copy_of_app(tmp_path_factory.mktemp("served") / "app")) as address:
        yield address


# --- the browser --------------------------------------------------------------------------


def browser_path() -> str | None:
    return next((path for path in map(shutil.which, BROWSERS) if path), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser a module: Playwright's event loop must not outlive the browser tests."""
    path = browser_path()
    if path is None:
        missing = f"none of {', '.join(BROWSERS)} is installed"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGS)
        yield browser
        browser.close()


@dataclass
class Watch:
    """What went wrong in a page or was asked of other hosts."""

    own: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def on(self, context: BrowserContext) -> None:
        """Note the requests, sockets and errors of all pages and frames."""
        context.on("request", lambda request: self._asked(request.url))
        context.on("page", lambda page: page.on("websocket", lambda socket: self._asked(socket.url)))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("console", self._said)

    def _asked(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in OWN_SCHEMES and parts.netloc != urlsplit(self.own).netloc:
            self.foreign.append(address)

    def _said(self, message: Any) -> None:
        if "/_stcore/" in message.location["url"]:  # on /compare Streamlit first asks under /compare/_stcore
            return
        if message.type == "error" and "ERR_NAME_NOT_RESOLVED" not in message.text:  # that is counted as foreign
            self.errors.append(f"{message.text} ({message.location['url']})")

    def check(self) -> None:
        assert self.foreign == [], "asked other hosts"
        assert self.errors == [], "errors in the page"


@pytest.fixture
def pages(browser: Browser) -> Iterator[Callable[..., Replay]]:
    """`pages(address, width=…, …)` opens a clean, watched page; all are checked at the end."""
    opened: list[tuple[BrowserContext, Watch]] = []

    def new(address: str, *, width: int = 1440, height: int = 900, **options: Any) -> Replay:
        context = browser.new_context(
            viewport={"width": width, "height": height}, service_workers="block", locale="en-US", **options
        )
        context.set_default_timeout(WAIT_MS)
        watch = Watch(address)
        watch.on(context)
        opened.append((context, watch))
        return Replay(context.new_page(), address, watch)

    yield new
    for context, _ in opened:
        context.close()
    for _, watch in opened:
        watch.check()


@pytest.fixture
def replay(pages: Callable[..., Replay], server: str) -> Replay:
    """The app's own page, not opened yet."""
    return pages(server)


# --- the page -----------------------------------------------------------------------------


class Replay:
    """The map page as a reader sees it: what is asked of it and what it shows."""

    def __init__(self, page: Page, address: str, watch: Watch) -> None:
        self.page = page
        self.address = address
        self.watch = watch
        self.axis: Locator = page.get_by_role("slider", name="Day")
        self.panel: Locator = page.locator(".panel")
        self.card: Locator = page.locator(".panel .card")
        self.typed: Locator = page.get_by_label("Go to a day")

    def open(self, **query: str) -> Replay:
        self.page.goto(f"{self.address}/?{urlencode(query)}")
        return self.wait()

    def wait(self) -> Replay:
        """Until map, timeline and panel stand and the map is painted."""
        self.until("window.conflictReplay?.views.size === 3 && conflictReplay.lastPaint?.day === conflictReplay.day")
        return self

    def until(self, condition: str, arg: Any = None) -> None:
        self.page.wait_for_function(condition, arg=arg)

    def js(self, expression: str, arg: Any = None) -> Any:
        return self.page.evaluate(expression, arg)

    @property
    def frame(self) -> Frame:
        return next(frame for frame in self.page.frames if "streamlit_folium" in frame.url)

    @property
    def day(self) -> str:
        return self.js("conflictReplay.day")

    @property
    def state(self) -> dict[str, Any]:
        return self.js("({...conflictReplay.state, day: conflictReplay.day})")

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.js("location.href")).query))

    def t(self, key: str) -> str:
        """A text of the interface."""
        return self.js("(key) => conflictReplay.t(key)", key)

    def choose(self, group: str, name: str) -> None:
        """Press one of the buttons of a group."""
        self.page.get_by_role("group", name=group).get_by_role("button", name=name, exact=True).click()

    def play_at(self, speed: str) -> None:
        """Play at so many steps a second."""
        self.page.get_by_text(self.t("timeline.options"), exact=True).click()
        self.page.get_by_label("Speed").select_option(speed)
        self.page.get_by_role("button", name="Play", exact=True).click()

    def wait_for_query(self, **wanted: str | None) -> None:
        """Until the address says so (None: says nothing of it): the server has heard of it."""
        self.until(
            "(wanted) => { const has = new URLSearchParams(location.search);"
            " return Object.entries(wanted).every(([key, value]) => has.get(key) === value); }",
            wanted,
        )

    def go_to(self, day: str) -> None:
        """Show a day without telling the server."""
        assert self.js("(day) => conflictReplay.setDay(day)", day)
        self.until("(day) => conflictReplay.lastPaint.day === day", day)

    def mark(self) -> None:
        """Leave something in the map's frame that a new frame would not have."""
        self.frame.evaluate("() => { window.__mark = document.querySelector('.leaflet-container').__mark = 1; }")

    def same_frame(self) -> bool:
        here = "window.__mark === 1 && document.querySelector('.leaflet-container').__mark === 1"
        return bool(self.frame.evaluate(here))

    def sight(self) -> list[float]:
        """Where the map looks: latitude, longitude, zoom."""
        return self.frame.evaluate(
            "() => { const {map} = conflictMap, c = map.getCenter(); return [c.lat, c.lng, map.getZoom()]; }"
        )

    def look_at(self, lon: float, lat: float, zoom: float) -> None:
        self.frame.evaluate(
            "([lon, lat, zoom]) => conflictMap.map.setView([lat, lon], zoom, {animate: false})", [lon, lat, zoom]
        )

    def on_map(self, lon: float, lat: float) -> tuple[float, float]:
        """Where on the screen a place of the map is."""
        x, y = self.frame.evaluate(
            "([lon, lat]) => { const p = conflictMap.map.latLngToContainerPoint([lat, lon]); return [p.x, p.y]; }",
            [lon, lat],
        )
        self.page.locator("iframe[title*=folium]").scroll_into_view_if_needed()
        box = self.page.locator("iframe[title*=folium]").bounding_box()
        return box["x"] + x, box["y"] + y

    def picture(self, layer: str = "zones") -> str:
        """The pixels of a layer, as a data address: equal when the pictures are."""
        return self.frame.evaluate(
            "(layer) => document.querySelector(`.leaflet-${layer}-pane canvas`).toDataURL()", layer
        )

    def inked(self, layer: str) -> int:
        """How many pixels of a layer are not empty."""
        return self.frame.evaluate(
            "(layer) => { const canvas = document.querySelector(`.leaflet-${layer}-pane canvas`);"
            " const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);"
            " let count = 0; for (let i = 3; i < data.length; i += 4) if (data[i]) count++; return count; }",
            layer,
        )

    def axis_point(self, day: str) -> tuple[float, float]:
        """Where on the screen the handle of a day is."""
        self.axis.scroll_into_view_if_needed()
        box = self.axis.bounding_box()
        x = self.js(
            "(day) => conflictReplay.views.get('timeline').histogram.xOf(conflictReplay.record.dayNumber(day))", day
        )
        return box["x"] + x, box["y"] + box["height"] / 2
