"""Files are sent in the coding that the browser takes, made once; what changes is never kept."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
from pathlib import Path
from typing import Any

import brotli
import pytest
from starlette.types import Receive, Scope, Send

from geo.browser.assets import web_modules
from serving import compression
from serving.compression import AT_LEISURE, Compressed, coding_of, encoded, is_gone

TEXT = b"const day = '2021-09-05'; " * 400
FILE = "/app/static/replay-0123456789abcdef/modules.js"


class Files:
    """An app that counts how often it is asked."""

    def __init__(self, kind: str = "text/javascript", body: bytes = TEXT, status: int = 200) -> None:
        self.kind, self.body, self.status, self.requested = kind, body, status, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.requested += 1
        headers = [
            (b"content-type", self.kind.encode()),
            (b"etag", b'"1"'),
            (b"content-length", str(len(self.body)).encode()),
        ]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": self.body})


def ask(
    app: Any, path: str = FILE, method: str = "GET", *, at_leisure: bool = False, **headers: str
) -> tuple[int, dict[str, str], bytes]:
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()],
    }
    scope |= {AT_LEISURE: True} if at_leisure else {}
    text: list[Any] = []

    async def send(message: Any) -> None:
        text.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    asyncio.run(app(scope, receive, send))
    head = {name.decode(): value.decode() for name, value in text[0]["headers"]}
    return text[0]["status"], head, b"".join(part.get("body", b"") for part in text[1:])


@pytest.mark.parametrize(("accepts", "coding"), [
    ("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("identity", ""), ("", ""), ("br;q=0.5", "br"),
])  # fmt: skip
def test_the_coding_is_one_that_the_browser_takes(accepts: str, coding: str) -> None:
    status, head, body = ask(Compressed(Files()), accept_encoding=accepts)
    assert status == 200 and head.get("content-encoding", "") == coding
    plain = brotli.decompress(body) if coding == "br" else gzip.decompress(body) if coding else body
    assert plain == TEXT and int(head["content-length"]) == len(body)
    if coding:
        assert len(body) < len(TEXT) / 20 and head["vary"] == "Accept-Encoding" and head["etag"] != '"1"'


def test_a_file_is_asked_for_once() -> None:
    files = Files()
    app = Compressed(files)
    first, again, other = (ask(app, accept_encoding=a) for a in ("br", "br", "gzip"))
    assert first == again != other and files.requested == 2


def test_a_version_that_was_removed_is_not_answered_from_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compression, "STATIC_DIR", tmp_path)
    folder = tmp_path / "replay-0123456789abcdef"
    folder.mkdir()
    files = Files()
    app = Compressed(files, is_gone)
    assert ask(app, accept_encoding="br") == ask(app, accept_encoding="br") and files.requested == 1
    folder.rmdir()
    files.status = 404
    assert ask(app, accept_encoding="br")[0] == 404
    assert not is_gone("/static/js/index.js") and is_gone(f"/below{FILE}")


def test_what_is_made_at_leisure_is_smaller_and_takes_the_place_of_the_other() -> None:
    words = "".join(web_modules().values()).encode()
    app = Compressed(Files(body=words))
    quick = ask(app, accept_encoding="br")[2]
    small = ask(app, accept_encoding="br", at_leisure=True)[2]
    assert len(small) < len(quick) and ask(app, accept_encoding="br")[2] == small
    assert brotli.decompress(small) == brotli.decompress(quick) == words


def test_a_head_has_the_length_and_no_body() -> None:
    app = Compressed(Files())
    assert ask(app, method="HEAD", accept_encoding="br")[1:] == (ask(app, accept_encoding="br")[1], b"")


@pytest.mark.parametrize("path", ["/", "/events", "/_stcore/health", "/media/abc.png", "/app/static/other/modules.js"])
def test_what_may_change_is_passed_on(path: str) -> None:
    files = Files()
    app = Compressed(files)
    for _ in range(2):
        assert ask(app, path, accept_encoding="br")[2] == TEXT
    assert files.requested == 2


@pytest.mark.parametrize(("kind", "status"), [("image/webp", 200), ("text/javascript", 404)])
def test_pictures_and_errors_stay_as_they_are(kind: str, status: int) -> None:
    answer = ask(Compressed(Files(kind, status=status)), accept_encoding="br")
    assert (answer[0], answer[2]) == (status, TEXT) and "content-encoding" not in answer[1]


def test_a_part_of_a_file_is_no_business_of_ours() -> None:
    assert "content-encoding" not in ask(Compressed(Files()), accept_encoding="br", range="bytes=0-9")[1]


def test_our_packed_data_are_packed_tighter() -> None:
    packed = Files("application/gzip", gzip.compress(TEXT))
    status, head, body = ask(Compressed(packed), FILE.replace("modules.js", "record.json.gz"), accept_encoding="br")
    assert (status, head["content-type"], brotli.decompress(body)) == (200, "application/json", TEXT)
    assert (
        ask(Compressed(packed), FILE.replace("modules.js", "record.json.gz"), accept_encoding="gzip")[2] == packed.body
    )


@pytest.mark.parametrize("coding", ["br", "gzip", None])
def test_parts_of_a_page_come_one_by_one(coding: str | None) -> None:
    async def parts() -> Any:
        for part in ("<head>", "", "ف<svg>"):
            yield part

    async def read() -> list[bytes]:
        return [part async for part in encoded(parts(), coding)]

    came = asyncio.run(read())
    whole = b"".join(came)
    plain = brotli.decompress(whole) if coding == "br" else gzip.decompress(whole) if coding else whole
    assert plain.decode() == "<head>ف<svg>" and len(came[0]) > 0


class Leaving(Files):
    """An app that stops when the reader has left, as Starlette's do."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-type", b"text/javascript")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": TEXT[:50], "more_body": True})
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(receive(), 0.05)
            return
        await send({"type": "http.response.body", "body": TEXT[50:]})


def test_a_file_is_kept_whole_when_the_first_reader_leaves() -> None:
    assert brotli.decompress(ask(Compressed(Leaving()), accept_encoding="br")[2]) == TEXT


def test_who_takes_nothing_is_given_nothing() -> None:
    assert coding_of({"type": "http", "headers": []}) is None
