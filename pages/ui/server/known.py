"""The record as it could be known by the end of a day, with the browser's files for it: a few days are kept."""

from __future__ import annotations

import gzip
from dataclasses import replace

from geo.browser.card_payload import card_payload
from geo.browser.record_parts import record_parts
from geo.control.timeline import Timeline
from geo.known.record import dataset_known_by
from pages.ui.server.kept import Few
from pages.ui.server.paths import base_path
from pages.ui.server.snapshot import Snapshot

#: So many days are kept, those that were asked for last: each takes a few megabytes and half a second to make.
MOST = 8
#: Under which its files lie.
FOLDER = "known"

#: By the folder of the browser's files, which names the version, and the day.
_kept: Few[tuple[Snapshot, dict[str, bytes]]] = Few(MOST)


def known_then(now: Snapshot, day: str | None) -> Snapshot:
    """The record as it could be known by a day; the record itself where no day is named. Rows of others came later."""
    return _found(now, day)[0] if day and day < now.timeline.dataset.last_day else now


def known_file(now: Snapshot, version: str, day: str, name: str) -> bytes | None:
    """One of the browser's files of a day, packed by gzip; None where there is none of that name.

    Of another version than that of now only what a page has asked for is here.
    """
    if version == now.assets.folder:
        return _found(now, day)[1].get(name)
    kept = _kept.kept((version, day))
    return kept[1].get(name) if kept else None


def _found(now: Snapshot, day: str) -> tuple[Snapshot, dict[str, bytes]]:
    return _kept.found((now.assets.folder, day), lambda: _made(now, day))


def _made(now: Snapshot, day: str) -> tuple[Snapshot, dict[str, bytes]]:
    timeline = Timeline(dataset_known_by(now.timeline.dataset, day))
    texts = record_parts(timeline) | {"cards": card_payload(timeline.dataset)}
    files = {f"{name}.json.gz": gzip.compress(text, mtime=0) for name, text in texts.items()}
    root = f"{base_path()}/{FOLDER}/{day}/{now.assets.folder}"
    assets = replace(now.assets, has_reference=False, known_root=root)
    return replace(now, timeline=timeline, assets=assets, reference=None), files
