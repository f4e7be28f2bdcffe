"""What of the record may not leave the build, and which of the files made before still hold it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from geo.record.load import Dataset, public_sources

#: The forms of our files that are text: whatever a version tells of a record stands in one of them with its id.
TEXT_FORMS = (".json", ".csv", ".geojson", ".html")


def hidden_ids(dataset: Dataset) -> set[str]:
    """The ids of the withheld events, and of the sources that only they rest on."""
    shown = {event["event_id"] for event in dataset.public_events}
    shown |= {source["source_id"] for source in public_sources(dataset)}
    return {*dataset.by_id("events"), *dataset.by_id("sources")} - shown


def remove_holders(folders: Iterable[Path], hidden: set[str]) -> list[Path]:
    """Remove the folders of which a text names one of these ids; which were removed.

    Raises
    ------
    OSError
        When one can't be read or removed.
    """
    if not hidden:
        return []
    names = re.compile(rb"\b(?:%s)\b" % b"|".join(re.escape(one.encode()) for one in sorted(hidden)))
    holders = [folder for folder in folders if folder.is_dir() and _names_one(folder, names)]
    for folder in holders:
        shutil.rmtree(folder)
    return holders


def _names_one(folder: Path, names: re.Pattern[bytes]) -> bool:
    texts = (path for path in sorted(folder.rglob("*")) if path.suffix in TEXT_FORMS and path.is_file())
    return any(names.search(path.read_bytes()) for path in texts)
