"""Files that attack the server: no other file is read, nobody is asked, and the refusal is one clear line.

The controls show that the same files do read a secret and do make a request where a reader trusts them.
"""

from __future__ import annotations

import http.server
import json
import sqlite3
import sys
import threading
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from geo.ingest.event import write_events
from geo.ingest.limited.sandbox import FOR_FILE, run_limited
from geo.ingest.limits import MAX_BYTES, MAX_UNPACKED
from geo.ingest.result import FileRejected
from geo.wording.text import catalogue

CANARY = "canary-7f3a"


class Asked(list):
    """The paths that somebody asked a server of ours for."""

    port = 0


@pytest.fixture(scope="module")
def requested() -> Iterator[Asked]:
    paths = Asked()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_HEAD = do_GET

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    paths.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield paths
    server.shutdown()


@pytest.fixture(scope="module")
def secret(tmp_path_factory) -> Path:
    """A file of the server that no reader may see: a CSV, so that GDAL would read it."""
    path = tmp_path_factory.mktemp("secret") / "secret.csv"
    path.write_text(f"date,lat,lon,name\n2021-09-05,34.5,66.2,{CANARY}\n", "utf-8")
    return path


def vrt(source: object) -> str:
    return (
        f'<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>{source}</SrcDataSource>'
        '<GeometryType>wkbPoint</GeometryType><GeometryField encoding="PointFromColumns" x="lon" y="lat"/>'
        "</OGRVRTLayer></OGRVRTDataSource>"
    )


def deep(depth: int) -> str:
    return "[" * depth + "]" * depth


def feature_collection(extra: str) -> str:
    feature = (
        '{"type":"Feature","properties":{"date":"2021-09-05"},"geometry":{"type":"Point","coordinates":[66.2,34.5]}}'
    )
    return f'{{"type":"FeatureCollection",{extra}"features":[{feature}]}}'


def bomb(size: int) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("doc.kml", b"0" * size)
    return out.getvalue()


def many_files(make) -> bytes:
    return make.zipped(**{f"f{n}_csv": b"a,b\n" for n in range(1200)})


def with_name(make, name: str, content: bytes = b"date,lat,lon\n2021-09-05,34.5,66.2\n") -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, content)
    return out.getvalue()


def entities(body: str) -> str:
    return f'<?xml version="1.0"?><!DOCTYPE kml [{body}]><kml><Placemark><name>&x;</name></Placemark></kml>'


