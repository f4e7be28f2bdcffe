"""The reader's edition, served beside the app: `/read/` is its map, with the picture of the day that is asked for."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from geo.address.view import ViewState, from_query, to_query
from geo.export.describe import in_head
from geo.export.edition.first_markup import drawn_picture
from geo.export.edition.map_page import map_page
from geo.export.first_words import FirstWords, first_words
from geo.record.problems import DataError
from geo.wording.text import t
from pages.ui.layout import IN_HEAD
from pages.ui.server.paths import base_path, static_root
from pages.ui.server.snapshot import Snapshot, snapshot
from serving.compression import CODINGS, coding_of
from serving.pictures import Pictures

NAME = "read"
MAX_WAITING = 8


class ReaderEdition:
    """Answers with the page of an address; its pictures are drawn once and kept."""

    def __init__(self) -> None:
        self._pictures = Pictures(str, MAX_WAITING)

    def routes(self) -> list[Route]:
        """Where it is served."""
        root = f"{base_path()}/{NAME}"
        return [
            Route(f"{root}/", self.answer, methods=["GET"]),
            Route(root, lambda _: RedirectResponse(f"{root}/"), methods=["GET"]),
        ]

    async def answer(self, request: Request) -> Response:
        """The map of an address."""
        try:
            now = await to_thread.run_sync(snapshot)
        except DataError:
            return PlainTextResponse("The record can't be read now.\n", status_code=503)
        view, _ = from_query(dict(request.query_params), now.timeline.dataset)
        words = await to_thread.run_sync(first_words, now.timeline, view)
        picture = await self._picture(now, view, words)
        files = now.assets.addresses(static_root())
        page = map_page(now.timeline, view, words, picture, files, ways(), head_of(now)).encode("utf-8")
        tag = f'"{hashlib.sha256(page).hexdigest()[:32]}"'
        headers = {"cache-control": "no-cache", "vary": "Accept-Encoding", "etag": tag}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        if coding := coding_of(request.scope):
            headers["content-encoding"] = coding
            page = await to_thread.run_sync(CODINGS[coding][0], page)
        return Response(page, media_type="text/html", headers=headers)

    async def _picture(self, now: Snapshot, view: ViewState, words: FirstWords) -> str:
        """The picture with its words; nothing when too many readers wait for one, or when it can't be drawn."""
        key = (NAME, urlencode(to_query(view, now.timeline.dataset)))
        draw = partial(drawn_picture, now.timeline, view, words, has_days=True)
        return await self._pictures.or_nothing(key, draw) or ""


def head_of(now: Snapshot) -> list[str]:
    """What tells programs where they find the data."""
    return in_head(now.timeline.dataset, f"{base_path()}/api/v1/")


def ways() -> list[tuple[str, str]]:
    """The app's other pages, as in its menu."""
    return [(f"{base_path()}/{Path(page).stem}", t(key)) for page, key in IN_HEAD[1:]]
