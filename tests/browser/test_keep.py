"""Kept on a device: nothing before the reader asks for it, then one version whole, until the reader removes it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect

from geo.address.keys import LANGUAGES
from geo.wording.catalogues import catalogue
from geo.wording.language import FIRST
from tests.browser.conftest import Quiet, Replay

pytestmark = pytest.mark.browser

STORED = """async () => ({
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  databases: (await indexedDB.databases()).length,
  values: localStorage.length + sessionStorage.length,
  cookies: document.cookie,
})"""
NOTHING = {"caches": [], "workers": 0, "databases": 0, "values": 0, "cookies": ""}


@pytest.fixture(scope="module", params=["app", "files"])
def edition(request) -> str:
    """Where the edition is: beside the app, where each page that is kept is made first, or on a host of files."""
    if request.param == "app":
        if request.config.getoption("states") != "all":
            pytest.skip("kept from the app: with --states all")
        return f"{request.getfixturevalue('server')}/read"
    return request.getfixturevalue("files_host")


@pytest.fixture
def own_host(published: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A host whose files a test may change: its address and its folder."""
    folder = tmp_path / "site"
    shutil.copytree(published, folder, copy_function=os.link, ignore=shutil.ignore_patterns("api"))
    host = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=host.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{host.server_port}", folder
    host.shutdown()


def keep(replay: Replay, address: str) -> None:
    """Press the button, and wait until all is stored."""
    replay.page.goto(f"{address}/downloads.html")
    expect(replay.page.locator("#keep .told")).to_contain_text(re.compile(r"\d+ files with \d+\.\d MB"))
    replay.page.get_by_role("button", name="Keep on this device").click()
    expect(replay.page.locator("#keep [role=status]")).to_have_text(re.compile("^Stored"))


def offline(replay: Replay, is_off: bool = True) -> None:
    replay.page.context.set_offline(is_off)


def test_nothing_is_stored_until_the_reader_asks_for_it(pages, edition: str) -> None:
    replay = pages(edition, service_workers="allow").open(date="2021-09-05")
    replay.page.goto(f"{edition}/downloads.html")
    expect(replay.page.get_by_role("button", name="Keep on this device")).to_be_visible()
    assert replay.js(STORED) == NOTHING


def test_what_is_kept_opens_without_a_network_until_it_is_removed(pages, edition: str) -> None:
    replay = pages(edition, service_workers="allow")
    keep(replay, edition)
    offline(replay)
    replay.open(date="2021-09-05")
    replay.axis.focus()
    replay.page.keyboard.press("ArrowRight")
    replay.wait_for_query(date="2021-09-06")
    replay.page.get_by_role("searchbox").fill("Andarab")
    replay.page.locator(".results li button").first.click()
    replay.card.wait_for()
    replay.page.goto(f"{edition}/events/index.html?q=kunduz+october+2025&days=record")
    expect(replay.page.locator("#found tbody tr")).to_have_count(2)
    replay.page.goto(f"{edition}/compare.html")
    expect(replay.page.locator(".leaflet-container")).to_have_count(2)
    replay.page.goto(f"{edition}/events/EV-2021-0091.html")
    expect(replay.page.get_by_role("heading", name="Not kept on this device")).to_be_visible()
    offline(replay, False)
    replay.page.goto(f"{edition}/downloads.html")
    expect(replay.page.locator("#keep .told")).to_contain_text("Kept in this browser")
    replay.page.get_by_role("button", name="Remove from this device").click()
    expect(replay.page.locator("#keep [role=status]")).to_have_text(re.compile("^Removed"))
    assert replay.js(STORED) == NOTHING
    replay.watch.errors.clear()  # of what was not to be had without a network


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != FIRST])
def test_in_another_language_it_is_kept_and_removed_in_its_words(request, pages, server: str, lang: str) -> None:
    if request.config.getoption("states") != "all":
        pytest.skip("kept in other languages: with --states all")
    texts, address = catalogue(lang), f"{server}/read"
    replay = pages(address, service_workers="allow")
    replay.page.goto(f"{address}/downloads.html?lang={lang}")
    replay.page.get_by_role("button", name=texts["edition.keep"]).click()
    status = replay.page.locator("#keep [role=status]")
    expect(status).to_have_text(texts["edition.keep.done"])
    offline(replay)
    replay.page.goto(f"{address}/index.html?lang={lang}&date=2021-09-05")
    replay.wait()
    assert replay.js("[document.documentElement.lang, document.documentElement.dir]") == [lang, "rtl"]
    replay.page.get_by_role("slider").first.focus()
    replay.page.keyboard.press("PageDown")
    replay.wait_for_query(date="2021-10-05", lang=lang)
    offline(replay, False)
    replay.page.goto(f"{address}/downloads.html?lang={lang}")
    replay.page.get_by_role("button", name=texts["edition.keep.remove"]).click()
    expect(status).to_have_text(texts["edition.keep.removed"])
    assert replay.js(STORED) == NOTHING
    replay.watch.errors.clear()  # of what was not to be had without a network


def renamed(folder: Path, title: str, *, is_whole: bool) -> None:
    """Put another version in place: its map has another title; not whole: a page of it is not the one that is told of."""
    worker, page = (folder / "keeper.js").read_text("utf-8"), folder / "index.html"
    kept = json.loads(re.match(r"self\.KEPT = (.*);\n", worker)[1])
    told = re.sub("<title>.*?</title>", f"<title>{title}</title>", page.read_text("utf-8")).encode("utf-8")
    digest = hashlib.sha256(told).hexdigest()[:16]
    other = kept | {"version": digest, "files": kept["files"] | {"index.html": digest if is_whole else "0" * 16}}
    for name, text in {
        "index.html": told,
        "keeper.js": f"self.KEPT = {json.dumps(other)};\n{worker.split(chr(10), 1)[1]}",
    }.items():
        (folder / name).unlink()  # the other name of the file stays as it is
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


UPDATED = """async () => {
  const found = await navigator.serviceWorker.getRegistration();
  await found.update().catch(() => {});
  const worker = found.installing;
  if (!worker) return found.waiting ? "installed" : "none";
  return new Promise((resolve) => {
    worker.addEventListener("statechange", () => resolve(worker.state));
  });
}"""


def test_another_version_takes_its_place_whole_or_not_at_all(pages, own_host) -> None:
    address, folder = own_host
    replay = pages(address, service_workers="allow")
    keep(replay, address)
    first = replay.page.context.new_page()
    first.goto(f"{address}/index.html")
    before = first.title()
    first.close()
    renamed(folder, "Half", is_whole=False)
    assert replay.js(UPDATED) == "redundant"
    (only,) = replay.js("caches.keys()")
    assert opens(replay, address) == ["Half", before]  # the newest with a network, the whole one without

    renamed(folder, "Whole", is_whole=True)
    assert replay.js(UPDATED) in ("installed", "activating", "activated")
    replay.page.goto("about:blank")  # no page of the former version is open
    replay.page.goto(f"{address}/downloads.html")
    replay.until(f"caches.keys().then((names) => names.length === 1 && names[0] !== '{only}')")
    assert opens(replay, address) == ["Whole", "Whole"]
    replay.watch.errors.clear()


def opens(replay: Replay, address: str) -> list[str]:
    """The titles of the map's page with a network and without."""
    titles = []
    for is_off in (False, True):
        offline(replay, is_off)
        page = replay.page.context.new_page()
        page.goto(f"{address}/index.html")
        titles.append(page.title())
        page.close()
    offline(replay, False)
    return titles
