"""The event that every brought file becomes: its fields, in the words of `geo/record/schema.py`, and its file form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from geo.record.geojson import Row, write_features
from geo.record.schema import (
    ADMIN1,
    ADMIN2,
    DATE_PRECISIONS,
    EVENT_TYPES,
    SUB_EVENT_TYPES,
    WHERE_PRECISIONS,
    DataFile,
    Field,
)

#: One accepted event as plain data: every field of `FIELDS` (None when not known), and `point`, [lon, lat] or None.
Event = dict[str, Any]

BY_POINT, BY_NAME = "point", "name"


def _number(name: str, meaning: str) -> Field:
    return Field(name, "integer", meaning, required=False)


FIELDS = (
    Field("event_id", "id", "the id in the file; 'row-N' where it has none", pattern=r".{1,80}"),
    Field("title", "text", "the title in the file; else kind and place, put together"),
    Field("summary", "text", "what the file says happened", required=False),
    Field("date_start", "day", "first day it can have happened (Gregorian)"),
    Field("date_end", "day", "last day it can have happened or went on"),
    Field("date_precision", "integer", "as in our record", allowed=tuple(map(str, DATE_PRECISIONS))),
    Field(
        "event_type",
        "enum",
        "ACLED's six types; null when the file does not tell",
        required=False,
        allowed=tuple(EVENT_TYPES),
    ),
    Field("sub_event_type", "enum", "ACLED's sub-types", required=False, allowed=SUB_EVENT_TYPES),
    Field("side_a", "texts", "names of one side as the file has them; the order implies no aggressor", required=False),
    Field("side_b", "texts", "names of the other side", required=False),
    Field("actor_ids", "refs", "those of the names that our record knows", required=False, refers_to=("actors",)),
    Field("civilians_targeted", "flag", "whether civilians were the target, when the file tells", required=False),
    Field("country", "text", "ISO 3166-1 code", pattern=r"[A-Z]{2}"),
    Field("place_name", "text", "the place as named", required=False),
    Field("stated_admin1", "text", "the province as the file names it", required=False),
    Field("stated_admin2", "text", "the district as the file names it", required=False),
    ADMIN1,
    ADMIN2,
    Field("joined_by", "enum", "how province and district were found", required=False, allowed=(BY_POINT, BY_NAME)),
    _number("join_score", "how alike the names are, 0 to 100, when joined by name"),
    Field("where_precision", "integer", "as in our record", allowed=tuple(map(str, WHERE_PRECISIONS))),
    _number("killed_low", "fewest killed, by the file"),
    _number("killed_best", "killed, the file's best or only number"),
    _number("killed_high", "most killed, by the file"),
    _number("wounded_low", "fewest wounded, by the file"),
    _number("wounded_best", "wounded, the file's best or only number"),
    _number("wounded_high", "most wounded, by the file"),
    Field("source", "text", "the source as the file names it", required=False),
    Field("source_url", "text", "its address", required=False, pattern=r"https?://\S+"),
    Field("row", "integer", "the row of the file (a spreadsheet's heading is row 1)"),
    Field("layout", "text", "whose columns the file has: acled, ucdp, gtd, gdelt or table"),
    Field("extra", "objects", "every other field of the row, by its name in the file", required=False),
)
IMPORTED = DataFile("imported", "events.geojson", "geojson", FIELDS, ("Point", "null"), "events of a brought file")
_LISTS = ("side_a", "side_b", "actor_ids")


def new_event(**known: Any) -> Event:
    """An event with every field, in order; what is not given is None (lists: empty)."""
    event: Event = {field.name: [] if field.name in _LISTS else None for field in FIELDS}
    event |= {"country": "AF", "extra": {}, "point": None}
    if unknown := known.keys() - event.keys():
        raise ValueError(f"{', '.join(sorted(unknown))} is not a field of an event")
    return event | known


def write_events(events: Iterable[Event]) -> str:
    """The events as GeoJSON (EPSG:4326), one a line, sorted by id, with a Point or null as geometry."""
    rows = []
    for event in events:
        point = event["point"]
        record = {name: value for name, value in event.items() if name != "point"}
        rows.append(Row(event["row"], record, {"type": "Point", "coordinates": point} if point else None))
    return write_features(rows, IMPORTED)
