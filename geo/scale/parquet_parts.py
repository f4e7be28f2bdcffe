"""Parquet: parts are runs of row groups, read in batches and only in the columns asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from geo.scale.parts import Batch, Part

ROWS = 2_000_000  # in a part, if its row groups are no larger
BATCH_ROWS = 250_000


def header(path: Path) -> list[str]:
    """The names of the columns."""
    with _opened(path) as file:
        return list(file.schema_arrow.names)


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
        groups = list(range(part.start, part.end))
        for values in file.iter_batches(BATCH_ROWS, row_groups=groups, columns=names, use_threads=False):
            yield Batch(values, np.arange(first, first + len(values)))
            first += len(values)


def _opened(path: Path) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(path, pre_buffer=False, buffer_size=1 << 20)
    except pa.ArrowException as error:
        raise ValueError(f"{path}: not a Parquet file that can be read ({str(error).splitlines()[0]})") from None
