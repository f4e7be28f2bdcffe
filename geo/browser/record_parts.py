"""The record in two parts: what the map draws at once, and the names that are read and searched after that."""

from __future__ import annotations

from geo.browser.payload import record_data
from geo.control.timeline import Timeline
from geo.record.geojson import dumps


def record_parts(timeline: Timeline) -> tuple[bytes, bytes]:
    """What `record_payload` gives, but for the events' titles and the spellings of names; and these.

    Returns
    -------
    Two texts of JSON. The second holds `titles`, in the order of the events, `names` and `edges`.
    """
    first = record_data(timeline)
    names = {"titles": first["events"].pop("title"), "names": first.pop("names"), "edges": first.pop("edges")}
    return dumps(first).encode("utf-8"), dumps(names).encode("utf-8")
