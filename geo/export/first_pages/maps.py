"""The maps of Compare and of stories as pictures: the part of the country that the live ones open on, and for a telephone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.export.drawing.extents import EXTENTS
from geo.export.drawing.primitives import PixelBox
from geo.export.first_picture import FirstPicture, has_lenses, layout_of
from geo.export.renderers.markup import PartedLayer, svg_around, svg_of, svg_part
from geo.export.sheet.map_boxes import Framing, MapBox, SheetMaps
from geo.mercator import PADDING, LonLatBox
from geo.record.schema import COUNTRY

#: The country, or a part of it in which all can be read.
Extent = str | LonLatBox


def page_maps(
    timeline: Timeline,
    view: ViewState,
    days: Sequence[str],
    extent: Extent,
    size: tuple[int, int],
    data_dir: Path,
    country_alone: Framing,
) -> SheetMaps:
    """The map of some days, as the browser lays it; that of the country has the lenses of control.

    Parameters
    ----------
    country_alone : how the live map shows the country where no lens stands beside it.
    """
    lensed = has_lenses(view) and extent == COUNTRY
    return SheetMaps(timeline, layout_of(size), extent, data_dir / "basemap", days, lensed, country_alone)


def page_picture(
    maps: SheetMaps, layers: Sequence[PartedLayer], size: tuple[int, int], title: str, name: str = ""
) -> FirstPicture:
    """Layers as texts of SVGs; a telephone is shown the lens alone, or where there is none the country alone."""
    wide = svg_of(layers, size, title, name)
    if len(layers) > 1:
        return FirstPicture(wide, svg_around(layers, size, title, name))
    return FirstPicture(wide, svg_part(_country(maps.main), title, name))


def _country(one: MapBox) -> PixelBox:
    """Where the country stands on a map; with the scale of the map or without it, and with no half of it."""
    frame, box = one.basemap.frame, EXTENTS[COUNTRY]
    west, east = (frame.point(lon, box.south).x for lon in (box.west, box.east))
    left = west - PADDING if one.reserved()[0].right <= west - PADDING else 0.0
    return PixelBox(left, 0.0, min(east + PADDING, float(frame.width)), float(frame.height))
