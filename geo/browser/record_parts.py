"""The record in three parts: what follows a handle at once, what marks on the map need, and the names that are read after that."""

from __future__ import annotations

from typing import Any

from geo.browser.payload import record_data
from geo.control.timeline import Timeline
from geo.record.geojson import dumps

#: What of the events is counted while the handle moves: all else of them comes with their places.
COUNTED = ("start", "end", "datePrecision", "verification")
#: How many cells of a district's row the first part keeps: id, name, province.
NAMED = 3


def record_parts(timeline: Timeline) -> dict[str, bytes]:
    """What `record_payload` gives, cut in three, as JSON by the name of the part.

    Returns
    -------
    `record`: states, changes, and of the events their days and grades.
    `marks`: `events`, the other columns but for the titles, and `districts`: lon, lat, km² of each.
    `names`: `titles`, in the order of the events, and `names`, every spelling.
    """
    first = record_data(timeline)
    names = {"titles": first["events"].pop("title"), "names": first.pop("names")}
    parts = {"record": first, "marks": _marks(first), "names": names}
    return {name: dumps(part).encode("utf-8") for name, part in parts.items()}


def _marks(record: dict[str, Any]) -> dict[str, Any]:
    """What the map's marks need, taken out of a record."""
    events, rows = record["events"], record["districts"]
    record["events"] = {key: events.pop(key) for key in COUNTED}
    record["districts"] = [row[:NAMED] for row in rows]
    return {"events": events, "districts": [row[NAMED:] for row in rows]}
