"""Geometries of a GeoPackage: points as they are, everything else set aside with what it is."""

from __future__ import annotations

import struct

import pytest
import shapely

from geo.ingest.limited.sandbox import FOR_PAGE, run_limited
from geo.ingest.readers.geopackage import point_of
from geo.ingest.result import FileRejected

HEAD = b"GP\x00\x01" + struct.pack("<i", 4326)
WITH_ENVELOPE = b"GP\x00\x03" + struct.pack("<i", 4326) + struct.pack("<4d", 66, 67, 34, 35)
EMPTY = b"GP\x00\x11" + struct.pack("<i", 4326)


def wkb(text: str, **options: object) -> bytes:
    return shapely.to_wkb(shapely.from_wkt(text), **options)


@pytest.mark.parametrize(
    ("blob", "point"),
    [
        (HEAD + wkb("POINT (66.5 34.5)"), (66.5, 34.5)),
        (HEAD + wkb("POINT (66.5 34.5)", byte_order=0), (66.5, 34.5)),
        (WITH_ENVELOPE + wkb("POINT (66.5 34.5)"), (66.5, 34.5)),
        (HEAD + wkb("POINT Z (66.5 34.5 1800)"), (66.5, 34.5)),
        (HEAD + wkb("MULTIPOINT ((66.5 34.5))"), (66.5, 34.5)),
        (HEAD + struct.pack("<BIdd", 1, 1, float("inf"), 34.5), ("inf", 34.5)),  # told as no number later on
        (None, None), (EMPTY + wkb("POINT EMPTY"), None), (HEAD + wkb("POINT EMPTY"), None),
    ],
)  # fmt: skip
def test_points(blob: bytes | None, point: tuple | None) -> None:
    assert point_of(blob) == (point, None)


@pytest.mark.parametrize(
    ("blob", "what"),
    [
        (HEAD + wkb("LINESTRING (66 34, 67 35)"), "LineString"),
        (HEAD + wkb("MULTIPOINT ((66 34), (67 35))"), "MultiPoint"),
        (HEAD + wkb("POINT (66.5 34.5)")[:-1], "can be read"),
        (HEAD + struct.pack("<BII", 1, 4, 2**32 - 1), "can be read"),  # says that four billion points follow
        (HEAD + struct.pack("<BIII", 1, 3, 1, 2**31), "can be read"),
        (HEAD + struct.pack("<BI", 1, 99), "can be read"),
        (HEAD, "can be read"), (b"GP\x00", "no GeoPackage geometry"), (b"anything else", "no GeoPackage geometry"),
        ("text", "no GeoPackage geometry"), (7, "no GeoPackage geometry"),
    ],
)  # fmt: skip
def test_what_is_no_point_is_set_aside(blob: object, what: str) -> None:
    point, fault = point_of(blob)
    assert point is None and fault is not None
    assert fault[:2] == ("geometry", "geometry") and what in fault[2]


def test_geometries_nested_without_end_end_in_the_process_that_reads(make, tiny) -> None:
    nested = struct.pack("<BII", 1, 7, 1) * 100_000 + wkb("POINT (66 34)")
    statement = f"INSERT INTO events (geom, date, name) VALUES (x'{(HEAD + nested).hex()}', '2021-09-05', 'x')"  # noqa: S608
    content = make.gpkg(statements=[statement])
    try:
        message = run_limited(FOR_PAGE, content, tiny).message
    except FileRejected as rejected:
        assert rejected.code in ("process", "memory")
    else:
        assert message["read"] == message["aside"] == 1
