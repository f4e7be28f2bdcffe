"""What a site still has of events as they were before they were corrected, and which of their fields that changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.record.load import Dataset

Event = Mapping[str, Any]
#: The events of an earlier version, by id.
Earlier = Mapping[str, Event]
#: Told by name alone: words may have been taken back for a reason, and a point is no reading.
BY_NAME = ("title", "summary", "notes", "claims", "place_name", "place_aliases", "geometry")
#: They are what a correction is, or why the record may be told at all.
ASIDE = ("event_id", "recorded_on", "revised_on", "sensitivity")
OPEN = "public"


@dataclass(frozen=True)
class FieldChange:
    """A field of an event that a correction changed; no values where only its name is told."""

    field: str
    before: Any = None
    after: Any = None


def earlier_events(folder: Path, released: Iterable[tuple[str, str]], current: str) -> list[Earlier]:
    """The events of the earlier versions that a site has, the newest version first.

    Parameters
    ----------
    folder : of the site.
    released : versions of the data with their days, the newest first.
    current : the version that is not an earlier one.
    """
    files = [folder / "api" / version / "events.json" for version, _ in released if version != current]
    read = [json.loads(file.read_text("utf-8"))["events"] for file in files if file.exists()]
    return [{event["event_id"]: event for event in events} for events in read]


def corrections(dataset: Dataset, earlier: Sequence[Earlier]) -> dict[str, list[FieldChange]]:
    """By event what its last correction changed, where an earlier version tells how it was before.

    Nothing of an event that is not told in full, now or then.
    """
    points = {row.record["event_id"]: row.geometry for row in dataset.tables["events"]}
    found: dict[str, list[FieldChange]] = {}
    for event in dataset.public_events:
        name, now = event["event_id"], {**event, "geometry": points[event["event_id"]]}
        before = next((old[name] for old in earlier if name in old and _is_before(old[name], now)), None)
        if before and before["sensitivity"] == now["sensitivity"] == OPEN:
            found[name] = list(_changes(before, now))
    return found


def _is_before(old: Event, now: Event) -> bool:
    return bool(now["revised_on"]) and old["revised_on"] != now["revised_on"]


def _changes(before: Event, now: Event) -> Iterator[FieldChange]:
    for field, after in now.items():
        if field in ASIDE or field not in before or before[field] == after:
            continue
        yield FieldChange(field) if field in BY_NAME else FieldChange(field, before[field], after)
