"""A language is spoken in one thread alone; numbers, lists, days and what could turn a text round are as it writes them."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import pytest

from geo.wording.dates import in_other_calendar, month_in_words, plain_date, span_in_words
from geo.wording.language import FIRST, in_language_of, language, name_of, speaking
from geo.wording.lists import dotted, in_turn, listed, listed_some, series
from geo.wording.text import html_tag, in_digits, in_percent, isolated, t


def test_a_thread_speaks_its_own_language() -> None:
    heard: list[str] = []
    with speaking("fa"):
        thread = threading.Thread(target=lambda: heard.append(language()))
        thread.start()
        thread.join()
        assert (language(), heard) == ("fa", [FIRST])
    assert language() == FIRST


@dataclass(frozen=True)
class Asked:
    lang: str


def test_what_is_made_for_somebody_is_in_their_language() -> None:
    @in_language_of(1)
    def made(_: int, asked: Asked) -> str:
        return language()

    assert [made(0, Asked(lang)) for lang in ("ps", "en")] == ["ps", "en"] and language() == FIRST


@pytest.mark.parametrize(
    ("value", "english", "dari"),
    [(0, "0", "۰"), (1024, "1,024", "۱٬۰۲۴"), (0.5, "0.5", "۰٫۵"), (1234567.25, "1,234,567.25", "۱٬۲۳۴٬۵۶۷٫۲۵"), (12.0, "12", "۱۲")],
)  # fmt: skip
def test_numbers(value: float, english: str, dari: str) -> None:
    assert in_digits(value) == english
    with speaking("fa"):
        assert in_digits(value) == dari


def test_shares() -> None:
    assert in_percent(93.06) == "93.1 %"
    with speaking("fa"):
        assert in_percent(93.06) == "۹۳٫۱٪"


def test_lists() -> None:
    names = ["Rukha", "", None, "Dara"]
    assert [join(names) for join in (listed, series, dotted, in_turn)] == ["Rukha, Dara", "Rukha; Dara", "Rukha · Dara", "Rukha Dara"]  # fmt: skip
    assert [listed_some(["3", "7"], is_all=is_all) for is_all in (True, False)] == ["3, 7", "3, 7 …"]
    with speaking("fa"):
        assert listed(["رخه", "دره"]) == "رخه، دره"


def test_only_what_could_turn_a_text_round_is_isolated() -> None:
    turning = ["Anaba", "EV-2021-0001", "۱۲ of ۱۳", "12–14", "…"]
    assert [isolated(text) for text in turning] == turning
    with speaking("fa"):
        assert [isolated(text) for text in turning] == [f"\u2068{text}\u2069" for text in turning]
        own = ["رخه", "خنج (حصه اول)", "۱۴ سنبله ۱۴۰۰", "۱۲", ""]
        assert [isolated(text) for text in own] == own
        assert t("words.labelled", label="رخه", told="Anaba").count("\u2068") == 1


def test_days_stand_in_the_calendar_of_the_language() -> None:
    assert (plain_date("2021-09-05"), in_other_calendar("2021-09-05")) == ("5 September 2021", "14 Sunbula 1400")
    assert month_in_words("2021-09") == "September 2021"
    with speaking("fa"):
        assert plain_date("2021-09-05").startswith("۱۴ ") and plain_date("2021-09-05").endswith(" ۱۴۰۰")
        assert in_other_calendar("2021-09-05").startswith("۵ ") and in_other_calendar("2021-09-05").endswith(" ۲۰۲۱")
        assert "۲۰۲۱" in month_in_words("2021-09")


@pytest.mark.parametrize(
    ("start", "end", "dari"),
    [
        ("2021-09-05", "2021-09-07", "۱۴ تا ۱۶ "),  # one month in both calendars
        ("2021-08-22", "2021-08-24", "۳۱ "),  # one month of ours, two of theirs
    ],
)
def test_spans_follow_the_calendar(start: str, end: str, dari: str) -> None:
    with speaking("fa"):
        assert span_in_words(start, end).startswith(dari)
        assert span_in_words(start, start) == plain_date(start)


def test_a_name_is_that_of_a_source_or_english() -> None:
    record = {"name_en": "Rukha", "name_fa": "رخه"}
    names = []
    for lang in ("en", "fa", "ps"):
        with speaking(lang):
            names.append(name_of(record))
    assert names == ["Rukha", "رخه", "Rukha"]


def test_a_document_says_its_language_and_direction() -> None:
    assert html_tag() == '<html lang="en" dir="ltr">'
    with speaking("ps"):
        assert html_tag() == '<html lang="ps" dir="rtl">'
