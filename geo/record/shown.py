"""What of the record is public, worked out from its tables, and the rule that nothing public names what is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from geo.record.geojson import Record, Row
from geo.record.problems import Problem
from geo.record.schema import FILES

#: The tables besides the events whose records rest on sources.
RESTING = ("control_claims", "presence", "statistics", "undated", "actors")
_ID = re.compile(r"\b(?:EV-20\d\d-\d{4}|SRC-\d{4})\b")
_HOW = "nothing public may name it"


def source_ids_behind(records: Iterable[Mapping[str, Any]], sources: Mapping[str, Mapping[str, Any]]) -> set[str]:
    """The sources that some records rest on, with those through which they were read, however far back."""
    found: set[str] = set()
    open_ids = {source_id for record in records for source_id in _named_by(record)}
    while open_ids:
        found |= open_ids
        open_ids = {page for one in open_ids if one in sources for page in sources[one]["seen_through"]} - found
    return found


def naming_problems(tables: Mapping[str, list[Row]]) -> Iterator[Problem]:
    """Public records that name a withheld event, or a source that only withheld events rest on."""
    hidden = _hidden(tables)
    if not hidden:
        return
    for name, rows in tables.items():
        form = FILES[name]
        for row in rows:
            record_id = str(row.record.get(form.id_field))
            for field, message in () if record_id in hidden else _faults(row.record, hidden):
                yield Problem(f"data/{form.path}", row.line, record_id, field, "withheld", message)


def _hidden(tables: Mapping[str, list[Row]]) -> set[str]:
    events = [row.record for row in tables.get("events", [])]
    withheld = {event["event_id"] for event in events if event["sensitivity"] == "withheld"}
    if not withheld:
        return set()
    sources = {row.record["source_id"]: row.record for row in tables.get("sources", [])}
    public = [event for event in events if event["event_id"] not in withheld]
    public += [row.record for name in RESTING for row in tables.get(name, [])]
    return withheld | (set(sources) - source_ids_behind(public, sources))


def _faults(record: Record, hidden: Set[str]) -> Iterator[tuple[str, str]]:
    for source_id in record.get("copy_of") or []:
        if source_id in hidden:
            yield "copy_of", f"only withheld events rest on {source_id}: {_HOW}; write its publisher under retells"
    for field, value in record.items():
        for named in sorted({one for text in _texts(value) for one in _ID.findall(text)} & hidden):
            yield field, f"{named} is withheld, or only withheld events rest on it: {_HOW}"


def _texts(value: object) -> Iterator[str]:
    """The texts within a value; an id that stands alone is a reference, and those are left out where they are shown."""
    if isinstance(value, str):
        if not _ID.fullmatch(value):
            yield value
    elif isinstance(value, Mapping):
        yield from (text for part in value.values() for text in _texts(part))
    elif isinstance(value, Iterable):
        yield from (text for part in value for text in _texts(part))


def _named_by(record: Mapping[str, Any]) -> list[str]:
    relations = record.get("relations") or []
    return [*(record.get("source_ids") or []), *(one for relation in relations for one in relation["source_ids"])]
