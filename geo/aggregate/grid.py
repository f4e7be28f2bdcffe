"""Which district each of many points lies in: a look-up where a cell is all one district, an exact test elsewhere.

No border comes within `MARGIN` of a cell that is looked up, so rounding can't put a point into the
wrong cell; a point in any other cell is tested against the polygons. The rule on a shared border is
that of `geo.queries.join.assign_districts`: the lowest district id.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    import geopandas as gpd

Floats = Any  # float64 array
Codes = Any  # int16 array

MAX_CELLS = 6_000_000  # 12 MB; 1 in 100 cells of this country then touches a border
MARGIN = 1e-9  # degrees: 0.1 mm, and a hundred thousand times what rounding makes of a coordinate
NOWHERE = -1
ON_BORDER = -2  # the cell does not tell


@dataclass(frozen=True)
class Raster:
    """Square cells over the bounds of all districts, row by row from the south-west."""

    west: float
    south: float
    cell: float
    codes: Codes  # (rows, columns): position of the district, NOWHERE or ON_BORDER

    def look_up(self, lon: Floats, lat: Floats) -> Codes:
        """What the cell of each point says; NOWHERE outside the raster."""
        rows, columns = self.codes.shape
        across = np.floor((lon - self.west) / self.cell)
        up = np.floor((lat - self.south) / self.cell)
        inside = (across >= 0) & (across < columns) & (up >= 0) & (up < rows)
        place = np.where(inside, up * columns + across, 0).astype(np.int64)
        return np.where(inside, self.codes.ravel()[place], NOWHERE).astype(np.int16)


class Districts:
    """The districts by rising id, and the raster over them; pickles small and builds its raster anew."""

    def __init__(self, ids: tuple[str, ...], provinces: tuple[str, ...], shapes: tuple[bytes, ...]) -> None:
        """Ids in rising order, the province of each, its polygon as WKB (EPSG:4326)."""
        self.ids, self.provinces, self.shapes = ids, provinces, shapes
        self.polygons = shapely.from_wkb(np.array(shapes, dtype=object))
        shapely.prepare(self.polygons)
        self.bounds = shapely.bounds(self.polygons)
        self.province_ids, self.province_codes = np.unique(np.array(provinces), return_inverse=True)
        self.raster = raster_of(self)

    def __reduce__(self) -> Any:
        return Districts, (self.ids, self.provinces, self.shapes)

    def assign(self, lon: Floats, lat: Floats) -> Codes:
        """The district of each point.

        Parameters
        ----------
        lon, lat : float64, degrees, EPSG:4326; NaN lies nowhere.

        Returns
        -------
        int16, same order: position in `ids`, the lowest of those that the point touches;
        `NOWHERE` outside every district.
        """
        found = self.raster.look_up(lon, lat)
        unsure = np.flatnonzero(found == ON_BORDER)
        found[unsure] = self.exact(lon[unsure], lat[unsure])
        return found

    def exact(self, lon: Floats, lat: Floats) -> Codes:
        """The same, by the polygons alone."""
        order = np.argsort(lon, kind="stable")
        x, y = lon[order], lat[order]
        found = np.full(len(x), NOWHERE, dtype=np.int16)
        first = np.searchsorted(x, self.bounds[:, 0], side="left")
        last = np.searchsorted(x, self.bounds[:, 2], side="right")
        for code in np.flatnonzero(first < last):
            near = slice(first[code], last[code])
            low, high = self.bounds[code, 1], self.bounds[code, 3]
            open_ = (found[near] == NOWHERE) & (y[near] >= low) & (y[near] <= high)
            tried = first[code] + np.flatnonzero(open_)
            found[tried[shapely.intersects_xy(self.polygons[code], x[tried], y[tried])]] = code
        answer = np.empty_like(found)
        answer[order] = found
        return answer


def districts_of(frame: gpd.GeoDataFrame) -> Districts:
    """The districts of a frame, ready to be asked.

    Parameters
    ----------
    frame : GeoDataFrame, EPSG:4326, Polygon; columns admin2_id, admin1.
    """
    ordered = frame.sort_values("admin2_id")
    shapes = tuple(shapely.to_wkb(ordered.geometry.to_numpy()))
    return Districts(tuple(ordered["admin2_id"]), tuple(ordered["admin1"]), shapes)


def raster_of(districts: Districts, most_cells: int = MAX_CELLS) -> Raster:
    """The raster over the districts."""
    west, south = districts.bounds[:, :2].min(axis=0)
    east, north = districts.bounds[:, 2:].max(axis=0)
    cell = max(float(np.sqrt((east - west) * (north - south) / most_cells)), (east - west + north - south) / most_cells)
    west, south = float(west) - 1.5 * cell, float(south) - 1.5 * cell
    shape = (int((north - south) / cell) + 3, int((east - west) / cell) + 3)
    codes = np.full(shape, NOWHERE, dtype=np.int16)
    raster = Raster(west, south, cell, codes)
    _mark_borders(raster, districts.polygons)
    _fill(raster, districts)
    return raster


def _mark_borders(raster: Raster, polygons: Any) -> None:
    """Mark every cell that a border comes near to: for each segment, row by row, the columns that it crosses."""
    x0, y0, x1, y1 = _segments(polygons)
    first = np.floor((y0 - MARGIN - raster.south) / raster.cell).astype(np.int64)
    last = np.floor((y1 + MARGIN - raster.south) / raster.cell).astype(np.int64)
    segment, row = _spread(first, last)
    x0, y0, x1, y1 = (ends[segment] for ends in (x0, y0, x1, y1))
    bottom = raster.south + row * raster.cell - MARGIN
    with np.errstate(divide="ignore", invalid="ignore"):
        slope = (x1 - x0) / (y1 - y0)
        enters = x0 + (np.clip(bottom, y0, y1) - y0) * slope
        leaves = x0 + (np.clip(bottom + raster.cell + 2 * MARGIN, y0, y1) - y0) * slope
    level = y0 == y1
    low = np.where(level, np.minimum(x0, x1), np.minimum(enters, leaves)) - MARGIN
    high = np.where(level, np.maximum(x0, x1), np.maximum(enters, leaves)) + MARGIN
    start = np.floor((low - raster.west) / raster.cell).astype(np.int64)
    end = np.floor((high - raster.west) / raster.cell).astype(np.int64)
    which, column = _spread(start, end)
    raster.codes[row[which], column] = ON_BORDER


def _segments(polygons: Any) -> Any:
    """x and y of both ends of every segment of every ring, from south to north."""
    points, ring = shapely.get_coordinates(shapely.get_rings(polygons), return_index=True)
    a, b = points[:-1][ring[1:] == ring[:-1]], points[1:][ring[1:] == ring[:-1]]
    falls = (a[:, 1] > b[:, 1])[:, None]
    return (*np.where(falls, b, a).T, *np.where(falls, a, b).T)


def _spread(first: Any, last: Any) -> tuple[Any, Any]:
    """Every whole number from `first` to `last` of each pair, with the position of its pair."""
    many = last - first + 1
    pair = np.repeat(np.arange(len(many)), many)
    step = np.arange(len(pair)) - np.repeat(np.cumsum(many) - many, many)
    return pair, first[pair] + step


def _fill(raster: Raster, districts: Districts) -> None:
    """Give each run of free cells in a row the district of its first cell: no border lies in between."""
    free = raster.codes != ON_BORDER
    starts = free.copy()
    starts[:, 1:] &= ~free[:, :-1]
    row, column = np.nonzero(starts)
    lon = raster.west + (column + 0.5) * raster.cell
    lat = raster.south + (row + 0.5) * raster.cell
    run = np.cumsum(starts.ravel()).reshape(starts.shape) - 1
    raster.codes[free] = districts.exact(lon, lat)[run[free]]
