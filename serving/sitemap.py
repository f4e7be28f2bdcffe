"""The pages of the app for search engines, by the name under which we are asked."""

from __future__ import annotations

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from geo.export.programs.sitemap import NAME, sitemap
from geo.record.problems import DataError
from pages.ui.layout import page_paths
from pages.ui.server.paths import READ, base_path
from pages.ui.server.snapshot import snapshot
from serving.first_page import asked_of


def route() -> Route:
    """Where it is served."""
    return Route(f"{base_path()}/{NAME}", answer, methods=["GET"])


async def answer(request: Request) -> Response:
    """The sitemap: the pages of the menu, and the lighter map."""
    asked = asked_of({**request.scope, "path": f"{base_path()}/", "query_string": b""})
    try:
        dataset = (await to_thread.run_sync(snapshot)).timeline.dataset
    except DataError:
        return PlainTextResponse("The record can't be read now.\n", status_code=503)
    origin = asked.origin if asked else ""
    addresses = [f"{origin}{base_path()}/{path}" for path in (*sorted(page_paths()), f"{READ}/")]
    return Response(sitemap(addresses, dataset), media_type="application/xml", headers={"Cache-Control": "no-cache"})
