"""Does the record keep its rules? Lists every problem with file, line, record, field and value."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import Any
from urllib.parse import urlsplit

from geo.record.geojson import LIST_KINDS, Record, Row
from geo.record.problems import Problem, shown
from geo.record.schema import COUNTRY, EVENT_TYPES, FILES, FIRST_DAY, PARTY_CLAIMANTS, SOURCE, DataFile, Field
from geo.record.shapes import geometry_faults
from geo.record.spans import FAR_AWAY, days_between, superseded_ends

Tables = Mapping[str, list[Row]]
Fault = tuple[str, str, str]  # field, rule, message

#: Fighting that is dated to the day may go on for a month, not longer.
LONGEST_EXACT_SPAN = 31
#: Control characters, halves of a pair, private and no characters, separators of lines and paragraphs.
#: None of these, nor of TURNS, is printable to Python, so `str.isprintable` spares most texts the look at each sign.
NO_TEXT = ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
#: Bidi embeddings, overrides and isolates turn around what stands behind them; a byte order mark hides.
TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
BANNED_WORDS = re.compile(r"\b(liberat\w*|occup\w*|terroris\w*|martyr\w*|regime)\b", re.IGNORECASE)
OWN_WORDS = ("title", "summary", "says", "label", "notes", "area_note", "exception")
#: Parties that answer for every speaker of theirs; 'other_party' stands for several.
ONE_VOICE = tuple(claimant for claimant in PARTY_CLAIMANTS if claimant != "other_party")
#: A source keeps its own title, whatever its words.
SOURCE_TITLE = next(field for field in SOURCE if field.name == "title")
ADDRESSES = tuple(field for field in SOURCE if field.name in ("url", "archive_url"))


def validate(tables: Tables) -> list[Problem]:
    """Every problem of the record, sorted by file and line; an empty list means it is sound.

    Parameters
    ----------
    tables : rows by file name (`schema.FILES`), as `geojson.read_rows` gives them.
    """
    ids = {name: _ids(name, rows) for name, rows in tables.items()}
    ids["country"] = {COUNTRY}
    problems: list[Problem] = []
    for name, rows in tables.items():
        form = FILES[name]
        problems += _double_ids(form, rows)
        for row in rows:
            faults = [*_fields(row.record, form.fields, ids), *_geometry(row, form)]
            if not faults:
                faults = [*RECORD_RULES.get(name, _no_rule)(row, tables)]
            record_id = str(row.record.get(form.id_field) or "")
            problems += [Problem(f"data/{form.path}", row.line, record_id, *fault) for fault in faults]
    if not problems:
        problems += _unused_sources(tables)
        problems += _overlapping_spans(tables)
    return sorted(problems)


def _no_rule(row: Row, tables: Tables) -> Iterator[Fault]:
    return iter(())


# --- fields against the schema ------------------------------------------------------------


def _fields(record: Record, fields: tuple[Field, ...], ids: Mapping[str, set[str]]) -> Iterator[Fault]:
    known = {field.name for field in fields}
    for name in record:
        if name not in known:
            yield name, "unknown", f"is not a field here; fields are {', '.join(sorted(known))}"
    for field in fields:
        if field.name not in record:
            yield field.name, "missing", "the field is missing; write null when unknown"
            continue
        value = record[field.name]
        if value is None or value == [] or value == "":
            is_list = field.kind in (*LIST_KINDS, "objects")
            if field.required:
                yield field.name, "required", f"is empty; it needs {field.meaning}"
            elif (value == []) != is_list or value == "":
                yield field.name, field.kind, f"{shown(value)} is not empty; write {'[]' if is_list else 'null'}"
            continue
        yield from _value(field, value, ids)


def _value(field: Field, value: Any, ids: Mapping[str, set[str]]) -> Iterator[Fault]:
    check: Callable[[Field, Any, Mapping[str, set[str]]], Iterator[str]] = {
        "text": _text,
        "id": _text,
        "day": _day,
        "integer": _integer,
        "number": _number,
        "flag": _flag,
        "enum": _enum,
        "ref": _ref,
    }.get(field.kind, _list)
    for message in check(field, value, ids):
        yield field.name, field.kind, message
    if field.kind == "objects" and isinstance(value, list):
        for number, item in enumerate(value):
            if isinstance(item, dict):
                for name, rule, message in _fields(item, field.objects, ids):
                    yield f"{field.name}[{number}].{name}", rule, message


def _text(field: Field, value: Any, ids: Mapping[str, set[str]]) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"{shown(value)} is not text"
    elif value != value.strip() or "\n" in value or "\r" in value or "\t" in value:
        yield f"{shown(value)} has outer blanks, tabs or line breaks"
    elif not value.isprintable() and any(unicodedata.category(char) in NO_TEXT or char in TURNS for char in value):
        yield f"{shown(value)} has control characters, or such as turn the text around them"
    elif field.pattern and not re.fullmatch(field.pattern, value):
        yield f"{shown(value)} does not match {field.pattern}"
    elif field in ADDRESSES and not _is_address(value):
        yield f"{shown(value)} is not an address that a browser can open"
    elif field.name in OWN_WORDS and field is not SOURCE_TITLE and (found := BANNED_WORDS.search(value)):
        yield f"the word {found.group(0)!r} takes a side; name the actor and what they did"


def _is_address(value: str) -> bool:
    """Whether the parts of an address can be told apart: a host, and a port that can be one."""
    try:
        parts = urlsplit(value)
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def _day(field: Field, value: Any, ids: Mapping[str, set[str]]) -> Iterator[str]:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        yield f"{shown(value)} is not a day YYYY-MM-DD"
        return
    if 1300 <= int(value[:4]) <= 1450:
        yield f"{value} looks like a Solar Hijri date; convert it to the Gregorian calendar"
        return
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        yield f"{value} is not a day of the calendar"


def _integer(field: Field, value: Any, ids: Mapping[str, set[str]]) -> Iterator[str]:
    if isinstance(value, bool) or not isinstance(value, int):
        yield f"{shown(value)} is not a whole number"
    elif field.allowed and str(value) not in field.allowed:
        yield f"{value} is not one of {', '.join(field.allowed)}"
    elif value < 0:
        yield f"{value} is below zero"


def _number(field: Field, value: Any, ids: Mapping[str, set[str]]) -> Iterator[str]:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        yield f"{shown(value)} is not a number"


def _flag(field: Field, value: Any, ids: Mapping[str, set[str]]) -> Iterator[str]:
    if not isinstance(value, bool):
        yield f"{shown(value)} is not true or false"


def _enum(field: Field, value: Any, ids: Mapping[str, set[str]]) -> Iterator[str]:
    if value not in field.allowed:
        yield f"{shown(value)} is not one of {', '.join(field.allowed)}"


def _ref(field: Field, value: Any, ids: Mapping[str, set[str]]) -> Iterator[str]:
    if not isinstance(value, str) or not any(value in ids.get(name, ()) for name in field.refers_to):
        yield f"{shown(value)} is not in {' or '.join(field.refers_to)}"


def _list(field: Field, value: Any, ids: Mapping[str, set[str]]) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{shown(value)} is not a list"
        return
    item_check = {"texts": _text, "enums": _enum, "refs": _ref}.get(field.kind)
    for item in value:
        if item_check:
            yield from item_check(field, item, ids)
        elif not isinstance(item, dict):
            yield f"{shown(item)} is not a record"
    if item_check and len(set(map(str, value))) != len(value):
        yield "names something twice"


def _geometry(row: Row, form: DataFile) -> Iterator[Fault]:
    return geometry_faults(row.geometry, form) if form.form == "geojson" else iter(())


# --- rules of single records --------------------------------------------------------------


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
    if event["verification"] == "verified" and not event["verified_by"]:
        yield "verified_by", "required", "a verified event says who verified it"
    for number, claim in enumerate(event["claims"]):
        for source_id in claim["source_ids"]:
            if source_id not in event["source_ids"]:
                message = f"{source_id} is missing in the event's source_ids"
                yield f"claims[{number}].source_ids", "sources", message
        for casualty in claim["casualties"] or []:
            yield from _low_high(casualty, f"claims[{number}].casualties")


def _date_width(event: Record) -> Iterator[Fault]:
    days = days_between(event["date_start"], event["date_end"])
    long = event["date_precision"] == 1 and days > LONGEST_EXACT_SPAN
    if long and event["event_type"] != "strategic_developments":
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


# --- rules across records -----------------------------------------------------------------


def _ids(name: str, rows: list[Row]) -> set[str]:
    return {str(row.record.get(FILES[name].id_field)) for row in rows}


def _double_ids(form: DataFile, rows: list[Row]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for row in rows:
        record_id = str(row.record.get(form.id_field))
        if record_id in first:
            message = f"{record_id} stands in line {first[record_id]} already"
            yield Problem(f"data/{form.path}", row.line, record_id, form.id_field, "unique", message)
        first.setdefault(record_id, row.line)


def _unused_sources(tables: Tables) -> Iterator[Problem]:
    used: set[str] = set()
    for rows in tables.values():
        for row in rows:
            used.update(row.record.get("source_ids") or [])
            used.update(row.record.get("seen_through") or [])
            for relation in row.record.get("relations") or []:
                used.update(relation["source_ids"])
    for row in tables.get("sources", []):
        if row.record["source_id"] not in used:
            message = "no record rests on this source; remove it or use it"
            yield Problem("data/sources.json", row.line, row.record["source_id"], "", "unused", message)


def _overlapping_spans(tables: Tables) -> Iterator[Problem]:
    """Two claims of one speaker on one area must not name two controllers on one day."""
    spans: dict[tuple[str, str], list[tuple[str, str, Row]]] = {}
    rows = tables.get("control_claims", [])
    ends = superseded_ends([row.record for row in rows])
    for row in rows:
        claim, speaker = row.record, _speaker(row.record)
        end = ends[claim["claim_id"]] or FAR_AWAY
        for area_id in claim["area_ids"] if speaker else ():
            spans.setdefault((speaker, area_id), []).append((claim["valid_from"], end, row))
    for (speaker, area_id), group in sorted(spans.items(), key=lambda item: item[0]):
        for (start, end, row), (other_start, other_end, other) in combinations(group, 2):
            same = row.record["controller"] == other.record["controller"]
            if start < other_end and other_start < end and not same:
                message = (
                    f"{speaker} names another controller of {area_id} than {other.record['claim_id']} on the same days"
                )
                yield Problem(
                    "data/control_claims.csv", row.line, row.record["claim_id"], "valid_from", "overlap", message
                )


def _speaker(claim: Record) -> str:
    """Whose word a control claim is: a party speaks with one voice, of others each name is one; '' when none is told."""
    if claim["claimant"] in ONE_VOICE:
        return str(claim["claimant"])
    return f"{claim['claimant']}: {claim['claimant_name']}" if claim["claimant_name"] else ""
