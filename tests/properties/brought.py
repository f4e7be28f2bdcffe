"""What files of strangers are generated of, and the rule that each has to keep.

`IMPORT_EXAMPLES=10000 pytest tests/properties/test_import.py tests/properties/test_import_forms.py
tests/properties/test_join.py` looks at that many files, of all forms; a few hundred otherwise.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sqlite3
import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from geo.ingest.event import FIELDS, write_events
from geo.ingest.limited.pipe import Pen
from geo.ingest.limited.work import for_file, for_page
from geo.ingest.limits import MAX_ANSWER
from geo.ingest.map_columns import columns_for_map
from geo.ingest.notes import in_words
from geo.ingest.readers.sniff import read_table
from geo.ingest.result import REASONS, Choices, FileRejected, Result
from geo.ingest.run import ingest
from geo.publishers.days import CALENDARS, DAY_ORDERS
from geo.publishers.known import PUBLISHERS
from geo.publishers.table import FIELDS as COLUMNS
from geo.record.load import load

TINY = load(Path(__file__).resolve().parents[1] / "tiny" / "data")
EXAMPLES = int(os.environ.get("IMPORT_EXAMPLES", "200"))
#: What the two answers of a file may come to: hardly anything, some, as much as they may.
MOST = (300, 5_000, MAX_ANSWER)
#: What a head of a part of an answer takes at most, and how many parts there are.
HEADS = 6 * 40


def some(share: float) -> settings:
    """A part of all examples."""
    return settings(
        max_examples=max(1, round(EXAMPLES * share)), deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )


#: What stands in cells: sound values, values that were read wrongly by others, and anything at all.
CELLS = st.one_of(
    st.sampled_from(
        ["2021-09-05", "05/09/2021", "1400-05-24", "۱۴۰۰/۰۶/۱۴", "24 Asad 1400", "20210905", "2021", "2021-02-30", "0000-00-00", "34.5", "66.2", "۳۴٫۵", "34,5", "NaN", "inf", "1e5", "400", "-181", "", " ", "NA", "-99", "3-5", "20+", "1", "5", "Aaa", "Aaa west", "Bbb province", "الف", "Afghanistan", "Iran", "Battles", "=1+1", "'", '"', "\u202e", "{{7*7}}", "34.5, 66.2", "POINT (66.2 34.5)", "35°16'48\"N", "2021-09-05T19:30:00Z", "1630785600", "5-Sep-21"]
    ),
    st.text(max_size=12),
    st.dates().map(str),
    st.floats(-200, 200).map(str),
)  # fmt: skip
HEADINGS = st.one_of(
    st.sampled_from([name for names in COLUMNS.values() for name in names[:3]]), st.text(max_size=6), st.just("#date")
)
CHOICES = st.builds(
    Choices,
    layout=st.sampled_from(["", "", "", *PUBLISHERS]),
    calendar=st.sampled_from(["", *CALENDARS]),
    day_order=st.sampled_from(["", *DAY_ORDERS]),
    swap=st.booleans(),
    serials=st.booleans(),
    excel_days=st.sampled_from(["", "exchanged", "kept"]),
    crs=st.sampled_from(["", "EPSG:32642"]),
    names=st.sampled_from([{}, {"Iran": "AF-AAA"}, {"Aaa": "AF-BBB-nw"}]),
)
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), CELLS)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
GEOMETRIES = st.one_of(
    st.none(),
    st.builds(
        lambda kind, place: {"type": kind, "coordinates": place},
        st.sampled_from(["Point", "MultiPoint", "Polygon", "x"]),
        st.one_of(st.tuples(st.floats(65, 70), st.floats(33, 36)), st.lists(VALUES, max_size=4)),
    ),
    VALUES,
)
#: Shapes as a database of places holds them.
SHAPES = st.sampled_from(
    ["POINT (66.2 34.5)", "POINT Z (66.2 34.5 1800)", "POINT EMPTY", "MULTIPOINT ((66.2 34.5))", "MULTIPOINT ((66 34), (67 35))",
     "LINESTRING (66 34, 67 35)", "POLYGON ((66 34, 67 34, 67 35, 66 34))", "POINT (542417 3903980)", "POINT (400 -400)"]
)  # fmt: skip
WGS = 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]'
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|^=")


def check(content: bytes, choices: Choices) -> Result | None:
    """The rule: a refusal of one line, or read = accepted + set aside; all of it can be written and drawn, within bounds."""
    check_answers(content, choices)
    try:
        result = ingest(content, TINY, choices, read=read_table)
    except FileRejected as refused:
        assert str(refused) and "\n" not in str(refused)
        return None
    assert result.read == len(result.accepted) + len(result.set_aside)
    check_held(result)
    assert all(row.reason in REASONS and len(row.value) <= 80 for row in result.set_aside)
    assert sum(result.by_reason().values()) == len(result.set_aside)
    check_events(result)
    json.dumps(result.report(), allow_nan=False).encode()
    json.dumps(columns_for_map(result.accepted, TINY), allow_nan=False)
    write_events(result.accepted).encode("utf-8")
    return result


def check_events(result: Result) -> None:
    """What was accepted is an event as we have them, and joined or told not to be."""
    names = {field.name for field in FIELDS} | {"point"}
    for event in result.accepted:
        assert event.keys() == names
        assert "1970-01-01" <= event["date_start"] <= event["date_end"]
        assert event["point"] is None or event["where_precision"] <= 3
        assert event["country"] == "AF" and event["title"]
        for kind in ("killed", "wounded"):
            low, high = event[f"{kind}_low"], event[f"{kind}_high"]
            assert low is None or low >= 0
            assert high is None or high >= 0
    joined = result.joined
    assert joined.by_point + joined.by_name + joined.none == len(result.accepted)
    assert sum(joined.by_province.values()) == sum(event["admin1"] is not None for event in result.accepted)


def check_held(result: Result) -> None:
    """What the file held = what was read + what is told as no row: lines, rows of a sheet, features, placemarks."""
    held = dict(result.detected["held"])
    whole = held.pop(next(iter(held)))  # lines, rows, features, records, placemarks, waypoints
    assert whole == sum(held.values()) + result.read + result.detected["tag_row"]
    assert all(note["count"] > 0 and in_words(note) for note in result.notes)


def check_answers(content: bytes, choices: Choices) -> None:
    """Neither answer is larger than it may be: what would be is refused."""
    most = MOST[len(content) % len(MOST)]
    for task in (for_page, for_file):
        out = io.BytesIO()
        try:
            task(Pen(out, most), content, TINY, choices, lambda *_: None)
        except FileRejected as refused:
            assert str(refused) and "\n" not in str(refused)
        assert len(out.getvalue()) <= most + HEADS


def told(result: Result, code: str) -> int:
    """How many parts of a file a note says were not used."""
    return sum(note["count"] for note in result.notes if note["code"] == code)


# --- files --------------------------------------------------------------------------------


def table(rows: Sequence[Sequence[str]], delimiter: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode("utf-8", "replace")


def zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]], merged: Sequence[str] = ()) -> bytes:
    """Sheets of cells; `merged` are ranges of the first."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([NOT_IN_XML.sub("", cell) if isinstance(cell, str) else cell for cell in row])
    for cells in merged:
        book.worksheets[0].merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def geopackage(columns: Sequence[str], rows: Sequence[tuple[bytes | None, Sequence[Any]]], system: int = 4326) -> bytes:
    """A layer `events` and a table without places beside it; each row a geometry as it stands in the file, and cells."""
    names = ["geom", *_different(columns)]
    database = sqlite3.connect(":memory:")
    database.executescript(
        "PRAGMA application_id = 1196444487;"
        "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);"
        "CREATE TABLE gpkg_contents (table_name TEXT);"
        "INSERT INTO gpkg_contents VALUES ('events'), ('about');"
    )
    database.execute(f"CREATE TABLE events ({', '.join(names)})")
    database.execute("INSERT INTO gpkg_geometry_columns VALUES ('events', 'geom', ?)", (system,))
    for shape, cells in rows:
        marks = ", ".join("?" * len(names))
        database.execute(f"INSERT INTO events VALUES ({marks})", (shape, *cells))  # noqa: S608 - marks alone
    database.commit()
    content = database.serialize()
    database.close()
    return content


