"""The reader's edition, served beside the app: `/read/` is its map, with the picture of the day that is asked for."""

from __future__ import annotations

import hashlib
import mimetypes
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial
from urllib.parse import urlencode

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from geo.address.keys import DEFINITIONS, LANG_KEY, LANGUAGES
from geo.address.paths import EMBED_FILE, PAGE_FILES
from geo.address.view import ViewState, first_view, from_query, to_query
from geo.control.timeline import Timeline
from geo.export.describe import in_head
from geo.export.edition.downloads import REPLAY, downloads_of
from geo.export.edition.earlier import told_file
from geo.export.edition.files import edition_files
from geo.export.edition.first_markup import drawn_picture
from geo.export.edition.frame import Edition
from geo.export.edition.kept import TOLD, WORKER, is_kept, kept_files, kept_list
from geo.export.edition.map_page import map_page
from geo.export.first_words import FirstWords, first_words
from geo.export.one_file import one_file
from geo.export.site import site_tables
from geo.record.problems import DataError
from geo.wording.language import FIRST, speaking
from pages.ui.server.earlier import snapshot_for
from pages.ui.server.paths import base_path, read_root, static_root
from pages.ui.server.snapshot import STATIC_DIR, Snapshot, snapshot
from serving.compression import CODINGS, coding_of
from serving.oembed import answer_oembed
from serving.pictures import Pictures

MAX_WAITING = 8
#: Pages are made in hundredths of a second: more may wait for one.
MAX_WAITING_PAGES = 64
#: What may be taken away here: forms that need no process of their own.
KINDS, TABLE_FORMS = ("events", "zones", "provinces"), ("csv", "geojson")
#: Whom a reader may write to about this copy, as on the method page of the app.
CONTACT, CONTACT_LETTERS = "REPLAY_CONTACT", 200
MAPS = {"": PAGE_FILES[""], PAGE_FILES[""]: PAGE_FILES[""], "embed": EMBED_FILE, EMBED_FILE: EMBED_FILE}
NO_CACHE = {"cache-control": "no-cache", "vary": "Accept-Encoding"}
Make = Callable[[], bytes]


class ReaderEdition:
    """Answers with the file of an address; each is made once for a version of the record and kept."""

    def __init__(self) -> None:
        self._pictures = Pictures(str, MAX_WAITING)
        self._made = Pictures(bytes, MAX_WAITING_PAGES)
        self._files: dict[str, tuple[str, dict[str, Make]]] = {}

    def routes(self) -> list[Route]:
        """Where it is served."""
        root = read_root()
        return [
            Route(f"{root}/oembed", answer_oembed, methods=["GET"]),
            Route(f"{root}/{{file:path}}", self.answer, methods=["GET"]),
            Route(root, lambda _: RedirectResponse(f"{root}/"), methods=["GET"]),
        ]

    async def answer(self, request: Request) -> Response:
        """The file of an address."""
        try:
            now = await to_thread.run_sync(snapshot)
            now = await to_thread.run_sync(snapshot_for, dict(request.query_params), now)
        except DataError:
            return PlainTextResponse("The record can't be read now.\n", status_code=503)
        file = request.path_params["file"]
        if file in MAPS:
            return await self._map(request, now, MAPS[file])
        lang = request.query_params.get(LANG_KEY, FIRST)
        lang = lang if lang in LANGUAGES else FIRST
        make = (await to_thread.run_sync(self._files_of, now, lang)).get(file)
        return await self._file(request, now, (lang, file), make) if make else PlainTextResponse("Not here.\n", 404)

    def _files_of(self, now: Snapshot, lang: str) -> dict[str, Make]:
        """What can be asked for in a language, worked out once for a version of the record."""
        if now.newer:
            return files_of(now, lang)
        known = self._files.get(lang)
        if known is None or known[0] != now.assets.folder:
            known = self._files[lang] = (now.assets.folder, files_of(now, lang))
        return known[1]

    async def _file(self, request: Request, now: Snapshot, asked: tuple[str, str], make: Make) -> Response:
        """A file that is the same for every reader of a version and language."""
        coding = coding_of(request.scope) or ""
        key = (now.assets.folder, *asked, coding)
        tag = f'"{hashlib.sha256(repr(key).encode()).hexdigest()[:32]}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"etag": tag})
        content = await self._made.drawn(key, partial(_packed, make, coding))
        if content is None:
            return PlainTextResponse("Too many wait.\n", status_code=503, headers={"Retry-After": "30"})
        headers = NO_CACHE | {"etag": tag} | ({"content-encoding": coding} if coding else {})
        return Response(content, media_type=media_type(asked[1]), headers=headers)

    async def _map(self, request: Request, now: Snapshot, file: str) -> Response:
        """The map of an address."""
        view = replace(
            from_query(dict(request.query_params), now.timeline.dataset)[0], known_by=None, definition=DEFINITIONS[0]
        )
        words = await to_thread.run_sync(first_words, now.timeline, view)
        picture = await self._picture(now, view, words)
        page = map_page(edition_of(now, view.lang), view, words, picture, file)
        coding = coding_of(request.scope) or ""
        tag = f'"{hashlib.sha256(page.encode("utf-8")).hexdigest()[:32]}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=NO_CACHE | {"etag": tag})
        content = await to_thread.run_sync(_packed, page.encode, coding)
        headers = NO_CACHE | {"etag": tag} | ({"content-encoding": coding} if coding else {})
        return Response(content, media_type="text/html", headers=headers)

    async def _picture(self, now: Snapshot, view: ViewState, words: FirstWords) -> str:
        """The picture with its words; nothing when too many readers wait for one, or when it can't be drawn."""
        key = ("read", urlencode(to_query(view, now.timeline.dataset)))
        draw = partial(drawn_picture, now.timeline, view, words, has_days=True)
        return await self._pictures.or_nothing(key, draw) or ""


