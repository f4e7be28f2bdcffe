"""The browser's files of the record as it could be known by a day: made when they are first asked for."""

from __future__ import annotations

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from geo.record.problems import DataError
from geo.record.spans import is_day
from pages.ui.server.known import FOLDER, known_file
from pages.ui.server.paths import base_path
from pages.ui.server.snapshot import Snapshot, snapshot


def route() -> Route:
    """Where they are served."""
    return Route(f"{base_path()}/{FOLDER}/{{day}}/{{version}}/{{name}}", answer, methods=["GET"])


async def answer(request: Request) -> Response:
    """A file of a day, of the version of the record that is served now, or of an earlier one that a page is open of."""
    try:
        now = await to_thread.run_sync(snapshot)
    except DataError:
        return PlainTextResponse("The record can't be read now.\n", status_code=503)
    day, version, name = (request.path_params[key] for key in ("day", "version", "name"))
    content = await to_thread.run_sync(known_file, now, version, day, name) if _is_day_of(now, day) else None
    if content is None:
        return PlainTextResponse("Not here.\n", status_code=404)
    return Response(content, media_type="application/gzip", headers={"Cache-Control": "public, max-age=86400"})


def _is_day_of(now: Snapshot, day: str) -> bool:
    dataset = now.timeline.dataset
    return is_day(day) and dataset.first_day <= day < dataset.last_day
