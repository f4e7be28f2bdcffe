"""GPX, as receivers and telephones write it: waypoints with time, name and words. Tracks and routes are lines, and told."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from geo.ingest.notes import Notes
from geo.ingest.readers.xml_parts import Fault, Point, name_of, parts_of, table_of, text_in
from geo.ingest.result import ReadTable

#: Elements of a waypoint, and under which headings they are read; others keep their own names.
NAMES = {"name": "name", "desc": "description", "time": "begin", "cmt": "comment", "src": "source"}
FIXED = ("name", "description", "begin")
_UNUSED = frozenset({"trk", "rte"})


def read_gpx(content: bytes) -> ReadTable:
    """The waypoints as rows, counted from 1; their times are of UTC, as GPX says.

    Raises
    ------
    FileRejected
        When it is not sound XML, declares entities or a document type, or is too large.
    """
    notes = Notes()
    waypoints = parts_of(content, "wpt", _UNUSED, "line_unused", notes)
    found = ((_values(waypoint), *_point(waypoint)) for waypoint in waypoints)
    return table_of("gpx", FIXED, found, "waypoints", notes)


def _values(waypoint: Element) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for element in waypoint.iter():
        name = name_of(element)
        if element is waypoint or len(element):
            continue
        if name == "link":
            values["link"] = element.get("href")
        else:
            values[NAMES.get(name, name)] = text_in(element)
    return values


def _point(waypoint: Element) -> tuple[Point, Fault]:
    lat, lon = waypoint.get("lat"), waypoint.get("lon")
    if lat is None and lon is None:
        return None, None
    if lat is None or lon is None:
        return None, ("coordinate_half", "point", f"lat {lat}, lon {lon}")
    return (lon, lat), None
