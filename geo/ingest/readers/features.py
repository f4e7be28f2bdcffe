"""GeoJSON: points with properties; and lists of flat records, as interfaces answer them. Strict JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from geo.ingest.crs import LON_LAT, system_of
from geo.ingest.encoding import Decoded
from geo.ingest.limits import MAX_COLUMNS, MAX_ELEMENTS, MAX_ROWS
from geo.ingest.notes import Notes
from geo.ingest.readers.delimited import unique
from geo.ingest.result import FileRejected, RawRow, ReadTable, shown
from geo.record.geojson import dumps
from geo.record.strict_json import parse_object

#: Where lists of flat records stand; the first is our own name for a file that is only a list.
LIST = "list of records"
LISTS = (LIST, "data", "results", "records", "rows", "events", "value")
KNOWN_MEMBERS = {"type", "geometry", "properties", "id", "bbox"}
ID = "feature id"


def read_features(decoded: Decoded) -> ReadTable:
    """The features of a FeatureCollection (or the one Feature) or the records of a list, as rows, counted from 1.

    Raises
    ------
    FileRejected
        When it is not strict JSON, not GeoJSON, in another coordinate system, or too large.
    """
    if decoded.text.count("[") + decoded.text.count("{") > MAX_ELEMENTS:
        raise FileRejected("elements", most=MAX_ELEMENTS)
    try:
        text = decoded.text.removeprefix("\ufeff").strip()
        document = parse_object(f'{{"{LIST}":{text}}}' if text.startswith("[") else text)
        if "\\ud" in decoded.text.lower():
            dumps(document).encode("utf-8")
    except UnicodeEncodeError:
        raise FileRejected("half_letter") from None
    except (ValueError, RecursionError) as error:
        raise FileRejected("json", why=shown(error)) from None
    features, flat, notes = *_features(document), Notes()
    if beside := _beside(document, features):
        notes.add("beside_records", value=", ".join(beside), count=len(beside))
    system = _system(document.get("crs"))
    if len(features) > MAX_ROWS:
        raise FileRejected("rows", most=MAX_ROWS)
    columns = tuple(dict.fromkeys([*([] if flat else [ID]), *_names(features, flat)]))
    if len(columns) > MAX_COLUMNS:
        raise FileRejected("columns", count=len(columns), most=MAX_COLUMNS)
    if flat:
        rows = tuple(_flat_row(number, record, columns) for number, record in enumerate(features, start=1))
    else:
        rows = tuple(_row(number, feature, columns, notes) for number, feature in enumerate(features, start=1))
    facts = {"encoding": decoded.encoding, "encoding_why": decoded.why, "encoding_sure": decoded.sure, "crs": system}
    facts |= {"held": {"features": len(features)}, "notes": notes.listed()}
    return ReadTable("json" if flat else "geojson", unique(columns), rows, facts)


def point_of(geometry: Any) -> tuple[tuple[Any, Any] | None, tuple[str, str, str] | None]:
    """The point of a GeoJSON geometry (None for null), and the fault when it has another."""
    if geometry is None:
        return None, None
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    place = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if kind == "MultiPoint" and isinstance(place, list) and len(place) == 1:
        kind, place = "Point", place[0]
    if kind != "Point":
        return None, ("geometry", "geometry", shown(kind))
    if not isinstance(place, list) or not 2 <= len(place) <= 4:
        return None, ("geometry", "coordinates", shown(place))
    return (place[0], place[1]), None


def _features(document: dict[str, Any]) -> tuple[list[Any], bool]:
    """The features, or the flat records of a list (as ACLED's interface answers); the second says which."""
    if document.get("type") == "Feature":
        return [document], False
    features = document.get("features")
    if document.get("type") == "FeatureCollection" and isinstance(features, list):
        return features, False
    for name in LISTS:
        records = document.get(name)
        if isinstance(records, list) and records and all(isinstance(record, dict) for record in records):
            return (records, "type" not in records[0] or records[0]["type"] != "Feature")
    raise FileRejected("json_list" if LIST in document else "no_geojson")


def _beside(document: dict[str, Any], features: list[Any]) -> list[str]:
    """The members of a document that are not read; those of a lone feature are told with it."""
    if document.get("type") == "Feature":
        return []
    own = {"type", "bbox", "crs", "name"} if document.get("type") == "FeatureCollection" else {"crs"}
    return [name for name, value in document.items() if value is not features and name not in own]


def _system(crs: Any) -> str:
    """The coordinate system that the file names."""
    if crs is None:
        return LON_LAT
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(crs, dict) or crs.get("type") != "name" or not (system := system_of(name)):
        raise FileRejected("crs", name=shown(name))
    return system


def _properties(feature: Any) -> dict[str, Any]:
    found = feature.get("properties") if isinstance(feature, dict) else None
    return found if isinstance(found, dict) else {}


def _names(features: Iterable[Any], flat: bool) -> Iterable[str]:
    for feature in features:
        yield from feature if flat else _properties(feature)


def _row(number: int, feature: Any, columns: tuple[str, ...], notes: Notes) -> RawRow:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return RawRow(number, (), fault=("geometry", "type", shown(feature)))
    geometry = feature.get("geometry")
    point, fault = point_of(geometry)
    if point and isinstance(geometry, dict):
        _note(number, geometry["coordinates"], point, notes)
    own = feature.get("id")
    values = _properties(feature) | {ID: own if isinstance(own, str | int) and not isinstance(own, bool) else None}
    for name in feature.keys() - KNOWN_MEMBERS:
        notes.add("member_unused", number, name)
    return RawRow(number, tuple(values.get(name) for name in columns), point, fault)


def _note(number: int, place: list[Any], point: tuple[Any, Any], notes: Notes) -> None:
    """Coordinates that are read otherwise than they stand."""
    if any(isinstance(part, str) for part in point):
        notes.add("coordinates_text", number)
    if len(place) == 4:
        notes.add("position_of_four", number)


def _flat_row(number: int, record: dict[str, Any], columns: tuple[str, ...]) -> RawRow:
    return RawRow(number, tuple(record.get(name) for name in columns))
