"""Shapefiles in a zip: the points of .shp, the table of .dbf, the system of .prj, the encoding of .cpg."""

from __future__ import annotations

import codecs
import struct
from collections.abc import Iterator
from typing import Any

from geo.ingest.crs import LON_LAT, system_of_wkt
from geo.ingest.limits import MAX_COLUMNS, MAX_ROWS
from geo.ingest.notes import Notes
from geo.ingest.readers.delimited import unique
from geo.ingest.result import FileRejected, RawRow, ReadTable, shown

POINTS, MULTIPOINTS, NULL = (1, 11, 21), (8, 18, 28), 0
DELETED = b"*"
_SHAPES = {3: "line", 5: "polygon", 13: "line", 15: "polygon", 23: "line", 25: "polygon", 31: "patches"}
_Shape = tuple[tuple[Any, Any] | None, tuple[str, str, str] | None]


def read_shapefile(parts: dict[str, bytes], name: str) -> ReadTable:
    """The records as rows, counted from 1.

    Parameters
    ----------
    parts : the files by the end of their names: shp and dbf, and where they are there prj and cpg.
    name : of the layer.

    Raises
    ------
    FileRejected
        When a part is lacking or broken, or the system is not known.
    """
    if lacking := [part for part in ("shp", "dbf") if part not in parts]:
        raise FileRejected("shapefile_part", part=lacking[0])
    notes = Notes()
    system = system_of_wkt(parts["prj"].decode("utf-8", "replace")) if "prj" in parts else LON_LAT
    if not system:
        raise FileRejected("crs", name=shown(parts["prj"].decode("utf-8", "replace")))
    if "prj" not in parts:
        notes.add("no_crs")
    try:
        columns, cells = _table(parts["dbf"], _encoding(parts.get("cpg", b"")))
        shapes = list(_shapes(parts["shp"]))
    except (struct.error, ValueError, IndexError, LookupError) as error:
        if isinstance(error, FileRejected):
            raise
        raise FileRejected("shapefile") from None
    if len(shapes) != len(cells):
        raise FileRejected("shapefile")
    both = enumerate(zip(cells, shapes, strict=True), start=1)
    rows = tuple(RawRow(number, values, *shape) for number, (values, shape) in both if values is not None)
    held = {"records": len(cells), **({"deleted": gone} if (gone := len(cells) - len(rows)) else {})}
    facts = {"sheet": name, "sheets": [name], "crs": system, "held": held, "notes": notes.listed()}
    return ReadTable("shp", unique(columns), rows, facts)


def _encoding(cpg: bytes) -> str:
    """Python's name of the encoding that the file names; without one it is UTF-8, then Western."""
    try:
        return codecs.lookup(cpg.decode("ascii").strip().lower().replace("ansi ", "cp")).name
    except (LookupError, UnicodeDecodeError):
        return ""


def _table(dbf: bytes, encoding: str) -> tuple[list[str], list[tuple[Any, ...] | None]]:
    """The columns, and the cells of each record; None for one that was deleted and still stands in the file."""
    many, start, width = struct.unpack_from("<IHH", dbf, 4)
    if many > MAX_ROWS:
        raise FileRejected("rows", most=MAX_ROWS)
    fields, at = [], 32
    while dbf[at] != 0x0D:
        fields.append((_text(dbf[at : at + 11].split(b"\0")[0], encoding), chr(dbf[at + 11]), dbf[at + 16]))
        at += 32
    if len(fields) > MAX_COLUMNS:
        raise FileRejected("columns", count=len(fields), most=MAX_COLUMNS)
    if 1 + sum(size for _, _, size in fields) > width or start + many * width > len(dbf) + 1:
        raise ValueError("the records do not fit")
    records = (dbf[start + n * width : start + (n + 1) * width] for n in range(many))
    cells = [None if record[:1] == DELETED else _cells(record, fields, encoding) for record in records]
    return [name for name, _, _ in fields], cells


def _cells(record: bytes, fields: list[tuple[str, str, int]], encoding: str) -> tuple[Any, ...]:
    """The cells of a record; one of a day is written out, one of stars holds nothing."""
    values, at = [], 1
    for _, kind, size in fields:
        text = _text(record[at : at + size], encoding).replace("\0", " ").strip()
        at += size
        day = kind == "D" and len(text) == 8
        values.append(None if not text.strip("*") else f"{text[:4]}-{text[4:6]}-{text[6:]}" if day else text)
    return tuple(values)


def _text(content: bytes, encoding: str) -> str:
    if encoding:
        return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _shapes(shp: bytes) -> Iterator[_Shape]:
    if struct.unpack_from(">I", shp, 0)[0] != 9994:
        raise ValueError("no shapefile")
    at = 100
    while at + 12 <= len(shp):
        size = 2 * struct.unpack_from(">I", shp, at + 4)[0]
        yield _shape(shp[at + 8 : at + 8 + size])
        at += 8 + max(size, 4)


def _shape(content: bytes) -> _Shape:
    kind = struct.unpack_from("<I", content)[0]
    if kind in POINTS:
        return struct.unpack_from("<2d", content, 4), None
    if kind in MULTIPOINTS and struct.unpack_from("<I", content, 36)[0] == 1:
        return struct.unpack_from("<2d", content, 40), None
    return None, None if kind == NULL else ("geometry", "geometry", _SHAPES.get(kind, str(kind)))
