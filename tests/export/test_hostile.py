"""What is written to files over a record that is hostile in every text: read back as written, nothing runs or asks.

A new kind of file joins by one line in `FILES`. The texts are `trials.hostile_texts.strings`, the fields `trials.hostile_texts.record`.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterable
from html.parser import HTMLParser
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from playwright.sync_api import sync_playwright

from geo.browser.assets import Assets
from geo.cli import main
from geo.control.timeline import Timeline
from geo.export.edition.files import edition_files
from geo.export.edition.frame import Edition
from geo.record.load import DATA_DIR, load, public
from geo.record.spreadsheet import STARTS, unquoted
from trials import at_rest
from trials.app import ARGS, Watch
from trials.hostile_texts.record import plain, plant
from trials.hostile_texts.strings import COMPUTED, HOSTILE_STRINGS

DAY = "2021-09-05"
#: Elements that a picture is made of; anything else came out of a text.
SVG = {"svg", "g", "path", "defs", "clipPath", "rect", "use", "style", "text", "tspan", "metadata", "image", "title", "desc",
       "RDF", "Work", "type", "date", "format", "creator", "Agent", "pattern", "marker", "publisher", "rights", "source", "subject", "li", "Bag", "description", "identifier", "language", "relation", "coverage", "contributor"}  # fmt: skip
HTML = {"html", "head", "meta", "title", "style", "body", "a", "p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "div", "table",
        "thead", "tbody", "tr", "th", "td", "section", "article", "header", "footer", "main", "nav", "dl", "dt", "dd", "span",
        "script", "img", "i", "b", "bdi", "caption", "button", "input", "label", "figure", "figcaption", "pre",
        "small", "strong", "em", "br", "details", "summary", "blockquote", "cite", "time", "link"}  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> tuple[Path, Timeline]:
    folder = Path(shutil.copytree(DATA_DIR, tmp_path_factory.mktemp("hostile") / "data"))
    plant(folder)
    return folder, Timeline(load(folder))


def texts_of(timeline: Timeline, *fields: str) -> list[str]:
    return [event[field] for event in public(timeline.dataset.records("events")) for field in fields]


def cells(path: Path) -> set[str]:
    rows = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    return {cell for row in rows for cell in row}


def properties(path: Path) -> set[str]:
    features = json.loads(path.read_text("utf-8"))["features"]
    return {str(value) for feature in features for value in feature["properties"].values()}


def columns(frame: pd.DataFrame) -> set[str]:
    return {str(value) for name in frame.columns if name != "geometry" for value in frame[name]}


FILES: dict[str, Callable[[Path], Iterable[str]]] = {
    "events.csv": cells,
    "events.geojson": properties,
    "events.gpkg": lambda path: columns(gpd.read_file(path)),
    "events.parquet": lambda path: columns(gpd.read_parquet(path)),
}


@pytest.mark.parametrize("name", FILES)
def test_a_table_holds_every_text_as_it_is(hostile, tmp_path, name):
    folder, line = hostile
    path = tmp_path / name
    assert main(["export", "events", "--data", str(folder), "-o", str(path)]) == 0
    held = set(FILES[name](path))
    assert {*texts_of(line, "title", "summary")} - held == set()
    assert set(HOSTILE_STRINGS) <= held


def test_no_cell_for_a_spreadsheet_is_a_formula(hostile, tmp_path):
    path = tmp_path / "pack.zip"
    assert main(["pack", DAY, "--data", str(hostile[0]), "--size", "800x450", "-o", str(path)]) == 0
    with zipfile.ZipFile(path) as pack:
        assert not [name for name in pack.namelist() if name.startswith("/") or ".." in name]
        tables = {name: pack.read(name).decode("utf-8-sig") for name in pack.namelist() if name.endswith(".csv")}
        json.loads(pack.read("citation.csl.json"))
    found = [cell for text in tables.values() for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    numbers = [cell for cell in found if cell.lstrip("-").replace(".", "", 1).isdigit()]
    assert [cell for cell in found if cell.startswith(STARTS) and cell not in numbers] == []
    assert {text for text in HOSTILE_STRINGS if text.startswith("=")} & {unquoted(cell) for cell in found}


@pytest.mark.parametrize("extent", ["AF", "AF-PAN"])
def test_a_picture_is_made_of_drawing_only(hostile, tmp_path, extent):
    path = tmp_path / "map.svg"
    call = ["render", DAY, "--data", str(hostile[0]), "--size", "800x450", "-o", str(path)]
    assert main(call if extent == "AF" else [*call, "--extent", extent]) == 0
    tree = ET.parse(path)  # noqa: S314  (our own file)
    tags = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert tags - SVG == set()
    for element in tree.iter():
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on")
            assert "evil.example" not in value
            assert not (name.endswith("href") and value and not value.startswith(("#", "data:image/png;base64,")))


@pytest.mark.full
@pytest.mark.parametrize("form", ["png", "pdf"])
def test_the_other_pictures_are_made_too(hostile, tmp_path, form):
    path = tmp_path / f"map.{form}"
    assert main(["render", DAY, "--data", str(hostile[0]), "--size", "800x450", "-o", str(path)]) == 0
    assert path.stat().st_size > 10_000


def test_a_film_of_it_is_made(hostile, tmp_path):
    path = tmp_path / "film.gif"
    days = ["--from", "2021-09-03", "--to", "2021-09-05"]
    assert main(["replay", *days, "--data", str(hostile[0]), "--size", "640x360", "-o", str(path)]) == 0
    assert path.stat().st_size > 10_000


class Page(HTMLParser):
    """The elements, addresses and text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.handlers: list[str] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data):
        self.text.append(data)


def test_the_pages_of_records_are_text_and_links_only(hostile):
    line, seen = hostile[1], set()
    files = edition_files(Edition(line, Assets("replay-0"), "assets"))
    for name in (name for name in files if name.startswith(("provinces/AF-P", "events/EV-", "sources/SRC-00"))):
        page = Page(files[name]())
        assert page.tags - HTML == set(), name
        assert page.handlers == []
        schemes = ("http://", "https://", "data:")
        assert [link for link in page.links if ":" in link and not link.startswith(schemes)] == []
        message = plain(" ".join(page.text))
        seen |= {text for text in HOSTILE_STRINGS if plain(text) in message}
        assert COMPUTED not in message
    assert set(HOSTILE_STRINGS) - seen == set()


def test_the_replay_in_one_file_runs_none_of_it(hostile, chromium, tmp_path):
    path = tmp_path / "replay.html"
    assert main(["export-html", "--data", str(hostile[0]), "-o", str(path)]) == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGS)
        context = browser.new_context()
        watch = Watch("file://")
        context.on("request", lambda request: watch.foreign.append(request.url) if "evil" in request.url else None)
        page = context.new_page()
        page.goto(f"file://{path}#date=2021-09-03&window=all")
        at_rest.settle(page)
        events = [event["event_id"] for event in public(hostile[1].dataset.records("events"))][:60]
        for event in events:
            page.evaluate("(event) => conflictReplay.set({event, window: '1'})", event)
            at_rest.settle(page)
        assert page.locator(".card h2").count() == 1
        assert page.evaluate("window.__pwned") is None
        assert COMPUTED not in page.evaluate("document.body.innerText")
        assert watch.foreign == []
        browser.close()
