"""The rules of single fields: their type, what they may hold, which words and signs have no place in them."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from geo.record.geojson import LIST_KINDS, Record
from geo.record.problems import Fault, shown
from geo.record.schema import SOURCE, Field
from geo.record.spans import is_day

#: Control characters, halves of a pair, private and no characters, separators of lines and paragraphs.
#: None of these, nor of TURNS, is printable to Python, so `str.isprintable` spares most texts the look at each sign.
NO_TEXT = ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
#: Bidi embeddings, overrides and isolates turn around what stands behind them; a byte order mark hides.
TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
BANNED_WORDS = re.compile(r"\b(liberat\w*|occup\w*|terroris\w*|martyr\w*|regime)\b", re.IGNORECASE)
OWN_WORDS = ("title", "summary", "says", "label", "notes", "area_note", "exception")
#: A source keeps its own title, whatever its words.
SOURCE_TITLE = next(field for field in SOURCE if field.name == "title")
ADDRESSES = tuple(field for field in SOURCE if field.name in ("url", "archive_url"))


def field_faults(record: Record, fields: tuple[Field, ...], ids: Mapping[str, set[str]]) -> Iterator[Fault]:
    """What is wrong with the fields of a record, each by itself, as the schema has them.

    Parameters
    ----------
    ids : the ids of each file, which a reference may name.
    """
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
                for name, rule, message in field_faults(item, field.objects, ids):
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
    if not is_day(value):
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
