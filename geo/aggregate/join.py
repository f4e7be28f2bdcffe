"""Events by the million → counts per day, district and type, in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geo.aggregate import local
from geo.aggregate.aggregates import write_map
from geo.aggregate.columns import Columns, columns_of
from geo.aggregate.folder import FORM, check_target, in_order, summary_of, write_folder
from geo.aggregate.grid import Districts, districts_of
from geo.aggregate.part import Part
from geo.aggregate.parts import files_of, header_of, parts_of
from geo.aggregate.tally import Tally
from geo.record.atomic import atomic_folder
from geo.record.load import Dataset


@dataclass(frozen=True)
class Wish:
    """How events are to be joined."""

    engine: str = "local"
    workers: int = 2
    scheduler: str | None = None  # of dask: the address of a running cluster
    told: Mapping[str, str | None] = field(default_factory=dict)  # role → column, see `columns_of`
    use_precision: bool = True
    force: bool = False
    part_size: int | None = None  # rows of Parquet, bytes of CSV


def join_events(
    events: Path, out: Path, record: Dataset, wish: Wish, tell: Callable[[int, int, int], None] = lambda *_: None
) -> dict[str, Any]:
    """Count the events of a file and write the counts into a folder, wholly or not at all.

    Parameters
    ----------
    events : a .parquet or .csv file, or a folder of .parquet files; coordinates in degrees, EPSG:4326.
    out : the folder to make.
    record : the record whose districts are meant.
    tell : hears of each part that was counted: parts so far, all parts, rows so far.

    Returns
    -------
    The summary that stands in the folder. Rows are numbered from 1, without the header.

    Raises
    ------
    ValueError
        When the call, the file or its columns are not as they have to be; nothing is written.
    OSError
        When a file can't be read or the folder can't be written.
    """
    check_target(out, wish.force)
    files = files_of(events)
    columns = _columns(files, wish)
    parts = [part for file in files for part in parts_of(file, wish.part_size)]
    frame = record.frame("districts").sort_values("admin2_id", ignore_index=True)
    total = _added(parts, _engine(wish, parts, columns, districts_of(frame)), tell)
    counts = in_order(total)
    summary = {"form": FORM, "input": events.name, "columns": columns.by_role | {"precision": columns.precision}}
    summary |= {"columns_reason": columns.reason, "districts_version": record.version}
    summary |= summary_of(total, counts)
    with atomic_folder(out, lambda folder: check_target(folder, wish.force)) as made:
        write_folder(counts, frame, summary, made)
        write_map(made)
    return summary


def _columns(files: Sequence[Path], wish: Wish) -> Columns:
    """The columns, which every file of a folder has to have."""
    columns = columns_of(header_of(files[0]), wish.told, wish.use_precision)
    for file in files[1:]:
        missing = sorted(set(columns.names) - set(header_of(file)))
        if missing:
            raise ValueError(f"{file} has no column {', '.join(missing)}, which {files[0].name} has")
    return columns


def _engine(wish: Wish, parts: Sequence[Part], columns: Columns, districts: Districts) -> Iterator[Tally]:
    if wish.engine == "dask":
        from geo.aggregate import cluster

        return cluster.tallies(parts, columns, districts, wish.workers, wish.scheduler)
    return local.tallies(parts, columns, districts, wish.workers)


def _added(parts: Sequence[Part], tallies: Iterator[Tally], tell: Callable[[int, int, int], None]) -> Tally:
    """The sum over all parts; rows are numbered within their file."""
    total, file, offset = Tally(), None, 0
    for done, (part, tally) in enumerate(zip(parts, tallies, strict=True), start=1):
        file, offset = part.path, offset if part.path == file else 0
        total.add(tally, offset)
        offset += tally.rows
        tell(done, len(parts), total.rows)
    return total
