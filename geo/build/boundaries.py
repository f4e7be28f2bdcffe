"""Districts as a valid coverage, provinces and the country dissolved from them."""

from __future__ import annotations

import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Transformer
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.build.names import Names, district_id, district_names, province_names, read_list
from geo.build.packages import BOUNDARIES, member
from geo.record.geojson import DECIMALS, Record, Row
from geo.record.schema import CRS, EQUAL_AREA_CRS

LAYER = "17698898B%"  # the shapes of this country's second level
GAP_M = 1000.0  # slivers narrower than this are closed
LABEL_M = 50.0  # how exact the label point is

Geometries = npt.NDArray[np.object_]

_to_metric = Transformer.from_crs(CRS, EQUAL_AREA_CRS, always_xy=True)
_to_degrees = Transformer.from_crs(EQUAL_AREA_CRS, CRS, always_xy=True)


@dataclass(frozen=True)
class Units:
    """Polygons with ids, sorted by id: EPSG:4326, at most 5 decimals, a valid coverage."""

    ids: list[str]
    shapes: Geometries
    rows: list[Row]


def build_districts(cache_dir: Path) -> Units:
    """The 398 districts: ids, polygons and records of `districts.geojson`."""
    lookup = sorted(read_list("districts_lookup.csv"), key=district_id)
    raw = _read_shapes(cache_dir)
    shapes = clean_coverage(np.array([raw[row["shape_id"]] for row in lookup], dtype=object))
    names = district_names(lookup)
    ids = [district_id(row) for row in lookup]
    rows = []
    for row, admin2_id, shape in zip(lookup, ids, shapes, strict=True):
        record: Record = {"admin2_id": admin2_id, "admin1": f"AF-{row['prov']}"}
        record |= {"pcode": row["pcode"] or None}
        rows.append(_row(record, names[admin2_id], shape))
    return Units(ids, shapes, rows)


def build_provinces(districts: Units, cache_dir: Path) -> Units:
    """The 34 provinces, each the union of its districts, and records of `provinces.geojson`."""
    names = province_names(cache_dir)
    parents = np.array([row.record["admin1"] for row in districts.rows])
    ids = sorted(names)
    shapes = [shapely.coverage_union_all(districts.shapes[parents == code]) for code in ids]
    rows = []
    for code, shape in zip(ids, shapes, strict=True):
        pcode, unit_names = names[code]
        rows.append(_row({"admin1": code, "pcode": pcode}, unit_names, shape))
    return Units(ids, np.array(shapes, dtype=object), rows)


def outline(units: Units) -> BaseGeometry:
    """The outer line of all units as a polygon, EPSG:4326."""
    return shapely.coverage_union_all(units.shapes)


def clean_coverage(shapes: Geometries) -> Geometries:
    """Polygons drawn one by one (EPSG:4326) as a coverage without gaps or overlaps, 5 decimals.

    Raises
    ------
    ValueError
        When rounding breaks the coverage and cleaning it again does not mend it.
    """
    metric = shapely.coverage_clean(to_metric(shapes), gap_width=GAP_M)
    rounded = _round(shapely.transform(metric, _to_degrees.transform, interleaved=False))
    for _ in range(3):
        if shapely.coverage_is_valid(rounded) and shapely.is_valid(rounded).all():
            return np.asarray(shapely.normalize(rounded), dtype=object)
        rounded = _round(shapely.coverage_clean(rounded))
    raise ValueError("the districts are no valid coverage at 5 decimals")


def to_metric(shapes: Geometries) -> Geometries:
    """Geometries in EPSG:4326 as geometries in the equal-area CRS (metres)."""
    return np.asarray(shapely.transform(shapes, _to_metric.transform, interleaved=False), dtype=object)


def one_metric(shape: BaseGeometry) -> BaseGeometry:
    """One geometry in EPSG:4326 in the equal-area CRS (metres)."""
    moved: BaseGeometry = shapely.transform(shape, _to_metric.transform, interleaved=False)
    return moved


def _read_shapes(cache_dir: Path) -> dict[str, BaseGeometry]:
    """District polygons (EPSG:4326) by shape id, each drawn alone."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "data.db"
        database.write_bytes(member(BOUNDARIES, cache_dir, "gazetteer/data/data.db"))
        connection = sqlite3.connect(database)
        query = "SELECT shape_id, coordinates FROM location_data WHERE shape_id LIKE ?"
        found = {key: shapely.from_wkb(blob) for key, blob in connection.execute(query, (LAYER,))}
        connection.close()
    return found


def _round(shapes: Geometries) -> Geometries:
    """Shapes at 5 decimals; points that fall together become one."""
    rounded = shapely.transform(shapes, lambda points: np.round(points, DECIMALS))
    return np.asarray(shapely.remove_repeated_points(rounded, 0.0), dtype=object)


def _row(record: Record, names: Names, shape: BaseGeometry) -> Row:
    """A record of the unit with names, area and label point; polygon in EPSG:4326."""
    metric = one_metric(shape)
    centre = shapely.get_point(shapely.maximum_inscribed_circle(metric, tolerance=LABEL_M), 0)
    lon, lat = _to_degrees.transform(centre.x, centre.y)
    record |= {"name_en": names.en, "name_fa": names.fa, "name_ps": names.ps}
    record |= {"aliases": names.aliases, "area_km2": round(metric.area / 1e6, 1)}
    record |= {"label_lon": round(lon, DECIMALS), "label_lat": round(lat, DECIMALS)}
    return Row(0, record, mapping(shape))
