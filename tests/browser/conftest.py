"""The app in a real Chromium: one server a run, one browser a module, one clean page a test.

The browser reaches no host but the app's own; whatever it asks of another is counted and fails the test.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Locator, Page, expect, sync_playwright

from geo.address.view import first_view
from geo.browser.assets import Assets, asset_contents
from geo.control.timeline import Timeline
from geo.export.edition.earlier import told_file
from geo.export.edition.files import edition_files
from geo.export.edition.first_markup import drawn_picture
from geo.export.edition.frame import Edition
from geo.export.edition.map_page import map_page
from geo.export.first_words import first_words
from geo.wording.language import FIRST, speaking
from trials import at_rest
from trials.app import ARGS, Watch, copy_of_app, free_port, serving
from trials.proxy import policies, proxied

WAIT_MS = 60_000  # no machine is so slow; what takes longer does not happen
expect.set_options(timeout=WAIT_MS)
#: The pages that are opened from a disk; the others are made of the same parts.
ON_STICK = re.compile(r"(compare|events/(index|EV-2021-0091)|provinces/AF-PAN|stories/panjshir-2021)\b.*")


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


class Quiet(SimpleHTTPRequestHandler):
    """A plain host of files that says nothing."""

    def log_message(self, *_words: Any) -> None:
        """Nothing."""


@pytest.fixture(scope="session")
def files_host(published: Path) -> Iterator[str]:
    """The address of a plain host that has the site."""
    host = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(published)))
    threading.Thread(target=host.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{host.server_port}"
    host.shutdown()


@pytest.fixture(scope="session")
def stick(stick_in: Callable[[str], str]) -> str:
    """The address of a folder that holds some pages as `publish --stick` writes them."""
    return stick_in(FIRST)


@pytest.fixture(scope="session")
def stick_in(shipped_line, shipped_dir, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """The same in a language, as `publish --stick --lang` writes them; made when it is first asked for."""
    assets, contents = asset_contents(shipped_line, shipped_dir, on_stick=True)
    files = {f"assets/{assets.folder}/{name}": content for name, content in contents.items()}

    @cache
    def made(lang: str) -> str:
        folder = tmp_path_factory.mktemp("stick")
        pages = _pages_on_stick(shipped_line, assets, lang)
        for name, content in (files | {name: page.encode("utf-8") for name, page in pages.items()}).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        return Path(folder).as_uri()

    return made


def _pages_on_stick(line: Timeline, assets: Assets, lang: str) -> dict[str, str]:
    with speaking(lang):
        view = replace(first_view(line.dataset), lang=lang)
        edition, words = Edition(line, assets, "assets", lang=lang), first_words(line, view)
        picture = drawn_picture(line, view, words, has_days=False)
        pages = {"index.html": map_page(edition, view, words, picture)}
        pages |= {name: told.decode("utf-8") for name, told in told_file(edition).items()}
        return pages | {file: make() for file, make in edition_files(edition).items() if ON_STICK.fullmatch(file)}


# --- the browser --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser a module: Playwright's event loop must not outlive the browser tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGS)
        yield browser
        browser.close()


@contextmanager
def _watched(browser: Browser) -> Iterator[Callable[..., Replay]]:
    """`new(address, width=…, …)` opens a clean, watched page; all are checked at the end."""
    opened: list[tuple[BrowserContext, Watch]] = []

    def new(address: str, *, width: int = 1440, height: int = 900, **options: Any) -> Replay:
        usual = {"service_workers": "block", "locale": "en-US"}
        context = browser.new_context(viewport={"width": width, "height": height}, **(usual | options))
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
def pages(browser: Browser) -> Iterator[Callable[..., Replay]]:
    """Opens clean, watched pages for one test."""
    with _watched(browser) as new:
        yield new


@pytest.fixture(scope="session")
def watched() -> Callable[[Browser], Any]:
    """`with watched(browser) as new:` the same for as long as a fixture likes."""
    return _watched


@pytest.fixture(scope="module")
def guarded(server: str) -> Iterator[str]:
    """The address of the app behind a proxy that sets the headers of docs/security.md."""
    port = free_port()
    with proxied(server, port, *policies(f"127.0.0.1:{port}")) as address:
        yield address


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
        self.axis: Locator = page.locator("canvas[role=slider]")
        self.panel: Locator = page.locator(".panel")
        self.card: Locator = page.locator(".panel .card")
        self.typed: Locator = page.get_by_role("textbox", name="Go to a day")
        self.sentence: Locator = page.locator(".headline .sentence")
        self.options: Locator = page.locator(".options-box")

    def open(self, **query: str) -> Replay:
        self.page.goto(f"{self.address}/?{urlencode(query)}")
        return self.wait()

    def wait(self) -> Replay:
        """Until map, timeline and panel stand and all is drawn."""
        self.until("['map', 'timeline', 'panel'].every((name) => window.conflictReplay?.views.has(name))")
        return self.settle()

    def settle(self) -> Replay:
        """Until the page is at rest: all is drawn, nothing is on its way or left to report."""
        at_rest.settle(self.page)
        return self

    def answered(self) -> Replay:
        """Until the server has answered all that the page asked, and the answer is drawn."""
        at_rest.answered(self.page, self.watch.wire)
        return self

    def until(self, condition: str, arg: Any = None) -> None:
        at_rest.wait_in(self.page, condition, arg)

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

    def unfold(self) -> Locator:
        """The choices of the timeline, unfolded."""
        if not self.options.is_visible():
            self.page.locator(".opener").click()
        return self.options

    def tab(self, name: str) -> None:
        """Put one of the panel's panes on show."""
        self.page.get_by_role("tab", name=name, exact=True).click()

    def choose(self, group: str, name: str) -> None:
        """Press one of the buttons of a group."""
        self.unfold()
        self.page.get_by_role("group", name=group, exact=True).get_by_role("button", name=name, exact=True).click()

    def play_at(self, speed: str) -> None:
        """Play at so many steps a second."""
        self.unfold()
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
        self.page.locator("iframe[src*=folium]").scroll_into_view_if_needed()
        box = self.page.locator("iframe[src*=folium]").bounding_box()
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

    def coloured(self, layer: str) -> int:
        """How many pixels of a layer have a hue: marks have, names and the light around them have not."""
        return self.frame.evaluate(
            "(layer) => { const canvas = document.querySelector(`.leaflet-${layer}-pane canvas`);"
            " const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height); let count = 0;"
            " for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 128 &&"
            " Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2]) > 60) count++;"
            " return count; }",
            layer,
        )

    def axis_point(self, day: str) -> tuple[float, float]:
        """Where on the screen the handle of a day is."""
        self.axis.scroll_into_view_if_needed()
        box = self.axis.bounding_box()
        x = self.js(
            "(day) => conflictReplay.views.get('timeline').axis.histogram.xOf(conflictReplay.record.dayNumber(day))",
            day,
        )
        return box["x"] + x, box["y"] + box["height"] / 2
