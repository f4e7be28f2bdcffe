"""A table cut down to what lies in an extent."""

from __future__ import annotations

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.export.drawing.extents import box_of
from geo.export.tables import ExportTable, TableRow
from geo.record.geojson import Geometry
from geo.record.load import Dataset
from geo.record.schema import COUNTRY


def cropped(table: ExportTable, dataset: Dataset, extent: str) -> ExportTable:
    """The rows that touch an extent (`AF`, `panjshir`, province codes or west,south,east,north), in their order.

    A row without a geometry counts as lying in its district, else its province, as far as these
    are known; the whole country holds every row.

    Raises
    ------
    ValueError
        When the extent names no area.
    """
    box = shapely.box(*box_of(dataset, extent))
    if extent == COUNTRY:
        return table.within(extent)
    return table.within(extent, lambda row, geometry: _touches(dataset, row, geometry, box))


def _touches(dataset: Dataset, row: TableRow, geometry: Geometry | None, box: BaseGeometry) -> bool:
    where = _where(dataset, row, geometry)
    return where is not None and where.intersects(box)


def _where(dataset: Dataset, row: TableRow, geometry: Geometry | None) -> BaseGeometry | None:
    if geometry:
        return shape(geometry)
    districts, provinces = dataset.shapes("districts"), dataset.shapes("provinces")
    return districts.get(row.get("admin2_id") or "", provinces.get(row.get("admin1") or ""))
