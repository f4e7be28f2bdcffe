"""A record that attacks its reader: shown as written, run nowhere, and nobody else is asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

IMAGE = '<img src=x onerror="window.__pwned=1">'
TRAP = f"{IMAGE} {{{{7*191}}}} {{% x {{# y ![x](https://evil.example/a.png) ${{alert(1)}} `${{alert(1)}}` :material/home: $x$"
DAY = "2021-09-03"


def rewrite(path: Path, change) -> None:
    """Change the records of a GeoJSON or JSON file, one a line."""
    lines = path.read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        body = line.rstrip(",")
        if not body.startswith("{") or body.endswith("["):
            continue
        record = json.loads(body)
        change(record.get("properties", record))
        lines[number] = json.dumps(record, ensure_ascii=False, separators=(",", ":")) + line[len(body) :]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def poison(event: dict) -> None:
    for name in ("title", "summary", "place_name", "notes", "verified_by"):
        if event[name]:
            event[name] = TRAP
    for claim in event["claims"]:
        claim["says"] = claim["claimant_name"] = TRAP


def poison_source(source: dict) -> None:
    source["title"] = source["publisher"] = TRAP


def poison_name(place: dict) -> None:
    place["name_en"] = TRAP


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, app_copy, serve):
    """The app with every name, event and source replaced."""
    folder = app_copy(tmp_path_factory.mktemp("hostile") / "app")
    rewrite(folder / "data/events.geojson", poison)
    rewrite(folder / "data/sources.json", poison_source)
    for name in ("places", "provinces", "districts"):
        rewrite(folder / f"data/{name}.geojson", poison_name)
    with serve(folder) as address:
        yield address


def test_nothing_of_it_runs(pages, hostile):
    replay = pages(hostile).open(date=DAY, window="all")
    assert replay.js("conflictReplay.record.events.title.every((title) => title.includes('onerror'))")
    assert replay.inked("zones") > 50_000
    assert replay.inked("labels") > 500
    page = replay.page
    x, y = replay.on_map(69.17, 34.53)
    page.mouse.move(x, y, steps=3)
    assert IMAGE in replay.frame.locator(".replay-tip").inner_text()
    page.get_by_role("button", name="Panjshir and Andarab").click()

    page.locator(".event").first.click()
    replay.card.locator("h2").wait_for()
    assert replay.card.locator("h2").inner_text() == TRAP
    for part in (".claim", ".sources", "dl", ".who"):
        assert TRAP in replay.card.locator(part).first.inner_text(), part
    replay.wait_for_query(event=replay.state["event"])
    replay.card.get_by_role("button", name="Close").click()
    replay.js("conflictReplay.set({province: 'AF-PAN'})")
    replay.card.locator(".districts").wait_for()
    assert replay.card.locator("h2").inner_text() == TRAP
    assert TRAP in replay.card.locator(".districts").inner_text()
    assert TRAP in page.locator(".sentence").inner_text()
    if page.get_by_test_id("stExpander").count():
        page.get_by_test_id("stExpander").first.click()

    page.wait_for_timeout(500)
    for place in (page, replay.frame):
        assert place.evaluate("window.__pwned") is None
        assert "1337" not in place.evaluate("document.documentElement.textContent")
    assert "1337" not in replay.panel.inner_text()
    assert page.locator("img[src$='/x'], img[src=x]").count() == 0
    assert replay.watch.foreign == []

    for place in (page, replay.frame):  # the control: the same text does run where it is not kept out
        place.evaluate(
            "(text) => document.body.append(Object.assign(document.createElement('div'), {innerHTML: text}))", TRAP
        )
        place.wait_for_function("window.__pwned === 1")
    replay.watch.errors.clear()  # the control's own image
