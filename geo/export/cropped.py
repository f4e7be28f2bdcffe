"""A table cut down to what lies in an extent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.export.drawing.basemap import box_of
from geo.export.tables import Table
from geo.record.load import Dataset
from geo.record.schema import COUNTRY


def cropped(table: Table, dataset: Dataset, extent: str) -> Table:
    """The rows that touch an extent (`AF`, `panjshir`, province codes or west,south,east,north), in their order.

    A row without a geometry counts as lying in its district, else its province, as far as these
    are known; the whole country holds every row.

    Raises
    ------
    ValueError
        When the extent names no area.
    """
    box = shapely.box(*box_of(dataset, extent))
    about = table.about | {"query": f"{table.about['query']} extent={extent}"}
    if extent == COUNTRY:
        return replace(table, about=about)
    kept = [
        number
        for number, (row, geometry) in enumerate(zip(table.rows, table.geometries, strict=True))
        if (where := _where(dataset, row, geometry)) is not None and where.intersects(box)
    ]
    rows, geometries = [table.rows[n] for n in kept], [table.geometries[n] for n in kept]
    return replace(table, rows=rows, geometries=geometries, about=about)


def _where(dataset: Dataset, row: dict[str, Any], geometry: dict[str, Any] | None) -> BaseGeometry | None:
    if geometry:
        return shape(geometry)
    districts, provinces = dataset.shapes("districts"), dataset.shapes("provinces")
    return districts.get(row.get("admin2_id") or "", provinces.get(row.get("admin1") or ""))
