"""Events by the million → counts per day, district and type, in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from geo.aggregate import local
from geo.aggregate.aggregates import write_map
from geo.aggregate.columns import Columns, columns_of
from geo.aggregate.folder import FORM, check_target, sorted_counts, summary_of, write_folder
from geo.aggregate.grid import Districts, districts_of
from geo.aggregate.part import Part
from geo.aggregate.parts import above_header, batches_of, files_of, header_of, parts_of
from geo.aggregate.tally import Tally
from geo.aggregate.texts import text_of
from geo.publishers.day_numbers import other_day_in_kabul
from geo.publishers.day_orders import day_order_of
from geo.publishers.days import GREGORIAN, DateFormat
from geo.record.atomic import atomic_folder
from geo.record.load import Dataset

#: Called after each part with: parts so far, all parts, rows so far.
Progress = Callable[[int, int, int], None]
#: So many different dates are looked at for times that were another day in Kabul.
FIRST_ROWS = 10_000


@dataclass(frozen=True)
class JoinOptions:
    """How events are to be joined."""

    engine: str = "local"
    workers: int = 2
    scheduler: str | None = None  # of dask: the address of a running cluster
    columns: Mapping[str, str | None] = field(default_factory=dict)  # role → column, see `columns_of`
    calendar: str = GREGORIAN
    day_order: str = ""  # "": found out where a date does not tell it
    serials: bool = False  # five figures are a day's number in a spreadsheet
    use_precision: bool = True
    force: bool = False
    part_size: int | None = None  # rows of Parquet, bytes of CSV


def join_events(
    events: Path,
    out: Path,
    record: Dataset,
    options: JoinOptions,
    progress: Progress = lambda *_: None,
) -> dict[str, Any]:
    """Count the events of a file and write the counts into a folder, wholly or not at all.

    Parameters
    ----------
    events : a .parquet or .csv file, or a folder of .parquet files; coordinates in degrees, EPSG:4326.
    out : the folder to make.
    record : the record whose districts are meant.
    progress : called after each part.

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
    check_target(out, options.force)
    files = files_of(events)
    columns = _columns(files, options)
    parts = [part for file in files for part in parts_of(file, options.part_size)]
    frame = record.frame("districts").sort_values("admin2_id", ignore_index=True)
    total, columns = _counted(parts, columns, districts_of(frame), options, progress)
    counts = sorted_counts(total)
    summary = {"form": FORM, "input": events.name, "columns": columns.by_role | {"precision": columns.precision}}
    summary |= {"unused_columns": [name for name in header_of(files[0]) if name not in columns.names]}
    summary |= {"above_header": [line for file in files for line in above_header(file)]}
    summary |= {"another_day_in_kabul": _other_day(parts, columns)}
    summary |= {"columns_reason": columns.reason, **asdict(columns.date_format), "districts_version": record.version}
    summary |= summary_of(total, counts)
    with atomic_folder(out, lambda folder: check_target(folder, options.force)) as made:
        write_folder(counts, frame, summary, made)
        write_map(made)
    return summary


def _columns(files: Sequence[Path], options: JoinOptions) -> Columns:
    """The columns, which every file of a folder has to have."""
    columns = columns_of(header_of(files[0]), options.columns, options.use_precision)
    columns = replace(columns, date_format=DateFormat(options.calendar, options.day_order, options.serials))
    for file in files[1:]:
        missing = sorted(set(columns.names) - set(header_of(file)))
        if missing:
            raise ValueError(f"{file} has no column {', '.join(missing)}, which {files[0].name} has")
    return columns


def _counted(
    parts: Sequence[Part], columns: Columns, districts: Districts, options: JoinOptions, progress: Progress
) -> tuple[Tally, Columns]:
    """The counts, and the columns with the order of days that they were read in.

    Where dates turn up that do not tell day from month, the order is looked for in the whole file, as the import does,
    and if it is found, everything is counted once more.
    """
    total = _added(parts, _engine(options, parts, columns, districts), progress)
    if options.day_order or "day_order" not in total.reasons:
        return total, columns
    order, _ = day_order_of(_written_days(parts, columns))
    if not order:
        return total, columns
    columns = replace(columns, date_format=DateFormat(options.calendar, order, options.serials))
    return _added(parts, _engine(options, parts, columns, districts), progress), columns


def _written_days(parts: Sequence[Part], columns: Columns) -> Iterator[str]:
    """The different dates of each batch of a file."""
    for part in parts:
        names = [name for name in columns.written_days if name in header_of(part.path)]
        for batch in batches_of(part, names):
            for name in names:
                if not pa.types.is_timestamp(batch.values.column(name).type):  # an instant: its day is the one in Kabul
                    yield from filter(None, text_of(batch.values.column(name)).unique().to_pylist())


def _other_day(parts: Sequence[Part], columns: Columns) -> str:
    """The first time with a zone that was another day in Kabul than the one written, which is counted; among the first rows."""
    for text in islice(_written_days(parts[:1], columns), FIRST_ROWS):
        if day := other_day_in_kabul(text):
            return f"{text} → {day}"
    return ""


def _engine(options: JoinOptions, parts: Sequence[Part], columns: Columns, districts: Districts) -> Iterator[Tally]:
    if options.engine == "dask":
        from geo.aggregate import cluster

        return cluster.tallies(parts, columns, districts, options.workers, options.scheduler)
    return local.tallies(parts, columns, districts, options.workers)


def _added(parts: Sequence[Part], tallies: Iterator[Tally], progress: Progress) -> Tally:
    """The sum over all parts; rows are numbered within their file."""
    total, file, offset = Tally(), None, 0
    for done, (part, tally) in enumerate(zip(parts, tallies, strict=True), start=1):
        file, offset = part.path, offset if part.path == file else 0
        total.add(tally, offset)
        offset += tally.rows
        progress(done, len(parts), total.rows)
    return total
