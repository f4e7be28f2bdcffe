"""The lenses of a day on a map of a size and place, in widths of the Mercator world."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geo.lens.areas import Lens
from geo.lens.boxes import Box
from geo.lens.layout import Ground, Placed, View, Wanted, lens_layout
from geo.mercator import Frame, LonLatBox, world_square
from geo.record.load import Dataset
from geo.style.extents import BOUNDS


def placed_lenses(dataset: Dataset, frame: Frame, lenses: Sequence[Lens], px_scale: float = 1.0) -> list[Placed]:
    """Where the lenses of a day stand on a map.

    Parameters
    ----------
    lenses : those of the day, in the order of the record; `Placed.number` counts in it.
    px_scale : pixels of the frame in one pixel of the design; what is placed is in pixels of the design.
    """
    wanted = [Wanted(number, world_box(lens.box), lens.least_scale) for number, lens in enumerate(lenses)]
    return lens_layout(view_of(frame, px_scale), wanted, ground_of(dataset, lenses))


def view_of(frame: Frame, px_scale: float = 1.0) -> View:
    """What a frame shows, in pixels of the design."""
    scale = frame.scale / px_scale
    return View(frame.width / px_scale, frame.height / px_scale, scale, -frame.left / px_scale, -frame.top / px_scale)


def ground_of(dataset: Dataset, lenses: Sequence[Lens]) -> Ground:
    """What lies under the lenses of a day: their areas, the middles of all districts, the country."""
    (south, west), (north, east) = BOUNDS
    middles = [(d["label_lon"], d["label_lat"]) for d in dataset.records("districts")]
    return Ground(
        areas=[world_box(box) for lens in lenses for box in lens.area_boxes],
        points=[(float(x), float(y)) for x, y in world_square(np.array(middles))],
        country=world_box(LonLatBox(west, south, east, north)),
    )


def world_box(box: LonLatBox) -> Box:
    """A box of lon, lat (EPSG:4326) in the Mercator world."""
    (left, top), (right, bottom) = world_square(np.array([[box.west, box.north], [box.east, box.south]])).tolist()
    return Box(left, top, right, bottom)
