"""The built zones: one feature a claim, spans cut, and known to be stale when anything moved."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import box, shape

from geo.build.zones import build_zones, stale_zones, zones_text
from geo.record.load import Dataset, load


@pytest.fixture(scope="module")
def zones(tiny: Dataset) -> dict[str, Any]:
    return {feature["id"]: feature for feature in json.loads(zones_text(tiny))["features"]}


def test_one_feature_a_claim_in_order(zones: Any, tiny: Dataset) -> None:
    assert list(zones) == [claim["claim_id"] for claim in tiny.records("control_claims")]


@pytest.mark.parametrize(
    ("claim_id", "corners"),
    [
        ("CC-0001", (66, 34, 69, 35)),
        ("CC-0002", (67, 34, 68, 35)),
        ("CC-0003", (67.5, 34.5, 68, 35)),
        ("CC-0008", (68, 34, 69, 34.5)),
    ],
)
def test_areas_are_the_squares_they_name(zones: Any, claim_id: str, corners: Any) -> None:
    assert shape(zones[claim_id]["geometry"]).equals(box(*corners))


def test_a_place_is_a_circle_and_one_without_a_point_is_null(zones: Any) -> None:
    circle = shape(zones["CC-0011"]["geometry"])
    west, south, east, north = circle.bounds
    assert circle.centroid.coords[0] == pytest.approx((67.75, 34.75), abs=1e-3)
    assert (east - west, north - south) == pytest.approx((10 / 111.2, 10 / 111.2), abs=1e-3)  # 5 km each way
    assert zones["CC-0013"]["geometry"] is None


def test_several_districts_become_one_area(with_claims: Callable[..., Dataset]) -> None:
    text = zones_text(with_claims({"area_ids": ["AF-BBB-ne", "AF-BBB-nw"]}))
    (feature,) = json.loads(text)["features"]
    assert shape(feature["geometry"]).equals(box(67, 34.5, 68, 35))


def test_spans_are_cut_where_a_later_claim_supersedes(zones: Any) -> None:
    ends = {claim_id: zones[claim_id]["properties"]["valid_to"] for claim_id in ("CC-0001", "CC-0002", "CC-0008")}
    assert ends == {"CC-0001": None, "CC-0002": "2021-09-01", "CC-0008": "2021-08-30"}


def test_how_the_polygon_relates_to_the_claim_is_told(zones: Any) -> None:
    quality = {
        claim_id: zones[claim_id]["properties"]["boundary_quality"] for claim_id in ("CC-0002", "CC-0007", "CC-0011")
    }
    assert quality["CC-0002"] == "administrative boundary"
    assert "part" in quality["CC-0007"]
    assert "circle" in quality["CC-0011"]


def test_a_built_file_is_fresh_until_a_byte_changes(tiny_copy: Path) -> None:
    path = tiny_copy / "control_zones.geojson"
    dataset = load(tiny_copy)
    assert stale_zones(dataset, tiny_copy) == []
    fresh = path.read_bytes()
    for position in (0, len(fresh) // 2, len(fresh) - 1):
        changed = bytearray(fresh)
        changed[position] ^= 0xFF
        path.write_bytes(bytes(changed))
        (problem,) = stale_zones(dataset, tiny_copy)
        assert "python -m geo build record" in str(problem)
    path.write_bytes(fresh.replace(b"\n", b"\r\n"))
    assert len(stale_zones(dataset, tiny_copy)) == 1
    path.unlink()
    assert len(stale_zones(dataset, tiny_copy)) == 1
    build_zones(tiny_copy)
    assert path.read_bytes() == fresh


def test_a_changed_claim_makes_them_stale(tiny_copy: Path) -> None:
    path = tiny_copy / "control_claims.csv"
    text = path.read_text("utf-8")
    claim = next(line for line in text.splitlines() if ",2021-09-01," in line)
    path.write_text(text.replace(claim, claim.replace(",2021-09-01,", ",2021-09-02,", 1)), "utf-8")
    assert len(stale_zones(load(tiny_copy), tiny_copy)) == 1
