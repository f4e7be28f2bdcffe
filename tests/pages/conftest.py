"""A page as Streamlit runs it, over the shipped record or over one with a trap in every text."""

from __future__ import annotations

import dataclasses
import functools
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from geo.control.timeline import Timeline
from geo.record.geojson import dumps
from pages.ui.server import quota
from pages.ui.server import snapshot as shared
from tests.pages.html_page import HtmlPage
from tests.pages.visited import opened

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "tiny" / "data"
#: Text that would load a picture, link, colour or compute if Markdown, LaTeX or a template read it.
TRAP = (
    "![x](https://evil.example/x.png) [y](https://evil.example) <img src=x onerror=a()> $x^2$ :red[z] {{7*191}} `c` *b*"
)
#: What of it must not stand in Markdown without a backslash, and what not even with one.
RAW = re.compile(r"(?<!\\)(!\[|\[[xyz]\]?\(?|\]\(|<|\$|`c|\*b|_)|https?://|:red")
TRAPPED = {
    "events": ("title", "summary", "place_name", "notes", "verified_by"),
    "sources": ("title", "publisher", "author", "reliability", "notes", "date_note"),
    "statistics": ("label", "text", "claimant_name", "notes"),
    "presence": ("says", "claimant_name", "notes"),
    "undated": ("title", "summary", "reason"),
    "actors": ("name_en",),
    "places": ("name_en",),
    "provinces": ("name_en",),
    "districts": ("name_en",),
}

#: What `geo.reading.html` makes; anything else would be a record's.
OUR_TAGS = re.compile(
    "style|div|p|ul|li|dl|dt|dd|section|details|summary|nav|b|h3|h4|table|caption|thead|tbody|tr|th|td|button|a|bdi|strong"
    "|span|img|input|label|figure|figcaption|i|br"
)
OUR_ATTRIBUTES = re.compile(
    "class|id|href|data-way|target|rel|lang|dir|src|alt|style|aria-hidden|aria-label|aria-sort|aria-live|data-hint|role|tabindex|type|for|scope"
    "|data-order|data-first|data-head|title|width|height|aria-current"
)

Visit = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def packages_are_read_once() -> Iterator[None]:
    """For each page under test Streamlit looks for components in all packages, which stay the same in a run."""
    with pytest.MonkeyPatch.context() as patch:
        once = functools.cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


@pytest.fixture(scope="module")
def own_snapshot(shipped_line: Timeline, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The pages' snapshot of the shipped record, with the browser's files in a folder of the test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shared, "_current", None)
        made = shared.snapshot(static_dir=tmp_path_factory.mktemp("static"))
        patch.setattr(shared, "_current", dataclasses.replace(made, timeline=shipped_line))
        yield


@pytest.fixture
def as_session(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """as_session("a"): that session asks from now on; as_session.there is the set of sessions that Streamlit keeps."""
    there: set[str] = set()
    runtime = SimpleNamespace(is_active_session=there.__contains__)
    monkeypatch.setattr(quota, "runtime", SimpleNamespace(exists=lambda: True, get_instance=lambda: runtime))

    def become(session_id: str) -> None:
        there.add(session_id)
        monkeypatch.setattr(quota, "get_script_run_ctx", lambda: SimpleNamespace(session_id=session_id))

    become.there = there  # type: ignore[attr-defined]
    return become


@pytest.fixture
def answered(shipped_dir: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., dict[str, Any]]:
    """answered("sources", "--from", "2021-09-01"): what the command line says, as JSON."""

    def answer(*words: str) -> dict[str, Any]:
        from geo.cli import main

        capsys.readouterr()
        assert main([*words, "--json", "--data", str(shipped_dir)]) == 0
        return json.loads(capsys.readouterr().out)

    return answer


@pytest.fixture
def visit_page(shipped_line: Timeline, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Visit:
    """visit_page("events", event="EV-…"): the page over the shipped record."""
    return _visiting(_of(shipped_line), monkeypatch)


@pytest.fixture
def visit_hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """The same over the tiny record with `TRAP` in every free text and name."""
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    for name, fields in TRAPPED.items():
        for path in (folder / f"{name}.json", folder / f"{name}.geojson"):
            if path.exists():
                path.write_text("".join(_trapped(name, path.read_text("utf-8"), fields)), "utf-8")
    monkeypatch.setattr(shared, "_current", None)
    return _visiting(shared.snapshot(folder, tmp_path / "static"), monkeypatch)


@pytest.fixture
def visit_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """The same with no record at all."""
    monkeypatch.setattr(shared, "_current", None)
    monkeypatch.setattr(shared, "load", _no_record)
    return opened


def _no_record(folder: Path) -> Any:
    from geo.record.problems import DataError

    raise DataError([])


def _of(line: Timeline) -> shared.Snapshot:
    from geo.record.load import DATA_DIR
    from geo.reference.load import load_reference

    reference = load_reference(line.dataset, DATA_DIR)
    return shared.Snapshot(line, None, shared._stamp(DATA_DIR), reference=reference)  # type: ignore[arg-type]


def _visiting(snapshot: shared.Snapshot, monkeypatch: pytest.MonkeyPatch) -> Visit:
    monkeypatch.setattr(shared, "_current", snapshot)
    monkeypatch.setattr(shared, "_stamp", lambda folder: snapshot.stamp)
    return opened


def _trapped(name: str, text: str, fields: tuple[str, ...]) -> Iterator[str]:
    """The lines of a canonical file with a trap in the fields that hold text."""
    for row in text.splitlines(keepends=True):
        body = row.rstrip("\n").rstrip(",")
        if not body.startswith("{") or not body.endswith("}") or body.endswith('"features":['):
            yield row
            continue
        record = json.loads(body)
        inner = record.get("properties", record)
        for field in fields:
            if inner.get(field):  # no two districts of a province may have one name
                own = f" {inner['admin2_id']}" if (field, name) == ("name_en", "districts") else ""
                inner[field] = TRAP + own
        for claim in inner.get("claims", []):
            claim["says"] = claim["claimant_name"] = TRAP
        yield dumps(record) + row[len(body) :]


def markdown_of(page: AppTest) -> list[str]:
    """Everything on a page that Streamlit reads as Markdown: texts, captions, headings, labels."""
    kinds = ("markdown", "caption", "title", "header", "subheader", "error", "warning", "info", "success", "expander")
    found = [str(getattr(element, "value", "") or "") for kind in kinds for element in page.get(kind)]
    for kind in ("page_link", "link_button", "button", "selectbox", "multiselect", "text_input", "tab", "expandable"):
        found += [
            str(getattr(element, "label", "") or getattr(element.proto, "label", "")) for element in page.get(kind)
        ]
    return found


@pytest.fixture(name="markdown_of")
def _markdown_of() -> Callable[[AppTest], list[str]]:
    """Everything on a page that Streamlit reads as Markdown."""
    return markdown_of


@pytest.fixture
def shows_only_text() -> Callable[[AppTest], None]:
    """Nothing of the trap stands in Markdown unescaped."""

    def check(page: AppTest) -> None:
        assert not page.exception
        found, html = markdown_of(page), HtmlPage(page)
        assert any("evil" in text for text in [*found, html.text]), "the trap is nowhere on the page"
        assert all(map(OUR_TAGS.fullmatch, html.seen)) and all(map(OUR_ATTRIBUTES.fullmatch, html.attributes))
        assert not any("evil" in link.address for link in html.links)
        for text in (text for text in found if "evil" in text):
            assert not RAW.search(text), text

    return check
