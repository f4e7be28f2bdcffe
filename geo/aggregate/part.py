"""What a part of a file is, and a batch of its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Part:
    """Bytes of a CSV file, or row groups of a Parquet file: from `start` up to, not including, `end`."""

    path: Path
    form: str
    start: int
    end: int
    header: tuple[str, ...] = ()
    delimiter: str = ","
    quoted: bool = True  # cells may stand in quotation marks


@dataclass
class Batch:
    """Some rows of a part: the values asked for, and the number of each row in its part, from 1.

    `broken` are the numbers of rows with too few or too many cells, which `values` does not hold.
    """

    values: Any  # pyarrow.RecordBatch
    numbers: Any  # int64 array
    broken: list[int] = field(default_factory=list)
