"""What lies under and around the data of one map, in pixels: districts, border lines, rivers, relief, towns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, cast

import numpy as np
import shapely
from PIL import Image as Pillow
from shapely.geometry.base import BaseGeometry

from geo.export.drawing.primitives import Image, Points, Primitive, Stroke, rectangle
from geo.mercator import Frame, Pixel
from geo.record.geojson import Geometry
from geo.record.load import Dataset
from geo.record.records import Place
from geo.style.basemap import (
    BORDER,
    DISTRICT_LINES_FADE,
    DISTRICT_LINES_FADE_ZOOM,
    DISTRICT_LINES_FROM_ZOOM,
    LINES,
    OUTER_BORDER,
    PAPER,
    WATER,
)


def in_pixels(dataset: Dataset, name: str, frame: Frame) -> dict[str, BaseGeometry]:
    """The geometries of a file of the record in the pixels of a frame, by id."""
    shapes = dataset.shapes(name)
    moved = shapely.transform(np.array(list(shapes.values()), dtype=object), frame.points)
    return dict(zip(shapes, moved.tolist(), strict=True))


#: Width and opacity of the lines of districts where these are what a map is about.
CLEAR_LINE = (0.9, 0.85)


@cache
def _read(path: Path) -> Any:
    """A file of the basemap; a picture of several maps needs it several times."""
    return json.loads(path.read_text("utf-8"))


@cache
def _relief(path: Path) -> tuple[Pillow.Image, Pillow.Image]:
    """The relief, and how it fades out at its edges."""
    with Pillow.open(path) as file:
        image = file.convert("RGB")
    return image, _edges(image.size)


@dataclass(frozen=True)
class Town:
    """A town and where it is on the map."""

    record: Place
    at: Pixel

    @property
    def people(self) -> int:
        """How many live there; 0 when that is not known."""
        return self.record["population"] or 0


class Basemap:
    """The basemap in the pixels of one frame; worked out once, drawn as often as wanted."""

    def __init__(self, dataset: Dataset, frame: Frame, folder: Path) -> None:
        self.dataset = dataset
        self.frame = frame
        self.folder = folder
        self._spots: dict[tuple[str, Pixel], list[Pixel]] = {}
        window = shapely.box(-40, -40, frame.width + 40, frame.height + 40)
        inside = shapely.box(0, 0, frame.width, frame.height)
        self.districts: dict[str, BaseGeometry] = {
            admin2_id: shape if window.contains(shape) else shapely.intersection(shape, window)
            for admin2_id, shape in in_pixels(dataset, "districts", frame).items()
            if shape.intersects(inside)
        }

    @cached_property
    def provinces(self) -> set[str]:
        """The provinces of which a district is on the map."""
        records = self.dataset.by_id("districts")
        return {records[admin2_id]["admin1"] for admin2_id in self.districts}

    @cached_property
    def province_shapes(self) -> dict[str, BaseGeometry]:
        """The provinces in pixels, by code."""
        return in_pixels(self.dataset, "provinces", self.frame)

    def spots_inside(self, admin1: str, near: Pixel, half: Pixel, step: float) -> list[Pixel]:
        """The points of a grid around which a box lies whole in a province and on the map, the nearest first."""
        if (key := (admin1, half)) not in self._spots:
            frame, shape = self.frame, self.province_shapes[admin1]
            west, north, east, south = (float(edge) for edge in shape.bounds)
            xs = np.arange(max(west, 0.0) + half.x, min(east, frame.width) - half.x, step)
            ys = np.arange(max(north, 0.0) + half.y, min(south, frame.height) - half.y, step)
            x, y = (axis.ravel() for axis in np.meshgrid(xs, ys))
            shapely.prepare(shape)
            inside = shapely.covers(shape, shapely.box(x - half.x, y - half.y, x + half.x, y + half.y))
            order = np.argsort(np.hypot(x - near.x, y - near.y)[inside], kind="stable")
            self._spots[key] = [Pixel(*at) for at in np.stack([x, y], axis=-1)[inside][order].tolist()]
        return self._spots[key]

    def relief(self) -> list[Primitive]:
        """The paper and the hillshade, faded out where it ends."""
        frame = self.frame
        return [
            rectangle(0, 0, frame.width, frame.height, PAPER),
            Image(self._hillshade(), 0, 0, frame.width, frame.height),
        ]

    def lines(self, px_scale: float, zoom: float, are_districts_clear: bool = False) -> list[Primitive]:
        """Rivers and borders; those of districts fade with the zoom, unless districts are what a map is about."""
        borders = self.borders()
        primitives: list[Primitive] = [_line("river", self._rivers(), WATER, px_scale)]
        if are_districts_clear:
            width, opacity = CLEAR_LINE
            primitives.append(Stroke(borders["district"], OUTER_BORDER, width * px_scale, opacity))
        elif zoom >= DISTRICT_LINES_FROM_ZOOM:
            clear = (zoom - DISTRICT_LINES_FADE_ZOOM) * DISTRICT_LINES_FADE
            primitives.append(_line("district", borders["district"], BORDER, px_scale, clear))
        primitives.append(_line("province", borders["province"], BORDER, px_scale))
        primitives.append(_line("country", borders["country"], OUTER_BORDER, px_scale))
        return primitives

    def borders(self) -> dict[str, tuple[Points, ...]]:
        """Each border line once, by what it divides: country, province, district."""
        topology = _read(self.folder / "admin.topojson")
        owners: dict[int, list[str]] = {}
        for geometry in next(iter(topology["objects"].values()))["geometries"]:
            for arc in _flat(geometry["arcs"]):
                owners.setdefault(arc if arc >= 0 else ~arc, []).append(geometry["id"])
        provinces = {d: record["admin1"] for d, record in self.dataset.by_id("districts").items()}
        lines: dict[str, list[Points]] = {"country": [], "province": [], "district": []}
        placed = self._placed([_absolute(arc, topology.get("transform")) for arc in topology["arcs"]])
        for number, arc in enumerate(placed):
            sides = [provinces[d] for d in owners.get(number, []) if d in provinces]
            if not sides:
                continue
            kind = "country" if len(sides) == 1 else "district" if sides[0] == sides[1] else "province"
            lines[kind].append(arc)
        return {kind: self._near(group) for kind, group in lines.items()}

    @cached_property
    def towns(self) -> list[Town]:
        """Towns on the map with their pixel, largest first."""
        rows = [row for row in self.dataset.tables["places"] if row.record["kind"] == "town" and row.geometry]
        rows.sort(key=lambda row: (-(row.record["population"] or 0), row.record["place_id"]))
        pixels = self.frame.points([(row.geometry or {})["coordinates"] for row in rows] or np.empty((0, 2)))
        found = [
            Town(cast(Place, row.record), Pixel(float(x), float(y))) for row, (x, y) in zip(rows, pixels, strict=True)
        ]
        return [town for town in found if self.frame.holds(*town.at)]

    def _rivers(self) -> tuple[Points, ...]:
        features = _read(self.folder / "rivers.geojson")["features"]
        lines = [line for feature in features for line in _lines(feature["geometry"])]
        return self._near(self._placed([np.asarray(line, dtype=float) for line in lines]))

    def _placed(self, lines: Sequence[Points]) -> list[Points]:
        """Lines of lon, lat in pixels; all are worked out at once."""
        return np.split(self.frame.points(np.concatenate(lines)), np.cumsum([len(line) for line in lines])[:-1])

    def _near(self, lines: Sequence[Points]) -> tuple[Points, ...]:
        """The lines that come into the frame."""
        size = np.array([self.frame.width, self.frame.height])
        return tuple(line for line in lines if (line.max(axis=0) >= 0).all() and (line.min(axis=0) <= size).all())

    def _hillshade(self) -> Any:
        """The relief in the frame's pixels on paper, RGB."""
        about = json.loads((self.folder / "hillshade.json").read_text("utf-8"))
        (south, west), (north, east) = about["bounds"]
        left, top = self.frame.point(west, north)
        right, bottom = self.frame.point(east, south)
        image, fade = _relief(self.folder / about["image"])
        columns, rows = image.size[0] / (right - left), image.size[1] / (bottom - top)
        affine = (columns, 0, -left * columns, 0, rows, -top * rows)
        size = (self.frame.width, self.frame.height)
        paper = Pillow.new("RGB", size, PAPER)
        shaded = image.transform(size, Pillow.Transform.AFFINE, affine, Pillow.Resampling.BICUBIC, fillcolor=PAPER)
        mask = fade.transform(size, Pillow.Transform.AFFINE, affine, Pillow.Resampling.BILINEAR, fillcolor=0)
        paper.paste(shaded, (0, 0), mask)
        return np.asarray(paper)