def programs_root() -> str:
    """Where programs are answered."""
    return f"{base_path()}/api/v1/"


def head_of(now: Snapshot) -> list[str]:
    """What tells programs where they find the data."""
    return in_head(now.timeline.dataset, programs_root())


def edition_of(now: Snapshot, lang: str) -> Edition:
    """What the pages of a snapshot are made of."""
    version = now.timeline.dataset.version
    with speaking(lang):
        downloads = downloads_of(version, [f"{kind}.{form}" for kind in KINDS for form in TABLE_FORMS])
    contact = os.environ.get(CONTACT, "")[:CONTACT_LETTERS]
    return Edition(
        now.timeline, now.assets, static_root(), now.reference, downloads,
        programs=programs_root(), contact=contact, lang=lang, languages=LANGUAGES, newer=now.newer or "",
    )  # fmt: skip


def files_of(now: Snapshot, lang: str) -> dict[str, Make]:
    """All files of a snapshot but its maps, by path, each with what makes it."""
    edition = edition_of(now, lang)
    pages = {file: partial(_encoded, make) for file, make in edition_files(edition).items()}
    kept = cache(partial(_kept, now, pages, lang))
    pages |= {name: partial(lambda name: kept()[name], name) for name in (WORKER, TOLD)}
    view = replace(first_view(now.timeline.dataset), lang=lang)
    pages |= {name: partial(bytes, told) for name, told in told_file(edition).items()}
    return pages | {REPLAY: partial(_encoded, partial(one_file, now.timeline, view=view))} | _tables(now.timeline)


def _kept(now: Snapshot, pages: Mapping[str, Make], lang: str) -> dict[str, bytes]:
    """What a reader may keep on a device, worked out once for a version and language when the first asks how much it is."""
    edition, view = edition_of(now, lang), replace(first_view(now.timeline.dataset), lang=lang)
    with speaking(lang):
        words = first_words(now.timeline, view)
        picture = drawn_picture(now.timeline, view, words, has_days=True)
        texts = {PAGE_FILES[""]: map_page(edition, view, words, picture).encode("utf-8")}
    texts |= {file: make() for file, make in pages.items() if is_kept(file)}
    folder = STATIC_DIR / now.assets.folder
    kept = kept_list(edition, texts, lambda name: (folder / name).stat().st_size)
    return {name: text.encode("utf-8") for name, text in kept_files(kept).items()}


def _tables(timeline: Timeline) -> dict[str, Make]:
    version = timeline.dataset.version
    return {
        f"data/{version}/{kind}.{form}": partial(_table, timeline, kind, form) for kind in KINDS for form in TABLE_FORMS
    }


def _table(timeline: Timeline, kind: str, form: str) -> bytes:
    return site_tables(timeline, (kind,), (form,))[f"{kind}.{form}"]


def _encoded(make: Callable[[], str]) -> bytes:
    return make().encode("utf-8")


def _packed(make: Make, coding: str) -> bytes:
    content = make()
    return CODINGS[coding][0](content) if coding else content


def media_type(file: str) -> str:
    """The type of a file by its ending."""
    known = {".geojson": "application/geo+json", ".svg": "image/svg+xml", ".csv": "text/csv"}
    return next(
        (one for ending, one in known.items() if file.endswith(ending)), mimetypes.guess_type(file)[0] or "text/html"
    )
