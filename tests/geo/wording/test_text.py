"""Interface text: values are put in as plain text, once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geo.record.schema import CERTAINTIES
from geo.wording.catalogues import own_texts
from geo.wording.language import FIRST, LANGUAGES
from geo.wording.text import catalogue, t


def test_a_key_gives_its_text_and_an_unknown_key_itself() -> None:
    assert t("app.title") == "Afghanistan Conflict Replay"
    assert t("no.such.key") == "no.such.key"


def test_values_are_put_in_by_name() -> None:
    message = t("app.refused", key="date", value="x", used="2021-08-15")
    assert "date" in message and "“x”" in message and "2021-08-15" in message
    assert "{" not in message


def test_a_value_is_never_read_as_a_text_of_ours() -> None:
    assert "{used} {key}" in t("app.refused", key="date", value="{used} {key}", used="2021-08-15")
    assert r"\1" in t("app.refused", key="date", value=r"\1", used="2021-08-15")


def test_a_name_without_value_stays() -> None:
    assert "{used}" in t("app.refused", key="date", value="x")


SLOT = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_a_translation_has_no_key_of_its_own_and_puts_in_what_english_does(lang: str) -> None:
    own, english = own_texts(lang), own_texts(FIRST)
    assert set(own) <= set(english) and all(isinstance(text, str) for text in own.values())
    counting = {key for key in own if key.endswith("_one")}  # it may say 'one' in place of the number
    for key, text in own.items():
        slots, wanted = set(SLOT.findall(text)), set(SLOT.findall(english[key]))
        assert slots == wanted or (key in counting and slots | {"count"} == wanted | {"count"}), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_is_told_in_each_language(lang: str) -> None:
    assert {key.removesuffix("_one") for key in catalogue(lang)} == {key.removesuffix("_one") for key in catalogue()}


def test_a_text_that_counts_has_its_form_for_one() -> None:
    assert [t("few.districts", count=count) for count in (1, "1")] == ["one district changes"] * 2
    assert [t("few.districts", count=count) for count in (0, 2, 21)] == [f"{n} districts change" for n in (0, 2, 21)]


COUNTS = re.compile(
    r"\{count\} (?:\w+ )?(?:events|rows|districts|records|sources|points|days|claims|steps|provinces|others|files|lists)\b"
)
#: Where what is counted is never one.
MANY = {
    "tip.events", "provinces.all", "provinces.beside_hint", "reading.all_rows", "reference.tip_many", "refused.members",
    "story.steps",
}  # fmt: skip


def test_what_can_be_one_has_a_form_for_one() -> None:
    texts = catalogue()
    lacking = {key for key, text in texts.items() if COUNTS.search(text) and f"{key}_one" not in texts}
    assert {key for key in lacking if not key.endswith("_one")} == MANY


def test_every_form_for_one_belongs_to_a_text_that_counts() -> None:
    texts = catalogue()
    stems = [key.removesuffix("_one") for key in texts if key.endswith("_one")]
    assert len(stems) > 40 and [stem for stem in stems if "{count}" not in texts.get(stem, "")] == []


def test_a_number_is_told_in_its_usual_form() -> None:
    assert [t("events.count", count=count) for count in (0, 1, 1024)] == ["0 events", "1 event", "1,024 events"]


#: A number that is followed by what it counts.
OTHER_COUNTS = re.compile(
    r"\{(?!count\})(\w+)\} (?:of them )?(?:\w+ )?"
    r"(?:events|rows|districts|records|sources|points|days|claims|provinces|others|files|lists|counts|months|areas|are)\b"
)
#: What is no number of things that can be one: all districts, days of a window, bounds, figures of samples.
NEVER_ONE = ("actor", "all", "claims", "days", "drawn", "events", "frames", "most", "silent", "sources")


def test_a_second_number_stands_in_a_text_of_its_own_that_counts() -> None:
    texts = catalogue()
    found = {(key, one[1]) for key, text in texts.items() for one in OTHER_COUNTS.finditer(text)}
    assert {(key, number) for key, number in found if number not in NEVER_ONE} == set()


#: Words that readers took for something else, or that were said in two ways; what stands in their place is in the catalogue.
OLD_WORDS = (
    "Listed, not drawn", "Events in the window:", "Single events", "how it plays", "claimed only", "read itself",
    "onths without a record", "ilent months", "ncyclopedia", "Take it away", "Whose view",
)  # fmt: skip


@pytest.mark.parametrize("words", OLD_WORDS)
def test_old_words_are_gone(words: str) -> None:
    assert [key for key, text in catalogue().items() if words in text] == []


def test_the_method_names_wikipedia_and_tells_its_letters_where_they_stand() -> None:
    method = (Path(__file__).resolve().parents[3] / "docs" / "method.md").read_text("utf-8")
    assert "the encyclopedia" not in method.lower()
    cases = method.partition("## Hard cases")[2].partition("###")[0]
    assert all(f"{letter} {t(f'sure.{letter}')}".replace("’", "'") in cases for letter in CERTAINTIES)
