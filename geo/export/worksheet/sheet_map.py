"""The map of a worksheet: outlines and names of its districts, blank or with the signs of who holds them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import shapely
from shapely.geometry import shape

from geo.address.sheets import Worksheet
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.export.drawing.area_primitives import control_primitives
from geo.export.drawing.basemap import Basemap
from geo.export.drawing.primitives import Primitive, Stroke, Words, outlines_of
from geo.export.drawing.scene import scene_of
from geo.mercator import Frame, LonLatBox, frame_of
from geo.record.load import Dataset
from geo.style.basemap import INK
from geo.wording.language import name_of

NAME_PX, LINE_PX, HALO_PX = 12.5, 1.3, 4.0


def sheet_frame(dataset: Dataset, sheet: Worksheet, size: tuple[int, int]) -> Frame:
    """The part of the earth that the districts of a worksheet take up, on a map of a size in px."""
    shapes = [
        shape(row.geometry or {}) for row in dataset.tables["districts"] if row.record["admin2_id"] in sheet.districts
    ]
    return frame_of(LonLatBox(*shapely.total_bounds(shapes)), *size)


def blank_primitives(dataset: Dataset, sheet: Worksheet, size: tuple[int, int]) -> list[Primitive]:
    """The outlines of the districts with their names, and nothing that tells who holds them."""
    return [*_outlines(dataset, sheet, size), *_names(dataset, sheet, size)]


def answer_primitives(timeline: Timeline, sheet: Worksheet, size: tuple[int, int], data_dir: Path) -> list[Primitive]:
    """The same districts as the map draws them at the end of the day, as assessed; nothing else of the map."""
    dataset = timeline.dataset
    basemap = Basemap(dataset, sheet_frame(dataset, sheet, size), data_dir / "basemap")
    scene = replace(scene_of(timeline, ViewState(date=sheet.day, window="7")), places=())
    ground = control_primitives(scene, basemap, 1.0, sheet.districts)
    return [*ground, *_outlines(dataset, sheet, size), *_names(dataset, sheet, size)]


def _outlines(dataset: Dataset, sheet: Worksheet, size: tuple[int, int]) -> list[Primitive]:
    frame = sheet_frame(dataset, sheet, size)
    rows = [row for row in dataset.tables["districts"] if row.record["admin2_id"] in sheet.districts]
    areas = [shapely.transform(shape(row.geometry or {}), frame.points) for row in rows]
    return [Stroke(outlines_of(area), INK, LINE_PX) for area in areas]


def _names(dataset: Dataset, sheet: Worksheet, size: tuple[int, int]) -> list[Primitive]:
    frame, records = sheet_frame(dataset, sheet, size), dataset.by_id("districts")
    places = [
        (records[one], frame.point(records[one]["label_lon"], records[one]["label_lat"])) for one in sheet.districts
    ]
    return [
        Words(at.x, at.y, name_of(record).partition(" (")[0], NAME_PX, anchor="middle", halo=HALO_PX)
        for record, at in places
    ]
