"""The basemap as the browser reads it: district lines, rivers, towns, where the relief lies."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from geo.record.geojson import dumps
from geo.record.load import Dataset

#: Decimals of a degree that lines have in the browser: 11 m, a third of a pixel where the map is nearest.
DECIMALS = 4

Corner = tuple[int, int]  # lon, lat in units of the last decimal
Line = list[list[int]]


def base_payload(dataset: Dataset, basemap: Path) -> bytes:
    """The ground: district lines (TopoJSON), rivers quantised as its arcs are, towns with their rank, where the relief lies."""
    topology = json.loads((basemap / "admin.topojson").read_text("utf-8"))
    rivers = json.loads((basemap / "rivers.geojson").read_text("utf-8"))
    arcs = list(_absolute(topology))
    west, south = np.min([arc.min(axis=0) for arc in arcs], axis=0).tolist()
    corner: Corner = (west, south)
    lines = [_units(line) for feature in rivers["features"] for line in _lines(feature["geometry"])]
    towns = [
        [
            row.record["name_en"],
            *(row.geometry or {})["coordinates"],
            row.record["population"] or 0,
            row.record["place_id"],
        ]
        for row in dataset.tables["places"]
        if row.record["kind"] == "town" and row.geometry
    ]
    return dumps(
        {
            "topology": {
                "type": "Topology",
                "transform": {"scale": [10**-DECIMALS] * 2, "translate": [value / 10**DECIMALS for value in corner]},
                "objects": topology["objects"],
                "arcs": arc_steps(arcs, corner),
            },
            "rivers": arc_steps(lines, corner),
            "towns": sorted(towns, key=lambda town: -town[3]),
            "relief": json.loads((basemap / "hillshade.json").read_text("utf-8"))["bounds"],
        }
    ).encode("utf-8")


def _absolute(topology: dict[str, Any]) -> Iterator[np.ndarray]:
    """The arcs of a topology in whole units."""
    transform = topology["transform"]
    for arc in topology["arcs"]:
        yield _units(np.cumsum(arc, axis=0) * transform["scale"] + transform["translate"])


def _units(points: Any) -> np.ndarray:
    """Degrees in whole units."""
    units: np.ndarray = np.rint(np.asarray(points, dtype=float) * 10**DECIMALS).astype(int)
    return units


def arc_steps(lines: Iterable[np.ndarray], corner: Corner) -> list[Line]:
    """Lines from point to point, the first from the corner; a point that rounding puts on the one before it is left out."""
    found: list[Line] = []
    for line in lines:
        first, *steps = np.diff(line, axis=0, prepend=[corner]).tolist()
        moved = [step for step in steps if step != [0, 0]]
        found.append([first, *(moved or steps[:1])])
    return found


def _lines(geometry: dict[str, Any]) -> list[Any]:
    return [geometry["coordinates"]] if geometry["type"] == "LineString" else list(geometry["coordinates"])
