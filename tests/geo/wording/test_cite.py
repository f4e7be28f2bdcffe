"""Citations: nothing made up, and nothing of a record that BibTeX or JSON would read as theirs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.record.load import Dataset
from geo.wording.cite import (
    AUTHOR,
    DATA_LICENCE,
    DATA_TITLE,
    TITLE,
    Reading,
    cite_dataset,
    cite_day,
    cite_event,
    escape_bibtex,
)

ROOT = Path(__file__).resolve().parents[3]
NASTY = r"100% of {A} & B_c #1 costs $5 ~ ^ \end{x} \\"
KNOWN = Reading("https://maps.example/events?event=EV-2021-0001&data=x", "2026-11-23", "2026-11-01")


def unescaped(text: str) -> str:
    for sign, name in (("\\", "textbackslash"), ("~", "textasciitilde"), ("^", "textasciicircum")):
        text = text.replace(f"\\{name}{{}}", {"\\": "\0", "~": "~", "^": "^"}[sign])
    return re.sub(r"\\([{}$&#_%])", r"\1", text).replace("\0", "\\")


@given(
    st.text(
        alphabet=st.one_of(st.sampled_from(r"\{}$&#_%~^ "), st.characters(exclude_categories=["Cs", "Cc", "Z"])),
        max_size=60,
    )
)
def test_escaped_text_can_be_read_back_and_has_no_open_brace(text: str) -> None:
    escaped = escape_bibtex(text)
    bare = re.sub(r"\\[{}]", "", escaped)
    assert bare.count("{") == bare.count("}") == escaped.count("{}")
    assert not re.search(r"(?<!\\)[$&#_%]", escaped)
    assert unescaped(escaped) == " ".join(text.split()).replace("\0", "\\")


@pytest.fixture
def event(tiny: Dataset) -> dict[str, Any]:
    return tiny.by_id("events")["EV-2021-0002"]


def test_an_event_in_three_forms(tiny: Dataset, event: dict[str, Any]) -> None:
    cited = cite_event(event, tiny, KNOWN)
    for part in (AUTHOR, event["title"], event["event_id"], event["date_start"], event["verification"], tiny.version):
        assert part in cited.text
    (item,) = json.loads(cited.csl)
    assert item["title"] == event["title"] and item["number"] == event["event_id"]
    assert item["author"] == [{"literal": AUTHOR}] and item["container-title"] == TITLE
    assert item["URL"] == KNOWN.address and item["accessed"] == {"date-parts": [[2026, 11, 23]]}
    assert item["issued"] == {"date-parts": [[2026, 11, 1]]}
    assert "year = {2026}" in cited.bibtex and "urldate = {2026-11-23}" in cited.bibtex


def test_what_is_not_known_is_left_out(tiny: Dataset, event: dict[str, Any]) -> None:
    for cited in (cite_event(event, tiny), cite_day(tiny, "2021-09-05", "nrf"), cite_dataset(tiny)):
        (item,) = json.loads(cited.csl)
        assert not {"URL", "accessed", "issued", "publisher", "DOI"} & item.keys()
        assert not re.search(r"\b(url|urldate|year|publisher|doi) =", cited.bibtex)
        assert "None" not in cited.text + cited.bibtex + cited.csl and "read on" not in cited.text


def test_a_nasty_title_stays_in_its_field(tiny: Dataset, event: dict[str, Any]) -> None:
    cited = cite_event(event | {"title": f"{NASTY}\n@misc{{evil,"}, tiny, Reading("https://e.example/{x}\\ y", None))
    assert len(re.findall(r"^@", cited.bibtex, re.M)) == 1
    bare = re.sub(r"\\[{}]", "", cited.bibtex)
    assert bare.count("{") == bare.count("}")
    assert "url = {https://e.example/%7Bx%7D%5C%20y}" in cited.bibtex
    assert json.loads(cited.csl)[0]["title"].startswith(NASTY)
    assert "\n" not in cited.text


def test_the_map_of_a_day_is_cited_as_the_method_says(tiny: Dataset) -> None:
    message = cite_day(tiny, "2021-09-05", "assessed", Reading("https://maps.example/", "2026-11-23")).text
    form = next(row for row in (ROOT / "docs/method.md").read_text("utf-8").splitlines() if row.startswith("> "))[2:]
    words = {
        "DAY": "2021-09-05",
        "PERSPECTIVE": "assessed",
        "VERSION": tiny.version,
        "ADDRESS": "https://maps.example/",
        "DATE": "2026-11-23",
    }
    assert message == re.sub(r"\b(DAY|PERSPECTIVE|VERSION|ADDRESS|DATE)\b", lambda found: words[found[1]], form)


def test_names_and_licence_are_those_of_the_citation_file() -> None:
    text = (ROOT / "CITATION.cff").read_text("utf-8")
    assert f'name: "{AUTHOR}"' in text and f'title: "{TITLE}"' in text and f'title: "{DATA_TITLE}"' in text
    assert f"license: {DATA_LICENCE.replace(' ', '-').replace('CC-BY', 'CC-BY')}" in text


def test_a_citation_key_has_plain_letters_only(tiny: Dataset) -> None:
    for cited in (cite_dataset(tiny), cite_day(tiny, "2021-09-05", "both")):
        assert re.match(r"@misc\{[A-Za-z0-9-]+,\n", cited.bibtex)
