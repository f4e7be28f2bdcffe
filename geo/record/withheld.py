"""What of the record may not leave the build, and which of the files made before still tell it."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterable, Set
from pathlib import Path

from geo.record.geojson import dumps
from geo.record.load import Dataset, public_sources

#: The forms of our files that are text: whatever a version tells of a record stands in one of them with its id.
TEXT_FORMS = (".json", ".csv", ".geojson", ".html", ".js")
#: Lies in each folder of a version that has events told more coarsely, and says in which words it has them.
GENERALISED = "generalised.json"


def hidden_ids(dataset: Dataset) -> set[str]:
    """The ids of the withheld events, and of the sources that only they rest on."""
    shown = {event["event_id"] for event in dataset.public_events}
    shown |= {source["source_id"] for source in public_sources(dataset)}
    return {*dataset.by_id("events"), *dataset.by_id("sources")} - shown


def generalised_file(dataset: Dataset) -> dict[str, bytes]:
    """What a folder of this version says of its events that are told more coarsely; no file where there are none."""
    marks = _marks(dataset)
    return {GENERALISED: json.dumps(marks, sort_keys=True).encode("utf-8")} if marks else {}


def remove_holders(folders: Iterable[Path], dataset: Dataset) -> list[Path]:
    """Remove the folders of which a text names what is hidden now, or tells otherwise what is told coarsely now.

    Returns
    -------
    The folders that were removed.

    Raises
    ------
    OSError
        When one can't be read or removed.
    """
    hidden, marks = hidden_ids(dataset), _marks(dataset)
    if not hidden and not marks:
        return []
    holders = [
        folder
        for folder in folders
        if folder.is_dir() and _names_one(folder, hidden | {one for one, _ in marks.items() - _stated(folder).items()})
    ]
    for folder in holders:
        shutil.rmtree(folder)
    return holders


def _marks(dataset: Dataset) -> dict[str, str]:
    """Each event that is told more coarsely than its sources do → a hash of all that is told of it."""
    points = {row.record["event_id"]: row.geometry for row in dataset.tables["events"]}
    return {
        event["event_id"]: hashlib.sha256(dumps([event, points[event["event_id"]]]).encode("utf-8")).hexdigest()
        for event in dataset.public_events
        if event["sensitivity"] == "generalised"
    }


def _stated(folder: Path) -> dict[str, str]:
    path = folder / GENERALISED
    try:
        found = json.loads(path.read_bytes()) if path.exists() else {}
    except ValueError:  # half a file says nothing
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def _names_one(folder: Path, ids: Set[str]) -> bool:
    if not ids:
        return False
    names = re.compile(rb"\b(?:%s)\b" % b"|".join(re.escape(one.encode()) for one in sorted(ids)))
    texts = (path for path in sorted(folder.rglob("*")) if path.suffix in TEXT_FORMS and path.is_file())
    return any(names.search(path.read_bytes()) for path in texts)