def _edges(size: tuple[int, int]) -> Pillow.Image:
    """A mask that fades over nine per cent of each side, as the browser's does."""
    ramps = [np.clip(np.minimum(np.arange(n) + 0.5, n - np.arange(n) - 0.5) / (0.09 * n), 0, 1) for n in size]
    return Pillow.fromarray((255 * ramps[0][None, :] * ramps[1][:, None]).astype(np.uint8))


def _absolute(arc: Sequence[Sequence[float]], transform: dict[str, list[float]] | None) -> Points:
    """A delta-encoded, quantised arc → lon, lat."""
    points = np.asarray(arc, dtype=float)
    if transform is None:
        return points
    return np.cumsum(points, axis=0) * np.array(transform["scale"]) + np.array(transform["translate"])


def _flat(arcs: Any) -> Iterable[int]:
    if isinstance(arcs, int):
        yield arcs
    else:
        for part in arcs:
            yield from _flat(part)


def _lines(geometry: Geometry) -> list[Any]:
    return [geometry["coordinates"]] if geometry["type"] == "LineString" else list(geometry["coordinates"])


def _line(kind: str, points: tuple[Points, ...], colour: str, px_scale: float, clear: float = 1.0) -> Stroke:
    """Lines of one kind, no clearer than `clear`."""
    width, opacity = LINES[kind]
    return Stroke(points, colour, width * px_scale, min(opacity, clear))
