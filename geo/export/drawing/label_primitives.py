"""Names on the map: provinces, towns, districts; each where it touches nothing, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.export.drawing.basemap import Land
from geo.export.drawing.fonts import one_line, style_for, width_of
from geo.export.drawing.primitives import Dot, Mark, Words
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


def label_marks(land: Land, unit: float, zoom: float, lang: str, taken: Sequence[Box] = ()) -> list[Mark]:
    """The names in a language (en, fa, ps), keeping out of the boxes that are taken.

    A name that is not known in that language is given in English.
    """
    boxes = list(taken)
    marks: list[Mark] = []
    capital = [("town", *town) for town in land.towns if (town[0]["population"] or 0) >= CAPITAL_PEOPLE]
    for rank, record, x, y in [*capital, *_entries(land, zoom)]:
        home = land.province_shapes.get(record["admin1"]) if rank == "province" else None
        marks += _write(rank, name_in(record, lang), x, y, unit, boxes, land, home)
    if zoom < ABROAD_UNTIL_ZOOM:
        marks += _neighbours(land, unit, boxes)
    return marks


def capital_boxes(land: Land, unit: float) -> list[Box]:
    """Where the capital's name will stand, so that counts of provinces keep out."""
    return [
        (x + 4 * unit, y - 9 * unit, x + 62 * unit, y + 8 * unit)
        for record, x, y in land.towns
        if (record["population"] or 0) >= CAPITAL_PEOPLE
    ]


def name_in(record: Any, lang: str) -> str:
    """A place's name in a language."""
    return one_line(record.get(f"name_{lang}") or record["name_en"])


def _entries(land: Land, zoom: float) -> list[tuple[str, Any, float, float]]:
    """Rank, record, pixel; the more important names first."""
    found: list[tuple[str, Any, float, float]] = []
    if zoom < PROVINCE_NAMES_BELOW_ZOOM:
        found += [("province", p, *_label_point(land, p)) for p in land.dataset.records("provinces")]
    people = min(least for start, least in TOWN_RANKS if zoom >= start)
    found += [("town", *town) for town in land.towns if people <= (town[0]["population"] or 0) < CAPITAL_PEOPLE]
    if zoom >= DISTRICT_NAMES_FROM_ZOOM:
        found += [("district", d, *_label_point(land, d)) for d in land.dataset.records("districts")]
    return found


def _neighbours(land: Land, unit: float, boxes: list[Box]) -> list[Mark]:
    """The names of the countries around, each at the first of its places that is free."""
    marks: list[Mark] = []
    for code, places in NEIGHBOURS.items():
        for place in places:
            found = _write("country", t(f"country.{code}"), *land.frame.point(*place), unit, boxes, land, None)
            if found:
                marks += found
                break
    return marks


def _label_point(land: Land, record: Any) -> tuple[float, float]:
    return land.frame.point(record["label_lon"], record["label_lat"])


def _write(
    name: str, text: str, x: float, y: float, unit: float, boxes: list[Box], land: Land, home: BaseGeometry | None
) -> list[Mark]:
    rank = RANKS[name]
    size = rank.size * unit
    width = width_of(text, size, rank.style)
    gap = rank.spacing * unit
    for left, base in _positions(name, x, y, width, size, unit):
        box = (left - gap, base - size * 0.85 - gap / 2, left + width + gap, base + size * 0.3 + gap / 2)
        if not _free(box, boxes, land) or not _at_home(name, home, left + width / 2, base - size * 0.3):
            continue
        boxes.append(box)
        words = Words(left, base, text, size, rank.ink, style_for(text, rank.style), "left", 3 * unit)
        if name != "town":
            return [words]
        boxes.append((x - 3 * unit, y - 3 * unit, x + 3 * unit, y + 3 * unit))
        return [Dot(x, y, 2.2 * unit, rank.ink, 1.0, HALO, 0.8 * unit), words]
    return []


def _positions(name: str, x: float, y: float, width: float, size: float, unit: float) -> list[tuple[float, float]]:
    """Left edge and base line of the places where a name may stand, the best first."""
    middle = x - width / 2
    base = y + size * 0.35
    if name == "town":
        sides = [(x + side * unit, x - side * unit - width) for side in (5, 15)]
        beside = [(left, base) for pair in sides for left in pair]
        return [*beside[:2], (middle, y - 5 * unit), (middle, y + 5 * unit + size), *beside[2:]]
    if name == "country":
        return [(middle, base)]
    if name == "district":
        below = BELOW_DISC_PX * unit
        return [(middle, base + below), (middle, base), (middle, base - below), (middle, base + 1.7 * below)]
    steps = (0, -16, 30, -30, 44, -44, 60, -60)
    return [(middle, base + step * unit) for step in steps] + [(x + 14 * unit, base), (x - 14 * unit - width, base)]


def _at_home(name: str, home: BaseGeometry | None, x: float, y: float) -> bool:
    """A province's name may move, but its middle stays in the province."""
    return name != "province" or home is None or bool(shapely.contains_xy(home, x, y))


def _free(box: Box, boxes: Sequence[Box], land: Land) -> bool:
    inside = box[0] >= 0 and box[1] >= 0 and box[2] <= land.frame.width and box[3] <= land.frame.height
    return inside and not any(
        other[0] < box[2] and box[0] < other[2] and other[1] < box[3] and box[1] < other[3] for other in boxes
    )
