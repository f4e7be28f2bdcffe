"""Districts as TopoJSON: every shared line once, so that it can be drawn as one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.record.geojson import DECIMALS

SCALE: int = 10**DECIMALS
OUTSIDE = -1

Point = tuple[int, int]  # lon, lat in units of the last decimal
Ring = list[Point]  # not closed
Edge = tuple[Point, Point]


def topology(ids: Sequence[str], shapes: Sequence[BaseGeometry]) -> dict[str, object]:
    """A TopoJSON topology of polygons (EPSG:4326, a valid coverage), with nothing lost.

    `arcs` are quantised to the last decimal and delta-encoded. The member `arc_sides` tells for
    each arc which geometry lies left and right of it (index into `geometries`, -1 is abroad):
    two provinces make it a province line, -1 makes it a line of the country.
    """
    rings = [_polygons(shape) for shape in shapes]
    owners = _owners(rings)
    nodes = _nodes(owners)
    arcs: dict[tuple[Point, ...], int] = {}
    geometries = [_geometry(unit_id, polygons, nodes, arcs) for unit_id, polygons in zip(ids, rings, strict=True)]
    corner = tuple(int(value) for value in np.min([arc for line in arcs for arc in line], axis=0))
    return {
        "type": "Topology",
        "transform": {
            "scale": [1 / SCALE, 1 / SCALE],
            "translate": [value / SCALE for value in corner],
        },
        "objects": {"districts": {"type": "GeometryCollection", "geometries": geometries}},
        "arc_sides": [_sides(arc, owners) for arc in arcs],
        "arcs": [_delta(arc, corner) for arc in arcs],
    }


def _polygons(shape: BaseGeometry) -> list[list[Ring]]:
    """The rings of each polygon of a shape in whole units."""
    return [[_ring(ring) for ring in (polygon.exterior, *polygon.interiors)] for polygon in shapely.get_parts(shape)]


def _ring(ring: BaseGeometry) -> Ring:
    points = np.rint(shapely.get_coordinates(ring)[:-1] * SCALE).astype(int)
    return [(int(x), int(y)) for x, y in points]


def _edges(ring: Ring) -> Iterator[Edge]:
    return zip(ring, [*ring[1:], ring[0]], strict=True)


def _owners(rings: list[list[list[Ring]]]) -> dict[Edge, int]:
    """Which shape each directed edge belongs to; its neighbour has the edge the other way."""
    return {
        edge: index
        for index, polygons in enumerate(rings)
        for polygon in polygons
        for ring in polygon
        for edge in _edges(ring)
    }


def _nodes(owners: dict[Edge, int]) -> set[Point]:
    """The points where more or fewer than two lines meet: arcs begin and end there."""
    neighbours: dict[Point, set[Point]] = {}
    for start, end in owners:
        neighbours.setdefault(start, set()).add(end)
        neighbours.setdefault(end, set()).add(start)
    return {point for point, others in neighbours.items() if len(others) != 2}


def _geometry(
    unit_id: str,
    polygons: list[list[Ring]],
    nodes: set[Point],
    arcs: dict[tuple[Point, ...], int],
) -> dict[str, object]:
    found = [[[_number(arc, arcs) for arc in _split(ring, nodes)] for ring in polygon] for polygon in polygons]
    if len(found) == 1:
        return {"type": "Polygon", "id": unit_id, "arcs": found[0]}
    return {"type": "MultiPolygon", "id": unit_id, "arcs": found}


def _split(ring: Ring, nodes: set[Point]) -> Iterator[tuple[Point, ...]]:
    """The arcs of a ring in order; a ring without nodes is one arc from its lowest point."""
    starts = [index for index, point in enumerate(ring) if point in nodes]
    first = starts[0] if starts else ring.index(min(ring))
    turned = [*ring[first:], *ring[: first + 1]]
    cuts = [index - first for index in starts] or [0]
    for start, end in zip(cuts, [*cuts[1:], len(turned) - 1], strict=True):
        yield tuple(turned[start : end + 1])


def _number(arc: tuple[Point, ...], arcs: dict[tuple[Point, ...], int]) -> int:
    """The index of an arc, or its complement when it is known the other way round."""
    backwards = arc[::-1]
    if backwards in arcs:
        return ~arcs[backwards]
    return arcs.setdefault(arc, len(arcs))


def _sides(arc: tuple[Point, ...], owners: dict[Edge, int]) -> list[int]:
    """The shapes left and right of an arc, by the winding of their outer rings."""
    start, end = arc[:2]
    return [owners.get((start, end), OUTSIDE), owners.get((end, start), OUTSIDE)]


def _delta(arc: tuple[Point, ...], corner: tuple[int, ...]) -> list[list[int]]:
    points = np.array(arc) - np.array(corner)
    steps: list[list[int]] = np.diff(points, axis=0, prepend=[[0, 0]]).tolist()
    return steps
