"""The rules of single records: what their fields have to say together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from geo.record.geojson import Record, Row
from geo.record.problems import Fault
from geo.record.schema import COUNTRY, EVENT_TYPES, FIRST_DAY
from geo.record.spans import days_between

Tables = Mapping[str, list[Row]]


def record_faults(name: str, row: Row, tables: Tables) -> Iterator[Fault]:
    """What is wrong with a record of the file `name` whose fields are sound, each by itself."""
    rule = RECORD_RULES.get(name)
    return rule(row, tables) if rule else iter(())


def _event_rules(row: Row, tables: Tables) -> Iterator[Fault]:
    event = row.record
    if event["sub_event_type"] not in EVENT_TYPES[event["event_type"]]:
        allowed = ", ".join(EVENT_TYPES[event["event_type"]])
        yield "sub_event_type", "sub_type", f"{event['sub_event_type']} is not one of {allowed}"
    yield from _span(event["date_start"], event["date_end"], "date_end")
    yield from _date_width(event)
    if event["date_start"] < FIRST_DAY:
        yield "date_start", "period", f"{event['date_start']} is before the period ({FIRST_DAY})"
    if event["date_end"] > event["recorded_on"]:
        yield "date_end", "period", f"{event['date_end']} is after the day it was recorded ({event['recorded_on']})"
    if event["reported_on"] and event["reported_on"] < event["date_start"]:
        yield "reported_on", "order", f"{event['reported_on']} is before the event"
    yield from _event_place(row)
    yield from _grade(event, tables)
    for number, claim in enumerate(event["claims"]):
        if claim["reported_on"] and claim["reported_on"] < event["date_start"]:
            yield f"claims[{number}].reported_on", "order", f"{claim['reported_on']} is before the event"
        for source_id in claim["source_ids"]:
            if source_id not in event["source_ids"]:
                message = f"{source_id} is missing in the event's source_ids"
                yield f"claims[{number}].source_ids", "sources", message
        for casualty in claim["casualties"] or []:
            yield from _low_high(casualty, f"claims[{number}].casualties")


def _grade(event: Record, tables: Tables) -> Iterator[Fault]:
    """A verified event says who verified it, and rests on a page that can be opened and was read."""
    if event["verification"] != "verified":
        return
    if not event["verified_by"]:
        yield "verified_by", "required", "a verified event says who verified it"
    elif str(event["verified_by"]).endswith("."):
        yield "verified_by", "stop", "it stands before a full stop, and ends without one"
    named = set(event["source_ids"])
    sources = [row.record for row in tables.get("sources", []) if str(row.record.get("source_id")) in named]
    if not any(map(_is_read, sources)):
        yield (
            "verification",
            "openable",
            "verified rests on a page with an address that was read, not on an encyclopedia",
        )


def _is_read(source: Record) -> bool:
    is_read = source.get("read_as") in ("original", "copy") and source.get("kind") != "encyclopedia"
    return is_read and bool(source.get("url"))


def _date_width(event: Record) -> Iterator[Fault]:
    days = days_between(event["date_start"], event["date_end"])
    if event["date_precision"] == 1 and days:
        yield "date_precision", "width", f"1 (exact day) does not go with {days + 1} days"


def _event_place(row: Row) -> Iterator[Fault]:
    event, has_point = row.record, row.geometry is not None
    precision = event["where_precision"]
    if event["country"] != COUNTRY:
        if has_point or event["admin1"] or event["admin2_id"]:
            yield "country", "abroad", "an event abroad has no province, district or geometry"
        return
    if precision <= 3 and not has_point:
        yield "geometry", "precision", f"where_precision {precision} needs a point"
    if precision >= 4 and has_point:
        yield "geometry", "precision", f"where_precision {precision} must have null geometry"
    if precision <= 3 and not event["admin2_id"]:
        yield "admin2_id", "precision", f"where_precision {precision} needs a district"
    if precision <= 4 and not event["admin1"]:
        yield "admin1", "precision", f"where_precision {precision} needs a province"
    if event["admin2_id"] and not event["admin2_id"].startswith(f"{event['admin1']}-"):
        yield "admin2_id", "province", f"{event['admin2_id']} is not in {event['admin1']}"


def _control_rules(row: Row, tables: Tables) -> Iterator[Fault]:
    claim = row.record
    if claim["valid_to"]:
        yield from _span(claim["valid_from"], claim["valid_to"], "valid_to")
        if claim["valid_to"] == claim["valid_from"]:
            yield "valid_to", "empty", "is the first day the state no longer holds, so later than valid_from"
    if not FIRST_DAY <= claim["valid_from"] <= claim["recorded_on"]:
        yield "valid_from", "period", f"{claim['valid_from']} is before {FIRST_DAY} or after its record"
    if claim["from_latest"]:
        yield from _span(claim["valid_from"], claim["from_latest"], "from_latest")
    if claim["to_latest"]:
        yield from _span(claim["valid_to"] or claim["valid_from"], claim["to_latest"], "to_latest")
    if claim["last_confirmed"] < claim["valid_from"]:
        yield "last_confirmed", "order", f"{claim['last_confirmed']} is before valid_from"
    expected = {"country": r"AF", "province": r"AF-[A-Z]{3}", "district": r"AF-[A-Z]{3}-.+", "place": r"PL-.+"}
    for area_id in claim["area_ids"]:
        if not re.fullmatch(expected[claim["area_type"]], area_id):
            yield "area_ids", "area", f"{area_id} is not a {claim['area_type']}"
    if claim["basis"] == "assessed" and claim["certainty"] in ("C", "D"):
        yield "basis", "certainty", f"certainty {claim['certainty']} is a claim, not an assessment"


def _presence_rules(row: Row, tables: Tables) -> Iterator[Fault]:
    if row.record["as_of"] > row.record["recorded_on"]:
        yield "as_of", "period", f"{row.record['as_of']} is after the day it was recorded ({row.record['recorded_on']})"


def _statistic_rules(row: Row, tables: Tables) -> Iterator[Fault]:
    statistic = row.record
    yield from _low_high(statistic, "low")
    if statistic["window_start"]:
        yield from _span(statistic["window_start"], statistic["window_end"], "window_end")
    if statistic["low"] is None and statistic["high"] is None and not statistic["text"]:
        yield "low", "required", "needs low, high or text"


def _place_rules(row: Row, tables: Tables) -> Iterator[Fault]:
    place, located = row.record, row.record["point_from"] != "none"
    if place["admin2_id"] and not place["admin2_id"].startswith(place["admin1"] + "-"):
        yield "admin2_id", "province", f"{place['admin2_id']} is not in {place['admin1']}"
    if located != (row.geometry is not None) or located != (place["radius_km"] is not None):
        yield "point_from", "point", "a place has a point and a radius, or point_from none and neither"
    if located and not place["admin2_id"]:
        yield "admin2_id", "required", "a place with a point has its district"


def _source_rules(row: Row, tables: Tables) -> Iterator[Fault]:
    source = row.record
    if source["read_as"] in ("citation", "headline") and not source["seen_through"]:
        yield "seen_through", "required", f"read as {source['read_as']}: name the document that cites it"
    if not source["publisher"] and not source["unresolved"] and not source["url"] and not source["seen_through"]:
        yield "publisher", "required", "a source needs a publisher, an address, or to be marked unresolved"


RECORD_RULES: dict[str, Callable[[Row, Tables], Iterator[Fault]]] = {
    "events": _event_rules,
    "control_claims": _control_rules,
    "presence": _presence_rules,
    "statistics": _statistic_rules,
    "places": _place_rules,
    "sources": _source_rules,
}


def _span(start: str, end: str, field: str) -> Iterator[Fault]:
    if end < start:
        yield field, "order", f"{end} is before {start}"


def _low_high(record: Record, field: str) -> Iterator[Fault]:
    if record["low"] is not None and record["high"] is not None and record["low"] > record["high"]:
        yield field, "order", f"low {record['low']} is above high {record['high']}"
