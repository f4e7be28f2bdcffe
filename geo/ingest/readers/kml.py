"""KML: placemarks with a point; names, dates and data fields. No entity, style, picture or network link is followed."""

from __future__ import annotations

import io
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from geo.ingest.limits import MAX_COLUMNS, MAX_DEPTH, MAX_ELEMENTS, MAX_ROWS
from geo.ingest.notes import Notes
from geo.ingest.readers.delimited import unique
from geo.ingest.result import FileRejected, RawRow, ReadTable, shown

PLACEMARK = "Placemark"
ID, NAME, ABOUT, BEGIN, END = "id", "name", "description", "begin", "end"
FIXED = (ID, NAME, ABOUT, BEGIN, END)
_OTHER_SHAPES = ("LineString", "Polygon", "LinearRing", "MultiGeometry", "Model", "Track", "MultiTrack")


#: What a map file can hold besides placemarks.
_UNUSED = frozenset({"GroundOverlay", "ScreenOverlay", "PhotoOverlay", "NetworkLink", "Tour"})


def read_kml(content: bytes, form: str = "kml") -> ReadTable:
    """The placemarks as rows, counted from 1; `begin` and `end` from TimeStamp or TimeSpan.

    Raises
    ------
    FileRejected
        When it is not sound XML, declares entities or a document type, is not KML, or is too large.
    """
    if content.count(b"<") > 2 * MAX_ELEMENTS:
        raise FileRejected("elements", most=MAX_ELEMENTS)
    found: list[tuple[dict[str, Any], tuple[Any, Any] | None, tuple[str, str, str] | None]] = []
    notes = Notes()
    try:
        for placemark in _placemarks(content, notes):
            if len(found) >= MAX_ROWS:
                raise FileRejected("rows", most=MAX_ROWS)
            found.append((_values(placemark), *_point(placemark)))
    except DefusedXmlException:
        raise FileRejected("xml_declares") from None
    except (ParseError, ValueError, LookupError) as error:
        if isinstance(error, FileRejected):
            raise
        raise FileRejected("xml", why=shown(error)) from None
    columns = tuple(dict.fromkeys([*FIXED, *(name for values, _, _ in found for name in values)]))
    if len(columns) > MAX_COLUMNS:
        raise FileRejected("columns", count=len(columns), most=MAX_COLUMNS)
    rows = tuple(
        RawRow(number, tuple(values.get(name) for name in columns), point, fault)
        for number, (values, point, fault) in enumerate(found, start=1)
    )
    facts = {"held": {"placemarks": len(found)}, "notes": notes.listed()}
    return ReadTable(form, unique(columns), rows, facts)


def _placemarks(content: bytes, notes: Notes) -> Any:
    """Each placemark once it is whole; what lies outside is forgotten as soon as it is read."""
    depth = inside = 0
    begun = False
    events = ElementTree.iterparse(io.BytesIO(content), ("start", "end"), forbid_dtd=True)
    for event, element in events:
        if event == "start":
            if not begun and _name(element) != "kml":
                raise FileRejected("no_kml", name=shown(_name(element)))
            begun, depth = True, depth + 1
            if depth > MAX_DEPTH:
                raise FileRejected("xml_depth", most=MAX_DEPTH)
            inside += _name(element) == PLACEMARK
            continue
        depth -= 1
        if _name(element) == PLACEMARK:
            inside -= 1
            yield element
        elif _name(element) in _UNUSED:
            notes.add("part_unused", value=_name(element))
        if not inside:
            element.clear()


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: Element | None) -> str | None:
    text = "".join(element.itertext()).strip() if element is not None else ""
    return text or None


def _first(parent: Element, name: str) -> Element | None:
    return next((element for element in parent.iter() if _name(element) == name), None)


def _values(placemark: Element) -> dict[str, Any]:
    children = {_name(child): child for child in placemark}
    when = _text(_first(placemark, "when"))
    values: dict[str, Any] = {
        ID: placemark.get("id"),
        NAME: _text(children.get("name")),
        ABOUT: _text(children.get("description")),
        BEGIN: _text(_first(placemark, "begin")) or when,
        END: _text(_first(placemark, "end")),
    }
    for element in placemark.iter():
        if _name(element) in ("Data", "SimpleData") and (name := element.get("name")):
            value = _text(_first(element, "value")) if _name(element) == "Data" else _text(element)
            values[name if name not in FIXED else f"{name} (data)"] = value
    return values


def _point(placemark: Element) -> tuple[tuple[Any, Any] | None, tuple[str, str, str] | None]:
    for shape in placemark.iter():
        if _name(shape) == "Point":
            text = _text(_first(shape, "coordinates")) or ""
            parts = [part.strip() for part in text.split(",")]
            if len(parts) not in (2, 3) or len(text.split()) != 1:
                return None, ("geometry", "coordinates", shown(text))
            return (parts[0], parts[1]), None
        if _name(shape) in _OTHER_SHAPES:
            return None, ("geometry", "geometry", _name(shape))
    return None, None
