"""A day as a picture that stands alone: PNG, SVG or PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.export.drawing.area_primitives import zone_marks
from geo.export.drawing.basemap import Land
from geo.export.drawing.event_primitives import event_marks
from geo.export.drawing.label_primitives import capital_boxes, label_marks
from geo.export.drawing.layers import Layer
from geo.export.drawing.scene import Scene, scene_of
from geo.export.sheet import layout as sheet
from geo.export.sheet.map_boxes import MapBox, maps_of
from geo.export.sheet.panel import count_in_view, panel_marks
from geo.record.atomic import atomic_path
from geo.record.load import DATA_DIR
from geo.wording.dates import in_words
from geo.wording.sentence import day_sentence
from geo.wording.text import t

FORMS = ("png", "svg", "pdf")


@dataclass(frozen=True)
class Wish:
    """What a picture is to show.

    `filters` hold keys and values of an address (`geo.address.view.FILTER_KEYS`); `address` is where the
    map is served, for a whole link.
    """

    day: str
    perspective: str = "assessed"
    window: str = "30"
    extent: str = "AF"
    size: tuple[int, int] = (1600, 900)
    lang: str = "en"
    filters: tuple[tuple[str, str], ...] = ()
    address: str | None = None

    @property
    def view(self) -> ViewState:
        """The view that the wish asks for."""
        return self.view_on(self.day)

    def view_on(self, day: str) -> ViewState:
        """The same view on another day."""
        return ViewState(date=day, perspective=self.perspective, window=self.window, **dict(self.filters))


@dataclass(frozen=True)
class Picture:
    """The layers of a picture, what its file says about itself, the query that opens its view, what it shows."""

    layers: list[Layer]
    about: dict[str, str]
    query: dict[str, str]
    scene: Scene
    land: Land


def write_picture(line: Timeline, wish: Wish, path: Path, data_dir: Path = DATA_DIR) -> None:
    """Write a day as a picture; the ending of `path` says in which form.

    Raises
    ------
    ValueError
        When the ending, the day, the extent or the size is not one that can be drawn.
    OSError
        When the file can't be written.
    """
    from geo.export.renderers import vector  # matplotlib takes a second to load

    form = path.suffix.lower().removeprefix(".")
    if form not in FORMS:
        raise ValueError(f"{path}: a picture ends in {', '.join(f'.{form}' for form in FORMS)}")
    picture = composed(line, wish, data_dir)
    with atomic_path(path) as temporary:
        temporary.write_bytes(vector.rendered(picture.layers, wish.size, form, picture.about))


def composed(line: Timeline, wish: Wish, data_dir: Path = DATA_DIR) -> Picture:
    """The picture that a wish asks for, not yet drawn."""
    scene = scene_of(line, wish.view)
    lines, size = sheet.sentence_lines(day_sentence(line, wish.day, wish.perspective), *wish.size)
    query = sheet.query_of(line.dataset, wish.view, wish.extent)
    foot = sheet.Foot(len(scene.events()), query, wish.address)  # as many events as can be in view
    under = sheet.foot_lines(line.dataset, wish.view, foot, *wish.size)
    layout = sheet.layout_of(*wish.size, len(lines), wish.perspective != "assessed", len(under))
    maps = maps_of(line, layout, wish.extent, data_dir / "basemap")
    foot = replace(foot, count=count_in_view(scene, maps[0].land))
    page = [
        *sheet.head_marks(layout, scene, lines, size),
        *panel_marks(layout, scene, maps[0].land),
        *sheet.foot_marks(layout, sheet.foot_lines(line.dataset, wish.view, foot, *wish.size)),
    ]
    layers = [*(_map_layer(scene, one, wish.lang) for one in maps), Layer(page)]
    return Picture(layers, _about(wish, query), query, scene, maps[0].land)


def _map_layer(scene: Scene, one: MapBox, lang: str) -> Layer:
    land, unit = one.land, one.unit
    events, taken = event_marks(scene, land.frame, unit, one.covered[:1], capital_boxes(land, unit))
    marks = [
        *land.relief(),
        *zone_marks(scene, land, unit),
        *land.lines(unit, one.zoom),
        *label_marks(land, unit, one.zoom, lang, [*taken, *one.covered, *one.kept_free()]),
        *events,
        *one.furniture(),
    ]
    return one.layer(marks)


def _about(wish: Wish, query: Mapping[str, str]) -> dict[str, str]:
    view = t(f"perspective.{wish.perspective}")
    return {
        "title": f"{t('app.title')}: {in_words(wish.day)} ({view})",
        "author": "Afghanistan Conflict Replay contributors",
        "description": f"Data version {query['data']}; {sheet.link(query, wish.address)}. {t('app.credits')}",
        "licence": "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
    }
