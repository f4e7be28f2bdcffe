"""A GeoPackage that opens as the map looks: its layers bring their styles, and the days from and to which a row holds."""

from __future__ import annotations

import io
import sqlite3
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

#: The table in which QGIS keeps the styles of a GeoPackage, as QGIS makes it.
TABLE = """
CREATE TABLE "layer_styles" (
 "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "f_table_catalog" TEXT(256), "f_table_schema" TEXT(256),
 "f_table_name" TEXT(256), "f_geometry_column" TEXT(256), "styleName" TEXT(30), "styleQML" TEXT, "styleSLD" TEXT,
 "useAsDefault" BOOLEAN, "description" TEXT, "owner" TEXT(30), "ui" TEXT(30),
 "update_time" DATETIME DEFAULT CURRENT_TIMESTAMP)
"""
STYLE = (
    'INSERT INTO "layer_styles" ("f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", '
    '"styleQML", "styleSLD", "useAsDefault", "description", "owner", "update_time") '
    "VALUES ('', '', ?, 'geom', ?, ?, '', 1, ?, '', ?)"
)
CONTENTS = (
    "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) "
    "VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?, 0)"
)
METADATA = "INSERT INTO gpkg_metadata VALUES (?, 'dataset', 'urn:ietf:rfc:8259', 'text/plain', ?)"
REFERENCE = "INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?, ?, NULL)"
#: The name of each style.
NAME = "As the map looks"


#: Layers of points; all others are areas.
POINTS = ("events", "places", "ucdp")
MADE_ON = "2021-08-15"


def geopackage(
    layers: Mapping[str, Any], about: Mapping[str, str], styles: Mapping[str, str], manifest: str = ""
) -> bytes:
    """Layers as a GeoPackage with what is known of the whole, and the styles of those that have one.

    Parameters
    ----------
    layers : GeoDataFrames, EPSG:4326, by name.
    manifest : a text that stands among what is known of the whole, as a row of its own.

    Raises
    ------
    OSError
        When it can't be made.
    """
    import pyogrio
    from pyogrio.errors import DataSourceError

    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{MADE_ON}T00:00:00.000Z"})  # the same bytes each time
    try:
        content = _one(layers, about) if len(layers) == 1 else _several(layers, about)
    except DataSourceError as error:
        raise OSError(f"the GeoPackage can't be made: {error}") from error
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
    styled = with_styles(content, styles, MADE_ON) if styles.keys() & layers.keys() else content
    return _with_manifest(styled, manifest, MADE_ON) if manifest else styled


def _one(layers: Mapping[str, Any], about: Mapping[str, str]) -> bytes:
    """One layer, made in memory: on a full disk SQLite leaves broken files and says strange things."""
    content = io.BytesIO()
    for name, frame in layers.items():
        _write(frame, content, name, about)
    return content.getvalue()


def _several(layers: Mapping[str, Any], about: Mapping[str, str]) -> bytes:
    """Several layers; GDAL adds a layer to files only."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "layers.gpkg"
        for name, frame in layers.items():
            _write(frame, path, name, about, append=path.exists())
        return path.read_bytes()


def _write(frame: Any, target: Any, name: str, about: Mapping[str, str], append: bool = False) -> None:
    import pyogrio

    points = name in POINTS
    pyogrio.write_dataframe(
        frame,
        target,
        driver="GPKG",
        layer=name,
        use_arrow=True,
        append=append,
        geometry_type="Point" if points else "MultiPolygon",
        promote_to_multi=not points,
        dataset_metadata=None if append else dict(about),
        layer_metadata=dict(about),
    )


def _with_manifest(package: bytes, manifest: str, day: str) -> bytes:
    """A GeoPackage with a text among its metadata (OGC 12-128r19, F.8), of the whole file."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(package)
        (number,) = connection.execute("SELECT max(id) + 1 FROM gpkg_metadata").fetchone()
        connection.execute(METADATA, (number, manifest))
        connection.execute(REFERENCE, (f"{day}T00:00:00.000Z", number))
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def with_styles(package: bytes, styles: Mapping[str, str], day: str) -> bytes:
    """A GeoPackage with the style of each of its layers as its usual one.

    Parameters
    ----------
    styles : QML by layer; layers that are not there are left out.
    day : the day that stands as that of the change: the same styles give the same bytes.
    """
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(package)
        layers = {name for (name,) in connection.execute("SELECT table_name FROM gpkg_geometry_columns")}
        at = f"{day}T00:00:00.000Z"
        connection.execute(TABLE)
        for name, qml in styles.items():
            if name in layers:
                connection.execute(STYLE, (name, NAME, qml, "", at))
        connection.execute(CONTENTS, (at,))
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()
