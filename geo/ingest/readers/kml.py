"""KML: placemarks with a point; names, dates and data fields. No entity, style, picture or network link is followed."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from geo.ingest.notes import Notes
from geo.ingest.readers.xml_parts import Fault, Point, first_in, name_of, parts_of, table_of, text_in
from geo.ingest.result import ReadTable, shown

ID, NAME, ABOUT, BEGIN, END = "id", "name", "description", "begin", "end"
FIXED = (ID, NAME, ABOUT, BEGIN, END)
_OTHER_SHAPES = ("LineString", "Polygon", "LinearRing", "MultiGeometry", "Model", "Track", "MultiTrack")
#: What a map file can hold besides placemarks.
_UNUSED = frozenset({"GroundOverlay", "ScreenOverlay", "PhotoOverlay", "NetworkLink", "Tour"})


def read_kml(content: bytes) -> ReadTable:
    """The placemarks as rows, counted from 1; `begin` and `end` from TimeStamp or TimeSpan.

    Raises
    ------
    FileRejected
        When it is not sound XML, declares entities or a document type, or is too large.
    """
    notes = Notes()
    placemarks = parts_of(content, "Placemark", _UNUSED, "part_unused", notes)
    found = ((_values(placemark), *_point(placemark)) for placemark in placemarks)
    return table_of("kml", FIXED, found, "placemarks", notes)


def _values(placemark: Element) -> dict[str, Any]:
    children = {name_of(child): child for child in placemark}
    when = text_in(first_in(placemark, "when"))
    values: dict[str, Any] = {
        ID: placemark.get("id"),
        NAME: text_in(children.get("name")),
        ABOUT: text_in(children.get("description")),
        BEGIN: text_in(first_in(placemark, "begin")) or when,
        END: text_in(first_in(placemark, "end")),
    }
    for element in placemark.iter():
        if name_of(element) in ("Data", "SimpleData") and (name := element.get("name")):
            value = text_in(first_in(element, "value")) if name_of(element) == "Data" else text_in(element)
            values[name if name not in FIXED else f"{name} (data)"] = value
    return values


def _point(placemark: Element) -> tuple[Point, Fault]:
    for shape in placemark.iter():
        if name_of(shape) == "Point":
            text = text_in(first_in(shape, "coordinates")) or ""
            parts = [part.strip() for part in text.split(",")]
            if len(parts) not in (2, 3) or len(text.split()) != 1:
                return None, ("geometry", "coordinates", shown(text))
            return (parts[0], parts[1]), None
        if name_of(shape) in _OTHER_SHAPES:
            return None, ("geometry", "geometry", name_of(shape))
    return None, None
