"""oEmbed: who asks how to show an address of ours in their page is told the line that embeds it."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from geo.address.view import from_query
from geo.export.embed import SIZE, oembed
from geo.record.problems import DataError
from pages.ui.server.paths import embed_paths
from pages.ui.server.snapshot import snapshot
from serving.hosts import host_of, origin_of

MAX_LETTERS = 2000
#: No map is of use in less.
LEAST = (240, 200)


async def answer_oembed(request: Request) -> Response:
    """What oEmbed 1.0 says of an address of a map of ours."""
    query = request.query_params
    if query.get("format", "json") != "json":
        return PlainTextResponse("Only json is answered.\n", status_code=501)
    viewed = query_of(query.get("url", ""), host_of(request.scope))
    if viewed is None:
        return PlainTextResponse("That is no address of this map.\n", status_code=404)
    try:
        dataset = (await to_thread.run_sync(snapshot)).timeline.dataset
    except DataError:
        return PlainTextResponse("The record can't be read now.\n", status_code=503)
    most = (_most(query.get("maxwidth"), 0), _most(query.get("maxheight"), 1))
    found = oembed(f"{origin_of(request.scope)}{embed_paths()[1]}", from_query(viewed, dataset)[0], dataset, most)
    return JSONResponse(found, headers={"Access-Control-Allow-Origin": "*"})


def query_of(address: str, host: str) -> dict[str, str] | None:
    """What an address of this host asks for; None for one of another."""
    try:
        parts = urlsplit(address) if len(address) <= MAX_LETTERS else None
        query = dict(parse_qsl(parts.query, max_num_fields=100)) if parts else {}
    except ValueError:
        return None
    return query if parts and parts.scheme in ("http", "https") and parts.netloc == host else None


def _most(told: str | None, side: int) -> int:
    """How wide or high it may be: as told, as far as a map can be read in that."""
    return max(LEAST[side], int(told)) if told and told.isascii() and told.isdigit() and len(told) < 6 else SIZE[side]
