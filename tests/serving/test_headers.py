"""Every answer has the headers that keep a reader safe, also that of an error."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from serving.headers import SafeHeaders
from serving.policy import FIXED


def test_an_error_is_answered_with_the_headers_too() -> None:
    async def breaks(scope: Scope, receive: Receive, send: Send) -> None:
        raise RuntimeError("inside")

    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": [(b"host", b"localhost")]}
    with pytest.raises(RuntimeError):
        asyncio.run(SafeHeaders(breaks)(scope, None, send))  # type: ignore[arg-type]
    assert sent[0]["status"] == 500 and b"inside" not in sent[1]["body"]
    head = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    assert "content-security-policy" in head and all(head[name.lower()] == value for name, value in FIXED.items())
