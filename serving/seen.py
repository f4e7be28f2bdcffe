"""The browser's files of the record by a day and a definition: made when they are first asked for."""

from __future__ import annotations

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from geo.record.problems import DataError
from pages.ui.server.paths import base_path
from pages.ui.server.seen import FOLDER, seen_file, sight_in
from pages.ui.server.snapshot import snapshot


def route() -> Route:
    """Where they are served."""
    path = f"{base_path()}/{FOLDER}/{{known_by}}/{{definition}}/{{version}}/{{name}}"
    return Route(path, answer, methods=["GET"])


async def answer(request: Request) -> Response:
    """A file of a sight, of the version of the record that is served now, or of an earlier one that a page is open of."""
    try:
        now = await to_thread.run_sync(snapshot)
    except DataError:
        return PlainTextResponse("The record can't be read now.\n", status_code=503)
    known_by, definition, version, name = (
        request.path_params[key] for key in ("known_by", "definition", "version", "name")
    )
    sight = sight_in(now.timeline.dataset, known_by, definition)
    content = await to_thread.run_sync(seen_file, now, version, sight, name) if sight else None
    if content is None:
        return PlainTextResponse("Not here.\n", status_code=404)
    return Response(content, media_type="application/gzip", headers={"Cache-Control": "public, max-age=86400"})
