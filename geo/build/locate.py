"""Which district a point lies in."""

from __future__ import annotations

import shapely

from geo.build.boundaries import Units, one_metric, to_metric

NEAREST_M = 5_000.0


class Locator:
    """Finds the district of points (EPSG:4326) among the districts of the build."""

    def __init__(self, districts: Units) -> None:
        self._ids = districts.ids
        self._metric = to_metric(districts.shapes)
        self._tree = shapely.STRtree(districts.shapes)

    def district(self, lon: float, lat: float) -> tuple[str | None, str | None]:
        """District id and a note when the point is only near it; on a border the lowest id.

        Returns (None, None) for a point farther than 5 km from every district.
        """
        point = shapely.Point(lon, lat)
        inside = sorted(self._tree.query(point, predicate="intersects"))
        if inside:
            return self._ids[inside[0]], None
        away = shapely.distance(self._metric, one_metric(point))
        nearest = int(away.argmin())
        if away[nearest] > NEAREST_M:
            return None, None
        km = away[nearest] / 1000
        return self._ids[nearest], f"The point lies {km:.1f} km outside; the nearest district is named."
