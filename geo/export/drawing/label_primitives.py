"""Names on the map: provinces, towns, districts; each where it touches nothing, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from geo.export.drawing.basemap import Basemap, Town
from geo.export.drawing.fonts import one_line, style_for, width_of
from geo.export.drawing.primitives import Dot, PixelBox, Primitive, Words
from geo.mercator import Pixel
from geo.record.records import District, Place, Province
from geo.style.basemap import (
    BELOW_DISC_PX,
    CAPITAL_PEOPLE,
    DISTRICT_NAMES_FROM_ZOOM,
    HALO,
    NAME_INK,
    NEIGHBOUR_INK,
    OUTER_BORDER,
    PROVINCE_NAMES_BELOW_ZOOM,
    TOWN_RANKS,
)
from geo.wording.language import name_of
from geo.wording.text import t


@dataclass(frozen=True)
class Rank:
    """How names of one rank are set."""

    size: float
    style: str
    ink: str
    spacing: float


@dataclass(frozen=True)
class Label:
    """A name to be written near a pixel; that of a province stays in its shape."""

    rank: str
    text: str
    at: Pixel
    home: BaseGeometry | None = None
    area_id: str = ""

    def is_at_home(self, x: float, y: float) -> bool:
        """Whether its middle may stand at a pixel: a province's name may move, but not out of the province."""
        return self.home is None or bool(shapely.contains_xy(self.home, x, y))


RANKS = {
    "province": Rank(13.5, "bold", NAME_INK, 5),
    "town": Rank(12.0, "italic", NAME_INK, 4),
    "district": Rank(11.5, "regular", OUTER_BORDER, 3),
    "country": Rank(13.0, "italic", NEIGHBOUR_INK, 4),
}
#: Where the names of neighbours stand: lon, lat, outside the country.
NEIGHBOURS = {
    "IR": ((60.3, 32.9), (59.6, 33.2)),
    "TM": ((62.6, 36.9), (61.6, 37.3)),
    "UZ": ((66.4, 38.1), (66.9, 38.6)),
    "TJ": ((69.0, 38.4), (72.6, 38.6)),
    "PK": ((67.4, 30.4), (72.6, 34.2), (70.6, 31.4)),
    "CN": ((75.8, 37.4), (75.2, 37.9)),
}
ABROAD_UNTIL_ZOOM = 6.5
#: A province whose name has no room is named in smaller type, if that has.
SMALLER = (1.0, 0.82)


@dataclass(frozen=True)
class Names:
    """Which names a map has: those of `first` before others, of whatever zoom; none of `skipped`.

    Names of provinces keep off `ground`, whose areas have names of their own; all names when `is_strict`.
    """

    zoom: float
    first: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    ground: BaseGeometry | None = None
    is_strict: bool = False

    def may_stand(self, label: Label, box: PixelBox) -> bool:
        """Whether a name may stand there, so far as the ground is concerned."""
        keeps_off = self.ground is not None and (self.is_strict or label.rank == "province")
        return not (keeps_off and shapely.intersects(self.ground, shapely.box(*box)))


def label_primitives(
    basemap: Basemap, px_scale: float, names: Names, taken: Sequence[PixelBox] = ()
) -> tuple[list[Primitive], set[str]]:
    """The names where they touch nothing, and the areas that have one; `taken` are obstacles from the beginning.

    A name that is not known in the language is given in English.
    """
    obstacles, named = list(taken), set[str]()
    primitives: list[Primitive] = []
    for label in _labels(basemap, names):
        if label.area_id in names.skipped:
            continue
        if found := _write(label, px_scale, obstacles, basemap, names):
            primitives += found
            named.add(label.area_id)
    if names.zoom < ABROAD_UNTIL_ZOOM:
        primitives += _neighbours(basemap, px_scale, obstacles, names)
    return primitives, named


def capital_boxes(basemap: Basemap, px_scale: float) -> list[PixelBox]:
    """Where the capital's name will stand, so that counts of provinces keep out."""
    return [
        PixelBox(x + 4 * px_scale, y - 9 * px_scale, x + 62 * px_scale, y + 8 * px_scale)
        for x, y in (town.at for town in basemap.towns if town.people >= CAPITAL_PEOPLE)
    ]


def name_in(record: Province | District | Place) -> str:
    """A place's name in a language; in English when it is not known in that one."""
    return one_line(name_of(record))


