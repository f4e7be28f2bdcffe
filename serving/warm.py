"""What is made while nobody waits yet: the record, the first picture, the files that every first visit asks for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from anyio import to_thread

from geo.record.problems import DataError
from pages.ui.server.snapshot import snapshot
from serving.icons import icon_font_once


@asynccontextmanager
async def warmed(_app: Any) -> AsyncIterator[None]:
    """Begin with it when the server starts; a reader who comes before it is done waits no longer than without it."""
    making = asyncio.create_task(_make())
    try:
        yield
    finally:
        making.cancel()
        with suppress(asyncio.CancelledError):
            await making


async def _make() -> None:
    with suppress(DataError):  # said to whoever opens a page
        await to_thread.run_sync(snapshot)
    await to_thread.run_sync(icon_font_once)
