"""A file cut into parts that can be read alone, and a part as a stream of batches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PARQUET, CSV = (".parquet", ".geoparquet", ".pq"), (".csv", ".tsv", ".txt")


@dataclass(frozen=True)
class Part:
    """Bytes of a CSV file, or row groups of a Parquet file: from `start` up to, not including, `end`."""

    path: Path
    form: str
    start: int
    end: int
    header: tuple[str, ...] = ()
    delimiter: str = ","


@dataclass
class Batch:
    """Some rows of a part: the values asked for, and the number of each row in its part, from 1.

    `broken` are the numbers of rows with too few or too many cells, which `values` does not hold.
    """

    values: Any  # pyarrow.RecordBatch
    numbers: Any  # int64 array
    broken: list[int] = field(default_factory=list)


def files_of(path: Path) -> list[Path]:
    """The files that a name stands for: itself, or the Parquet files of a folder in the order of their names.

    Raises
    ------
    ValueError
        When there is none, or the ending is not known.
    """
    if path.is_dir():
        found = sorted(file for file in path.rglob("*.parquet") if not file.name.startswith((".", "_")))
        if not found:
            raise ValueError(f"{path}: the folder holds no .parquet file")
        return found
    if not path.exists():
        raise ValueError(f"{path}: there is no such file")
    if path.suffix.lower() not in PARQUET + CSV:
        raise ValueError(f"{path}: a file ends in {', '.join(PARQUET + CSV)}, or is a folder of .parquet files")
    return [path]


def header_of(path: Path) -> list[str]:
    """The names of a file's columns."""
    from geo.scale import csv_parts, parquet_parts

    return parquet_parts.header(path) if path.suffix.lower() in PARQUET else csv_parts.header(path)


def parts_of(path: Path, size: int | None = None) -> list[Part]:
    """A file as parts, in its order; `size` is rows of Parquet or bytes of CSV (default: what reads fast)."""
    from geo.scale import csv_parts, parquet_parts

    if path.suffix.lower() in PARQUET:
        return parquet_parts.cut(path, size or parquet_parts.ROWS)
    return csv_parts.cut(path, size or csv_parts.BYTES)


def batches_of(part: Part, names: list[str]) -> Iterator[Batch]:
    """The rows of a part, streaming."""
    from geo.scale import csv_parts, parquet_parts

    return parquet_parts.batches(part, names) if part.form == "parquet" else csv_parts.batches(part, names)
