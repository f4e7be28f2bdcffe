"""An app of ASGI asked as a server asks it, without one."""

from __future__ import annotations

import asyncio
import gzip
import json
from dataclasses import dataclass
from typing import Any

import brotli


@dataclass(frozen=True)
class Answered:
    """The answer of an app."""

    status: int
    headers: dict[str, str]
    raw: bytes

    @property
    def content(self) -> bytes:
        """The body as it was before it was packed."""
        unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(self.headers.get("content-encoding", ""))
        return unpack(self.raw) if unpack else self.raw

    @property
    def json(self) -> Any:
        """The body as plain data."""
        return json.loads(self.content)


def ask(app: Any, address: str, method: str = "GET", client: str = "192.0.2.1", **headers: str) -> Answered:
    """Ask an app for an address, with headers such as `accept_encoding="br"`."""
    return asyncio.run(asked(app, address, method, client, **headers))


async def asked(app: Any, address: str, method: str = "GET", client: str = "192.0.2.1", **headers: str) -> Answered:
    """The same, for who asks several at a time."""
    path, _, query = address.partition("?")
    fields = [(b"host", b"localhost"), *((k.replace("_", "-").encode(), v.encode()) for k, v in headers.items())]
    scope = {
        "type": "http", "method": method, "path": path, "raw_path": path.encode(), "root_path": "",
        "query_string": query.encode(), "scheme": "http", "headers": fields, "client": (client, 5),
    }  # fmt: skip
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        await asyncio.Event().wait()

    await app(scope, receive, send)
    head = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answered(sent[0]["status"], head, b"".join(part.get("body", b"") for part in sent[1:]))
