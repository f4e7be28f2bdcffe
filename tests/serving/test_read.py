"""What the app serves under `/read/`: types of files, the one page that may be framed, oEmbed for addresses of ours."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from serving.headers import SafeHeaders
from serving.oembed import query_of
from serving.read import media_type


def ancestors(path: str, query: bytes = b"") -> str:
    """Who may hold the answer to a path in a frame, where the owner lets one site."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": query, "headers": [(b"host", b"localhost")]}
    asyncio.run(SafeHeaders(app, framed_by=("https://paper.example",))(scope, None, send))  # type: ignore[arg-type]
    head = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    return next(part for part in head["content-security-policy"].split("; ") if part.startswith("frame-ancestors"))


@pytest.mark.parametrize("path", ["/read/embed", "/read/embed.html"])
def test_the_page_for_frames_alone_may_be_framed(path: str) -> None:
    assert ancestors(path) == "frame-ancestors 'self' https://paper.example"


@pytest.mark.parametrize(
    "path", ["/", "/read/", "/read/index.html", "/events", "/read/embed/x", "/component/a/b", "/x/read/embed"]
)
def test_nothing_else_may(path: str) -> None:
    assert ancestors(path) == ancestors(path, b"embed=true") == "frame-ancestors 'self'"


def test_an_address_is_ours_by_its_host() -> None:
    assert query_of("https://map.example/read/?date=2021-09-05&layer=activity", "map.example") == {
        "date": "2021-09-05",
        "layer": "activity",
    }
    for address in (
        "https://other.example/?date=2021-09-05",
        "javascript:alert(1)",
        "",
        "https://map.example:8/",
        "//map.example/",
    ):
        assert query_of(address, "map.example") is None
    assert query_of("https://map.example/?" + "a=1&" * 600, "map.example") is None


def test_a_file_has_the_type_of_its_ending() -> None:
    kinds = {
        "a/b.html": "text/html",
        "c.svg": "image/svg+xml",
        "d.csv": "text/csv",
        "e.geojson": "application/geo+json",
    }
    assert {name: media_type(name) for name in kinds} == kinds
