"""What kind of file it is, by its first bytes and never by its name; then the reader for it."""

from __future__ import annotations

import zipfile
from dataclasses import replace

from geo.ingest.encoding import Decoded, decode
from geo.ingest.limits import MAX_BYTES, MEGABYTE
from geo.ingest.notes import Notes
from geo.ingest.readers.archive import member, open_archive
from geo.ingest.readers.delimited import read_delimited
from geo.ingest.readers.features import read_features
from geo.ingest.readers.geopackage import MAGIC, read_geopackage
from geo.ingest.readers.gpx import read_gpx
from geo.ingest.readers.kml import read_kml
from geo.ingest.readers.shapefile import read_shapefile
from geo.ingest.readers.sheet import read_sheet
from geo.ingest.readers.xml_parts import root_of
from geo.ingest.result import Choices, FileRejected, ReadTable, shown

ZIP = b"PK\x03\x04"
XML = {"kml": read_kml, "gpx": read_gpx}
TEXTS = (".csv", ".tsv", ".txt", ".geojson", ".json")
#: What a KMZ holds as the signs of its placemarks.
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".svg")
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
    b"\x00\x00\x27\x0a": "bare_shapefile",
}


def read_table(content: bytes, choices: Choices) -> ReadTable:
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


def _text(content: bytes, choices: Choices) -> ReadTable:
    decoded = decode(content, choices.encoding)
    start = decoded.text[:200].lstrip("\ufeff \t\r\n")
    if start[:14].lower() == "<!doctype html" or start[:5].lower() == "<html":
        raise FileRejected("web_page")
    if start.startswith("<"):
        return _xml(content)
    if start.startswith(("{", "[")):
        return read_features(decoded)
    return _delimited(decoded)


def _delimited(decoded: Decoded) -> ReadTable:
    if sum(not (char.isprintable() or char in "\t\r\n\f\ufeff\u200c\u200d") for char in decoded.text[:2000]) > 20:
        raise FileRejected("no_text")
    return read_delimited(decoded)


def _xml(content: bytes) -> ReadTable:
    root = root_of(content)
    if root not in XML:
        raise FileRejected("no_kml", name=shown(root))
    return XML[root](content)


def _archive(content: bytes, choices: Choices) -> ReadTable:
    """A workbook, a KMZ, a shapefile, or a packed text file (as GDELT and UCDP publish them)."""
    archive = open_archive(content)
    names = [name for name in archive.namelist() if not name.endswith("/") and not _is_litter(name)]
    if "xl/workbook.xml" in names:
        return read_sheet(content, choices.sheet)
    maps = [name for name in names if name.lower().endswith(".kml")]
    if maps:
        chosen = "doc.kml" if "doc.kml" in maps else maps[0]
        others = [name for name in names if name != chosen and not name.lower().endswith(PICTURES)]
        return _telling(replace(_xml(member(archive, chosen)), form="kmz"), others)
    if "content.xml" in names:
        raise FileRejected("open_document")
    if any(name.lower().endswith(".shp") for name in names):
        return _shapefile(archive, names, choices.sheet)
    texts = [name for name in names if name.lower().endswith(TEXTS)]
    tables = [name for name in texts if not name.lower().endswith(".txt")] or texts
    if len(tables) != 1:
        raise FileRejected("archive_of_what")
    unpacked = member(archive, tables[0])
    if len(unpacked) > MAX_BYTES:
        raise FileRejected("packed_too_large", most=MAX_BYTES // MEGABYTE)
    return _telling(_text(unpacked, choices), [name for name in names if name != tables[0]])


def _shapefile(archive: zipfile.ZipFile, names: list[str], chosen: str) -> ReadTable:
    """The chosen shapefile of the archive, else the first."""
    stems = [name[:-4] for name in names if name.lower().endswith(".shp")]
    if chosen and chosen not in stems:
        raise FileRejected("layer", name=shown(chosen), known=", ".join(map(shown, stems[:10])))
    stem = chosen or stems[0]
    parts = {name[len(stem) + 1 :].lower(): name for name in names if name.startswith(stem + ".")}
    wanted = {end: member(archive, name) for end, name in parts.items() if end in ("shp", "dbf", "prj", "cpg")}
    table = read_shapefile(wanted, stem)
    others = [name for name in names if not name.startswith(stem + ".")]
    return _telling(replace(table, facts={**table.facts, "sheets": stems}), others)


def _telling(table: ReadTable, unused: list[str]) -> ReadTable:
    """The table, with a note of each file beside it that is not read."""
    notes = Notes(table.facts.get("notes", ()))
    for name in unused:
        notes.add("file_unused", value=name)
    return replace(table, facts={**table.facts, "notes": notes.listed()})


def _is_litter(name: str) -> bool:
    """Whether a file of an archive is what macOS and Windows leave in folders."""
    parts = name.replace("\\", "/").split("/")
    return (
        parts[0] == "__MACOSX" or parts[-1].startswith("._") or parts[-1] in (".DS_Store", "Thumbs.db", "desktop.ini")
    )