def workbook_with(make, name: str, content: bytes) -> bytes:
    """A workbook with one of its parts replaced."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(make.xlsx(["date", "lat"], ["x", 1]))) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
    return out.getvalue()


LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghx", strict=True)
)
#: name -> (file, what the refusal says). {secret} and {port} are filled in.
FILES = {
    "vrt": (lambda m, s, p: vrt(s).encode(), "begins with OGRVRTDataSource"),
    "vrt after blanks": (lambda m, s, p: b"\n\n  " + vrt(s).encode(), "begins with OGRVRTDataSource|not sound XML"),
    "vrt in utf-16": (lambda m, s, p: vrt(s).encode("utf-16"), "begins with OGRVRTDataSource|not sound XML"),
    "vrt of the network": (lambda m, s, p: vrt(f"/vsicurl/http://127.0.0.1:{p}/v").encode(), "OGRVRTDataSource"),
    "vrt in a zip": (lambda m, s, p: with_name(m, "a.csv", vrt(s).encode()), "begins with OGRVRTDataSource"),
    "vrt as kml in a zip": (lambda m, s, p: with_name(m, "doc.kml", vrt(s).encode()), "begins with OGRVRTDataSource"),
    "vrt behind a comma": (lambda m, s, p: f"a,b\n{vrt(s)},1\n".encode(), "no column for date"),
    "path as text": (lambda m, s, p: str(s).encode(), "not a table"),
    "vsicurl as text": (lambda m, s, p: f"/vsicurl/http://127.0.0.1:{p}/t".encode(), "not a table"),
    "crs link": (
        lambda m, s, p: feature_collection(
            f'"crs":{{"type":"link","properties":{{"href":"http://127.0.0.1:{p}/crs","type":"ogcwkt"}}}},'
        ).encode(),
        "another coordinate system",
    ),
    "crs url": (
        lambda m, s, p: feature_collection(
            f'"crs":{{"type":"name","properties":{{"name":"http://127.0.0.1:{p}/crs"}}}},'
        ).encode(),
        "another coordinate system",
    ),
    "entities": (lambda m, s, p: entities(LAUGHS).encode(), "declares entities"),
    "entity of a file": (lambda m, s, p: entities(f'<!ENTITY x SYSTEM "file://{s}">').encode(), "declares entities"),
    "entity of the network": (
        lambda m, s, p: entities(f'<!ENTITY x SYSTEM "http://127.0.0.1:{p}/e">').encode(),
        "declares entities",
    ),
    "external dtd": (
        lambda m, s, p: f'<!DOCTYPE kml SYSTEM "http://127.0.0.1:{p}/d"><kml/>'.encode(),
        "declares entities or a document type",
    ),
    "entities in a workbook": (
        lambda m, s, p: workbook_with(m, "xl/workbook.xml", entities(LAUGHS).encode()),
        "workbook can’t be read",
    ),
    "entity of a file in a sheet": (
        lambda m, s, p: workbook_with(m, "xl/worksheets/sheet1.xml", entities(f'<!ENTITY x SYSTEM "file://{s}">').encode()),
        "workbook can’t be read|no sheet",
    ),
    "zip bomb": (lambda m, s, p: bomb(MAX_UNPACKED // 3), "more than 100 times its size"),
    "zip bomb by sum": (lambda m, s, p: bomb(MAX_UNPACKED + 1), "unpacks to"),
    "zip of zips": (lambda m, s, p: with_name(m, "a.zip", bomb(1000)), "not a workbook, a KMZ"),
    "many files": (lambda m, s, p: many_files(m), "at most 1000"),
    "path outside": (lambda m, s, p: with_name(m, "../../etc/passwd.csv"), "outside itself"),
    "whole path": (lambda m, s, p: with_name(m, "/etc/x.csv"), "outside itself"),
    "path of Windows": (lambda m, s, p: with_name(m, "C:\\x.csv"), "outside itself"),
    "broken zip": (lambda m, s, p: b"PK\x03\x04" + b"\x00" * 100, "broken archive"),
    "deep json": (lambda m, s, p: feature_collection(f'"x":{deep(100_000)},').encode(), "nested deeper than 40"),
    "deep list": (lambda m, s, p: deep(1_000_000).encode(), "600000 elements"),
    "deep xml": (lambda m, s, p: ("<kml>" + "<a>" * 1_000_000).encode(), "nested deeper than 40"),
    "many elements": (lambda m, s, p: ("<kml>" + "<a/>" * 1_300_000).encode(), "elements"),
    "many lists": (lambda m, s, p: feature_collection(f'"x":[{"[]," * 700_000}0],').encode(), "600000 elements"),
    "empty rows": (lambda m, s, p: b"date,lat,lon\n" + b"\n" * 15_000_000, "more than 50000 rows"),
    "NaN": (lambda m, s, p: feature_collection('"x":NaN,').encode(), "NaN"),
    "Infinity": (lambda m, s, p: feature_collection('"x":-Infinity,').encode(), "Infinity"),
    "too large a number": (lambda m, s, p: feature_collection('"x":1e999,').encode(), "too large"),
    "thousands of digits": (lambda m, s, p: feature_collection(f'"x":{"9" * 10_000},').encode(), "not valid JSON"),
    "key twice": (lambda m, s, p: feature_collection('"type":"FeatureCollection",').encode(), "stands twice"),
    "half a letter": (lambda m, s, p: feature_collection('"x":"\\ud800",').encode(), "half a letter"),
    "too large": (lambda m, s, p: b"a,b\n" * (MAX_BYTES // 4 + 1), "at most 20 MB"),
    "empty bytes": (lambda m, s, p: b"a,b\x00c\n1,2\n", "empty bytes"),
    "sqlite": (lambda m, s, p: b"SQLite format 3\x00" + b"\x01" * 200, "no GeoPackage"),
    "broken geopackage": (lambda m, s, p: m.gpkg(("2021-09-05", 66.2, 34.5))[:3000], "GeoPackage"),
    "old workbook": (lambda m, s, p: b"\xd0\xcf\x11\xe0" + b"x" * 600, "old Excel"),
    "web page": (lambda m, s, p: b"<!DOCTYPE html><html></html>", "web page"),
    "network link": (
        lambda m, s, p: m.kml(f"<NetworkLink><Link><href>http://127.0.0.1:{p}/k</href></Link></NetworkLink>"),
        "no column for",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_refused_in_one_line_and_nothing_else_is_touched(name, make, tiny, secret, requested) -> None:
    """In a process of its own, as the app does it."""
    build, output = FILES[name]
    content = build(make, secret, requested.port)
    before = secret.stat().st_atime_ns
    requested.clear()
    with pytest.raises(FileRejected, match=output) as refused:
        run_limited(FOR_FILE, content, tiny)
    message = str(refused.value)
    assert "\n" not in message and len(message) < 400 and CANARY not in message
    assert requested == [] and secret.stat().st_atime_ns == before


@pytest.mark.parametrize("name", FILES)
def test_no_reader_opens_a_file_or_a_connection(name, make, read, secret, requested) -> None:
    """In this process, where Python tells of every file and socket that is opened."""
    build, _ = FILES[name]
    content = build(make, secret, requested.port)
    catalogue("en")  # the words of refusals are read once
    with watched() as opened, pytest.raises(FileRejected):
        read(content)
    assert opened == []


_watching: list[list[str]] = []


def _hook(event: str, arguments: tuple) -> None:
    if _watching and event in ("open", "socket.connect", "subprocess.Popen", "os.system", "sqlite3.connect"):
        name = str(arguments[0])
        own = event == "sqlite3.connect" and name == ":memory:"
        module = event == "open" and (name.endswith((".py", ".pyc", ".so")) or name.startswith(sys.prefix))
        if not own and not module:
            _watching[-1].append(f"{event} {name}")


sys.addaudithook(_hook)


class watched:
    """The files and connections that are opened inside, but for Python's own modules."""

    def __enter__(self) -> list[str]:
        _watching.append([])
        return _watching[-1]

    def __exit__(self, *_: object) -> None:
        _watching.pop()


