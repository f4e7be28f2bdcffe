"""The map of an address as a small SVG: what a reader sees before the live map is there, and without JavaScript."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from geo.address.view import ViewState
from geo.control.direction import Direction
from geo.control.timeline import Timeline
from geo.export.drawing.primitives import rectangle
from geo.export.drawing.scene import Scene, scene_of
from geo.export.multiples.small_map import change_primitives
from geo.export.picture import ground_of, marks_on
from geo.export.renderers.markup import FINE, Part, PartedLayer, svg_around, svg_of
from geo.export.sheet.layout import Layout
from geo.export.sheet.map_boxes import MapBox, SheetMaps
from geo.mercator import Frame, LonLat, LonLatBox, looking_at
from geo.record.load import DATA_DIR
from geo.record.schema import COUNTRY
from geo.style.basemap import PAPER
from geo.style.layers import LAYERS

#: Width and height of the drawing, in pixels of the page.
SIZE = (1000, 620)
#: The same where the address says where the map looks: as much as wide screens show of it.
LOOKING = (1600, 1000)


@dataclass(frozen=True)
class FirstPicture:
    """The map of a view as the text of an SVG, and for a narrow screen its first lens alone ('' where there is none)."""

    wide: str
    narrow: str
    #: Whether it is drawn pixel for pixel around the middle of the map, and loses its edges where there is less room.
    is_looking: bool = False


def first_picture(
    timeline: Timeline,
    view: ViewState,
    title: str,
    data_dir: Path = DATA_DIR,
    extent: str = COUNTRY,
) -> FirstPicture:
    """The map of a view: who holds what with its lenses, or the layer that was asked for, where the view looks.

    Parameters
    ----------
    extent : the country, or a part of it as `box_of` knows it.

    Raises
    ------
    ValueError
        For a day outside the period of the record, or an unknown perspective.
    """
    if view.at:
        return _where_it_looks(timeline, view, view.at, title, data_dir)
    maps = SheetMaps(timeline, layout_of(SIZE), extent, data_dir / "basemap", [view.date], has_lenses(view))
    layers = layers_of(maps, scene_of(timeline, view))
    return FirstPicture(svg_of(layers, SIZE, title), svg_around(layers, SIZE, title) if len(layers) > 1 else "")


def _where_it_looks(timeline: Timeline, view: ViewState, at: str, title: str, data_dir: Path) -> FirstPicture:
    """The part of the map that an address names, as large as the live map shows it."""
    lat, lon, zoom = map(float, at.split(","))

    def frame(_box: LonLatBox, width: int, height: int) -> Frame:
        return looking_at(LonLat(lon, lat), zoom, width, height)

    maps = SheetMaps(timeline, layout_of(LOOKING), COUNTRY, data_dir / "basemap", [view.date], False, frame)
    return FirstPicture(svg_of(layers_of(maps, scene_of(timeline, view)), LOOKING, title), "", is_looking=True)


def layout_of(size: tuple[int, int]) -> Layout:
    """A sheet that is nothing but a map, in pixels of the page."""
    return Layout(*size, 1 / 1.2, 0, 0, *size, (), 0.0)


def has_lenses(view: ViewState) -> bool:
    """Whether the layer of a view shows parts of itself larger."""
    return view.layer == LAYERS[0]


def layers_of(maps: SheetMaps, scene: Scene, ways: Sequence[tuple[str, Direction]] = ()) -> list[PartedLayer]:
    """A day on its maps, the whole one first; `ways` are the districts that differ, and how."""
    return [_layer(scene, one, ways) for one in maps.boxes_on(scene.day)]


def _layer(scene: Scene, one: MapBox, ways: Sequence[tuple[str, Direction]]) -> PartedLayer:
    """A map in parts that a script can draw for another day: its ground, what is over it on any day, what is of this day."""
    signs, stand = change_primitives(one.basemap, ways, one.px_scale)
    box = replace(one, kept_free=tuple(stand))
    frame, marks = box.basemap.frame, marks_on(box, [scene])
    plain = box.layer([rectangle(0, 0, frame.width, frame.height, PAPER)])
    # units of the drawing: in the Mercator world's side, where the map begins, in a pixel of the design, a place's radius
    units = (frame.scale, frame.left, frame.top, box.px_scale, box.least_radius)
    placed = " ".join(f"{value * FINE:.6g}" for value in units)
    parts = (
        Part("ground", ground_of(scene, box), (("units", placed),)),
        Part("over", [*signs, *marks.overlay]),
        Part("of-day", marks.only_of_day(scene)),
        Part("frame", box.furniture()),
    )
    return PartedLayer(plain.primitives, plain.left, plain.top, plain.size, parts)
