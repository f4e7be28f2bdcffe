"""Parts of records in words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import pytest

from geo.address.keys import LANGUAGES
from geo.browser.texts import names_in
from geo.record.load import Dataset, public
from geo.record.records import Moment
from geo.wording.dates import span_in_words
from geo.wording.language import speaking
from geo.wording.text import t
from geo.wording.words import (
    actor_name,
    area_names,
    loss_in_words,
    moment_title,
    place_in_words,
    publisher_in_words,
    range_in_words,
    reading_in_words,
    speaker_in_words,
)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2021-09-05", "2021-09-05", "5 September 2021"),
        ("2021-09-05", "2021-09-07", "5–7 September 2021"),
        ("2021-09-30", "2021-10-02", "30 September – 2 October 2021"),
        ("2021-12-30", "2022-01-02", "30 December 2021 – 2 January 2022"),
    ],
)
def test_spans(start: str, end: str, words: str) -> None:
    assert span_in_words(start, end) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (15, 30, "15–30"),
        (15, 15, "15"),
        (1500, None, "at least 1,500"),
        (None, 8, "up to 8"),
        (0, 0, "0"),
        (None, None, ""),
    ],
)
def test_ranges(low: float | None, high: float | None, words: str) -> None:
    assert range_in_words(low, high) == words


def test_a_number_is_told_with_whose_it_is(tiny: Dataset) -> None:
    loss = {"side": "taliban", "kind": "killed", "low": None, "high": None, "text": "several"}
    assert "several" in loss_in_words(tiny, loss) and "Taliban" in loss_in_words(tiny, loss)
    assert t("loss.unknown") in loss_in_words(tiny, loss | {"text": None})


def test_every_record_of_the_shipped_data_can_be_told(shipped: Dataset) -> None:
    for event in public(shipped.records("events")):
        message = [place_in_words(shipped, event), *map(speaker_in_words, event["claims"])]
        message += [loss_in_words(shipped, loss) for claim in event["claims"] for loss in claim["casualties"] or []]
        message += [actor_name(shipped, actor) for actor in event["side_a"] + event["side_b"]]
        assert all(message) and "None" not in message
    for source in shipped.records("sources"):
        assert publisher_in_words(source) and reading_in_words(shipped, source)
        assert t(f"sources.lang.{source['lang']}") != f"sources.lang.{source['lang']}"
    for claim in shipped.records("control_claims"):
        assert area_names(shipped, claim["area_ids"])


def test_a_page_that_retells_says_whom(shipped: Dataset) -> None:
    source = next(s for s in shipped.records("sources") if s["retells"])
    assert f"retells {source['retells']}" in reading_in_words(shipped, source)


def test_who_holds_an_area_is_worded_in_one_place() -> None:
    """'Taliban, control' is put together by `holding_in_words` alone; strips, small maps, tables and exports ask it."""
    root = Path(__file__).resolve().parents[3]
    joined = re.compile(r"actor_name\([^\n]*\)[^\n]*\bt\((?:f['\"]status\.|['\"]status\.)")
    makers = {path.name for path in (root / "geo").rglob("*.py") if joined.search(path.read_text("utf-8"))}
    assert makers <= {"change.py", "first_words.py"}
    strips = (root / "geo" / "reading" / "charts" / "control_strips.py").read_text("utf-8")
    assert "state_in_words" in strips


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_every_day_with_a_name_is_named_in_each_language_and_another_title_is_not_taken_for_it(
    shipped: Dataset, lang: str
) -> None:
    moments = shipped.records("moments")
    assert moments
    with speaking(lang):
        told = [moment_title(moment) for moment in moments]
        assert all(title != moment["title"] for title, moment in zip(told, moments, strict=True))
        assert len(set(told)) == len(told)
        other = cast(Moment, {**moments[0], "title": "Another day"})
        assert moment_title(other) == "Another day"
    names = names_in(shipped, lang)
    assert [names[f"name.{moment['title']}"] for moment in moments] == told
