"""The first answer of Compare: both days as true pictures over one part of the country, what differs, the ways on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

from geo.address.compare import Sides, sides_to_query
from geo.address.view import ViewState, to_query
from geo.control.difference import Difference, difference
from geo.control.timeline import Timeline
from geo.export.drawing.extents import box_of_difference
from geo.export.drawing.scene import scene_of
from geo.export.first_pages.frame import choice, figure, href, page_markup
from geo.export.first_pages.maps import Extent, page_maps, page_picture
from geo.export.first_picture import FirstPicture, layers_of
from geo.export.renderers.markup import PartedLayer
from geo.export.sheet.map_boxes import SheetMaps
from geo.mercator import LonLatBox, fitted
from geo.reading.compare_tables import areas_table, each_section
from geo.reading.content import Block, Link, Paragraph, Points
from geo.reading.html import html_of
from geo.record.load import DATA_DIR
from geo.record.schema import COUNTRY
from geo.style.layers import LAYERS
from geo.wording.dates import in_other_calendar, in_words
from geo.wording.language import in_language_of
from geo.wording.lists import dotted
from geo.wording.sides_sentence import side_in_words, sides_sentences
from geo.wording.text import t

#: Width and height of each drawing, in pixels of the page.
SIZE = (696, 420)
#: Width and height of each map on a telephone.
NARROW = (366, 300)
KEYS = ("a", "b")


@in_language_of(1)
def first_compare(timeline: Timeline, view: ViewState, sides: Sides, data_dir: Path = DATA_DIR) -> str:
    """The page of two sides, as markup.

    Raises
    ------
    ValueError
        For a day outside the period of the record, or an unknown perspective.
    """
    found = difference(timeline, sides)
    sentences = "".join(f'<p class="sentence">{escape(text)}</p>' for text in sides_sentences(timeline, view, found))
    extent = extent_of(timeline, view, found)
    pictures = compared_pictures(timeline, view, found, extent, data_dir)
    is_central = isinstance(extent, LonLatBox) and _fits_narrow(extent)
    maps = "".join(
        f"<section>{_choices(sides, key)}{figure(picture, is_central=is_central)}</section>"
        for key, picture in zip(KEYS, pictures, strict=True)
    )
    query = to_query(view, timeline.dataset)
    more = html_of(_blocks(timeline, found), lambda link: href(query, link))
    return page_markup("compare", t("sides.title"), f'{sentences}<div class="pair">{maps}</div>', more)


def compared_pictures(
    timeline: Timeline, view: ViewState, found: Difference, extent: Extent, data_dir: Path
) -> list[FirstPicture]:
    """The maps of both sides as texts of SVGs."""
    maps = maps_of_sides(timeline, view, found, extent, SIZE, data_dir)
    both = zip(KEYS, compared_layers(timeline, view, found, maps), strict=True)
    return [page_picture(maps, layers, SIZE, side_in_words(found.sides, key), key) for key, layers in both]


def maps_of_sides(
    timeline: Timeline,
    view: ViewState,
    found: Difference,
    extent: Extent,
    size: tuple[int, int],
    data_dir: Path,
) -> SheetMaps:
    """The one map on which both days are drawn."""
    return page_maps(timeline, view, [found.sides.a.day, found.sides.b.day], extent, size, data_dir, fitted)


def compared_layers(timeline: Timeline, view: ViewState, found: Difference, maps: SheetMaps) -> list[list[PartedLayer]]:
    """Both sides on a map, with the signs of what differs."""
    ways = [(row.admin2_id, row.direction) for row in found.districts] if view.layer == LAYERS[0] else []
    views = (replace(view, date=side.day, perspective=side.perspective) for side in (found.sides.a, found.sides.b))
    return [layers_of(maps, scene_of(timeline, one), ways) for one in views]


def _fits_narrow(box: LonLatBox) -> bool:
    """Whether a box is so slim on the map that it lies whole on a telephone's, which is as high and not as wide."""
    frame = fitted(box, *SIZE)
    across = frame.point(box.east, box.south).x - frame.point(box.west, box.south).x
    return across <= SIZE[1] * NARROW[0] / NARROW[1]


def _choices(sides: Sides, key: str) -> str:
    side = getattr(sides, key)
    day = choice(t(f"sides.day.{key}"), side.day, dotted([in_words(side.day), in_other_calendar(side.day)]))
    perspective = choice(t(f"sides.perspective.{key}"), t(f"perspective.{side.perspective}"))
    return f'<div class="choices">{day}{perspective}</div>'


def extent_of(timeline: Timeline, view: ViewState, found: Difference) -> Extent:
    """Where both maps look: at what differs, or at the country where nothing does; other layers are of whole provinces."""
    box = box_of_difference(timeline, found) if view.layer == LAYERS[0] else None
    return box or COUNTRY


def _blocks(timeline: Timeline, found: Difference) -> Sequence[Block]:
    """What a reader without JavaScript is given: what differs as tables, and the ways to both maps."""
    dataset = timeline.dataset
    ways: list[Link] = []
    for key in KEYS:
        side = getattr(found.sides, key)
        ways.append(Link(t(f"sides.open.{key}"), "", {"date": side.day, "perspective": side.perspective}))
    ways.append(Link(t("sides.swap"), "compare", sides_to_query(found.sides.swapped())))
    note = Paragraph((t("first.noscript.compare"),), is_quiet=True)
    tables: list[Block] = [areas_table(dataset, found, t("sides.table")), each_section(dataset, found)]
    return [note, Points(tuple((way,) for way in ways)), *(tables if found.districts else [])]
