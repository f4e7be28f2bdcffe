"""The rules of moments: days that have a name, within the days of what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from geo.record.geojson import Record, Row
from geo.record.problems import Fault
from geo.record.record_rules import Tables
from geo.record.spans import FAR_AWAY, add_days


def moment_faults(row: Row, tables: Tables) -> Iterator[Fault]:
    """A moment lies within the days of what it rests on, and says so when only a party claims it."""
    moment = row.record
    first, last = moment["day"], moment["last_day"] or moment["day"]
    if last < first:
        yield "last_day", "order", f"{last} is before {first}"
    events = _named(tables, "events", "event_id", moment["event_ids"])
    claims = _named(tables, "control_claims", "claim_id", moment["claim_ids"])
    spans = [("event_ids", e["event_id"], e["date_start"], e["date_end"]) for e in events]
    spans += [("claim_ids", c["claim_id"], c["valid_from"], _last_day(c)) for c in claims]
    for field, record_id, start, end in spans:
        if last < start or end < first:
            yield field, "period", f"{record_id} is from {start} to {end}, the moment from {first} to {last}"
    for field in ("day", "last_day"):
        day = moment[field]
        if day and not any(e["date_start"] <= day <= e["date_end"] for e in events):
            yield field, "period", f"{day} is not within the days of any event it rests on"
    for event in events:
        if event["sensitivity"] == "withheld":
            yield "event_ids", "withheld", f"{event['event_id']} is withheld: nothing may name it"
    yield from _moment_claimant(moment, events)


def _moment_claimant(moment: Record, events: list[Record]) -> Iterator[Fault]:
    is_told = any(event["verification"] in ("verified", "reported") for event in events)
    if is_told == bool(moment["claimed_by"]):
        message = "names who claims it when no event it rests on is verified or reported, and nobody otherwise"
        yield "claimed_by", "claimed", message
        return
    speakers = {claim["claimant"] for event in events for claim in event["claims"] if claim["stance"] == "affirms"}
    if moment["claimed_by"] and moment["claimed_by"] not in speakers:
        yield "claimed_by", "claimed", f"{moment['claimed_by']} affirms none of the events"


def _named(tables: Tables, file: str, id_field: str, ids: list[str]) -> list[Record]:
    return [row.record for row in tables.get(file, []) if row.record.get(id_field) in ids]


def _last_day(claim: Record) -> str:
    """`valid_to` is the first day on which it no longer holds."""
    return add_days(claim["valid_to"], -1) if claim["valid_to"] else FAR_AWAY
