"""What kind of file it is, by its first bytes and never by its name; then the reader for it."""

from __future__ import annotations

from geo.ingest.archive import member, open_archive
from geo.ingest.encoding import Decoded, decode
from geo.ingest.limits import MAX_BYTES, MEGABYTE
from geo.ingest.readers.delimited import read_delimited
from geo.ingest.readers.features import read_features
from geo.ingest.readers.geopackage import MAGIC, read_geopackage
from geo.ingest.readers.kml import read_kml
from geo.ingest.readers.sheet import read_sheet
from geo.ingest.result import Choices, FileRejected, Table

ZIP = b"PK\x03\x04"
TEXTS = (".csv", ".tsv", ".txt", ".geojson", ".json")
#: First bytes of what is not read -> the code of the refusal.
OTHERS = {
    b"\xd0\xcf\x11\xe0": "old_workbook",
    b"%PDF": "pdf",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "seven_zip",
    b"Rar!": "rar",
    b"PAR1": "parquet",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"PK\x05\x06": "archive_empty",
}


def read_table(content: bytes, choices: Choices) -> Table:
    """The table in a file of any form that is read.

    Raises
    ------
    FileRejected
        In one line, when it is too large, of another form, or broken.
    """
    if len(content) > MAX_BYTES:
        raise FileRejected("too_large", size=f"{len(content) / MEGABYTE:.0f}", most=MAX_BYTES // MEGABYTE)
    if not content.strip():
        raise FileRejected("empty")
    for start, what in OTHERS.items():
        if content.startswith(start):
            raise FileRejected(what)
    if content.startswith(ZIP):
        return _archive(content, choices)
    if content.startswith(MAGIC):
        return read_geopackage(content, choices.sheet)
    return _text(content, choices)


def _text(content: bytes, choices: Choices) -> Table:
    decoded = decode(content, choices.encoding)
    start = decoded.text[:200].lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        return _xml(content, start)
    if start.startswith("{"):
        return read_features(decoded)
    if start.startswith("["):
        raise FileRejected("json_list")
    return _delimited(decoded)


def _delimited(decoded: Decoded) -> Table:
    if sum(not (char.isprintable() or char in "\t\r\n\f\ufeff\u200c\u200d") for char in decoded.text[:2000]) > 20:
        raise FileRejected("no_text")
    return read_delimited(decoded)


def _xml(content: bytes, start: str) -> Table:
    if start[:14].lower() in ("<!doctype html",) or start[:5].lower() == "<html":
        raise FileRejected("web_page")
    return read_kml(content)


def _archive(content: bytes, choices: Choices) -> Table:
    """A workbook, a KMZ, or a single packed text file (as GDELT and UCDP publish them)."""
    archive = open_archive(content)
    names = [name for name in archive.namelist() if not name.endswith("/")]
    if "xl/workbook.xml" in names:
        return read_sheet(content, choices.sheet)
    maps = [name for name in names if name.lower().endswith(".kml")]
    if maps:
        return read_kml(member(archive, "doc.kml" if "doc.kml" in maps else maps[0]), "kmz")
    if "content.xml" in names:
        raise FileRejected("open_document")
    texts = [name for name in names if name.lower().endswith(TEXTS)]
    if len(names) == 1 and texts:
        unpacked = member(archive, texts[0])
        if len(unpacked) > MAX_BYTES:
            raise FileRejected("packed_too_large", most=MAX_BYTES // MEGABYTE)
        return _text(unpacked, choices)
    raise FileRejected("archive_of_what")
