"""The first answer to a reader: Streamlit's page with the true picture of the day already in it."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import parse_qsl, urlencode

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from geo.address.view import ViewState, from_query, to_query
from geo.export.edition.first_markup import drawn_picture
from geo.export.first_words import FirstWords, first_words
from geo.record.problems import DataError
from pages.ui.layout import page_paths
from pages.ui.server.paths import base_path, static_root
from pages.ui.server.snapshot import Snapshot, snapshot
from serving.compression import coding_of, encoded
from serving.hosts import host_of
from serving.page_markup import head_of, split_index
from serving.pictures import Pictures
from serving.preview import KEYS, NAME
from serving.read import NAME as READ

#: So many pictures are drawn or wait at a time, further readers get none.
MAX_WAITING = 8
#: Who asks for more than so many fields asks for no view of ours.
MAX_FIELDS = 100
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
        return self.page == "" and self.query.get("embed") != "true"


class FirstPage:
    """Answers the address of each page; the map's with the day's picture, as soon as that is drawn."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._pictures = Pictures(str, MAX_WAITING)

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
        words = await _words(now, view) if requested.page == "" else None
        coding = coding_of(scope)
        headers = {"cache-control": "no-cache", "vary": "Accept-Encoding"}
        if self._is_whole(now, requested, view, words):
            headers["etag"] = tag
        if coding:
            headers["content-encoding"] = coding
        parts = encoded(self._parts(now, requested, view, words), coding)
        await StreamingResponse(parts, media_type="text/html", headers=headers)(scope, receive, send)

    def _is_whole(self, now: Snapshot, requested: Asked, view: ViewState, words: FirstWords | None) -> bool:
        """Whether it is sure before the answer begins that nothing will be missing: only such an answer may be kept."""
        if requested.page != "":
            return True
        return words is not None and (not requested.has_picture or self._pictures.get(_key(now, view)) is not None)

    async def _parts(
        self, now: Snapshot, requested: Asked, view: ViewState, words: FirstWords | None
    ) -> AsyncIterator[str]:
        """The page: its head at once, so that the browser can fetch what comes next, then the picture."""
        before, root, after = split_index()
        address = f"{requested.origin}{requested.path}?{urlencode(to_query(view, now.timeline.dataset))}"
        image = f"{requested.origin}{base_path()}/{NAME}?{urlencode({key: getattr(view, key) for key in KEYS})}"
        files = now.assets.addresses(static_root())
        yield before + head_of(words, address, image, files, has_map=requested.page == "") + root
        if words is not None and requested.has_picture:
            yield await self._picture(now, view, words)
        yield after

    async def _picture(self, now: Snapshot, view: ViewState, words: FirstWords) -> str:
        """The picture with its words; nothing when too many readers wait for one, or when it can't be drawn."""
        return await self._pictures.or_nothing(_key(now, view), partial(drawn, now, view, words)) or ""


async def _words(now: Snapshot, view: ViewState) -> FirstWords | None:
    """The words of a view; None when they can't be made."""
    try:
        return await to_thread.run_sync(first_words, now.timeline, view)
    except Exception:  # as with the picture
        _log.exception("the first words can't be made")
        return None


def _key(now: Snapshot, view: ViewState) -> str:
    """What a picture depends on: the view, and the version of the data, which is in its query."""
    return urlencode(to_query(view, now.timeline.dataset))


def drawn(now: Snapshot, view: ViewState, words: FirstWords) -> str:
    """The picture of a view with its words, as markup."""
    lighter = f"{base_path()}/{READ}/?{urlencode(to_query(view, now.timeline.dataset))}"
    return drawn_picture(now.timeline, view, words, has_days=True, lighter=lighter)


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
    secure = scope["scheme"] == "https" or Headers(scope=scope).get("x-forwarded-proto") == "https"
    return Asked(page, scope["path"], query, f"{'https' if secure else 'http'}://{host_of(scope)}")


def tag_of(now: Snapshot, requested: Asked, view: ViewState) -> str:
    """A name for the answer: of another version, address or program it is another one."""
    parts = (now.assets.folder, str(now.stale), requested.origin, requested.page, requested.query.get("embed", ""))
    text = "\0".join((*parts, urlencode(to_query(view, now.timeline.dataset)), *split_index()))
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
