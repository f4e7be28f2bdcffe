"""The longer documents say the same in each language: as many parts, in the same order, about the same records."""

from __future__ import annotations

import re

import pytest

from geo.address.keys import LANGUAGES
from geo.wording.language import DOCS

NAMES = ("method.md", "ethics.md")
RECORD = re.compile(r"\b(?:CC|EV|PR|ST|SRC|UD)-\d{4}(?:-\d{4})?")
#: '-0004' after 'EV-2021-0002': the same year.
SHORT = re.compile(r"(?<![\w-])-(\d{4})\b")


def parts_of(lang: str, name: str) -> list[str]:
    text = (DOCS / ("" if lang == LANGUAGES[0] else lang) / name).read_text("utf-8")
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]


def kind_of(part: str) -> str:
    """A heading of a level, a table, a quotation, a list, or text."""
    found = re.match(r"#+ |\||> |- |\d+\. ", part)
    return re.sub(r"\d+", "1", found[0]) if found else "text"


def records_in(part: str) -> set[str]:
    found: set[str] = set()
    year = ""
    for one in re.finditer(f"{RECORD.pattern}|{SHORT.pattern}", part):
        if one[1] is None:
            found.add(one[0])
            year = one[0][: -len("-0000")]
        else:
            found.add(f"{year}-{one[1]}")
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_a_document_has_every_part_of_the_english_one(lang: str, name: str) -> None:
    english, own = parts_of(LANGUAGES[0], name), parts_of(lang, name)
    assert list(map(kind_of, own)) == list(map(kind_of, english))
    assert [part for part, its in zip(english, own, strict=True) if records_in(part) != records_in(its)] == []


def test_a_short_number_is_read_as_of_the_year_before_it() -> None:
    assert records_in("(EV-2021-0002, -0004, CC-0045)") == {"EV-2021-0002", "EV-2021-0004", "CC-0045"}
