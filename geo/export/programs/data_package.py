"""The tables of a site as a Frictionless data package: which files there are, and what their columns mean."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from geo.export.table_files import SIDECAR
from geo.wording.cite import AUTHOR, DATA_TITLE

NAME = "datapackage.json"
KINDS = {
    "csv": "text/csv",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
    "parquet": "application/vnd.apache.parquet",
}


def data_package(tables: Mapping[str, bytes], version: str) -> bytes:
    """The package of some files by name; CSV files with the fields that their descriptions name."""
    resources = [_resource(name, content, tables) for name, content in sorted(tables.items()) if _ending(name) in KINDS]
    licence = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}
    package = {
        "profile": "data-package",
        "name": "afghanistan-conflict-replay-tables",
        "title": DATA_TITLE,
        "version": version,
        "licenses": [licence],
        "contributors": [{"title": AUTHOR, "role": "author"}],
        "resources": resources,
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _resource(name: str, content: bytes, tables: Mapping[str, bytes]) -> dict[str, Any]:
    ending = _ending(name)
    resource: dict[str, Any] = {
        "name": name.replace(".", "-").lower(),
        "path": name,
        "format": ending,
        "mediatype": KINDS[ending],
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
    if described := tables.get(name + SIDECAR):
        table = json.loads(described)["tableSchema"]
        fields = [
            {"name": column["name"], "description": column.get("dc:description", "")} for column in table["columns"]
        ]
        schema = {
            "fields": [{k: v for k, v in field.items() if v} for field in fields],
            "primaryKey": table["primaryKey"],
        }
        resource |= {"profile": "tabular-data-resource", "encoding": "utf-8", "schema": schema}
    return resource


def _ending(name: str) -> str:
    return name.rpartition(".")[2]
