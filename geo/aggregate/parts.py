"""A file cut into parts that can be read alone, and a part as a stream of batches."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geo.aggregate import csv_parts, parquet_parts
from geo.aggregate.part import Batch, Part

PARQUET, CSV = (".parquet", ".geoparquet", ".pq"), (".csv", ".tsv", ".txt")


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
    return parquet_parts.header(path) if path.suffix.lower() in PARQUET else csv_parts.header(path)


def above_header(path: Path) -> tuple[str, ...]:
    """The lines of a text file above its header, which are no rows."""
    return () if path.suffix.lower() in PARQUET else csv_parts.above_header(path)


def parts_of(path: Path, size: int | None = None) -> list[Part]:
    """A file as parts, in its order; `size` is rows of Parquet or bytes of CSV (default: what reads fast)."""
    if path.suffix.lower() in PARQUET:
        return parquet_parts.cut(path, size or parquet_parts.ROWS)
    return csv_parts.cut(path, size or csv_parts.BYTES)


def batches_of(part: Part, names: list[str]) -> Iterator[Batch]:
    """The rows of a part, streaming."""
    return parquet_parts.batches(part, names) if part.form == "parquet" else csv_parts.batches(part, names)
