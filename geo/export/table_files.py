"""Tables as files: CSV, GeoJSON, GeoPackage, GeoParquet 1.1; licence, version and query go with each."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from geo.export.marks.manifest import Manifest, sums
from geo.export.marks.seal import with_manifest
from geo.export.marks.slots import SLOT
from geo.export.precision import MEANINGS
from geo.export.tables import DAY_COLUMNS, NESTED, ExportTable
from geo.record.atomic import write_atomically
from geo.record.geojson import dumps, rounded
from geo.record.schema import CRS, EVENT
from geo.record.spreadsheet import quoted

FORMS = ("csv", "geojson", "gpkg", "parquet")
#: Zones of this kind are points; QGIS draws one kind of geometry a layer.
PLACE = "place"
SIDECAR = "-metadata.json"  # CSV on the Web: the name of a table's description
PARQUET_VERSION = "1.1.0"


def write_table(table: ExportTable, path: Path, for_spreadsheets: bool = False) -> None:
    """Write a table; the ending of `path` says in which form.

    Raises
    ------
    ValueError
        When the ending is not one of ours, or `for_spreadsheets` is requested for another form than CSV.
    OSError
        When the file can't be written.
    """
    form = path.suffix.lower().removeprefix(".")
    if form not in FORMS:
        raise ValueError(f"{path}: a table ends in {', '.join(f'.{form}' for form in FORMS)}")
    if for_spreadsheets and form != "csv":
        raise ValueError(f"{path}: --for-spreadsheets goes with .csv only")
    if form == "csv":
        _write_csv(table, path, for_spreadsheets)
    else:
        write_atomically(path, table_file(table, form))


def table_file(table: ExportTable, form: str) -> bytes:
    """A table as a file of a form that holds its own manifest: geojson, gpkg or parquet."""
    make = {"geojson": geojson_bytes, "gpkg": _gpkg, "parquet": _parquet}[form]
    return with_manifest(make(table), form, Manifest("table", table.about["dataset_version"], table.made))


def csv_text(table: ExportTable, for_spreadsheets: bool = False) -> str:
    """The rows as CSV; lists are joined by `;`, nested values are JSON."""
    out = io.StringIO(newline="")
    if for_spreadsheets:  # all text in quotation marks: a `;` in it starts no cell where that is the separator
        writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    else:
        writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.rows:
        cells = [flat(row[name]) for name in table.columns]
        writer.writerow([quoted(cell) if for_spreadsheets and isinstance(cell, str) else cell for cell in cells])
    return out.getvalue()


def csv_bytes(table: ExportTable, for_spreadsheets: bool = False) -> bytes:
    """The rows as a CSV file; with a sign of its encoding for spreadsheets, which would take it for Latin-1."""
    return csv_text(table, for_spreadsheets).encode("utf-8-sig" if for_spreadsheets else "utf-8")


def geojson_text(table: ExportTable) -> str:
    """A FeatureCollection, one feature a line, with what is known of the whole in `metadata`."""
    features = [
        {"type": "Feature", "id": row[table.id_column], "properties": row, "geometry": rounded(geometry)}
        for row, geometry in zip(table.rows, table.geometries, strict=True)
    ]
    return collection_head(table) + "\n" + ",\n".join(map(dumps, features)) + "\n]}\n"


def collection_head(table: ExportTable) -> str:
    """How a FeatureCollection begins, up to its first feature."""
    return f'{{"type":"FeatureCollection","name":{dumps(table.name)},"metadata":{dumps(table.about)},"features":['


def geojson_bytes(table: ExportTable) -> bytes:
    """A FeatureCollection as a file."""
    return geojson_text(table).encode("utf-8")


def described(table: ExportTable, path: Path, content: bytes, for_spreadsheets: bool) -> bytes:
    """The file that describes a table and tells its hash: a CSV file has no room for a manifest.

    Parameters
    ----------
    content : the CSV file itself.
    """
    text = json.dumps(description(table, path), ensure_ascii=False, indent=1) + "\n"
    made = {"table": table.made, "for_spreadsheets": for_spreadsheets} if table.made else {}
    told = Manifest("description", table.about["dataset_version"], made, sums({path.name: content}))
    return with_manifest(text.encode("utf-8"), "json", told)


def description(table: ExportTable, path: Path) -> dict[str, Any]:
    """A table's description as CSV on the Web has it, with the meaning of its columns."""
    meanings = table.meanings or {f.name: f.meaning for f in EVENT} | MEANINGS
    columns = [
        {"name": name, "titles": name, **({"dc:description": meanings[name]} if name in meanings else {})}
        for name in table.columns
    ]
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "url": path.name,
        "dc:title": table.about["title"],
        "dc:creator": table.about["author"],
        "dc:license": table.about["licence"],
        "dc:rights": table.about["credits"],
        "dc:description": table.about["meaning"],
        "dc:source": f"data version {table.about['dataset_version']}; {table.about['query']}",
        "notes": table.about | {"rows": len(table.rows)},
        "tableSchema": {"columns": columns, "primaryKey": table.id_column},
    }


