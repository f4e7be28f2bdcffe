"""From which day each statement of the record could be known, by what its sources say of themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from geo.known.texts import days_named
from geo.record.load import Dataset
from geo.record.records import Claim, Event, Source
from geo.record.schema import FIRST_DAY

Record = Mapping[str, Any]
#: Before everything that the record tells: the day of what names none.
UNKNOWN = ""
#: Notes of sources that say when a page was there at the latest, not from when.
_AT_THE_LATEST = ("retrieved", "before")


def source_days(dataset: Dataset) -> dict[str, str]:
    """From when each source of the record can have told anything, by its id; `UNKNOWN` where nothing says."""
    return dataset.cached("days of sources", lambda: {s["source_id"]: _from(s) for s in dataset.records("sources")})


def _from(source: Source) -> str:
    """Its day, else the first of the month that its note names."""
    note = source["date_note"] or ""
    if source["date"]:
        return source["date"]
    named = None if any(word in note for word in _AT_THE_LATEST) else days_named(note, FIRST_DAY[:4])
    return f"{named[0][:7]}-01" if named else UNKNOWN


def told_from(days: Mapping[str, str], source_ids: Iterable[str]) -> str:
    """From when the first of some sources can have told anything; `UNKNOWN` where one has no day."""
    return min((days[source_id] for source_id in source_ids), default=UNKNOWN)


def last_told(days: Mapping[str, str], source_ids: Iterable[str]) -> str:
    """From when the last of some sources can have told anything."""
    return max((days[source_id] for source_id in source_ids), default=UNKNOWN)


def claim_told_from(claim: Claim, days: Mapping[str, str]) -> str:
    """From when what one speaker says of an event could be known."""
    return claim["reported_on"] or told_from(days, claim["source_ids"])


def event_told_from(event: Event, days: Mapping[str, str]) -> str:
    """From when an event could be known; never before it began."""
    statements = [days[source_id] for source_id in event["source_ids"]]
    statements += [claim_told_from(claim, days) for claim in event["claims"]]
    return max(event["known_from"] or min(statements, default=UNKNOWN), event["date_start"])


def event_last_told(event: Event, days: Mapping[str, str]) -> str:
    """From when all that the record tells of an event could be known."""
    statements = [days[source_id] for source_id in event["source_ids"]]
    return max([event_told_from(event, days), *statements, *(claim_told_from(c, days) for c in event["claims"])])


def control_told_from(claim: Record, days: Mapping[str, str]) -> str:
    """From when a control claim could be known; never before its first day."""
    told: str = max(claim["known_from"] or told_from(days, claim["source_ids"]), claim["valid_from"])
    return told
