"""Whatever a map file or a packed one holds, the same rule: GeoJSON, lists of records, KML, GeoPackage, shapefiles, zips."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from geo.ingest.result import Choices
from tests.ingest.conftest import Make
from tests.properties import brought
from tests.properties.brought import CELLS, CHOICES, GEOMETRIES, HEADINGS, SHAPES, VALUES, check, some, told, zipped

SYSTEMS = st.one_of(
    st.none(),
    st.sampled_from(["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "EPSG:32642", "EPSG:3857", "EPSG:1", "x"]).map(
        lambda name: {"type": "name", "properties": {"name": name}}
    ),
    VALUES,
)
#: What a database has in a cell.
STORED = st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1), st.floats(), CELLS, st.binary(max_size=6))


@some(0.2)
@given(
    st.lists(st.tuples(GEOMETRIES, st.dictionaries(HEADINGS, VALUES, max_size=5)) | VALUES, max_size=5),
    SYSTEMS,
    CHOICES,
)
def test_any_geojson(features: list[Any], crs: Any, choices: Choices) -> None:
    found = [
        {"type": "Feature", "geometry": f[0], "properties": f[1] | {"date": "2021-09-05"}}
        if isinstance(f, tuple)
        else f
        for f in features
    ]
    check(json.dumps({"type": "FeatureCollection", "features": found, "crs": crs}).encode(), choices)


@some(0.1)
@given(
    st.lists(st.dictionaries(HEADINGS, VALUES, max_size=5), min_size=1, max_size=5),
    st.sampled_from(["", "data", "results", "records", "rows", "events", "value", "other"]),
    st.dictionaries(st.sampled_from(["status", "count", "next", "more"]), VALUES, max_size=2),
    CHOICES,
)
def test_any_list_of_records(records: list[dict[str, Any]], under: str, more: dict[str, Any], choices: Choices) -> None:
    sound = [{"date": "2021-09-05", "lat": 34.5, "lon": 66.2} | record for record in records]
    document = {under: sound} | more if under else sound
    result = check(json.dumps(document).encode(), choices)
    if result is not None and under:
        assert told(result, "beside_records") == len(more)


def escaped(text: str) -> str:
    shown = "".join(char for char in text if char.isprintable())
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


PLACES = st.sampled_from(
    ["<Point><coordinates>{}</coordinates></Point>", "<LineString><coordinates>{}</coordinates></LineString>", "",
     "<MultiGeometry><Point><coordinates>{}</coordinates></Point></MultiGeometry>"]
)  # fmt: skip
TIMES = st.sampled_from(
    ["<TimeStamp><when>{}</when></TimeStamp>", "<TimeSpan><begin>{}</begin></TimeSpan>", "<TimeSpan><end>{}</end></TimeSpan>", ""]
)  # fmt: skip
DATA = st.sampled_from(
    ['<Data name="{}"><value>{}</value></Data>', '<SchemaData><SimpleData name="{}">{}</SimpleData></SchemaData>']
)


@some(0.15)
@given(
    st.lists(st.tuples(CELLS, CELLS, CELLS | st.just("66.2,34.5,0"), HEADINGS, CELLS, PLACES, TIMES, DATA), max_size=4),
    st.booleans(),
    st.integers(0, 2),
    CHOICES,
)
def test_any_kml(placemarks: list[tuple[str, ...]], is_packed: bool, others: int, choices: Choices) -> None:
    body = "".join(
        f"<Folder><Placemark><name>{escaped(name)}</name>{time.format(escaped(day))}{place.format(escaped(at))}"
        f"<ExtendedData>{data.format(escaped(field), escaped(value))}</ExtendedData></Placemark></Folder>"
        for name, day, at, field, value, place, time, data in placemarks
    )
    content = f"<kml>{body}{'<GroundOverlay/>' * others}</kml>".encode()
    more = {f"other {number}.csv": b"date,lat,lon\n" for number in range(others)}
    result = check(zipped({"doc.kml": content, "icon.png": b"x", **more}) if is_packed else content, choices)
    if result is not None:
        assert told(result, "part_unused") == others
        assert told(result, "file_unused") == (others if is_packed else 0)


WAYPOINTS = st.tuples(CELLS | st.just("34.5"), CELLS | st.just("66.2"), CELLS, CELLS)


@some(0.1)
@given(st.lists(WAYPOINTS, max_size=4), st.integers(0, 2), CHOICES)
def test_any_gpx(waypoints: list[tuple[str, ...]], tracks: int, choices: Choices) -> None:
    body = "".join(
        f'<wpt lat="{escaped(lat)}" lon="{escaped(lon)}"><time>{escaped(time)}</time><desc>{escaped(about)}</desc></wpt>'
        for lat, lon, time, about in waypoints
    )
    track = '<trk><trkseg><trkpt lat="34" lon="66"/></trkseg></trk>'
    result = check(f"<gpx>{body}{track * tracks}</gpx>".encode(), choices)
    if result is not None:
        assert result.read == len(waypoints) and told(result, "line_unused") == tracks


@some(0.15)
@given(
    st.lists(HEADINGS, max_size=5),
    st.lists(
        st.tuples(SHAPES.map(brought.in_geopackage) | STORED, st.lists(STORED, min_size=5, max_size=5)), max_size=5
    ),
    st.sampled_from([4326, 4326, 32642, 0, -1, 99999]),
    CHOICES,
)
def test_any_geopackage(columns: list[str], rows: list[tuple[Any, list[Any]]], system: int, choices: Choices) -> None:
    named = ["date", *columns]
    cells = [(shape, ["2021-09-05", *values[: len(columns)]]) for shape, values in rows]
    result = check(brought.geopackage(named, cells, system), choices)
    if result is not None:
        assert told(result, "layer_unused") == 1


@some(0.15)
@given(
    st.lists(HEADINGS, max_size=4),
    st.lists(st.tuples(SHAPES.map(brought.in_shapefile), st.lists(CELLS, min_size=4, max_size=4)), max_size=5),
    st.sampled_from([{}, {"prj": brought.WGS.encode()}, {"prj": b"x"}, {"cpg": b"cp1256"}, {"cpg": b"x", "qix": b"x"}]),
    st.integers(0, 2),
    CHOICES,
)
def test_any_shapefile(
    columns: list[str], rows: list[tuple[bytes, list[str]]], more: dict[str, bytes], gone: int, choices: Choices
) -> None:
    named = ["date", *columns]
    cells = [["20210905", *values[: len(columns)]] for _, values in rows]
    content = brought.shapefile([shape for shape, _ in rows], named, cells, gone=gone, **more)
    result = check(content, choices)
    if result is not None:
        assert result.read == len(rows) - min(gone, len(rows))


LITTER = st.sampled_from(["__MACOSX/._a.csv", ".DS_Store", "a/Thumbs.db", "desktop.ini"])
BESIDE = st.sampled_from(["readme.txt", "codebook.pdf", "a/photo.jpg", "b.docx"])


@some(0.1)
@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=4),
    st.sets(LITTER),
    st.sets(BESIDE),
    st.sampled_from([".csv", ".tsv", ".txt", ".CSV"]),
)
def test_any_zip(rows: list[list[str]], litter: set[str], beside: set[str], end: str) -> None:
    beside = beside - {"readme.txt"} if end == ".txt" else beside  # two of a kind are asked about
    named = {"events" + end: brought.table([["date", "lat", "lon"], ["2021-09-05", "34.5", "66.2"], *rows], ",")}
    result = check(zipped({**dict.fromkeys(litter | beside, b"\0x"), **named}), Choices())
    if result is not None:  # too many signs of no language are no text
        assert told(result, "file_unused") == len(beside)


# --- anything -----------------------------------------------------------------------------


@some(0.15)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"{", b"<kml>", b"<gpx>", b"PK\x03\x04", b"SQLite format 3\x00", b"a,date\n", b"\xff\xfe"]),
    CHOICES,
)
def test_any_bytes(content: bytes, start: bytes, choices: Choices) -> None:
    check(start + content, choices)


@cache
def sound_files() -> dict[str, bytes]:
    """A sound file of each form."""
    make = Make()
    row = {"date": "2021-09-05", "lat": "34.5", "lon": "66.2"}
    point = "<Placemark><TimeStamp><when>2021-09-05</when></TimeStamp><Point><coordinates>66.2,34.5</coordinates></Point></Placemark>"
    shapes = [brought.in_shapefile("POINT (66.2 34.5)")] * 3
    return {
        "csv": make.table(row, row),
        "acled": make.acled(),
        "gdelt": make.gdelt(),
        "geojson": make.geojson({"date": "2021-09-05"}, {"date": "2021-09-06"}),
        "json": json.dumps([row, row]).encode(),
        "kml": make.kml(point * 2),
        "gpx": b'<gpx><wpt lat="34.5" lon="66.2"><time>2021-09-05T00:00:00Z</time></wpt></gpx>',
        "kmz": zipped({"doc.kml": make.kml(point * 2)}),
        "xlsx": make.xlsx(["date", "lat", "lon"], ["2021-09-05", 34.5, 66.2]),
        "gpkg": make.gpkg(("2021-09-05", 66.2, 34.5), ("2021-09-06", 66.3, 34.5)),
        "shp": brought.shapefile(shapes, ["date"], [["20210905"]] * 3),
        "zip": zipped({"a.csv": make.table(row, row)}),
    }


@some(0.3)
@given(
    st.sampled_from(sorted(sound_files())),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=4),
    st.floats(0, 1) | st.just(1.0),
    CHOICES,
)
def test_any_damage(form: str, bytes_put: list[tuple[float, int]], kept: float, choices: Choices) -> None:
    """A sound file of which some bytes are others, and whose end may be gone."""
    content = bytearray(sound_files()[form])
    for place, value in bytes_put:
        content[min(int(place * len(content)), len(content) - 1)] = value
    check(bytes(content[: max(1, round(kept * len(content)))]), choices)


def test_each_form_is_read_when_it_is_sound() -> None:
    """The control."""
    for form, content in sound_files().items():
        result = check(content, Choices())
        assert result is not None and result.read == len(result.accepted) > 0, form
