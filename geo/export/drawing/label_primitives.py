"""Names on the map: provinces, towns, districts; each where it touches nothing, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.export.drawing.basemap import Basemap
from geo.export.drawing.fonts import one_line, style_for, width_of
from geo.export.drawing.primitives import Dot, Primitive, Words
from geo.style import (
    BELOW_DISC_PX,
    CAPITAL_PEOPLE,
    DISTRICT_NAMES_FROM_ZOOM,
    HALO,
    NAME_INK,
    OUTER_BORDER,
    PROVINCE_NAMES_BELOW_ZOOM,
    TOWN_RANKS,
)
from geo.wording.text import t

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Rank:
    """How names of one rank are set."""

    size: float
    style: str
    ink: str
    spacing: float


RANKS = {
    "province": Rank(13.5, "bold", NAME_INK, 5),
    "town": Rank(12.0, "italic", NAME_INK, 4),
    "district": Rank(11.5, "regular", OUTER_BORDER, 3),
    "country": Rank(13.0, "italic", "#6F675B", 4),
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


def label_primitives(
    basemap: Basemap, px_scale: float, zoom: float, lang: str, taken: Sequence[Box] = ()
) -> list[Primitive]:
    """The names in a language (en, fa, ps), keeping out of the boxes that are taken.

    A name that is not known in that language is given in English.
    """
    obstacles = list(taken)
    primitives: list[Primitive] = []
    capital = [("town", *town) for town in basemap.towns if (town[0]["population"] or 0) >= CAPITAL_PEOPLE]
    for rank, record, x, y in [*capital, *_entries(basemap, zoom)]:
        home = basemap.province_shapes.get(record["admin1"]) if rank == "province" else None
        primitives += _write(rank, name_in(record, lang), x, y, px_scale, obstacles, basemap, home)
    if zoom < ABROAD_UNTIL_ZOOM:
        primitives += _neighbours(basemap, px_scale, obstacles)
    return primitives


def capital_boxes(basemap: Basemap, px_scale: float) -> list[Box]:
    """Where the capital's name will stand, so that counts of provinces keep out."""
    return [
        (x + 4 * px_scale, y - 9 * px_scale, x + 62 * px_scale, y + 8 * px_scale)
        for record, x, y in basemap.towns
        if (record["population"] or 0) >= CAPITAL_PEOPLE
    ]


def name_in(record: Any, lang: str) -> str:
    """A place's name in a language."""
    return one_line(record.get(f"name_{lang}") or record["name_en"])


def _entries(basemap: Basemap, zoom: float) -> list[tuple[str, Any, float, float]]:
    """Rank, record, pixel; the more important names first."""
    found: list[tuple[str, Any, float, float]] = []
    if zoom < PROVINCE_NAMES_BELOW_ZOOM:
        found += [("province", p, *_label_point(basemap, p)) for p in basemap.dataset.records("provinces")]
    people = min(least for start, least in TOWN_RANKS if zoom >= start)
    found += [("town", *town) for town in basemap.towns if people <= (town[0]["population"] or 0) < CAPITAL_PEOPLE]
    if zoom >= DISTRICT_NAMES_FROM_ZOOM:
        found += [("district", d, *_label_point(basemap, d)) for d in basemap.dataset.records("districts")]
    return found


def _neighbours(basemap: Basemap, px_scale: float, obstacles: list[Box]) -> list[Primitive]:
    """The names of the countries around, each at the first of its places that is free."""
    primitives: list[Primitive] = []
    for code, places in NEIGHBOURS.items():
        for place in places:
            found = _write(
                "country", t(f"country.{code}"), *basemap.frame.point(*place), px_scale, obstacles, basemap, None
            )
            if found:
                primitives += found
                break
    return primitives


def _label_point(basemap: Basemap, record: Any) -> tuple[float, float]:
    return basemap.frame.point(record["label_lon"], record["label_lat"])


def _write(
    name: str,
    text: str,
    x: float,
    y: float,
    px_scale: float,
    obstacles: list[Box],
    basemap: Basemap,
    home: BaseGeometry | None,
) -> list[Primitive]:
    rank = RANKS[name]
    size = rank.size * px_scale
    width = width_of(text, size, rank.style)
    gap = rank.spacing * px_scale
    for left, base in _positions(name, x, y, width, size, px_scale):
        box = (left - gap, base - size * 0.85 - gap / 2, left + width + gap, base + size * 0.3 + gap / 2)
        if not _free(box, obstacles, basemap) or not _at_home(name, home, left + width / 2, base - size * 0.3):
            continue
        obstacles.append(box)
        words = Words(left, base, text, size, rank.ink, style_for(text, rank.style), "left", 3 * px_scale)
        if name != "town":
            return [words]
        obstacles.append((x - 3 * px_scale, y - 3 * px_scale, x + 3 * px_scale, y + 3 * px_scale))
        return [Dot(x, y, 2.2 * px_scale, rank.ink, 1.0, HALO, 0.8 * px_scale), words]
    return []


def _positions(name: str, x: float, y: float, width: float, size: float, px_scale: float) -> list[tuple[float, float]]:
    """Left edge and base line of the places where a name may stand, the best first."""
    middle = x - width / 2
    base = y + size * 0.35
    if name == "town":
        sides = [(x + side * px_scale, x - side * px_scale - width) for side in (5, 15)]
        beside = [(left, base) for pair in sides for left in pair]
        return [*beside[:2], (middle, y - 5 * px_scale), (middle, y + 5 * px_scale + size), *beside[2:]]
    if name == "country":
        return [(middle, base)]
    if name == "district":
        below = BELOW_DISC_PX * px_scale
        return [(middle, base + below), (middle, base), (middle, base - below), (middle, base + 1.7 * below)]
    steps = (0, -16, 30, -30, 44, -44, 60, -60)
    return [(middle, base + step * px_scale) for step in steps] + [
        (x + 14 * px_scale, base),
        (x - 14 * px_scale - width, base),
    ]


def _at_home(name: str, home: BaseGeometry | None, x: float, y: float) -> bool:
    """A province's name may move, but its middle stays in the province."""
    return name != "province" or home is None or bool(shapely.contains_xy(home, x, y))


def _free(box: Box, obstacles: Sequence[Box], basemap: Basemap) -> bool:
    inside = box[0] >= 0 and box[1] >= 0 and box[2] <= basemap.frame.width and box[3] <= basemap.frame.height
    return inside and not any(
        other[0] < box[2] and box[0] < other[2] and other[1] < box[3] and box[1] < other[3] for other in obstacles
    )
