"""Files that are small and become large: of every form one that says much by little, is wide, deep, repeated or long-named."""

from __future__ import annotations

import io
import json
import random
import sqlite3
import string
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

from geo.aggregate.folder import FORM

HEADS = ("date", "lat", "lon", "title", "province")
WIDE = 300
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def letters(rng: random.Random, count: int) -> str:
    """So many letters that don't pack."""
    return "".join(rng.choices(string.ascii_letters + string.digits, k=count))


def csv_of(heads: list[str], rows: list[list[str]]) -> bytes:
    """A table as CSV."""
    return "\n".join([",".join(heads), *(",".join(row) for row in rows)]).encode()


def event_row(n: int) -> list[str]:
    """The cells of a sound event under `HEADS`."""
    return [f"2021-09-{1 + n % 28:02}", f"{34 + n % 100 / 100}", f"{66 + n % 200 / 100}", f"event {n}", "Ghor"]


def zipped(name: str, content: bytes) -> bytes:
    """One file in a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def workbook(heads: list[str], cells: int, long: str, in_heading: bool = False) -> bytes:
    """A workbook whose cells all name one shared text; the sheet is not packed, so that no ratio tells of it."""
    heads = [*heads, *([long] if in_heading else [])]
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in (long, *heads))
    top = "".join(f'<c t="s"><v>{n}</v></c>' for n in range(1, len(heads) + 1))
    row = "<row>" + '<c t="s"><v>0</v></c>' * len(heads) + "</row>"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_SHEET}">{shared}</sst>',
    }  # fmt: skip
    sheet = (
        f'<worksheet xmlns="{_SHEET}"><sheetData><row>{top}</row>{row * (cells // len(heads))}</sheetData></worksheet>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text, zipfile.ZIP_DEFLATED)
        archive.writestr("xl/worksheets/sheet1.xml", sheet, zipfile.ZIP_STORED)
    return out.getvalue()


def amplified_workbook(rng: random.Random, much: float) -> bytes:
    return workbook([*HEADS, *(f"h{n}" for n in range(55))], int(12_000 * much), letters(rng, 90_000))


def long_heading(rng: random.Random, much: float) -> bytes:
    return workbook(list(HEADS), 10, letters(rng, int(3_000_000 * much)), in_heading=True)


def wide_table(rng: random.Random, much: float) -> bytes:
    heads = [*HEADS, *(f"c{n}" for n in range(WIDE - len(HEADS)))]
    return csv_of(heads, [[*event_row(n), *["7"] * (WIDE - len(HEADS))] for n in range(int(25_000 * much))])


def many_names(rng: random.Random, much: float) -> bytes:
    rows = []
    for n in range(int(30_000 * much)):
        name = "".join(rng.choices(string.ascii_lowercase, k=24))
        rows.append(["2021-09-05", name, name[::-1], f"event {n}"])
    return csv_of(["date", "province", "district", "title"], rows)


def long_cells(rng: random.Random, much: float) -> bytes:
    heads = [*HEADS, "place", "summary", "source"]
    return csv_of(heads, [[*event_row(n), *[letters(rng, 40_000)] * 3] for n in range(int(150 * much) + 1)])


def packed_rows(rng: random.Random, much: float) -> bytes:
    rows = [
        [*event_row(n), "The same long words of what is said to have happened there. " * 5]
        for n in range(int(50_000 * much))
    ]
    return zipped("events.csv", csv_of([*HEADS, "summary"], rows))


def _features(count: int, properties: Callable[[int], dict[str, object]]) -> bytes:
    found = []
    for n in range(count):
        day, lat, lon, title, _ = event_row(n)
        place = {"type": "Point", "coordinates": [float(lon), float(lat)]}
        words = {"date": day, "title": title, **properties(n)}
        found.append({"type": "Feature", "properties": words, "geometry": place})
    return json.dumps({"type": "FeatureCollection", "features": found}).encode()


def deep_features(rng: random.Random, much: float) -> bytes:
    deep: object = 1
    for _ in range(30):
        deep = {"a": [deep]}
    return _features(int(8_000 * much), lambda n: {"deep": deep})


def features_of_many_names(rng: random.Random, much: float) -> bytes:
    return _features(int(40_000 * much), lambda n: {f"{letters(rng, 40)}{n}": 1})


def features_of_long_names(rng: random.Random, much: float) -> bytes:
    name = letters(rng, 50_000)
    return _features(int(300 * much) + 2, lambda n: {name: 1})


def _placemarks(count: int, inner: str) -> bytes:
    marks = []
    for n in range(count):
        day, lat, lon, title, _ = event_row(n)
        place = f"<TimeStamp><when>{day}</when></TimeStamp><Point><coordinates>{lon},{lat}</coordinates></Point>"
        marks.append(f"<Placemark><name>{title}</name>{place}{inner}</Placemark>")
    return f"<kml><Document>{''.join(marks)}</Document></kml>".encode()


def wide_placemarks(rng: random.Random, much: float) -> bytes:
    data = "".join(f'<Data name="d{n}"><value>7</value></Data>' for n in range(200))
    return zipped("doc.kml", _placemarks(int(1_400 * much) + 1, f"<ExtendedData>{data}</ExtendedData>"))


def deep_placemarks(rng: random.Random, much: float) -> bytes:
    return _placemarks(int(3_000 * much), "<a>" * 36 + "</a>" * 36)


def layer(rng: random.Random, much: float) -> bytes:
    """A GeoPackage whose rows hold long texts and whose names are long."""
    long = letters(rng, 60_000)
    database = sqlite3.connect(":memory:")
    columns = f'fid INTEGER PRIMARY KEY, geom BLOB, date TEXT, "{long[:30_000]}" TEXT'
    database.execute("PRAGMA application_id = 1196444487")
    database.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)")
    database.execute(f"CREATE TABLE events ({columns})")
    database.execute("INSERT INTO gpkg_geometry_columns VALUES ('events', 'geom', 4326)")
    database.executemany(
        "INSERT INTO events VALUES (?, NULL, '2021-09-05', ?)", [(n, long) for n in range(int(300 * much) + 1)]
    )
    database.commit()
    content = database.serialize()
    database.close()
    return content


def many_counts(rng: random.Random, much: float) -> bytes:
    """Counts as `join` writes them, with far too many numbers."""
    many = int(3_000_000 * much)
    head = {"form": FORM, "first_day": "2021-09-01", "districts": [], "types": []}
    return json.dumps(head | {"days": [], "starts": [0], "cells": [0] * many, "events": [1] * many}).encode()


KINDS: dict[str, Callable[[random.Random, float], bytes]] = {
    "amplified.xlsx": amplified_workbook,
    "heading.xlsx": long_heading,
    "wide.csv": wide_table,
    "names.csv": many_names,
    "cells.csv": long_cells,
    "packed.zip": packed_rows,
    "deep.geojson": deep_features,
    "names.geojson": features_of_many_names,
    "long.geojson": features_of_long_names,
    "wide.kmz": wide_placemarks,
    "deep.kml": deep_placemarks,
    "long.gpkg": layer,
    "counts.json": many_counts,
}


def file(number: int, much: float = 1.0) -> tuple[str, bytes]:
    """The file of a number: each kind in turn, each time with other letters."""
    names = list(KINDS)
    name = names[number % len(names)]
    return f"{number}-{name}", KINDS[name](random.Random(number), much)
