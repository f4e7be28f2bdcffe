"""Parts counted by a few processes of this machine."""

from __future__ import annotations

import multiprocessing as mp
import os
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing.connection import wait

from geo.aggregate.columns import Columns
from geo.aggregate.grid import Districts
from geo.aggregate.part import Part
from geo.aggregate.parts import batches_of
from geo.aggregate.rows import rows_of
from geo.aggregate.tally import Tally, gathered, tally_of

AHEAD = 2  # parts under way for each process: none waits, none piles up

_shared: tuple[Columns, Districts]  # of a process


def tallies(parts: Sequence[Part], columns: Columns, districts: Districts, workers: int) -> Iterator[Tally]:
    """The counts of each part, in the order of the parts; `workers` 1 counts in this process."""
    if workers == 1 or len(parts) < 2:
        yield from (part_tally(part, columns, districts) for part in parts)
        return
    context = mp.get_context("spawn")  # a fork would copy the threads' locks of the libraries
    with ProcessPoolExecutor(min(workers, len(parts)), context, _begin, (columns, districts)) as pool:
        under_way: deque[Future[Tally]] = deque()
        try:
            for part in parts:
                under_way.append(pool.submit(_shared_tally, part))
                if len(under_way) >= AHEAD * workers:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        finally:
            for future in under_way:
                future.cancel()


def part_tally(part: Part, columns: Columns, districts: Districts) -> Tally:
    """The counts of one part, read as a stream."""

    def each() -> Iterator[Tally]:
        for batch in batches_of(part, columns.names):
            rows = rows_of(batch, columns)
            yield tally_of(rows, districts.assign(rows.lon, rows.lat), districts, part.path.name)

    return gathered(each())


def _begin(columns: Columns, districts: Districts) -> None:
    """Set a process up; it ends when the one that began it does."""
    global _shared
    _shared = columns, districts
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _shared_tally(part: Part) -> Tally:
    return part_tally(part, *_shared)


def _end_with_parent() -> None:
    parent = mp.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
