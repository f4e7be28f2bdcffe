"""The picture that other programs show beside a link: the day as a sheet, made here, few at a time."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import partial

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from geo.address.compare import Sides, sides_from_query
from geo.address.view import ViewState, from_query
from geo.control.timeline import Timeline
from geo.export.drawing.layers import Layer
from geo.export.first_pages.pair_sheet import pair_layers
from geo.export.picture import RenderOptions, about_file, composed
from geo.record.problems import DataError
from geo.wording.language import in_language_of
from geo.wording.text import t
from pages.ui.server.paths import base_path
from pages.ui.server.seen import seen, sight_of
from pages.ui.server.snapshot import snapshot
from serving.pictures import Pictures

NAME = "preview.png"
SIZE = (1200, 630)
MAX_WAITING = 4
#: The keys of an address that a preview follows; all else would make pictures without end.
KEYS = ("date", "perspective", "layer", "known_by", "definition", "lang")
#: The keys of an address that asks for two days.
PAIR = {"a", "b", "pa", "pb"}


class Previews:
    """Draws and keeps previews, one at a time; who comes when too many wait is asked to come later."""

    def __init__(self) -> None:
        self._pictures = Pictures(bytes, MAX_WAITING)

    def route(self) -> Route:
        """Where they are served."""
        return Route(f"{base_path()}/{NAME}", self.answer, methods=["GET"])

    async def answer(self, request: Request) -> Response:
        """The preview of an address."""
        try:
            now = await to_thread.run_sync(snapshot)
        except DataError:
            return PlainTextResponse("The record can't be read now.\n", status_code=503)
        query, dataset = dict(request.query_params), now.timeline.dataset
        view = followed(from_query(query, dataset)[0])
        timeline = (await to_thread.run_sync(seen, now, sight_of(view))).timeline
        sides = sides_from_query(query, view, dataset)[0] if PAIR & query.keys() else None
        draw = partial(pair_drawn, timeline, view, sides) if sides else partial(drawn, timeline, view)
        picture = await self._pictures.drawn((dataset.version, view, sides), draw)
        if picture is None:
            return PlainTextResponse("Too many wait.\n", status_code=503, headers={"Retry-After": "30"})
        return Response(picture, media_type="image/png", headers={"Cache-Control": "public, max-age=3600"})


def followed(view: ViewState) -> ViewState:
    """What of a view a preview shows."""
    return ViewState(**{key: getattr(view, key) for key in KEYS})


def drawn(timeline: Timeline, view: ViewState) -> bytes:
    """A view as a PNG."""
    shown = RenderOptions(
        view.date,
        view.perspective,
        layer=view.layer,
        known_by=view.known_by,
        definition=view.definition,
        size=SIZE,
        lang=view.lang,
    )
    picture = composed(timeline, shown)
    return _png(picture.layers, picture.about)


@in_language_of(1)
def pair_drawn(timeline: Timeline, view: ViewState, sides: Sides) -> bytes:
    """Two days or views as a PNG."""
    about = about_file(t("words.labelled", label=t("app.title"), told=t("sides.title")), t("app.credits"))
    return _png(pair_layers(timeline, view, sides, SIZE), about)


def _png(layers: Sequence[Layer], about: Mapping[str, str]) -> bytes:
    from PIL import Image

    from geo.export.renderers import vector  # matplotlib takes a second to load

    content, small = io.BytesIO(vector.rendered(layers, SIZE, "png", about)), io.BytesIO()
    with Image.open(content) as image:  # few colours are enough, and a third of the bytes
        image.convert("RGB").quantize(256).save(small, "PNG", optimize=True)
    return small.getvalue()
