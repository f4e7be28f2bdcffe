"""Which of our districts and provinces a point of another's lies in."""

from __future__ import annotations

import math

from geo.queries.join import BORDER_KM
from geo.record.load import Dataset
from geo.record.schema import KM_PER_DEGREE


class Districts:
    """The districts of the record, to be asked for points (EPSG:4326)."""

    def __init__(self, dataset: Dataset) -> None:
        from shapely import STRtree

        self._shapes = dataset.shapes("districts")
        self._ids: list[str] = sorted(self._shapes)
        self._tree = STRtree([self._shapes[name] for name in self._ids])
        self._province: dict[str, str] = {row["admin2_id"]: row["admin1"] for row in dataset.records("districts")}

    def district(self, lon: float, lat: float) -> str | None:
        """The district of a point, the lowest id on a border; one at most 5 km away for a point outside all."""
        from shapely import Point

        point = Point(lon, lat)
        inside: list[str] = [self._ids[number] for number in self._tree.query(point, predicate="intersects")]
        if inside:
            return min(inside)
        near = self._ids[int(self._tree.nearest(point))]
        away = self._shapes[near].distance(point) * KM_PER_DEGREE
        return near if away <= BORDER_KM else None

    def province(self, district: str | None) -> str | None:
        """The province of a district."""
        return self._province[district] if district else None


def km_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points (lon, lat) that lie near each other."""
    middle = math.radians((one[1] + other[1]) / 2)
    east = (one[0] - other[0]) * math.cos(middle)
    return math.hypot(east, one[1] - other[1]) * KM_PER_DEGREE
