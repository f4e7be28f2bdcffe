"""JSON Schema (2020-12) of a form: of types by their annotations, of records by the schema of the data files."""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict

from geo.answers import forms
from geo.answers.problems import ProblemDocument
from geo.record import records
from geo.record.schema import FILES, Field
from geo.reference.schema import RELEASE, UCDP_EVENT

Schema = dict[str, Any]
DAY: Schema = {"type": "string", "format": "date"}
PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
}
#: Types whose fields a table describes better than Python does.
TABLES: dict[Any, Sequence[Field]] = {
    records.Province: FILES["provinces"].fields,
    records.Source: FILES["sources"].fields,
    records.Event: FILES["events"].fields,
    records.ControlClaim: FILES["control_claims"].fields,
    forms.Release: RELEASE,
    forms.UcdpRow: UCDP_EVENT,
}
_OF_KIND: dict[str, Schema] = {
    "day": DAY,
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "flag": {"type": "boolean"},
}


def schema_of(kind: Any, known: dict[str, Schema]) -> Schema:
    """The schema of a type; those of named types go into `known` by their name, and are referred to."""
    if kind in PLAIN:
        return PLAIN[kind]
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return {"anyOf": [schema_of(part, known) for part in parts]}
    if origin in (list, tuple):
        return {"type": "array", "items": schema_of(parts[0], known)}
    if origin is dict:
        return {"type": "object", "additionalProperties": schema_of(parts[1], known)}
    if kind is Any:
        return {}
    name = kind.__name__.lstrip("_")
    if name not in known:
        known[name] = {}  # a type may hold itself
        known[name] = _named(kind, known)
    return {"$ref": f"#/components/schemas/{name}"}


def all_schemas(kinds: Sequence[Any]) -> tuple[list[Schema], dict[str, Schema]]:
    """A reference to the schema of each type, and all schemas that they need, by name."""
    known: dict[str, Schema] = {}
    return [schema_of(kind, known) for kind in (*kinds, ProblemDocument)][: len(kinds)], known


def _named(kind: Any, known: dict[str, Schema]) -> Schema:
    """A TypedDict or dataclass as an object with exactly its fields."""
    hints = get_type_hints(kind)
    if is_dataclass(kind):
        names = [one.name for one in fields(kind)]
        required: Sequence[str] = names
    elif is_typeddict(kind):
        names, required = list(hints), sorted(kind.__required_keys__)
    else:
        raise TypeError(f"no schema for {kind!r}")
    told = _told(kind)
    properties = {name: schema_of(hints[name], known) for name in names if name not in told} | told
    return {
        "type": "object",
        "description": (kind.__doc__ or "").split("\n")[0],
        "properties": properties,
        "required": sorted({*required, *told}),
        "additionalProperties": False,
    }


def _told(kind: Any) -> dict[str, Schema]:
    """The fields of a type that a table of the data files describes, its own or that of a type it adds to."""
    tables = [TABLES[one] for one in (kind, *getattr(kind, "__orig_bases__", ())) if one in TABLES]
    return {field.name: field_schema(field) for table in tables for field in table}


def field_schema(field: Field) -> Schema:
    """The schema of one field of a record, with what it means."""
    schema = _content(field)
    if not field.required and field.kind not in ("texts", "enums", "refs", "objects"):
        schema = {"anyOf": [schema, {"type": "null"}]}
    return {**schema, "description": field.meaning}


def _content(field: Field) -> Schema:
    if field.kind == "objects":
        inner: Mapping[str, Schema] = {one.name: field_schema(one) for one in field.objects}
        item: Schema = {"type": "object", "properties": inner, "required": sorted(inner), "additionalProperties": False}
        return {"type": "array", "items": item}
    if field.kind in ("texts", "enums", "refs"):
        allowed: Schema = {"enum": list(field.allowed)} if field.allowed else {}
        return {"type": "array", "items": {"type": "string"} | allowed}
    if field.kind == "integer" and field.allowed:
        return {"type": "integer", "enum": [int(value) for value in field.allowed]}
    if field.kind == "enum":
        return {"type": "string", "enum": list(field.allowed)}
    pattern: Schema = {"pattern": f"^(?:{field.pattern})$"} if field.pattern else {}
    return dict(_OF_KIND.get(field.kind, {"type": "string"})) | pattern
