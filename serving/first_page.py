"""The first answer to a reader: Streamlit's page with the true picture of the day already in it."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from geo.address.view import ViewState, to_query
from geo.record.problems import DataError
from pages.ui.layout import page_paths
from pages.ui.server.earlier import snapshot_for
from pages.ui.server.paths import base_path, embed_paths, static_root
from pages.ui.server.seen import seen, sight_of
from pages.ui.server.snapshot import Snapshot, snapshot
from serving.compression import coding_of, encoded
from serving.first_views import WITH_MAP, FirstView, canonical, of_day
from serving.hints import hints
from serving.hosts import origin_of
from serving.page_markup import head_of, in_page_of, split_index
from serving.pictures import Pictures
from serving.preview import NAME
from serving.read import head_of as head_for_programs

#: So many pictures are drawn or wait at a time, further readers get none.
MAX_WAITING = 8
#: Who asks for more than so many fields asks for no view of ours.
MAX_FIELDS = 100
#: The key by which lines asked that embedded the app itself, and what a browser says that fills a frame.
EMBED, FRAMES = "embed", ("iframe", "frame")
Query = dict[str, str]

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Asked:
    """What a request asks for: a page, its query, and what we are called."""

    page: str
    path: str
    query: Query
    origin: str

    @property
    def has_picture(self) -> bool:
        """Whether the answer is to hold the picture of the day."""
        return self.page in WITH_MAP and self.query.get(EMBED) != "true"

    @property
    def is_old_line(self) -> bool:
        """Whether it is of a line that embeds the map as it was before there was a page for that."""
        return self.page == "" and self.query.get(EMBED) == "true"


@dataclass(frozen=True)
class Address:
    """What was asked for, as it is understood: the view, what else the page follows, and both as a query.

    `made_of` is what the page shows beside the record.
    """

    requested: Asked
    view: ViewState
    own: Query
    query: Query
    made_of: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What a picture depends on: the page, its query, in which the version of the data is, and what else it shows."""
        return self.requested.page, urlencode(self.query), self.made_of


class FirstPage:
    """Answers the address of each page; that of one with a map with its day's picture, as soon as that is drawn."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._pictures = Pictures(str, MAX_WAITING)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        requested = asked_of(scope)
        if requested is None:
            await self.app(scope, receive, send)
            return
        if requested.is_old_line and Headers(scope=scope).get("sec-fetch-dest") in FRAMES:
            query = urlencode({key: value for key, value in requested.query.items() if key != EMBED})
            await RedirectResponse(f"{embed_paths()[0]}?{query}")(scope, receive, send)
            return
        try:
            now = await to_thread.run_sync(snapshot)
            now = await to_thread.run_sync(snapshot_for, requested.query, now)
            found = await to_thread.run_sync(canonical, requested.page, requested.query, now.timeline.dataset)
        except DataError:
            await self.app(scope, receive, send)
            return
        view, own, made_of = found
        if requested.page == "":
            now = await to_thread.run_sync(seen, now, sight_of(view))
        address = Address(requested, view, own, to_query(view, now.timeline.dataset) | own, made_of)
        tag = tag_of(now, address)
        if Headers(scope=scope).get("if-none-match") == tag:
            await Response(status_code=304, headers={"etag": tag})(scope, receive, send)
            return
        first = await _first(now, address)
        coding = coding_of(scope)
        headers = {"cache-control": "no-cache", "vary": "Accept-Encoding"}
        if self._is_whole(address, first):
            headers["etag"] = tag
        if coding:
            headers["content-encoding"] = coding
        parts = encoded(self._parts(now, address, first), coding)
        await StreamingResponse(parts, media_type="text/html", headers=headers)(scope, receive, send)

    def _is_whole(self, address: Address, first: FirstView | None) -> bool:
        """Whether it is sure before the answer begins that nothing will be missing: only such an answer may be kept."""
        requested = address.requested
        if requested.page not in WITH_MAP:
            return True
        return first is not None and (not requested.has_picture or self._pictures.get(address.key) is not None)

    async def _parts(self, now: Snapshot, address: Address, first: FirstView | None) -> AsyncIterator[str]:
        """The page: its head at once, then the picture.

        What the browser should fetch next is named before a picture that has yet to be drawn, since the line is idle
        meanwhile, and after one that is kept: over HTTP/2 a browser asks for all of it side by side, and the picture would
        share a slow line with eighty files.
        """
        before, root, after, modules = split_index()
        requested = address.requested
        own = f"{requested.origin}{requested.path}?{urlencode(address.query)}"
        preview = first.preview if first else of_day(address.view)
        image = f"{requested.origin}{base_path()}/{NAME}?{urlencode(preview)}"
        files = now.assets.addresses(static_root(), address.view.lang)
        soon = modules + (hints(files) if requested.page in WITH_MAP else "")
        is_kept = requested.has_picture and self._pictures.get(address.key) is not None
        yield in_page_of(before, address.view.lang) + head_of(first, own, image, files, address.view.lang)
        yield "".join(head_for_programs(now)) + ("" if is_kept else soon) + root
        if first is not None and requested.has_picture:
            yield await self._pictures.or_nothing(address.key, first.draw) or ""
        yield (soon if is_kept else "") + after


async def _first(now: Snapshot, address: Address) -> FirstView | None:
    """What the page of an address says and shows first; None where it has no map, or when the words can't be made."""
    if (page := WITH_MAP.get(address.requested.page)) is None:
        return None
    try:
        return await to_thread.run_sync(page.first, now.timeline, address.view, address.own)
    except Exception:  # as with the picture
        _log.exception("the first words can't be made")
        return None


def asked_of(scope: Scope) -> Asked | None:
    """What a request asks for; None when it is for no page, or can't be read."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return None
    base, path = base_path(), scope["path"].rstrip("/")
    page = path.removeprefix(f"{base}/") if path.startswith(f"{base}/") else "" if path == base else None
    if page is None or page not in page_paths():
        return None
    try:
        query = dict(parse_qsl(scope["query_string"].decode("latin-1"), max_num_fields=MAX_FIELDS))
    except ValueError:  # too many
        return None
    return Asked(page, scope["path"], query, origin_of(scope))


def tag_of(now: Snapshot, address: Address) -> str:
    """A name for the answer: of another version, address or program it is another one."""
    requested = address.requested
    parts = (now.assets.folder, str(now.stale), requested.origin, requested.query.get(EMBED, ""), *address.key)
    text = "\0".join((*parts, *split_index()))
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
