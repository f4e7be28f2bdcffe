"""The map of an address as a small SVG: what a reader sees before the live map is there, and without JavaScript."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.export.drawing.layers import Layer
from geo.export.drawing.primitives import rectangle
from geo.export.drawing.scene import Scene, scene_of
from geo.export.picture import ground_of, marks_on
from geo.export.renderers.markup import FINE, Part, PartedLayer, svg_around, svg_of
from geo.export.sheet.layout import Layout
from geo.export.sheet.map_boxes import MapBox, SheetMaps
from geo.record.load import DATA_DIR
from geo.record.schema import COUNTRY
from geo.style.basemap import PAPER
from geo.style.layers import LAYERS

#: Width and height of the drawing, in pixels of the page.
SIZE = (1000, 620)


@dataclass(frozen=True)
class FirstPicture:
    """The map of a view as the text of an SVG, and for a narrow screen its first lens alone ('' where there is none)."""

    wide: str
    narrow: str


def first_picture(
    timeline: Timeline, view: ViewState, title: str, data_dir: Path = DATA_DIR, lang: str = "en"
) -> FirstPicture:
    """The map of a view: who holds what with its lenses, or the layer that was asked for.

    Raises
    ------
    ValueError
        For a day outside the period of the record, or an unknown perspective.
    """
    scene = scene_of(timeline, view)
    layout = Layout(*SIZE, 1 / 1.2, 0, 0, *SIZE, (), 0.0)
    folder = data_dir / "basemap"
    maps = SheetMaps(timeline, layout, COUNTRY, folder, [view.date], lang, has_lenses=view.layer == LAYERS[0])
    layers = [_layer(scene, one) for one in maps.boxes_on(view.date)]
    return FirstPicture(svg_of(layers, SIZE, title), svg_around(layers, SIZE, title) if len(layers) > 1 else "")


def _layer(scene: Scene, one: MapBox) -> Layer:
    """A map in parts that a script can draw for another day: its ground, what is over it on any day, what is of this day."""
    frame, marks = one.basemap.frame, marks_on(one, [scene])
    plain = one.layer([rectangle(0, 0, frame.width, frame.height, PAPER)])
    # units of the drawing: in the Mercator world's side, where the map begins, in a pixel of the design, a place's radius
    units = (frame.scale, frame.left, frame.top, one.px_scale, one.least_radius)
    placed = " ".join(f"{value * FINE:.6g}" for value in units)
    parts = (
        Part("ground", ground_of(scene, one), (("units", placed),)),
        Part("over", marks.overlay),
        Part("of-day", marks.only_of_day(scene)),
        Part("frame", one.furniture()),
    )
    return PartedLayer(plain.primitives, plain.left, plain.top, plain.size, parts)
