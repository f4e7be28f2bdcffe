"""The first answer holds the picture; without it the answer is a page all the same, and none that a browser keeps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from geo.export.edition import first_markup
from pages.ui.server import snapshot as shared
from pages.ui.server.kept import Kept
from serving import first_page, pictures
from serving.first_page import MAX_FIELDS, MAX_WAITING, FirstPage
from serving.pictures import Pictures

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
    scope = {
        "type": "http", "method": "GET", "path": path, "query_string": query.encode(), "scheme": "http",
        "headers": [(b"host", b"localhost"), *((k.replace("_", "-").encode(), v.encode()) for k, v in headers.items())],
    }  # fmt: skip
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        await asyncio.Event().wait()

    await app(scope, receive, send)
    head = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], head, b"".join(part.get("body", b"") for part in sent[1:]).decode()


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
    assert again == page and head["etag"]
    assert ask(app, if_none_match=head["etag"])[0] == 304
    assert ask(app, DAY, "/events")[1]["etag"] != head["etag"], "there is no picture to wait for"


def test_a_picture_that_fails_leaves_a_page_that_nobody_keeps(app: FirstPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> Any:
        raise RuntimeError("no ink")

    with monkeypatch.context() as patch:
        patch.setattr(first_markup, "first_picture", fails)
        status, head, page = ask(app)
        assert status == 200 and "etag" not in head and 'first-picture"' not in page and page.endswith("</html>\n")
        assert "5 September 2021" in page
        patch.setattr(first_page, "first_words", fails)
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
