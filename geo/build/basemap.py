"""The layers under the map: country outline, rivers, hillshade, district lines."""

from __future__ import annotations

from pathlib import Path

import shapely
from shapely.geometry import mapping

from geo.build.boundaries import Units, outline
from geo.build.relief import build_hillshade
from geo.build.rivers import rivers_text
from geo.build.topology import topology
from geo.record.geojson import HEAD, dumps, rounded
from geo.record.schema import COUNTRY


def build_basemap(districts: Units, cache_dir: Path) -> dict[str, bytes]:
    """The files of `data/basemap/` by name."""
    country = shapely.normalize(outline(districts))
    feature = {
        "type": "Feature",
        "id": COUNTRY,
        "properties": {"country": COUNTRY},
        "geometry": rounded(mapping(country)),
    }
    image, about = build_hillshade(country.bounds, cache_dir)
    texts = {
        "country.geojson": f"{HEAD}\n{dumps(feature)}\n]}}\n",
        "rivers.geojson": rivers_text(country, cache_dir),
        "admin.topojson": dumps(topology(districts.ids, list(districts.shapes))) + "\n",
        "hillshade.json": dumps(about) + "\n",
    }
    return {name: text.encode("utf-8") for name, text in texts.items()} | {"hillshade.webp": image}
