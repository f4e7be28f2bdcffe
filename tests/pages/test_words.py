"""Rules of all reading pages: names in Dari and Pashto are marked as such, days are told in words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.control.timeline import Timeline
from tests.pages.html_page import HtmlPage

pytestmark = pytest.mark.usefixtures("own_snapshot")

ROOT = Path(__file__).resolve().parents[2]
ARABIC = re.compile(r"[\u0600-\u06ff]")
PAGES = [
    ("events", {"event": "EV-2022-0123"}),
    ("events", {"reference": "ucdp", "q": "March 2026"}),
    ("provinces", {"province": "AF-PAN", "reference": "ucdp"}),
    ("provinces", {"province": "AF-WAR", "with": "AF-BGL"}),
    ("sources", {}),
    ("sources", {"source": "SRC-0005"}),
    ("quality", {}),
    ("method", {}),
    ("definitions", {"date": "2021-09-02", "district": "AF-PAN-shutul"}),
    ("story", {}),
    ("actors", {}),
    ("actors", {"actor": "nrf"}),
    ("classes", {"sheet": "panjshir-2021"}),
    ("compare", {"a": "2021-08-20", "b": "2021-09-07"}),
]


def visit(name: str, **query: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "map.py"), default_timeout=60)
    page.switch_page(f"pages/{name}.py")
    for key, value in query.items():
        page.query_params[key] = value
    return page.run()


def texts(page) -> list[str]:
    return [str(element.value) for kind in ("text", "caption", "header") for element in page.get(kind)]


@pytest.mark.parametrize(("name", "query"), PAGES)
def test_words_in_arabic_letters_run_their_own_way(name: str, query: dict[str, str]) -> None:
    page = visit(name, **query)
    assert not page.exception
    loose = [text for text, marks in HtmlPage(page).marked if ARABIC.search(text) and marks.get("dir") != "auto"]
    assert loose == []
    assert [text for text in texts(page) if ARABIC.search(text)] == [], "our HTML can mark them, Streamlit's text can't"


def test_a_title_and_a_name_have_their_language(shipped_line: Timeline) -> None:
    dataset = shipped_line.dataset
    source = next(s for s in dataset.records("sources") if s["lang"] == "fa" and ARABIC.search(s["title"]))
    marked = HtmlPage(visit("sources", source=source["source_id"])).marked
    assert (source["title"], {"lang": "fa", "dir": "auto"}) in marked
    province = dataset.by_id("provinces")["AF-PAN"]
    marked = HtmlPage(visit("provinces", province="AF-PAN")).marked
    for key, lang in (("name_fa", "fa"), ("name_ps", "ps")):
        assert (province[key], {"lang": lang, "dir": "auto"}) in marked


#: A day or month as data write it; not within a record's number or an address.
ISO = re.compile(r"(?<![\w/-])\d{4}-\d{2}(?:-\d{2})?(?![\w/-])")


@pytest.mark.parametrize(("name", "query"), PAGES)
def test_days_are_told_in_words(name: str, query: dict[str, str]) -> None:
    page = visit(name, **query)
    assert not page.exception
    assert [text for text in [*HtmlPage(page).pieces, *texts(page)] if ISO.search(text)] == []
