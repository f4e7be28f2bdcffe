"""The first answer holds the picture; without it the answer is a page all the same, and none that a browser keeps."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from geo.address.compare import Side, Sides
from geo.control.difference import difference
from geo.control.timeline import Timeline
from geo.export.edition import first_markup
from geo.record.load import Dataset
from geo.record.problems import DataError
from geo.wording.story import load_stories
from pages.ui.server import snapshot as shared
from pages.ui.server.kept import Kept
from serving import first_page, first_views, pictures
from serving.first_page import MAX_FIELDS, MAX_WAITING, FirstPage
from serving.pictures import Pictures
from tests.serving import asgi

DAY = "date=2021-09-05"
Answer = tuple[int, dict[str, str], str]


@pytest.fixture(autouse=True)
def _tiny_record(tiny_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(shared, "_current", None)
    now = shared.snapshot(tiny_dir, tmp_path / "static")
    monkeypatch.setattr(first_page, "snapshot", lambda: now)
    yield


async def passed_on(scope: Scope, receive: Receive, send: Send) -> None:
    """Stands for Streamlit."""
    await PlainTextResponse("passed on")(scope, receive, send)


async def asked(app: Any, query: str = DAY, path: str = "/", **headers: str) -> Answer:
    found = await asgi.asked(app, f"{path}?{query}", **headers)
    return found.status, found.headers, found.raw.decode()


def ask(app: Any, *words: str, **headers: str) -> Answer:
    return asyncio.run(asked(app, *words, **headers))


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> FirstPage:
    made = FirstPage(passed_on)
    monkeypatch.setattr(made, "_pictures", Pictures(str, MAX_WAITING, Kept(1_000_000)))
    return made


def test_a_page_is_kept_by_browsers_once_its_picture_is_there(app: FirstPage) -> None:
    status, head, page = ask(app)
    assert status == 200 and 'id="first-picture"' in page and "etag" not in head
    _, head, again = ask(app)
    assert sorted(again) == sorted(page) and head["etag"]
    assert ask(app, if_none_match=head["etag"])[0] == 304
    assert ask(app, DAY, "/events")[1]["etag"] != head["etag"], "there is no picture to wait for"


def test_what_is_fetched_next_waits_for_a_picture_that_is_kept(app: FirstPage) -> None:
    drawn, kept = (ask(app)[2] for _ in range(2))
    picture, hint = 'id="first-picture"', "/modules.js"
    assert drawn.index(hint) < drawn.index("</head>") < drawn.index(picture)
    assert kept.index("</head>") < kept.index(picture) < kept.index("</svg>") < kept.index(hint)
    assert drawn.index('<script type="module"') < drawn.index("</head>")
    assert (
        kept.index("</svg>")
        < kept.index('<script type="module"')
        < kept.index('rel="modulepreload"')
        < kept.index(hint)
    )
    assert kept.count('rel="preload" as="fetch"') == drawn.count('rel="preload" as="fetch"') == 3


def test_a_picture_that_fails_leaves_a_page_that_nobody_keeps(app: FirstPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> Any:
        raise RuntimeError("no ink")

    with monkeypatch.context() as patch:
        patch.setattr(first_markup, "first_picture", fails)
        status, head, page = ask(app)
        assert status == 200 and "etag" not in head and 'first-picture"' not in page and page.endswith("</html>\n")
        assert "5 September 2021" in page
        patch.setattr(first_views, "first_words", fails)
        status, head, page = ask(app)
        assert status == 200 and "etag" not in head and "<title>" in page and page.endswith("</html>\n")
    assert 'id="first-picture"' in ask(app)[2]


def test_who_comes_when_too_many_wait_gets_a_page_to_be_asked_for_again(app: FirstPage) -> None:
    app._pictures._waiting = MAX_WAITING
    _, head, page = ask(app)
    assert "etag" not in head and 'id="first-picture"' not in page
    app._pictures._waiting = 0
    assert 'id="first-picture"' in ask(app)[2]


@pytest.mark.parametrize("count", [MAX_FIELDS, MAX_FIELDS + 1, 5000])
def test_any_number_of_fields_is_answered(app: FirstPage, count: int) -> None:
    query = "&".join(f"k{number}=1" for number in range(count))
    status, _, page = ask(app, query)
    assert status == 200 and (page == "passed on") == (count > MAX_FIELDS)


SIDES = "a=2021-09-01&b=2021-09-05"
#: Pages with a map: an address, another one that asks for the same, one that asks for something else.
WITH_MAP = {
    "/": (DAY, f"{DAY}&x=1", f"{DAY}&perspective=nrf"),
    "/compare": (SIDES, f"{SIDES}&pa=assessed", f"{SIDES}&pb=nrf"),
    "/story": ("", "step=1", "step=2"),
}


@pytest.fixture
def _stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A story over the tiny record."""
    step = "## Step {}\ndate: 2021-09-0{}\n\nThey say <so> {}. [EV-2021-0001]\n"
    (tmp_path / "own.md").write_text(
        f"# A story\nIts <intro>.\n\n{step.format(1, 1, 'now')}\n{step.format(2, 5, 'again')}", "utf-8"
    )
    monkeypatch.setattr(first_views, "load_stories", lambda dataset: load_stories(dataset, tmp_path))
    monkeypatch.setattr(shared, "_cached", Kept(1_000_000))


