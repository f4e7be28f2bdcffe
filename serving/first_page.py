"""The first answer to a reader: Streamlit's page with the true picture of the day already in it."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from geo.address.view import ViewState, from_query, to_query
from geo.export.first_picture import first_picture
from geo.export.first_words import FirstWords, first_words
from geo.record.problems import DataError
from geo.wording.text import t
from pages.ui.layout import page_paths
from pages.ui.server.paths import base_path, static_root
from pages.ui.server.snapshot import Snapshot, snapshot
from serving.compression import coding_of, encoded
from serving.hosts import host_of
from serving.page_markup import head_of, picture_of, split_index
from serving.preview import KEYS, NAME

#: So many pictures are kept, about 100 kB each; so many are drawn or wait at a time, further readers get none.
MAX_KEPT, MAX_WAITING = 128, 8
Query = dict[str, str]


@dataclass(frozen=True)
class Asked:
    """What a request asks for: a page, its query, and what we are called."""

    page: str
    path: str
    query: Query
    origin: str


class FirstPage:
    """Answers the address of each page; the map's with the day's picture, as soon as that is drawn."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._kept: OrderedDict[str, str] = OrderedDict()
        self._waiting = 0
        self._drawing = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        requested = asked_of(scope)
        if requested is None:
            await self.app(scope, receive, send)
            return
        try:
            now = await to_thread.run_sync(snapshot)
        except DataError:
            await self.app(scope, receive, send)
            return
        view, _ = from_query(requested.query, now.timeline.dataset)
        tag = tag_of(now, requested, view)
        if Headers(scope=scope).get("if-none-match") == tag:
            await Response(status_code=304, headers={"etag": tag})(scope, receive, send)
            return
        coding = coding_of(scope)
        headers = {"etag": tag, "cache-control": "no-cache", "vary": "Accept-Encoding"}
        if coding:
            headers["content-encoding"] = coding
        parts = encoded(self._parts(now, requested, view), coding)
        await StreamingResponse(parts, media_type="text/html", headers=headers)(scope, receive, send)

    async def _parts(self, now: Snapshot, requested: Asked, view: ViewState) -> AsyncIterator[str]:
        """The page: its head at once, so that the browser can fetch what comes next, then the picture."""
        before, root, after = split_index()
        words = await to_thread.run_sync(first_words, now.timeline, view)
        address = f"{requested.origin}{requested.path}?{urlencode(to_query(view, now.timeline.dataset))}"
        image = f"{requested.origin}{base_path()}/{NAME}?{urlencode({key: getattr(view, key) for key in KEYS})}"
        files = now.assets.addresses(static_root())
        yield before + head_of(words, address, image, files, has_map=requested.page == "") + root
        if requested.page == "" and requested.query.get("embed") != "true":
            yield await self._picture(now, view, words)
        yield after

    async def _picture(self, now: Snapshot, view: ViewState, words: FirstWords) -> str:
        """The picture with its words; nothing when too many readers wait for one."""
        key = urlencode(to_query(view, now.timeline.dataset))
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if self._waiting >= MAX_WAITING:
            return ""
        self._waiting += 1
        try:
            async with self._drawing:
                if key not in self._kept:
                    self._kept[key] = await to_thread.run_sync(drawn, now, view, words)
        finally:
            self._waiting -= 1
        while len(self._kept) > MAX_KEPT:
            self._kept.popitem(last=False)
        return self._kept.get(key, "")


def drawn(now: Snapshot, view: ViewState, words: FirstWords) -> str:
    """The picture of a view with its words, as markup."""
    title = t("first.picture", day=words.date, sentence=words.sentence)
    picture = first_picture(now.timeline, view, title)
    links = [(f"?{urlencode({'date': day})}", name) for day, name in words.days]
    return picture_of(words, picture, links)


def asked_of(scope: Scope) -> Asked | None:
    """What a request asks for; None when it is for no page."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return None
    base, path = base_path(), scope["path"].rstrip("/")
    page = path.removeprefix(f"{base}/") if path.startswith(f"{base}/") else "" if path == base else None
    if page is None or page not in page_paths():
        return None
    query = dict(parse_qsl(scope["query_string"].decode("latin-1"), max_num_fields=100))
    secure = scope["scheme"] == "https" or Headers(scope=scope).get("x-forwarded-proto") == "https"
    return Asked(page, scope["path"], query, f"{'https' if secure else 'http'}://{host_of(scope)}")


def tag_of(now: Snapshot, requested: Asked, view: ViewState) -> str:
    """A name for the answer: of another version, address or program it is another one."""
    parts = (now.assets.folder, str(now.stale), requested.origin, requested.page, requested.query.get("embed", ""))
    text = "\0".join((*parts, urlencode(to_query(view, now.timeline.dataset)), *split_index()))
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
