"""Where the lenses of a picture or a film stand: each in one place for all its days, the country moved out of their way."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import shapely

from geo.export.drawing.primitives import PixelBox
from geo.lens.areas import Lens
from geo.lens.boxes import Box
from geo.lens.layout import Ground, Wanted, lens_layout
from geo.lens.on_map import ground_of, view_of, world_box
from geo.mercator import Frame, LonLatBox, frame_of, world_square
from geo.record.load import Dataset
from geo.style.lenses import MAX_LENSES, NARROW_MAP_PX

#: How small the country may get so that no lens lies over it, and where it may stand: 0 is above, 1 below.
SHRUNK = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
HEIGHTS = (0.5, 0.0, 1.0)
#: Share of a map's shorter side that stays free around the country.
MARGIN = 0.035
#: A lens keeps off one in so many of the points of the districts' lines.
LINE_STEP = 8
#: Width and height of a lens, at the scale at which its areas can just be read, at least.
MIN_PX = (108.0, 76.0)


def lens_px_scale(frame: Frame, px_scale: float) -> float:
    """Pixels of a map in one of a lens's design: lenses stand beside each other on every sheet, also on a narrow one."""
    return min(px_scale, frame.width / NARROW_MAP_PX)


def lens_places(
    dataset: Dataset, frame: Frame, lenses: Sequence[Lens], px_scale: float, taken: Sequence[PixelBox] = ()
) -> dict[Lens, PixelBox]:
    """Where each lens stands on a map, in pixels of it; only of areas that lie on it and can't be read there.

    Parameters
    ----------
    lenses : those of all days that are shown; a lens has one place for all of its days.
    taken : boxes of the map where something else stands.
    """
    unit = lens_px_scale(frame, px_scale)
    view, found = view_of(frame, unit), dict[Lens, PixelBox]()
    for lens in lenses:
        beside = [stands for other, stands in found.items() if _share_a_day(lens, other)]
        together = [other for other in lenses if _share_a_day(lens, other)]
        if len(beside) == MAX_LENSES or not _lies_on(frame, lens):
            continue
        occupied = [Box(*(edge / unit for edge in box)) for box in (*taken, *beside)]
        wanted = Wanted(0, world_box(roomy(lens)), lens.least_scale)
        for placed in lens_layout(view, [wanted], _ground(dataset, together), occupied):
            found[lens] = PixelBox(*(float(round(edge * unit)) for edge in placed.stands))
    return found


def _ground(dataset: Dataset, lenses: Sequence[Lens]) -> Ground:
    """What lies under lenses on a sheet: also the lines of the districts, so that a lens keeps off the country's edge."""
    ground = ground_of(dataset, lenses)
    lines = _district_lines(dataset)[::LINE_STEP]
    return replace(ground, points=[*ground.points, *((float(x), float(y)) for x, y in lines)])


def _district_lines(dataset: Dataset) -> np.ndarray:
    """Every second point of the districts' lines, in widths of the Mercator world."""
    lines = np.asarray(shapely.get_coordinates(list(dataset.shapes("districts").values()))[::2])
    return np.asarray(world_square(lines))


def roomy(lens: Lens) -> LonLatBox:
    """What a lens shows on a sheet: on paper it can't be clicked, so it has room for its title and a name."""
    box, world = lens.box, world_box(lens.box)
    across = max(1.0, MIN_PX[0] / lens.least_scale / (world.right - world.left))
    down = max(1.0, MIN_PX[1] / lens.least_scale / (world.bottom - world.top))
    lon, lat = (box.west + box.east) / 2, (box.south + box.north) / 2
    width, height = (box.east - box.west) / 2 * across, (box.north - box.south) / 2 * down
    return LonLatBox(lon - width, lat - height, lon + width, lat + height)


def frame_beside(
    dataset: Dataset, box: LonLatBox, size: tuple[int, int], lenses: Sequence[Lens], px_scale: float
) -> Frame:
    """The frame of a box of lon, lat in which the lenses hide the least of the country: the largest, then the one in which
    they stand nearest to what they show."""
    usual = frame_of(box, *size)
    if not lens_places(dataset, usual, lenses, px_scale):
        return usual
    ground = _district_lines(dataset)
    best, least = usual, (float("inf"), 0.0)
    for share in SHRUNK:
        for frame in _frames(box, size, share):
            stands = lens_places(dataset, frame, lenses, px_scale)
            hidden = _hidden(ground * frame.scale - np.array([frame.left, frame.top]), list(stands.values()))
            cost = (float(hidden), sum(_way(frame, lens, place) for lens, place in stands.items()))
            if cost < least:
                best, least = frame, cost
        if not least[0]:
            break
    return best


def _way(frame: Frame, lens: Lens, stands: PixelBox) -> float:
    """How far a lens stands from the middle of what it shows."""
    box = lens.box
    x, y = frame.point((box.west + box.east) / 2, (box.south + box.north) / 2)
    return math.hypot(max(stands.left - x, 0.0, x - stands.right), max(stands.top - y, 0.0, y - stands.bottom))


def _frames(box: LonLatBox, size: tuple[int, int], share: float) -> Iterator[Frame]:
    """A box at the left of a map, at a share of the largest scale, in each height."""
    margin, world = MARGIN * min(size), world_box(box)
    scale = frame_of(box, *size).scale * share
    spare = size[1] - 2 * margin - (world.bottom - world.top) * scale
    for height in HEIGHTS:
        yield Frame(*size, scale, world.left * scale - margin, world.top * scale - margin - height * spare)


def _hidden(points: np.ndarray, stands: Sequence[PixelBox]) -> int:
    """How many points lie under boxes."""
    x, y = points[:, 0], points[:, 1]
    return sum(
        int(((x >= left) & (x <= right) & (y >= top) & (y <= bottom)).sum()) for left, top, right, bottom in stands
    )


def _share_a_day(one: Lens, other: Lens) -> bool:
    return one.first <= other.last and other.first <= one.last


def _lies_on(frame: Frame, lens: Lens) -> bool:
    """Whether the part that a lens shows lies whole on the map."""
    box = lens.box
    return all(frame.holds(*frame.point(*corner)) for corner in ((box.west, box.north), (box.east, box.south)))