def test_the_watch_sees(secret, requested) -> None:
    import urllib.request

    with watched() as opened:
        secret.read_text()
        with pytest.raises(OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{requested.port}/control")
    assert any("secret.csv" in entry for entry in opened) and any("socket.connect" in entry for entry in opened)


def test_control_a_trusting_reader_reads_the_secret(secret, tmp_path) -> None:
    import geopandas as gpd

    path = tmp_path / "upload.geojson"
    path.write_text(vrt(secret), "utf-8")
    assert CANARY in gpd.read_file(path).to_string()


def test_control_a_trusting_reader_asks_the_server(requested, tmp_path) -> None:
    import geopandas as gpd

    requested.clear()
    path = tmp_path / "upload.csv"
    path.write_text(vrt(f"/vsicurl/http://127.0.0.1:{requested.port}/control.csv"), "utf-8")
    with pytest.raises(Exception):  # noqa: B017 - whatever GDAL says; it has asked by then
        gpd.read_file(path)
    assert any("control" in path for path in requested)


# --- GeoPackage ---------------------------------------------------------------------------

HARMFUL = {
    "view": "CREATE VIEW sight AS SELECT 1 AS fid, NULL AS geom, '2021-09-05' AS date, sqlite_version() AS name",
    "virtual": "CREATE VIRTUAL TABLE sight USING fts4(date, name)",
}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_layer_that_is_no_plain_table_is_not_read(name, make, read) -> None:
    more = [HARMFUL[name], "INSERT INTO gpkg_geometry_columns VALUES ('sight', 'geom', 4326)"]
    content = make.gpkg(("2021-09-05", 66.2, 34.5), statements=more)
    assert read(content).detected["sheets"] == ["events"]
    with pytest.raises(FileRejected, match="no layer sight; it has events"):
        read(content, sheet="sight")


def test_a_list_of_layers_that_never_ends_is_stopped(make, read) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS table_name, 'g' AS column_name, 4326 AS srs_id FROM n WHERE i < 0"
    content = make.gpkg(
        statements=["DROP TABLE gpkg_geometry_columns", f"CREATE VIEW gpkg_geometry_columns AS {endless}"]
    )
    with pytest.raises(FileRejected, match="GeoPackage can’t be read"):
        read(content)


def test_names_of_layers_are_no_sql(make, read) -> None:
    name = 'x"; DROP TABLE events; --'
    quoted = name.replace('"', '""')
    more = [
        f'CREATE TABLE "{quoted}" (fid INTEGER, geom BLOB, date TEXT, province TEXT)',
        f"INSERT INTO \"{quoted}\" VALUES (1, NULL, '2021-09-05', 'Aaa')",  # noqa: S608
    ]
    database = sqlite3.connect(":memory:")
    database.deserialize(make.gpkg(("2021-09-05", 66.2, 34.5), statements=more))
    database.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 4326)", (name,))
    database.commit()
    assert read(database.serialize(), sheet=name).accepted[0]["admin1"] == "AF-AAA"


