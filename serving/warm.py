"""What is made while nobody waits yet: the record, the first picture, the files that every first visit asks for."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any

from anyio import to_thread
from starlette.types import ASGIApp, Scope

from geo.record.problems import DataError
from pages.ui.server.paths import base_path, static_root
from pages.ui.server.snapshot import snapshot
from serving.compression import AT_LEISURE, whole_answer
from serving.hints import hints
from serving.icons import MEDIA
from serving.policy import INDEX
from serving.sockets import send_at_once


@asynccontextmanager
async def warmed(app: Any) -> AsyncIterator[None]:
    """While the app runs: answers leave at once; the first are made in the background, so that no reader waits for it."""
    send_at_once()
    making = asyncio.create_task(_make(app))
    try:
        yield
    finally:
        making.cancel()
        with suppress(asyncio.CancelledError):
            await making


async def _make(app: ASGIApp) -> None:
    try:
        now = await to_thread.run_sync(snapshot)
    except DataError:  # said to whoever opens a page
        return
    for path in first_files(now.assets.addresses(static_root())):
        await whole_answer(app, _request(path))


def first_files(files: Mapping[str, str]) -> list[str]:
    """The paths of what a first visit asks for and is compressed: Streamlit's scripts, ours, the record."""
    named = re.findall(r'(?:src|href)="\./(static/[^"]+\.(?:js|css))"', INDEX.read_text("utf-8"))
    hinted = re.findall(r'href="([^"]+)"', hints(files))
    icons = [f"{base_path()}/static/media/{path.name}" for path in MEDIA.glob("MaterialSymbols-*.woff2")]
    return list(dict.fromkeys([*(f"{base_path()}/{path}" for path in named), *hinted, *icons]))


def _request(path: str) -> Scope:
    """A request for a file, as a browser of today makes it."""
    headers = [(b"host", b"localhost"), (b"accept-encoding", b"br")]
    return {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "root_path": "", "query_string": b"",
        "headers": headers, "scheme": "http", "server": ("localhost", 80), "client": ("127.0.0.1", 0),
        "http_version": "1.1", "asgi": {"version": "3.0"}, AT_LEISURE: True,
    }  # fmt: skip
