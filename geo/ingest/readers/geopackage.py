"""GeoPackage, read as the SQLite file that it is: one layer of points, from memory, with nothing allowed but reading."""

from __future__ import annotations

import sqlite3
from typing import Any

from geo.ingest.crs import LON_LAT, system_of, system_of_wkt
from geo.ingest.limits import MAX_CELL, MAX_COLUMNS, MAX_ROWS, MAX_STEPS
from geo.ingest.notes import Notes
from geo.ingest.readers.delimited import unique
from geo.ingest.result import FileRejected, RawRow, ReadTable, shown

MAGIC = b"SQLite format 3\x00"
APPLICATIONS = (b"GPKG", b"GP10", b"GP11")
#: Systems that say that nothing is stated.
UNSTATED = (0, -1)
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}
_STEPS = 10_000
#: Bytes of the envelope by the number in a geometry's head.
_ENVELOPES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}


def read_geopackage(content: bytes, chosen: str = "") -> ReadTable:
    """The rows of the chosen layer, else of the first.

    Raises
    ------
    FileRejected
        When it is no GeoPackage, is broken, has no layer of that name, or is too large or too slow to read.
    """
    if content[68:72] not in APPLICATIONS:
        raise FileRejected("sqlite")
    database = sqlite3.connect(":memory:")
    try:
        return _read(_opened(database, content), chosen)
    except sqlite3.Error as error:
        raise FileRejected("geopackage", why=shown(error)) from None
    except (OverflowError, UnicodeDecodeError):
        raise FileRejected("geopackage_broken") from None
    finally:
        database.close()


def point_of(blob: Any) -> tuple[tuple[Any, Any] | None, tuple[str, str, str] | None]:
    """The point of a GeoPackage geometry (None for null or empty), and the fault when it is another."""
    if blob is None:
        return None, None
    if not isinstance(blob, bytes) or len(blob) < 8 or blob[:2] != b"GP":
        return None, ("geometry", "geometry", "no GeoPackage geometry")
    head = 8 + _ENVELOPES.get((blob[3] >> 1) & 7, 0)
    if blob[3] & 0x10:
        return None, None
    return _point(blob[head:])


def _opened(database: sqlite3.Connection, content: bytes) -> sqlite3.Connection:
    """The file in memory; one that was left in write-ahead mode is read as it stands."""
    database.deserialize(content[:18] + b"\x01\x01" + content[20:])
    for setting in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
        database.execute(f"PRAGMA {setting}")
    steps = iter(range(MAX_STEPS // _STEPS))
    database.set_progress_handler(lambda: next(steps, None) is None, _STEPS)
    database.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
    return database


def _read(database: sqlite3.Connection, chosen: str) -> ReadTable:
    layers = _layers(database)
    name = chosen or next(iter(layers), "")
    if name not in layers:
        raise FileRejected("layer", name=shown(name), known=", ".join(map(shown, list(layers)[:10])) or "–")
    geometry, number = layers[name]
    notes = Notes()
    system = _system(database, number, notes)
    for other in (*(layer for layer in layers if layer != name), *_others(database, layers)):
        notes.add("layer_unused", value=other)
    cursor = database.execute(f"SELECT * FROM {_quoted(name)}")  # noqa: S608 - a name of the file's own list, quoted
    heading = [column[0] for column in cursor.description]
    if len(heading) > MAX_COLUMNS:
        raise FileRejected("columns", count=len(heading), most=MAX_COLUMNS)
    place = heading.index(geometry) if geometry in heading else -1
    rows = []
    for number, values in enumerate(cursor, start=1):
        if number > MAX_ROWS:
            raise FileRejected("rows", most=MAX_ROWS)
        point, fault = point_of(values[place]) if place >= 0 else (None, None)
        cells = tuple(_plain(value) for n, value in enumerate(values) if n != place)
        rows.append(RawRow(number, cells, point, fault))
    columns = unique([column for n, column in enumerate(heading) if n != place])
    facts = {"sheet": name, "sheets": list(layers), "crs": system, "held": {"records": len(rows)}}
    return ReadTable("gpkg", columns, tuple(rows), facts | {"notes": notes.listed()})


def _system(database: sqlite3.Connection, number: int, notes: Notes) -> str:
    """The coordinate system of a layer, by what the file says of its number: the number alone is the file's own."""
    if number in UNSTATED:
        notes.add("no_crs")
        return LON_LAT
    try:
        listed = database.execute(
            "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?",
            (number,),
        ).fetchone()
    except sqlite3.OperationalError:
        listed = None
    organization, code, definition = listed or ("EPSG", number, "")
    known = str(organization).strip().upper() in ("EPSG", "OGC")
    named = system_of(f"{organization}:{code}") if known else ""
    system = named or (system_of_wkt(definition) if isinstance(definition, str) and definition else "")
    if not system:
        raise FileRejected("layer_system", system=shown(f"{organization}:{code}"))
    return system


def _others(database: sqlite3.Connection, layers: dict[str, tuple[str, int]]) -> list[str]:
    """The other contents of the file: tables without geometry, views, pictures."""
    try:
        listed = database.execute("SELECT table_name FROM gpkg_contents LIMIT 200")
        return [str(name) for (name,) in listed if name not in layers]
    except sqlite3.OperationalError:
        return []


def _layers(database: sqlite3.Connection) -> dict[str, tuple[str, int]]:
    """Layers that are plain tables (no view, no virtual table): name -> column of the geometry, number of the CRS."""
    made = dict(database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    listed = database.execute("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns LIMIT 200")
    return {
        name: (column, system)
        for name, column, system in listed
        if str(made.get(name) or "").lstrip().upper().startswith("CREATE TABLE")
    }


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    return value[:MAX_CELL] if isinstance(value, str) else value


def _point(wkb: bytes) -> tuple[tuple[Any, Any] | None, tuple[str, str, str] | None]:
    import shapely  # only here: no other form of file needs it in the process that reads

    try:
        shape = shapely.from_wkb(wkb)
    except shapely.errors.ShapelyError:
        return None, ("geometry", "geometry", "not a geometry that can be read")
    if shape.geom_type == "MultiPoint" and len(shape.geoms) == 1:
        shape = shape.geoms[0]
    if shape.geom_type != "Point":
        return None, ("geometry", "geometry", shape.geom_type)
    return (None, None) if shape.is_empty else ((_plain(shape.x), _plain(shape.y)), None)
