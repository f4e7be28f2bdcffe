"""A released version of the record, for a reader who comes by an address that was made with it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from geo.address.view import made_with_other_data
from geo.browser.assets import write_assets
from geo.control.timeline import Timeline
from geo.queries.releases.kept import kept_versions, may_be_told, release
from geo.record.load import DATA_DIR
from geo.record.problems import DataError
from pages.ui.server.kept import Few
from pages.ui.server.snapshot import STATIC_DIR, Snapshot

#: So many earlier versions are held at a time: each takes as much memory as the record of today.
MOST = 2

_log = logging.getLogger(__name__)
#: By the version and that of today, which may forbid it; None where it can't be shown.
_held: Few[Snapshot | None] = Few(MOST)


def snapshot_for(
    query: Mapping[str, str], now: Snapshot, data_dir: Path = DATA_DIR, static_dir: Path = STATIC_DIR
) -> Snapshot:
    """The version that an address names, where it is kept and may be told; else the record of today.

    UCDP's rows stand beside the record of today only: they were matched with its events.
    """
    version = made_with_other_data(query, now.timeline.dataset)
    if version is None or version not in kept_versions(data_dir):
        return now
    key = version, now.timeline.dataset.version
    return _held.found(key, lambda: _opened(version, now, data_dir, static_dir)) or now


def _opened(version: str, now: Snapshot, data_dir: Path, static_dir: Path) -> Snapshot | None:
    """A version with the browser's files for it; those of the versions in use stay."""
    try:
        earlier = release(version, data_dir)
        if not may_be_told(lambda: earlier, now.timeline.dataset):
            return None
        timeline = Timeline(earlier)
        assets = write_assets(timeline, static_dir, data_dir, removes_old=False)
    except (DataError, OSError):  # whatever is wrong with it, the record of today is there
        _log.exception("the released version %s can't be shown", version)
        return None
    return Snapshot(timeline, assets, now.stamp, now.stale, newer=now.timeline.dataset.version)
