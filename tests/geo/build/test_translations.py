"""What is known of translated texts: of which English text each was made, and who reviewed it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo.build import translations
from geo.wording import catalogues
from geo.wording.catalogues import catalogue, own_texts, standing, states
from geo.wording.language import speaking
from geo.wording.text import t

LOCALE = {"locale.dir": "rtl", "locale.digits": "۰۱۲۳۴۵۶۷۸۹", "locale.group": "٬", "locale.decimal": "٫"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A folder of two languages, read anew whenever it has changed."""
    for module in (catalogues, translations):
        monkeypatch.setattr(module, "CATALOGUES", tmp_path)
    monkeypatch.delenv(catalogues.TRIED, raising=False)

    def put(lang: str, **texts: str) -> None:
        (tmp_path / lang).mkdir(exist_ok=True)
        (tmp_path / lang / "a.json").write_text(json.dumps(texts), "utf-8")
        forget()

    yield put
    forget()


def forget() -> None:
    for kept in (catalogue, own_texts, standing, states):
        kept.cache_clear()


def test_a_text_whose_english_has_changed_is_told_in_english(folder) -> None:
    folder("en", a="One house", b="Two houses", **LOCALE)
    folder("fa", a="یک خانه", b="دو خانه", **LOCALE)
    assert translations.main(["fa"]) == 0
    forget()
    with speaking("fa"):
        assert (t("a"), t("b"), standing("fa").in_english) == ("یک خانه", "دو خانه", ())
    folder("en", a="One hut", b="Two houses", **LOCALE)
    with speaking("fa"):
        assert (t("a"), t("b"), standing("fa").in_english) == ("One hut", "دو خانه", ("a",))
    translations.main(["fa"])  # nobody has translated it anew: it stays of an older text
    forget()
    assert standing("fa").in_english == ("a",)
    folder("fa", a="یک کلبه", b="دو خانه", **LOCALE)
    translations.main(["fa"])
    forget()
    assert (standing("fa").in_english, catalogue("fa")["a"]) == ((), "یک کلبه")


def test_a_review_holds_until_the_text_is_another(folder) -> None:
    folder("en", a="One house", b="Two houses", **LOCALE)
    folder("fa", a="یک خانه", b="دو خانه", **LOCALE)
    translations.main(["fa"])
    translations.main(["fa", "--reviewed-by", "A reader", "a"])
    forget()
    assert standing("fa").not_reviewed == len(LOCALE) + 1
    folder("fa", a="خانه", b="دو خانه", **LOCALE)
    translations.main(["fa", "--made-by", "person"])
    forget()
    assert states("fa")["a"]["made_by"] == "person" and states("fa")["a"]["reviewed_by"] == ""
    assert standing("fa").not_reviewed == len(LOCALE) + 2


def test_what_is_missing_is_told_in_english_with_its_own_form_for_one(folder) -> None:
    folder("en", a="{count} houses", a_one="One house", b="Two", **LOCALE)
    folder("fa", a="{count} خانه", **LOCALE)
    with speaking("fa"):
        assert (t("a", count=1), t("a", count=1024), t("b")) == ("۱ خانه", "۱٬۰۲۴ خانه", "Two")
    assert "b" in standing("fa").in_english
