"""The shipped places part: counts, valid coverages, nesting, ids, points in their districts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from PIL import Image
from pyproj import Transformer
from shapely.geometry import shape

from geo.record.geojson import read_rows, write_features
from geo.record.schema import CRS, EQUAL_AREA_CRS, FILES, LAT_RANGE, LON_RANGE

DATA = Path(__file__).resolve().parents[2] / "data"
COUNTS = {"districts": 398, "provinces": 34}
NAMES = ("districts", "provinces", "places")
TINY_M2 = 1.0
to_metric = Transformer.from_crs(CRS, EQUAL_AREA_CRS, always_xy=True)


def metric(geometry: Any) -> Any:
    return shapely.transform(geometry, to_metric.transform, interleaved=False)


def layer(name: str) -> tuple[list[dict[str, Any]], np.ndarray]:
    rows = read_rows(DATA / FILES[name].path, FILES[name])
    return [row.record for row in rows], np.array(
        [shape(row.geometry) if row.geometry else None for row in rows], dtype=object
    )


@pytest.fixture(scope="module")
def layers() -> dict[str, tuple[list[dict[str, Any]], np.ndarray]]:
    return {name: layer(name) for name in NAMES}


@pytest.fixture(scope="module")
def topo() -> dict[str, Any]:
    return json.loads((DATA / "basemap/admin.topojson").read_text("utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_canonical(name: str) -> None:
    text = (DATA / FILES[name].path).read_text("utf-8")
    rows = read_rows(DATA / FILES[name].path, FILES[name])
    assert write_features(rows, FILES[name]) == text


@pytest.mark.parametrize("name", NAMES)
def test_every_field_of_the_schema_is_there_and_no_other(name: str, layers: Any) -> None:
    fields = [field.name for field in FILES[name].fields]
    for record in layers[name][0]:
        assert list(record) == fields
        empty = [f.name for f in FILES[name].fields if f.required and record[f.name] in (None, "")]
        assert not empty, (record[fields[0]], empty)


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_well_formed_and_unique(name: str, layers: Any) -> None:
    field = next(f for f in FILES[name].fields if f.kind == "id")
    ids = [record[field.name] for record in layers[name][0]]
    assert len(set(ids)) == len(ids)
    assert [i for i in ids if not re.fullmatch(field.pattern, i)] == []
    assert ids == sorted(ids)


@pytest.mark.parametrize("name", COUNTS)
def test_polygons_are_a_valid_coverage_without_gaps(name: str, layers: Any) -> None:
    records, shapes = layers[name]
    assert len(records) == COUNTS[name]
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)
    union = shapely.union_all(metric(shapes))
    assert abs(union.area - shapely.area(metric(shapes)).sum()) < TINY_M2
    assert [len(part.interiors) for part in shapely.get_parts(union)] == [0]


@pytest.mark.parametrize("name", COUNTS)
def test_areas_and_label_points_belong_to_the_polygon(name: str, layers: Any) -> None:
    records, shapes = layers[name]
    for record, polygon in zip(records, shapes, strict=True):
        assert metric(polygon).area / 1e6 == pytest.approx(record["area_km2"], abs=0.06)
        assert polygon.contains(shapely.Point(record["label_lon"], record["label_lat"]))


def test_each_province_is_the_union_of_its_districts(layers: Any) -> None:
    districts, polygons = layers["districts"]
    parents = np.array([record["admin1"] for record in districts])
    for record, province in zip(*layers["provinces"], strict=True):
        union = shapely.coverage_union_all(polygons[parents == record["admin1"]])
        assert metric(union.symmetric_difference(province)).area < TINY_M2, record["admin1"]


def test_district_ids_begin_with_their_province(layers: Any) -> None:
    provinces = {record["admin1"] for record in layers["provinces"][0]}
    assert {record["admin1"] for record in layers["districts"][0]} == provinces
    for record in layers["districts"][0]:
        assert record["admin2_id"].startswith(record["admin1"] + "-")


def test_the_outline_is_the_union_of_the_provinces(layers: Any) -> None:
    text = (DATA / "basemap/country.geojson").read_text("utf-8")
    (feature,) = json.loads(text)["features"]
    union = shapely.coverage_union_all(layers["provinces"][1])
    assert metric(union.symmetric_difference(shape(feature["geometry"]))).area < TINY_M2


def test_places_lie_in_the_district_they_name(layers: Any) -> None:
    polygons = {r["admin2_id"]: s for r, s in zip(*layers["districts"], strict=True)}
    for record, point in zip(*layers["places"], strict=True):
        if point is None:
            assert record["point_from"] == "none", record["place_id"]
            continue
        away = metric(polygons[record["admin2_id"]]).distance(metric(point))
        allowed = 5_000 if "outside" in (record["notes"] or "") else 0.01
        assert away <= allowed, (record["place_id"], away)
        assert LON_RANGE[0] < point.x < LON_RANGE[1] and LAT_RANGE[0] < point.y < LAT_RANGE[1]


def test_places_say_where_their_point_is_from(layers: Any) -> None:
    for record in layers["places"][0]:
        if record["point_from"] == "none":
            assert record["radius_km"] is None and record["notes"], record["place_id"]
            continue
        assert record["radius_km"] >= 1, record["place_id"]
        if record["point_from"] == "published":
            assert "prints" in record["source"], record["place_id"]


def test_lists_of_spellings_have_no_doubles(layers: Any) -> None:
    for name in NAMES:
        for record in layers[name][0]:
            spellings = [*record["aliases"], record["name_en"]]
            assert len(set(spellings)) == len(spellings), record


def decoded(topo: dict[str, Any]) -> dict[str, Any]:
    """The polygons of a topology by id."""
    scale, shift = np.array(topo["transform"]["scale"]), np.array(topo["transform"]["translate"])
    arcs = [np.cumsum(arc, axis=0) * scale + shift for arc in topo["arcs"]]

    def ring(numbers: list[int]) -> np.ndarray:
        parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
        return np.vstack([parts[0], *(part[1:] for part in parts[1:])])

    found = {}
    for item in topo["objects"]["districts"]["geometries"]:
        polygons = [item["arcs"]] if item["type"] == "Polygon" else item["arcs"]
        rings = [[ring(numbers) for numbers in polygon] for polygon in polygons]
        found[item["id"]] = shapely.MultiPolygon([(r[0], r[1:]) for r in rings])
    return found


def test_the_topology_decodes_to_the_districts(topo: Any, layers: Any) -> None:
    polygons = decoded(topo)
    records, shapes = layers["districts"]
    assert sorted(polygons) == [record["admin2_id"] for record in records]
    for record, polygon in zip(records, shapes, strict=True):
        drawn = polygons[record["admin2_id"]]
        assert drawn.is_valid
        assert metric(drawn).area == pytest.approx(metric(polygon).area, rel=0.005)


def test_each_arc_names_the_districts_on_its_sides(topo: Any) -> None:
    uses: dict[int, set[int]] = {number: set() for number in range(len(topo["arcs"]))}
    for index, item in enumerate(topo["objects"]["districts"]["geometries"]):
        for number in np.hstack([np.ravel(r) for r in flat(item["arcs"])]).astype(int):
            uses[int(number) if number >= 0 else ~int(number)].add(index)
    assert len(topo["arc_sides"]) == len(topo["arcs"])
    for number, sides in enumerate(topo["arc_sides"]):
        assert {side for side in sides if side >= 0} == uses[number]


def flat(arcs: Any) -> list[list[int]]:
    return [arcs] if isinstance(arcs[0], int) else [ring for part in arcs for ring in flat(part)]


def test_the_basemap_is_small_and_readable(topo: Any) -> None:
    limits = {"admin.topojson": 320_000, "hillshade.webp": 150_000, "rivers.geojson": 200_000}
    for name, limit in limits.items():
        assert (DATA / "basemap" / name).stat().st_size <= limit, name
    rivers = json.loads((DATA / "basemap/rivers.geojson").read_text("utf-8"))["features"]
    assert len({river["id"] for river in rivers}) == len(rivers) > 100


def test_the_hillshade_covers_the_country_in_mercator_rows(layers: Any) -> None:
    about = json.loads((DATA / "basemap/hillshade.json").read_text("utf-8"))
    (south, west), (north, east) = about["bounds"]
    left, low, right, high = shapely.total_bounds(layers["provinces"][1])
    assert west < left and south < low and east > right and north > high
    with Image.open(DATA / "basemap/hillshade.webp") as image:
        assert list(image.size) == about["size"]
    rise = np.diff(np.log(np.tan(np.pi / 4 + np.radians([south, north]) / 2)))[0]
    assert about["size"][1] / about["size"][0] == pytest.approx(rise / np.radians(east - west), rel=0.002)
