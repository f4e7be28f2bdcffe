"""Files that never change, compressed once and kept: on a slow line they are most of the wait."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import re
import zlib
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from functools import partial

import brotli
from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.ui.server.snapshot import STATIC_DIR
from serving.headers import UNCHANGING
from serving.streamlit_files import changed, is_changed, is_slow

MAX_BYTES = 64_000_000
#: Our data lie packed by gzip: brotli packs them tighter, and the browser gets the plain text then.
PACKED = ".json.gz"
#: The folder of a version of our own files.
OURS = re.compile(r"/app/static/(replay-[0-9a-f]{16})/")
NEVER = re.compile(r";\s*q=0(?:\.0*)?\s*$")
#: What is text; pictures, fonts and our `.json.gz` are small already.
TEXT = re.compile(r"text/|application/(?:javascript|json|manifest\+json)|image/svg\+xml")
Pack = Callable[[bytes], bytes]
#: The codings in the order in which they are taken, each made at once while a reader waits, and as small as it goes.
CODINGS: dict[str, tuple[Pack, Pack]] = {
    "br": (
        partial(brotli.compress, mode=brotli.MODE_TEXT, quality=5),
        partial(brotli.compress, mode=brotli.MODE_TEXT, quality=10),
    ),
    "gzip": (partial(gzip.compress, compresslevel=6, mtime=0), partial(gzip.compress, compresslevel=9, mtime=0)),
}
#: In the scope of a request that nobody waits for: its answer may take its time.
AT_LEISURE = "replay.at_leisure"
Pairs = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Answer:
    """A whole answer of the app."""

    status: int
    headers: Pairs
    body: bytes


class Compressed:
    """Answers an unchanging file in the best coding that the browser takes; all else goes on to the app."""

    def __init__(self, app: ASGIApp, is_gone: Callable[[str], bool] = lambda _: False) -> None:
        """`is_gone` tells of a path that it may have been answered before and is not to be any more."""
        self.app, self._is_gone = app, is_gone
        self._kept: OrderedDict[tuple[str, str], Answer] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        coding = coding_for(scope)
        if coding is None:
            await self.app(scope, receive, send)
            return
        answer = await self._answer(scope, coding)
        await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else answer.body})

    async def _answer(self, scope: Scope, coding: str) -> Answer:
        path, at_leisure = scope["path"], AT_LEISURE in scope
        key = (path, coding)
        if self._is_gone(path):
            self._kept.pop(key, None)
        if key in self._kept and not at_leisure:
            self._kept.move_to_end(key)
            return self._kept[key]
        plain = await whole_answer(self.app, _uncompressed(scope))
        is_text = TEXT.match(Headers(raw=plain.headers).get("content-type", "")) is not None
        is_packed = coding == "br" and path.endswith(PACKED)
        is_ours = is_changed(path) and (at_leisure or not is_slow(path))
        if plain.status != 200 or not (is_text or is_packed or is_ours):
            return plain
        pack = CODINGS[coding][at_leisure] if is_text or is_packed else None
        made = await to_thread.run_sync(passed_on, path, plain, coding, pack)
        if at_leisure or key not in self._kept:
            self._keep(key, made)
        return made

    def _keep(self, key: tuple[str, str], answer: Answer) -> None:
        self._kept[key] = answer
        while sum(len(kept.body) for kept in self._kept.values()) > MAX_BYTES:
            self._kept.popitem(last=False)


def is_gone(path: str) -> bool:
    """Whether a path is of a version of our own files that was removed: one that held what is withheld now."""
    found = OURS.search(path)
    return found is not None and not (STATIC_DIR / found[1]).exists()


def coding_for(scope: Scope) -> str | None:
    """The coding in which a request is answered here; None: it is not for us."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or not UNCHANGING.search(scope["path"]):
        return None
    headers = Headers(scope=scope)
    is_partial = "range" in headers or "if-none-match" in headers or "if-modified-since" in headers
    return None if is_partial else coding_of(scope)


def coding_of(scope: Scope) -> str | None:
    """The best coding that a browser says it takes."""
    parts = Headers(scope=scope).get("accept-encoding", "").lower().split(",")
    taken = {part.split(";")[0].strip() for part in parts if not NEVER.search(part)}
    return next((coding for coding in CODINGS if coding in taken), None)


async def encoded(parts: AsyncIterator[str], coding: str | None) -> AsyncIterator[bytes]:
    """Parts of a text in a coding, each sent on as soon as it is there."""
    if coding == "br":
        packer = brotli.Compressor(mode=brotli.MODE_TEXT, quality=5)
        async for part in parts:
            yield packer.process(part.encode("utf-8")) + packer.flush()
        yield packer.finish()
    elif coding == "gzip":
        zipper = zlib.compressobj(6, wbits=31)
        async for part in parts:
            yield zipper.compress(part.encode("utf-8")) + zipper.flush(zlib.Z_SYNC_FLUSH)
        yield zipper.flush()
    else:
        async for part in parts:
            yield part.encode("utf-8")


async def whole_answer(app: ASGIApp, scope: Scope) -> Answer:
    """What an app answers, as a whole: also when the reader who asked has left, for it is kept for others."""
    started: Message = {}
    parts: list[bytes] = []

    async def take(message: Message) -> None:
        if message["type"] == "http.response.start":
            started.update(message)
        elif message["type"] == "http.response.body":
            parts.append(message.get("body", b""))

    await app(scope, _never_leaves, take)
    return Answer(started["status"], list(started["headers"]), b"".join(parts))


async def _never_leaves() -> Message:
    """Whoever asks whether the reader has left waits."""
    never: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
    return await never


def _uncompressed(scope: Scope) -> Scope:
    """The same request for the whole file in no coding."""
    headers = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
    return {**scope, "method": "GET", "headers": headers}


def passed_on(path: str, plain: Answer, coding: str, pack: Pack | None) -> Answer:
    """An answer as it is kept: changed where we change it, and packed if it can be, with headers that say so."""
    body = changed(path, gzip.decompress(plain.body) if pack and path.endswith(PACKED) else plain.body)
    message: Message = {"type": "http.response.start", "headers": list(plain.headers)}
    headers = MutableHeaders(scope=message)
    if pack and path.endswith(PACKED):
        headers["content-type"] = "application/json"
    if pack:
        body = pack(body)
        headers["content-encoding"] = coding
        headers.add_vary_header("Accept-Encoding")
    headers["content-length"] = str(len(body))
    headers["etag"] = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    return Answer(plain.status, message["headers"], body)
