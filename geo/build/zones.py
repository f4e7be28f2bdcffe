"""From control claims to polygons: `control_zones.geojson`, one feature a claim, spans cut."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import GeometryCollection, mapping, shape
from shapely.geometry.base import BaseGeometry

from geo.record.atomic import write_atomically
from geo.record.fields import fields_of
from geo.record.geojson import HEAD, dumps, rounded
from geo.record.load import Dataset, load
from geo.record.problems import Problem
from geo.record.records import ControlClaim
from geo.record.schema import KM_PER_DEGREE
from geo.record.spans import superseded_ends
from geo.style.areas import MIN_RADIUS_KM

ZONES = "control_zones.geojson"
COPIED = ("controller", "status", "basis", "claimant", "certainty", "valid_from", "last_confirmed", "area_type", "area_ids", "area_note", "exception", "source_ids")  # fmt: skip


def build_zones(data_dir: Path) -> Path:
    """Write `control_zones.geojson` from the claims and the boundaries of a folder."""
    path = data_dir / ZONES
    write_atomically(path, zones_text(load(data_dir)).encode("utf-8"))
    return path


def stale_zones(dataset: Dataset, data_dir: Path) -> list[Problem]:
    """A problem when the built file is not what the claims give now."""
    path = data_dir / ZONES
    if path.exists() and path.read_bytes() == zones_text(dataset).encode("utf-8"):
        return []
    message = "is not what control_claims.csv gives; run: python -m geo build record"
    return [Problem(f"data/{ZONES}", 0, "", "", "stale", message)]


def zones_text(dataset: Dataset) -> str:
    """The canonical text of the zones: sorted by claim id, one feature a line."""
    shapes = _shapes(dataset)
    ends = superseded_ends(dataset.records("control_claims"))
    lines = [
        dumps(_feature(claim, ends[claim["claim_id"]], [shapes[area_id] for area_id in claim["area_ids"]]))
        for claim in sorted(dataset.records("control_claims"), key=lambda claim: str(claim["claim_id"]))
    ]
    return HEAD + "\n" + ",\n".join(lines) + "\n]}\n"


def _feature(claim: ControlClaim, end: str | None, areas: Iterable[BaseGeometry]) -> dict[str, Any]:
    geometry = shapely.union_all(list(areas))
    properties = {"claim_id": claim["claim_id"], "valid_to": end, "boundary_quality": _quality(claim)}
    return {
        "type": "Feature",
        "id": claim["claim_id"],
        "properties": properties | fields_of(claim, COPIED),
        "geometry": None if geometry.is_empty else rounded(mapping(geometry)),
    }


def _quality(claim: ControlClaim) -> str:
    """How the polygon relates to the area that the claim speaks of."""
    if claim["area_type"] == "place":
        return "circle around a named place"
    if claim["area_note"] or claim["exception"]:
        return "whole district drawn, the claim speaks of a part"
    return "administrative boundary"


def _shapes(dataset: Dataset) -> dict[str, BaseGeometry]:
    """The polygon of every area that a claim can name."""
    shapes: dict[str, BaseGeometry] = {}
    for name in ("districts", "provinces"):
        id_field = "admin2_id" if name == "districts" else "admin1"
        for row in dataset.tables[name]:
            shapes[row.record[id_field]] = shape(row.geometry)
    shapes["AF"] = shapely.coverage_union_all([shape(row.geometry) for row in dataset.tables["provinces"]])
    for row in dataset.tables["places"]:
        if row.geometry is None:
            shapes[row.record["place_id"]] = GeometryCollection()
            continue
        radius = max(row.record["radius_km"], MIN_RADIUS_KM) / KM_PER_DEGREE
        shapes[row.record["place_id"]] = shape(row.geometry).buffer(radius, quad_segs=6)
    return shapes