def flat(value: Any) -> Any:
    """A value as one cell."""
    if isinstance(value, list):
        return ";".join(value) if all(isinstance(item, str) for item in value) else dumps(value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else value


def _write_csv(table: ExportTable, path: Path, for_spreadsheets: bool) -> None:
    """The sidecar first: a table never stands without its licence."""
    sidecar = path.with_name(path.name + SIDECAR)
    content = csv_bytes(table, for_spreadsheets)
    write_atomically(sidecar, described(table, path, content, for_spreadsheets))
    try:
        write_atomically(path, content)
    except OSError:
        sidecar.unlink(missing_ok=True)
        raise


def _frame(table: ExportTable, lists: bool) -> Any:
    """The table as a GeoDataFrame with one type a column; days are days."""
    import geopandas as gpd
    import pandas as pd
    import pyarrow as pa
    from shapely.geometry import shape

    columns = {}
    for name in table.columns:
        values = [_cell(row[name], lists and name not in NESTED) for row in table.rows]
        columns[name] = pd.Series(values, dtype=pd.ArrowDtype(_type_of(name, values, pa)))
    geometry = [shape(geometry) if geometry else None for geometry in table.geometries]
    return gpd.GeoDataFrame(pd.DataFrame(columns), geometry=gpd.GeoSeries(geometry, crs=CRS), crs=CRS)


def _type_of(name: str, values: list[Any], pa: Any) -> Any:
    """The Arrow type of a column."""
    if name in DAY_COLUMNS:
        return pa.date32()
    known = [value for value in values if value is not None]
    if any(isinstance(value, list) for value in known):
        return pa.list_(pa.string())
    if known and all(isinstance(value, bool) for value in known):
        return pa.bool_()
    if known and all(isinstance(value, int) for value in known):
        return pa.int32()
    if known and all(isinstance(value, int | float) for value in known):
        return pa.float64()
    return pa.string()


def _cell(value: Any, lists: bool) -> Any:
    import datetime as dt

    if isinstance(value, list) and not (lists and all(isinstance(item, str) for item in value)):
        return flat(value)
    if isinstance(value, str) and len(value) == 10 and value[4:8:3] == "--":
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return value
    return value


def _gpkg(table: ExportTable) -> bytes:
    """The table as GeoPackage that QGIS opens as the map looks; a layer each for areas and for places."""
    from geo.export.qgis.package import geopackage

    layers = {table.name: table.part(lambda row, _: row.get("area_type") != PLACE)}
    places = table.part(lambda row, _: row.get("area_type") == PLACE)
    if places.rows:
        layers["places"] = places
    frames = {name: _frame(part, lists=False) for name, part in layers.items()}
    return geopackage(frames, table.about, table.styles(), SLOT)


def _parquet(table: ExportTable) -> bytes:
    """The table as GeoParquet 1.1."""
    import pyarrow.parquet as pq

    frame = _frame(table, lists=True)
    content = io.BytesIO()
    frame.to_parquet(content, index=False, schema_version=PARQUET_VERSION, write_covering_bbox=False)
    read = pq.read_table(io.BytesIO(content.getvalue()))
    known = {key.encode(): value.encode() for key, value in table.about.items()} | {b"manifest": SLOT.encode("ascii")}
    geo = {b"geo": (read.schema.metadata or {})[b"geo"]}  # without pandas' notes, which other programs need not know
    final = io.BytesIO()
    pq.write_table(read.replace_schema_metadata(geo | known), final, compression="zstd")
    return final.getvalue()
