"""The record that all sessions share: loaded once a process, replaced when its files change.

It is a module-level snapshot and no Streamlit cache: any visitor may clear those.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from geo.browser.assets import Assets, write_assets
from geo.control.timeline import Timeline
from geo.record.load import DATA_DIR, Dataset, load
from geo.record.problems import DataError, Problem
from geo.record.schema import FILES
from geo.reference.load import Reference, reference_beside
from geo.reference.schema import FOLDER, REFERENCE_FILES
from geo.wording.language import language
from pages.ui.server.gc_freeze import freeze
from pages.ui.server.kept import Kept, size_of

#: When, how large and which each file of the record is.
Stamp = tuple[tuple[int, int, int], ...]

STATIC_DIR = DATA_DIR.parent / "static"

#: Files under the data folder whose change makes the record another one.
FILE_PATHS = tuple(form.path for form in FILES.values())
REFERENCE_PATHS = tuple(f"{FOLDER}/{form.path}" for form in REFERENCE_FILES.values())

#: So many bytes of answers are kept, those that were asked for last; the largest are charts of some ten kilobytes.
MAX_CACHED = 32_000_000

T = TypeVar("T")

_log = logging.getLogger(__name__)
_lock = threading.Lock()
_current: Snapshot | None = None
_cached: Kept[tuple[Any]] = Kept(MAX_CACHED)


@dataclass(frozen=True)
class Snapshot:
    """One version of the record with the browser's files for it; `stale` when newer files are unsound."""

    timeline: Timeline
    assets: Assets
    stamp: Stamp
    stale: bool = False
    #: UCDP's rows beside the record; None where the data folder has none.
    reference: Reference | None = None
    #: The version of today, where this is an earlier one.
    newer: str | None = None


def snapshot(data_dir: Path = DATA_DIR, static_dir: Path = STATIC_DIR) -> Snapshot:
    """The record as it now stands; the last sound one when its files can't be read.

    Raises
    ------
    DataError
        When there is no sound version at all.
    """
    global _current
    with _lock:
        stamp = _stamp(data_dir)
        if _current is None or _current.stamp != stamp:
            _current = _replaced(_current, data_dir, static_dir, stamp)
        return _current


def cached(dataset: Dataset, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
    """What was made for this key, version of the record, day by which it is known, and language, made once for all readers; not to be changed.

    The key names everything that the answer depends on beside the record.
    """
    full = (dataset.version, dataset.known and dataset.known.by, language(), *key)
    if (found := _cached.get(full)) is not None:
        known: T = found[0]
        return known
    made = make()
    own = dataset.cached("ids of its own objects", lambda: _objects_of(dataset))
    _cached.put(full, (made,), size_of(made, but=own))
    return made


def _objects_of(dataset: Dataset) -> frozenset[int]:
    """The ids of the records that an answer may name without taking more memory."""
    rows = (row.record for rows in dataset.tables.values() for row in rows)
    return frozenset(map(id, (*rows, *dataset.public_events)))


def _replaced(before: Snapshot | None, data_dir: Path, static_dir: Path, stamp: Stamp) -> Snapshot:
    try:
        timeline = Timeline(load(data_dir))
        reference = reference_beside(timeline.dataset, data_dir)
        assets = write_assets(timeline, static_dir, data_dir, reference=reference)
    except Exception as error:  # whatever is wrong with newer files, readers keep the last sound record
        _log.exception("the record can't be taken")
        if before is None:
            raise error if isinstance(error, DataError) else DataError([_unknown(error)]) from error
        return replace(before, stamp=stamp, stale=True)
    freeze()  # or the versions before would never be let go
    return Snapshot(timeline, assets, stamp, reference=reference)


def _unknown(error: Exception) -> Problem:
    return Problem("data", 0, "", "", "unreadable", f"the record can't be taken: {type(error).__name__}")


def _stamp(data_dir: Path) -> Stamp:
    """Of each file what changes when it is written or replaced; nothing where it can't be looked at."""
    stamps = []
    for path in (*FILE_PATHS, *REFERENCE_PATHS):
        try:
            state = (data_dir / path).stat()
        except OSError:
            stamps.append((0, 0, 0))
        else:
            stamps.append((state.st_mtime_ns, state.st_size, state.st_ino))
    return tuple(stamps)
