"""Words on a small map: how wide they are, and where they stand so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shapely import Point
from shapely.geometry.base import BaseGeometry

from geo.reading.drawings import Label

#: The type of words on charts and small maps, and its line, in px.
SIZE_PX, LINE_PX = 12.0, 15.0
#: Words keep so far apart, and so far from the edge.
GAP_PX = 3.0
#: The widths, in px, of the narrowest small map that is shown, and of one on a wide screen.
NARROW_PX, WIDE_PX = 290.0, 540.0
#: How far words may step aside from their place, in px across and in lines up and down, as long as they stay in their area.
STEPS = tuple((x, y) for y in (0, -0.5, 0.5, -1.0, 1.0, -1.6, 1.6) for x in (0, -9, 9, -18, 18, -28, 28))
#: Widths of letters in parts of the type, from wide system fonts, so that real words are rather narrower.
NARROW, WIDE = set("iljtfrI.,'‘’:;|()[] -"), set("mwMWQOGCD@%—")
PARTS = {"narrow": 0.38, "wide": 0.9, "capital": 0.72, "usual": 0.6}


@dataclass(frozen=True)
class WantedLabel:
    """Words and the place where they belong, in per cent of the map; those asked for first are placed first.

    `area` is what they name, on the map as it is designed: the middle of the words lies in it.
    """

    x_pct: float
    y_pct: float
    lines: tuple[str, ...]
    area: BaseGeometry


def width_px(text: str, size_px: float = SIZE_PX) -> float:
    """How wide a line of text is at most."""
    return size_px * sum(_part_of(letter) for letter in text)


def _part_of(letter: str) -> float:
    kind = "narrow" if letter in NARROW else "wide" if letter in WIDE else "capital" if letter.isupper() else "usual"
    return PARTS[kind]


def box_of(label: Label, width: float, height: float) -> tuple[float, float, float, float]:
    """What words take up on a map of a width and a height in px: left, top, right, bottom."""
    across = max(width_px(line) for line in label.lines) / 2 + GAP_PX
    up = len(label.lines) * LINE_PX / 2 + 1
    x, y = label.x_pct / 100 * width, label.y_pct / 100 * height
    return x - across, y - up, x + across, y + up


def placed(wishes: Sequence[WantedLabel], size: tuple[int, int]) -> list[Label | None]:
    """Each wish as a label where it has room, first on the narrowest map, then on a wide one; else None.

    A label keeps its place at any width: what is apart on a narrow map is farther apart on a wide one.

    Parameters
    ----------
    size : the width and the height of the map, for its form alone.
    """
    found: list[Label | None] = [None] * len(wishes)
    for width in (NARROW_PX, WIDE_PX):
        for number, wish in enumerate(wishes):
            found[number] = found[number] or _with_room(wish, found, width, size)
    return found


def _with_room(wish: WantedLabel, others: Sequence[Label | None], width: float, size: tuple[int, int]) -> Label | None:
    height = width * size[1] / size[0]
    taken = [box_of(other, width, height) for other in others if other]
    for across, up in STEPS:
        x, y = wish.x_pct + 100 * across / width, wish.y_pct + 100 * up * LINE_PX / height
        if (across or up) and not wish.area.contains(Point(x / 100 * size[0], y / 100 * size[1])):
            continue
        label = Label(round(x, 2), round(y, 2), wish.lines, is_wide=width > NARROW_PX)
        left, top, right, bottom = box = box_of(label, width, height)
        if left >= 0 and top >= 0 and right <= width and bottom <= height and not any(_touch(box, o) for o in taken):
            return label
    return None


def _touch(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