def _different(columns: Sequence[str]) -> list[str]:
    """Names of columns as SQLite takes them, quoted and none twice."""
    bare = [name.replace("\0", "").encode("utf-8", "ignore").decode() for name in columns]
    lower = ["geom", *(name.lower() for name in bare)]
    names = [name if name.lower() not in lower[: n + 1] else f"{name} {n}" for n, name in enumerate(bare)]
    return ['"' + name.replace('"', '""') + '"' for name in names]


def in_geopackage(text: str) -> bytes:
    """A shape as a GeoPackage holds it."""
    shape = shapely.from_wkt(text)
    empty = 0x10 if shape.is_empty else 0
    return b"GP\x00" + bytes([1 | empty]) + struct.pack("<i", 4326) + shapely.to_wkb(shape)


def shapefile(
    shapes: Sequence[bytes], columns: Sequence[str], rows: Sequence[Sequence[str]], gone: int = 0, **more: bytes
) -> bytes:
    """A zipped shapefile: its shapes as they stand in the file, the cells of its table (at most 20 bytes each).

    `gone` are the first records that are marked as deleted.
    """
    body = b"".join(struct.pack(">2I", n, len(shape) // 2) + shape for n, shape in enumerate(shapes, start=1))
    shp = struct.pack(">7I", 9994, 0, 0, 0, 0, 0, (100 + len(body)) // 2).ljust(100, b"\0") + body
    fields = b"".join(
        name.encode("utf-8", "replace")[:10].ljust(11, b"\0") + b"C" + b"\0" * 4 + bytes([20]) + b"\0" * 15
        for name in columns
    )
    cells = b"".join(
        (b"*" if number < gone else b" ") + b"".join(cell.encode("utf-8", "replace")[:20].ljust(20) for cell in row)
        for number, row in enumerate(rows)
    )
    head = struct.pack("<4BIHH", 3, 121, 9, 5, len(rows), 33 + len(fields), 1 + 20 * len(columns)).ljust(32, b"\0")
    files = {"shp": shp, "dbf": head + fields + b"\r" + cells, **more}
    return zipped({f"points.{end}": content for end, content in files.items()})


def in_shapefile(text: str) -> bytes:
    """A shape as a shapefile holds it; what is no point is told by its kind alone."""
    shape = shapely.from_wkt(text)
    if shape.is_empty:
        return struct.pack("<I", 0)
    if shape.geom_type == "Point":
        return struct.pack("<I2d", 1, shape.x, shape.y)
    if shape.geom_type == "MultiPoint":
        places = b"".join(struct.pack("<2d", point.x, point.y) for point in shape.geoms)
        return struct.pack("<I4dI", 8, *shape.bounds, len(shape.geoms)) + places
    return struct.pack("<I", 3 if shape.geom_type == "LineString" else 5) + b"\0" * 40
