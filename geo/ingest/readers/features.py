"""GeoJSON: points with properties; strict JSON, one coordinate system."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from geo.ingest.encoding import Decoded
from geo.ingest.limits import MAX_COLUMNS, MAX_ELEMENTS, MAX_ROWS
from geo.ingest.readers.delimited import unique
from geo.ingest.result import FileRejected, RawRow, Table, shown
from geo.record.geojson import dumps
from geo.record.strict_json import parse_object

#: How the only coordinate system of GeoJSON is named where somebody names it.
LON_LAT = ("urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326")
ID = "feature id"


def read_features(decoded: Decoded) -> Table:
    """The features of a FeatureCollection (or the one Feature) as rows, counted from 1.

    Raises
    ------
    FileRejected
        When it is not strict JSON, not GeoJSON, in another coordinate system, or too large.
    """
    if decoded.text.count("[") + decoded.text.count("{") > MAX_ELEMENTS:
        raise FileRejected("elements", most=MAX_ELEMENTS)
    try:
        document = parse_object(decoded.text.removeprefix("\ufeff"))
        if "\\ud" in decoded.text.lower():
            dumps(document).encode("utf-8")
    except UnicodeEncodeError:
        raise FileRejected("half_letter") from None
    except (ValueError, RecursionError) as error:
        raise FileRejected("json", why=shown(error)) from None
    features = _features(document)
    _check_crs(document.get("crs"))
    if len(features) > MAX_ROWS:
        raise FileRejected("rows", most=MAX_ROWS)
    columns = tuple(dict.fromkeys([ID, *_names(features)]))
    if len(columns) > MAX_COLUMNS:
        raise FileRejected("columns", count=len(columns), most=MAX_COLUMNS)
    rows = tuple(_row(number, feature, columns) for number, feature in enumerate(features, start=1))
    return Table("geojson", unique(columns), rows, {"encoding": decoded.encoding, "encoding_why": decoded.why})


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


def _features(document: dict[str, Any]) -> list[Any]:
    if document.get("type") == "Feature":
        return [document]
    features = document.get("features")
    if document.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise FileRejected("no_geojson")
    return features


def _check_crs(crs: Any) -> None:
    """Nothing is looked up: only the one system that GeoJSON has, by name."""
    if crs is None:
        return
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(crs, dict) or crs.get("type") != "name" or name not in LON_LAT:
        raise FileRejected("crs")


def _properties(feature: Any) -> dict[str, Any]:
    found = feature.get("properties") if isinstance(feature, dict) else None
    return found if isinstance(found, dict) else {}


def _names(features: Iterable[Any]) -> Iterable[str]:
    for feature in features:
        yield from _properties(feature)


def _row(number: int, feature: Any, columns: tuple[str, ...]) -> RawRow:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return RawRow(number, (), fault=("geometry", "type", shown(feature)))
    point, fault = point_of(feature.get("geometry"))
    own = feature.get("id")
    values = _properties(feature) | {ID: own if isinstance(own, str | int) and not isinstance(own, bool) else None}
    return RawRow(number, tuple(values.get(name) for name in columns), point, fault)