def _labels(basemap: Basemap, names: Names) -> list[Label]:
    """The names that a zoom has room for, the more important ones first; the capital before all."""
    dataset, zoom = basemap.dataset, names.zoom
    capital = [_town_label(town) for town in basemap.towns if town.people >= CAPITAL_PEOPLE]
    people = min(limit for start, limit in TOWN_RANKS if zoom >= start)
    towns = [_town_label(town) for town in basemap.towns if people <= town.people < CAPITAL_PEOPLE]
    provinces = [_province_label(basemap, record) for record in dataset.records("provinces")]
    districts = [_district_label(basemap, record) for record in dataset.records("districts")]
    telling = [label for label in districts if label.area_id in names.first]
    provinces.sort(key=lambda label: label.area_id not in names.first)  # else they stay in their order
    return [
        *capital,
        *telling,
        *(provinces if zoom < PROVINCE_NAMES_BELOW_ZOOM else ()),
        *towns,
        *(label for label in districts if label.area_id not in names.first and zoom >= DISTRICT_NAMES_FROM_ZOOM),
    ]


def _province_label(basemap: Basemap, record: Province) -> Label:
    at = basemap.frame.point(record["label_lon"], record["label_lat"])
    admin1 = record["admin1"]
    return Label("province", name_in(record), at, basemap.province_shapes.get(admin1), admin1)


def _district_label(basemap: Basemap, record: District) -> Label:
    at = basemap.frame.point(record["label_lon"], record["label_lat"])
    return Label("district", name_in(record), at, area_id=record["admin2_id"])


def _town_label(town: Town) -> Label:
    return Label("town", name_in(town.record), town.at)


def _neighbours(basemap: Basemap, px_scale: float, obstacles: list[PixelBox], names: Names) -> list[Primitive]:
    """The names of the countries around, each at the first of its places that is free."""
    primitives: list[Primitive] = []
    for code, places in NEIGHBOURS.items():
        for place in places:
            label = Label("country", t(f"country.{code}"), basemap.frame.point(*place))
            if found := _write(label, px_scale, obstacles, basemap, names):
                primitives += found
                break
    return primitives


def _write(label: Label, px_scale: float, obstacles: list[PixelBox], basemap: Basemap, names: Names) -> list[Primitive]:
    """A name where it is free, which then is an obstacle for others; nothing when it is free nowhere."""
    rank, (x, y) = RANKS[label.rank], label.at
    style, gap = style_for(label.text, rank.style), rank.spacing * px_scale
    for size in (share * rank.size * px_scale for share in (SMALLER if label.rank == "province" else SMALLER[:1])):
        width = width_of(label.text, size, rank.style)
        for left, base in _positions(label.rank, x, y, width, size, px_scale):
            box = PixelBox(left - gap, base - size * 0.85 - gap / 2, left + width + gap, base + size * 0.3 + gap / 2)
            if not _is_free(box, obstacles, basemap) or not label.is_at_home(left + width / 2, base - size * 0.3):
                continue
            if not names.may_stand(label, box):
                continue
            obstacles.append(box)
            words = Words(left, base, label.text, size, rank.ink, style, "left", 3 * px_scale)
            if label.rank != "town":
                return [words]
            obstacles.append(PixelBox.around(x, y, 3 * px_scale))
            return [Dot(x, y, 2.2 * px_scale, rank.ink, 1.0, HALO, 0.8 * px_scale), words]
    return []


def _positions(rank: str, x: float, y: float, width: float, size: float, px_scale: float) -> list[Pixel]:
    """Left edge and base line of the places where a name may stand, the best first."""
    middle, base = x - width / 2, y + size * 0.35
    if rank == "town":
        sides = [(x + side * px_scale, x - side * px_scale - width) for side in (5, 15)]
        beside = [Pixel(left, base) for pair in sides for left in pair]
        above, below = Pixel(middle, y - 5 * px_scale), Pixel(middle, y + 5 * px_scale + size)
        return [*beside[:2], above, below, *beside[2:]]
    if rank == "country":
        return [Pixel(middle, base)]
    if rank == "district":
        down = BELOW_DISC_PX * px_scale
        return [Pixel(middle, base + step) for step in (down, 0, -down, 1.7 * down)]
    steps = (0, -16, 30, -30, 44, -44, 60, -60)
    beside = [Pixel(x + 14 * px_scale, base), Pixel(x - 14 * px_scale - width, base)]
    return [*(Pixel(middle, base + step * px_scale) for step in steps), *beside]


def _is_free(box: PixelBox, obstacles: Sequence[PixelBox], basemap: Basemap) -> bool:
    """Whether a name there lies whole on the map and touches nothing."""
    frame = basemap.frame
    inside = box.left >= 0 and box.top >= 0 and box.right <= frame.width and box.bottom <= frame.height
    return inside and box.is_free(obstacles)
