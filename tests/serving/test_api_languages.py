"""The API in the reader's language: what is ours is told in it, a refusal too; fields and records stay as they are."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from geo.wording.catalogues import own_texts
from pages.ui.server.snapshot import Snapshot
from serving.api.api import Api
from tests.serving.asgi import ask

ROOT = "/api/v1/"
ATOM_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ARABIC = re.compile(r"[\u0600-\u06ff]")
BAD = ("at?date=2021-13-01", "versions?x=1", "nothing", "events?page=99", "events?from=2021-08-30&to=2021-08-20", "at")


@pytest.fixture
def app(now: Snapshot) -> Api:
    del now  # what it answers from
    return Api()


@pytest.mark.parametrize("lang", ["fa", "ps"])
@pytest.mark.parametrize("address", BAD)
def test_a_refusal_is_told_in_the_language_that_is_asked_for(app: Api, address: str, lang: str) -> None:
    english = ask(app, ROOT + address)
    told = ask(app, f"{ROOT}{address}{'&' if '?' in address else '?'}lang={lang}")
    assert told.status == english.status and told.headers["content-language"] == lang
    assert told.json["title"] == own_texts(lang)[f"problem.title.{told.status}"]
    assert ARABIC.search(told.json["detail"]) and not ARABIC.search(english.json["detail"])
    assert [fault["field"] for fault in told.json["errors"]] == [fault["field"] for fault in english.json["errors"]]


def test_a_language_that_nobody_speaks_is_refused_in_english(app: Api) -> None:
    answer = ask(app, f"{ROOT}versions?lang=xx")
    (fault,) = answer.json["errors"]
    assert (answer.status, fault["field"], fault["allowed"]) == (400, "lang", "en, fa, ps")


def test_only_words_of_ours_are_in_another_language(app: Api) -> None:
    address = f"{ROOT}at?date=2021-08-24&layer=activity"
    english, told = ask(app, address), ask(app, f"{address}&lang=fa")
    assert english.headers["etag"] != told.headers["etag"]
    assert ARABIC.search(told.json["sentence"]) and not ARABIC.search(english.json["sentence"])
    assert told.json["dataset"] == english.json["dataset"] and told.json.keys() == english.json.keys()


def test_pages_of_a_list_keep_the_language(app: Api) -> None:
    links = ask(app, f"{ROOT}events?from=2021-08-15&to=2021-09-01&lang=ps").json["links"]
    assert all("lang=ps" in link for link in links.values())


def test_the_feed_says_its_language_and_what_of_it_is_english(app: Api) -> None:
    root = ElementTree.fromstring(ask(app, f"{ROOT}feed.atom?lang=fa").content)  # noqa: S314 - our own
    assert root.get(ATOM_LANG) == "fa" and ARABIC.search(root.findtext("{*}title") or "")
    links = [link.get("href") or "" for link in root.iterfind(".//{*}link")]
    assert links and all("lang=fa" in link for link in links)
    assert {one.get(ATOM_LANG) for one in root.iterfind("{*}entry/{*}summary")} == {"en"}
    claims = [one.findtext("{*}title") or "" for one in root.iterfind("{*}entry")]
    assert not any(re.search(r"\b(?:nrf|taliban|AF-[A-Z]{3})\b", one) for one in claims)