# --- the process --------------------------------------------------------------------------


def test_the_process_gives_the_same_table(make, read, tiny) -> None:
    for content in (
        make.acled(),
        make.geojson({"date": "2021-09-05", "x": [1, {"y": None}]}),
        make.gpkg(("2021-09-05", 66.2, 34.5)),
    ):
        there, here = run_limited(FOR_FILE, content, tiny), read(content)
        assert json.loads(there.made["report"]) == json.loads(json.dumps(here.report()))
        assert there.made["events"].decode() == write_events(here.accepted)


def test_a_file_that_needs_too_much_memory_is_refused(monkeypatch, tiny) -> None:
    import geo.ingest.limited.sandbox as sandbox

    monkeypatch.setattr(sandbox, "MEMORY_BYTES", 100_000_000)
    content = b"date,lat,lon\n" + b"12345,12345,12345\n" * 49_000 + b"x" * 18_000_000
    with pytest.raises(FileRejected, match="memory"):
        run_limited(FOR_FILE, content, tiny)


def test_a_reader_that_does_not_end_is_ended(monkeypatch, tiny) -> None:
    import geo.ingest.limited.sandbox as sandbox

    monkeypatch.setattr(sandbox, "CLOCK_S", 0)
    with pytest.raises(FileRejected, match="longer than"):
        run_limited(FOR_FILE, b"date,lat,lon\n", tiny)


def test_the_process_knows_nothing_of_our_environment(monkeypatch, tiny) -> None:
    monkeypatch.setenv("SOME_TOKEN", "x")
    seen = {}
    import geo.ingest.limited.sandbox as sandbox

    real = sandbox.subprocess.Popen
    monkeypatch.setattr(sandbox.subprocess, "Popen", lambda *a, **k: seen.update(k) or real(*a, **k))
    run_limited(FOR_FILE, b"date,lat,lon\n2021-09-05,34.5,66.2\n", tiny)
    assert "SOME_TOKEN" not in seen["env"] and json.dumps(seen["env"])
