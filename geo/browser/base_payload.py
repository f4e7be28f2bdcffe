"""The basemap as the browser reads it: district lines, rivers, towns, where the relief lies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from geo.record.geojson import dumps
from geo.record.load import Dataset


def base_payload(dataset: Dataset, basemap: Path) -> bytes:
    """The ground: district lines (TopoJSON), rivers, towns with their rank, where the relief lies."""
    rivers = json.loads((basemap / "rivers.geojson").read_text("utf-8"))
    towns = [
        [row.record["name_en"], *(row.geometry or {})["coordinates"], row.record["population"] or 0]
        for row in dataset.tables["places"]
        if row.record["kind"] == "town" and row.geometry
    ]
    return dumps(
        {
            "topology": json.loads((basemap / "admin.topojson").read_text("utf-8")),
            "rivers": [line for feature in rivers["features"] for line in _lines(feature["geometry"])],
            "towns": sorted(towns, key=lambda town: -town[3]),
            "relief": json.loads((basemap / "hillshade.json").read_text("utf-8"))["bounds"],
        }
    ).encode("utf-8")


def _lines(geometry: dict[str, Any]) -> list[Any]:
    return [geometry["coordinates"]] if geometry["type"] == "LineString" else list(geometry["coordinates"])
