"""The routes of the API: an address is made a question, and its answer is sent with what HTTP can say about it."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from functools import partial

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount
from starlette.types import Receive, Scope, Send

from geo.answers.problems import MEDIA_TYPE, Refused
from geo.answers.questions import Question, language_in, pairs_of, question_of
from geo.answers.record import Record
from geo.export.programs.bodies import MEDIA_TYPES, body_of, compact, document_at, links_of
from geo.export.programs.documents import DOCUMENTS
from geo.queries.versions import versions
from geo.record.problems import DataError
from geo.wording.language import language, speaking
from geo.wording.text import t
from pages.ui.server.paths import base_path
from pages.ui.server.snapshot import Snapshot, snapshot
from serving.api.accepted import is_accepted
from serving.api.answers import Answers, Packed
from serving.api.limits import Allowance, Limits, client_of
from serving.compression import CODINGS, coding_of

ROOT = "/api"
VERSION = "v1"
METHODS = "GET, HEAD, OPTIONS"
#: A longer address is none that the table of answers can mean.
MAX_ADDRESS = 2_000
#: Programs of any site may read; nothing can be written, and no cookie counts.
FOR_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, RateLimit, RateLimit-Policy, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
PREFLIGHT = {"Access-Control-Allow-Methods": METHODS, "Access-Control-Max-Age": "86400", "Allow": METHODS}

_log = logging.getLogger(__name__)


class Api:
    """Answers everything below `/api/`."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._answers = Answers()

    def route(self) -> Mount:
        """Where it is served."""
        return Mount(f"{base_path()}{ROOT}", app=self)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        allowance = self._limits.take(client_of(scope))
        with speaking(language_in(scope["query_string"].decode("latin-1"))):
            response = await self._answered(scope, allowance)
        response.headers.update(FOR_ALL | allowance.headers())
        await response(scope, receive, send)

    async def _answered(self, scope: Scope, allowance: Allowance) -> Response:
        """The answer, or why there is none, in the language that is spoken."""
        try:
            if not allowance.is_allowed:
                raise Refused(429, t("problem.limit", seconds=allowance.next_in))
            return await self._response(scope)
        except Refused as refused:
            return refusal(refused)
        except Exception:  # nothing of what went wrong is told to whoever asks
            _log.exception("an answer can't be made")
            return refusal(Refused(500, t("problem.broken")))

    async def _response(self, scope: Scope) -> Response:
        if scope["method"] == "OPTIONS":
            return Response(status_code=204, headers=PREFLIGHT)
        if scope["method"] not in METHODS.split(", "):
            raise Refused(405, t("problem.method", method=scope["method"][:20], methods=METHODS))
        if len(scope["path"]) + len(scope["query_string"]) > MAX_ADDRESS:
            raise Refused(414, t("problem.long", most=MAX_ADDRESS))
        version, slash, path = scope["path"].removeprefix(f"{base_path()}{ROOT}").strip("/").partition("/")
        if version != VERSION:
            raise Refused(404, t("problem.no_version", path=f"{ROOT}/{VERSION}/"))
        if not slash and not scope["path"].endswith("/"):
            return RedirectResponse(f"{base_path()}{ROOT}/{VERSION}/", status_code=308)
        try:
            now = await to_thread.run_sync(snapshot)
        except DataError as error:
            raise Refused(503, t("problem.unread")) from error
        return await self._answer(scope, now, path or "index.json")

    async def _answer(self, scope: Scope, now: Snapshot, path: str) -> Response:
        headers, query = Headers(scope=scope), scope["query_string"].decode("latin-1")
        document = document_at(path, query)
        question = None if document else question_of(now.timeline.dataset, path, pairs_of(query))
        media_type = document.media_type if document else MEDIA_TYPES[question.form if question else "json"]
        if not is_accepted(headers.get("accept", ""), media_type):
            raise Refused(406, t("problem.form", kind=media_type))
        coding = coding_of(scope)
        tag = tag_of(now, question.key if question else path, coding)
        told = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
        if is_same(headers.get("if-none-match", ""), tag):
            return Response(status_code=304, headers=told)
        packed = await self._answers.get(tag, partial(made, now, question or path, coding))
        if coding:
            told["Content-Encoding"] = coding
        if packed.links:
            told["Link"] = ", ".join(f'<{address}>; rel="{relation}"' for relation, address in packed.links)
        return Response(packed.content, media_type=media_type, headers=told)


def made(now: Snapshot, wanted: Question | str, coding: str | None) -> Packed:
    """The answer to a question, or one of the documents beside the answers, packed."""
    record = asked(now)
    body = DOCUMENTS[wanted].make(record) if isinstance(wanted, str) else body_of(record, wanted)
    links = () if isinstance(wanted, str) else tuple(links_of(body, wanted).items())
    return Packed(CODINGS[coding][0](body) if coding else body, links)


def asked(now: Snapshot) -> Record:
    """The record of a moment with what stands beside it."""
    return Record(now.timeline, now.reference, tuple(versions()))


def tag_of(now: Snapshot, address: str, coding: str | None) -> str:
    """A name for the bytes of an answer: of another version, address, program, coding or language it is another one."""
    parts = (now.timeline.dataset.version, now.assets.folder, address, coding or "", language())
    return f'"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'


def is_same(header: str, tag: str) -> bool:
    """Whether a header `If-None-Match` names a tag."""
    return header.strip() == "*" or tag in [one.strip().removeprefix("W/") for one in header.split(",")]


def refusal(refused: Refused) -> Response:
    """Why a question is not answered."""
    more: Mapping[str, str] = {405: {"Allow": METHODS}, 503: {"Retry-After": "5"}}.get(refused.status, {})
    headers = {"Cache-Control": "no-store", "Content-Language": language(), **more}
    return Response(compact(refused.document()), refused.status, media_type=MEDIA_TYPE, headers=headers)
