"""Parquet: parts are runs of row groups, read in batches and only in the columns asked for.

The points of GeoParquet stand in the columns `lon` and `lat` that its file then seems to have.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from geo.aggregate.part import Batch, Part

ROWS = 2_000_000  # in a part, if its row groups are no larger
BATCH_ROWS = 250_000
OF_POINT = ("lon", "lat")
OUR_CRS = ("OGC:CRS84", "EPSG:4326")


def header(path: Path) -> list[str]:
    """The names of the columns."""
    with _opened(path) as file:
        return [*file.schema_arrow.names, *(OF_POINT if _points(file, path) else ())]


def cut(path: Path, rows: int) -> list[Part]:
    """Runs of row groups, each of about `rows` rows."""
    with _opened(path) as file:
        sizes = [file.metadata.row_group(number).num_rows for number in range(file.num_row_groups)]
    parts, start, held = [], 0, 0
    for number, size in enumerate(sizes):
        if held and held + size > rows:
            parts.append(Part(path, "parquet", start, number))
            start, held = number, 0
        held += size
    return [*parts, Part(path, "parquet", start, len(sizes))] if held else parts


def batches(part: Part, names: list[str]) -> Iterator[Batch]:
    """The rows of a part."""
    first = 1
    with _opened(part.path) as file:
        points = _points(file, part.path)
        stored = [name for name in names if not (points and name in OF_POINT)] + ([points] if points else [])
        groups = list(range(part.start, part.end))
        for values in file.iter_batches(BATCH_ROWS, row_groups=groups, columns=stored, use_threads=False):
            numbers = np.arange(first, first + len(values))
            yield Batch(_with_coordinates(values, points) if points else values, numbers)
            first += len(values)


def _points(file: pq.ParquetFile, path: Path) -> str | None:
    """The column of points of GeoParquet without coordinates in columns of their own; None if there is none.

    Raises
    ------
    ValueError
        When its coordinates are not degrees of EPSG:4326 (or OGC:CRS84, which a file need not say).
    """
    about = (file.schema_arrow.metadata or {}).get(b"geo")
    if about is None or {"lon", "longitude"} & {name.lower() for name in file.schema_arrow.names}:
        return None
    geo = json.loads(about)
    name: str = geo["primary_column"]
    column = geo["columns"][name]
    if column.get("encoding") != "WKB":
        return None
    crs = column.get("crs", {"id": {"authority": "OGC", "code": "CRS84"}}) or {}
    code = ":".join(str(crs.get("id", {}).get(key)) for key in ("authority", "code"))
    if code not in OUR_CRS:
        raise ValueError(f"{path}: {name} is in {crs.get('name', 'no known system')}; it has to be in EPSG:4326")
    return name


def _with_coordinates(values: pa.RecordBatch, points: str) -> Any:
    """The batch with lon and lat of its points; null where there is no point."""
    import shapely

    shapes = shapely.from_wkb(values.column(points).to_numpy(zero_copy_only=False))
    shapes[shapely.is_empty(shapes)] = None  # asked for its x, an empty point is an error
    for name, numbers in zip(OF_POINT, (shapely.get_x(shapes), shapely.get_y(shapes)), strict=True):
        values = values.append_column(name, pa.array(numbers, pa.float64(), from_pandas=True))
    return values


def _opened(path: Path) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(path, pre_buffer=False, buffer_size=1 << 20)
    except pa.ArrowException as error:
        raise ValueError(f"{path}: not a Parquet file that can be read ({str(error).splitlines()[0]})") from None
