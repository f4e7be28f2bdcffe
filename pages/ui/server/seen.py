"""The record as it is seen by a day and by a definition, with the browser's files for it: a few such views are kept."""

from __future__ import annotations

import gzip
from dataclasses import replace
from typing import NamedTuple

from geo.address.keys import DEFINITIONS
from geo.address.view import ViewState
from geo.browser.card_payload import card_payload
from geo.browser.record_parts import record_parts
from geo.queries.definitions import timeline_of
from geo.record.load import Dataset
from geo.record.spans import is_day
from pages.ui.server.kept import Few
from pages.ui.server.paths import base_path
from pages.ui.server.snapshot import Snapshot

#: So many are kept, those that were asked for last: each takes a few megabytes and half a second to make.
MOST = 8
#: Under which its files lie, and what stands there in place of a day where all that is known now is seen.
FOLDER, NOW = "seen", "now"


class Sight(NamedTuple):
    """By which day things are known (None: now), and by which definition a district is held."""

    known_by: str | None = None
    definition: str = DEFINITIONS[0]

    @property
    def path(self) -> str:
        """As it stands in an address."""
        return f"{self.known_by or NOW}/{self.definition}"


PLAIN = Sight()
#: By the folder of the browser's files, which names the version, and how it is seen.
_kept: Few[tuple[Snapshot, dict[str, bytes]]] = Few(MOST)


def sight_of(view: ViewState) -> Sight:
    """How a view sees the record."""
    return Sight(view.known_by, view.definition)


def sight_in(dataset: Dataset, known_by: str, definition: str) -> Sight | None:
    """What an address of the browser's files asks for; None for what is no other sight than the plain one."""
    is_meant = known_by == NOW or (is_day(known_by) and dataset.first_day <= known_by < dataset.last_day)
    sight = Sight(None if known_by == NOW else known_by, definition)
    return sight if is_meant and definition in DEFINITIONS and sight != PLAIN else None


def seen(now: Snapshot, sight: Sight) -> Snapshot:
    """The record by a day and a definition; the record itself by neither. Rows of others came later than any day."""
    if sight.known_by and sight.known_by >= now.timeline.dataset.last_day:
        sight = sight._replace(known_by=None)
    return now if sight == PLAIN else _found(now, sight)[0]


def seen_file(now: Snapshot, version: str, sight: Sight, name: str) -> bytes | None:
    """One of the browser's files, packed by gzip; None where there is none of that name.

    Of another version than that of now only what a page has asked for is here.
    """
    if version == now.assets.folder:
        return _found(now, sight)[1].get(name)
    kept = _kept.kept((version, sight))
    return kept[1].get(name) if kept else None


def _found(now: Snapshot, sight: Sight) -> tuple[Snapshot, dict[str, bytes]]:
    return _kept.found((now.assets.folder, sight), lambda: _made(now, sight))


def _made(now: Snapshot, sight: Sight) -> tuple[Snapshot, dict[str, bytes]]:
    timeline = timeline_of(now.timeline.dataset, *sight)
    texts = record_parts(timeline) | {"cards": card_payload(timeline.dataset)}
    files = {f"{name}.json.gz": gzip.compress(text, mtime=0) for name, text in texts.items()}
    root = f"{base_path()}/{FOLDER}/{sight.path}/{now.assets.folder}"
    reference = None if sight.known_by else now.reference
    assets = replace(now.assets, has_reference=reference is not None and now.assets.has_reference, seen_root=root)
    return replace(now, timeline=timeline, assets=assets, reference=reference), files