@pytest.mark.usefixtures("_stories")
@pytest.mark.parametrize("path", WITH_MAP)
def test_each_page_with_a_map_has_its_picture_and_a_tag_of_what_it_shows(app: FirstPage, path: str) -> None:
    query, same, other = WITH_MAP[path]
    status, head, page = ask(app, query, path)
    assert status == 200 and page.count('id="first-picture"') == 1 and "etag" not in head
    tag = ask(app, query, path)[1]["etag"]
    assert ask(app, same, path, if_none_match=tag)[0] == 304
    _, changed, page_of_other = ask(app, other, path, if_none_match=tag)
    assert changed.get("etag") != tag and page_of_other != page
    assert 'id="first-picture"' not in ask(app, f"{query}&embed=true", path)[2]
    said = [re.findall('property="og:(?:description|image)" content="([^"]+)"', text) for text in (page, page_of_other)]
    assert said[0][0] != said[1][0] and said[0][1] != said[1][1]


@pytest.mark.parametrize("path", ["/", "/provinces", "/method"])
def test_every_page_has_the_font_of_its_language(app: FirstPage, path: str) -> None:
    """Few systems have all letters of Pashto: without it some would be empty boxes."""
    assert "@font-face" in ask(app, "lang=ps", path)[2] and "arabic.woff2" in ask(app, "lang=fa", path)[2]
    assert "arabic.woff2" not in ask(app, "", path)[2]


def test_compare_has_both_days_what_differs_and_the_ways_on(app: FirstPage, tiny: Dataset) -> None:
    page = ask(app, SIDES, "/compare")[2]
    assert page.count('role="img"') >= 2
    ids = re.findall(r' id="(layer-[^"]+)"', page)
    assert len(ids) == len(set(ids)) and {one[6] for one in ids} == {"a", "b"}
    assert {f"#{one}" for one in ids} >= set(re.findall('href="(#layer-[^"]+)"', page))
    (unscripted,) = re.findall("<noscript>(.*?)</noscript>", page, re.DOTALL)
    ways = [dict(parse_qsl(urlsplit(unescape(way)).query)) for way in re.findall('<a href="([^"]+)"', unscripted)]
    assert [way.get("date") for way in ways[:2]] == ["2021-09-01", "2021-09-05"]
    assert (ways[2]["a"], ways[2]["b"]) == ("2021-09-05", "2021-09-01")
    found = difference(Timeline(tiny), Sides(Side("2021-09-01", "assessed"), Side("2021-09-05", "assessed")))
    assert unscripted.count("<tbody") == (2 if found.districts else 0)
    (image,) = re.findall('og:image" content="([^"]+)"', page)
    assert dict(parse_qsl(urlsplit(unescape(image)).query))["b"] == "2021-09-05"


@pytest.mark.usefixtures("_stories")
def test_a_story_tells_its_step_with_the_records_and_the_ways_to_the_others(app: FirstPage) -> None:
    page = ask(app, "id=own&step=2", "/story")[2]
    assert "<title>Step 2 · A story</title>" in page and "They say &lt;so&gt; again." in page and "<so>" not in page
    assert re.search(r'<a href="events\?[^"]*event=EV-2021-0001', page)
    (unscripted,) = re.findall("<noscript>(.*?)</noscript>", page, re.DOTALL)
    assert re.findall(r'<a href="story\?[^"]*id=own&amp;step=(\d)"', unscripted) == ["1", "2"]
    assert "Its &lt;intro&gt;." not in page and "Its &lt;intro&gt;." in ask(app, "id=own", "/story")[2]
    assert "Step 1" in ask(app, "id=none&step=99999999", "/story")[2]


@pytest.mark.usefixtures("_stories")
def test_another_text_of_a_story_is_another_answer(app: FirstPage, tmp_path: Path) -> None:
    ask(app, "", "/story")
    tag = ask(app, "", "/story")[1]["etag"]
    text = (tmp_path / "own.md").read_text("utf-8")
    (tmp_path / "own.md").write_text(text.replace("They say", "It is said"), "utf-8")
    shared._cached = Kept(1_000_000)  # as after a new start
    status, head, page = ask(app, "", "/story", if_none_match=tag)
    assert status == 200 and "etag" not in head and "It is said" in page


def test_a_story_that_cannot_be_read_leaves_the_page_to_the_app(
    app: FirstPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_dataset: Dataset) -> Any:
        raise DataError([])

    monkeypatch.setattr(shared, "_cached", Kept(1_000_000))
    monkeypatch.setattr(first_views, "load_stories", fails)
    assert ask(app, "", "/story")[2] == "passed on"


# --- what is kept -------------------------------------------------------------------------


def draws(log: list[str], name: str, size: int = 10) -> Callable[[], str]:
    def draw() -> str:
        log.append(name)
        return name * size

    return draw


def test_pictures_of_all_kinds_share_one_bound_and_the_last_asked_for_stay() -> None:
    async def run() -> list[str]:
        log: list[str] = []
        kept: Kept[str | bytes] = Kept(30)
        words, files = Pictures(str, 2, kept), Pictures(bytes, 2, kept)
        for name in "ab":
            await words.drawn(name, draws(log, name))
        assert await files.drawn("a", lambda: b"0123456789") == b"0123456789"
        assert words.get("a") == "a" * 10  # asked for again: b is the oldest now
        await words.drawn("c", draws(log, "c"))
        assert (words.get("b"), words.get("a"), files.get("a")) == (None, "a" * 10, b"0123456789")
        assert await words.drawn("d", draws(log, "d", 40)) == "d" * 40 and words.get("d") is None
        assert words.get("a") and words.get("c"), "what is too large takes nobody's room"
        return log

    assert asyncio.run(run()) == ["a", "b", "c", "d"]
    assert pictures.shared is FirstPage(passed_on)._pictures._kept
