"""Each page cold, with every key of docs/addresses.md, and with junk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.address.keys import URL_KEYS
from geo.address.paths import ONLY_LINKED
from geo.address.view import OPENING_DAY
from geo.control.timeline import Timeline
from pages.ui import layout
from tests.pages.visited import visited

pytestmark = pytest.mark.usefixtures("own_snapshot")

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (\w+) \| `(\w+)` \| .* \| `([^`]+)` \|$", re.MULTILINE)
DOCUMENTED = ROW.findall((ROOT / "docs" / "addresses.md").read_text("utf-8"))
VIEW = {key: example for page, key, example in DOCUMENTED if page == "all"}
OWN = [row for row in DOCUMENTED if row[0] != "all"]
PAGES = [*(Path(file).stem for file, _ in layout.MENU), *ONLY_LINKED]
JUNK = "![x](https://evil.example) <b>{{7*7}}"
#: Words that a page searches for may be anything, but not of any length.
JUNK_OF = {"q": "x" * 81}


def visit(name: str, query: dict[str, str]) -> AppTest:
    return visited(name, **query)


def texts(page: AppTest) -> str:
    return "\n".join(element.value for element in page.text)


def test_the_document_names_every_key() -> None:
    assert tuple(VIEW) == URL_KEYS
    assert {name for name, _, _ in OWN} < set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_cold_a_page_has_one_title_and_a_full_address(name: str, shipped_line: Timeline) -> None:
    page = visit(name, {})
    assert len(page.title) == 1
    assert page.session_state["address"]["data"] == shipped_line.dataset.version
    assert page.session_state["address"]["date"] == OPENING_DAY
    assert not dict(page.query_params), "opening a page adds no entry to the history"
    assert "asked for" not in texts(page)


@pytest.mark.parametrize("name", [name for name in PAGES if name != "map"])
def test_each_page_keeps_the_whole_view(name: str) -> None:
    """The map page is tried with each key alone in test_map_page.py."""
    by_definition = {
        key: value for key, value in VIEW.items() if key != "perspective"
    }  # it has one answer, whoever speaks
    by_perspective = {key: value for key, value in VIEW.items() if key != "definition"}
    for view in (by_definition, by_perspective):
        page = visit(name, view)
        assert page.session_state["address"].items() >= view.items()
        assert "asked for" not in texts(page)


@pytest.mark.parametrize(("name", "key", "example"), OWN)
def test_each_key_of_a_page_is_taken_and_kept(name: str, key: str, example: str) -> None:
    page = visit(name, {key: example})
    assert page.session_state["address"][key] == example
    assert "asked for" not in texts(page) and "no source" not in texts(page)


@pytest.mark.parametrize("name", PAGES)
def test_junk_in_every_key_is_told_once_and_nowhere_but_in_plain_text(name: str) -> None:
    keys = [*VIEW, *(key for page, key, _ in OWN if page == name)]
    page = visit(name, {key: JUNK_OF.get(key, JUNK) for key in keys})
    message = texts(page)
    for key in keys:
        assert JUNK_OF.get(key, JUNK)[:60] in message, key
    assert message.count(JUNK) + message.count("x" * 60) == len(keys)
    for kind in ("markdown", "caption", "header", "subheader", "title", "info", "warning", "error"):
        assert not any("evil" in str(element.value) for element in page.get(kind))
    known = {"date", "data", "a", "b", "pa", "pb", "of", "from", "to", "id", "step", "days"}
    assert page.session_state["address"].keys() <= known
