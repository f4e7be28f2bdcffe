"""The description of all answers, OpenAPI 3.1: made from the table of answers, that of keys, and the forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from geo.address.keys import API_FORMS, API_KEYS
from geo.answers import forms
from geo.answers.endpoints import ENDPOINTS, Endpoint
from geo.answers.known import KEY
from geo.answers.problems import MEDIA_TYPE
from geo.answers.record import Record
from geo.answers.schemas import DAY, Schema, all_schemas
from geo.record.schema import FIRST_DAY
from geo.wording.cite import DATA_LICENCE, TITLE

#: Raised when an answer changes so that a program has to be changed.
API_VERSION = "1.0.0"
JSON, GEOJSON = "application/json", "application/geo+json"
#: Lists of values that grow with the record: the description would be stale with each of them.
OF_THE_RECORD = ("branch", "actor", "area", "province", "district", "place", "claim")
FEATURES: Schema = {
    "type": "object",
    "description": "A GeoJSON FeatureCollection, EPSG:4326.",
    "properties": {"type": {"const": "FeatureCollection"}, "features": {"type": "array", "items": {"type": "object"}}},
    "required": ["type", "features"],
}
REFUSALS = {
    "400": "A key that is not known, given twice, missing, or of a value that means nothing to the record.",
    "404": "There is no such answer, page or day.",
    "406": "Only forms are asked for that this answer has not.",
    "414": "The address is too long.",
    "429": "More questions than `RateLimit-Policy` allows; `Retry-After` says when to ask again.",
    "503": "Too many wait, or the record can't be read now; `Retry-After` says when to ask again.",
}


def openapi(record: Record, documents: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    """The whole description; `documents` are other files beside the answers: type and what they say. Paths with an ending are files of a published site too; the others are live only."""
    refs, schemas = all_schemas([*(one.form for one in ENDPOINTS.values()), forms.Known])
    paths: dict[str, Any] = {}
    for (name, one), ref in zip(ENDPOINTS.items(), refs[:-1], strict=True):
        if KEY in one.keys:
            known_of(schemas, ref)
        if name != "index":
            paths[f"/{name}"] = {"get": _asked(name, one, ref)}
        for file in one.files:
            for form in _forms(one, file):
                paths[f"/{file}.{form}"] = {"get": _file(one, file, form, ref)}
    for file, (kind, says) in documents.items():
        answer = {"200": {"description": says, "content": {kind: {}}}}
        paths[f"/{file}"] = {"get": {"operationId": _id(file), "summary": says, "parameters": [], "responses": answer}}
    about = "Who is said to hold what in Afghanistan, day by day since 15 August 2021, with sources and grades."
    return {
        "openapi": "3.1.0",
        "info": {
            "title": TITLE,
            "version": API_VERSION,
            "description": f"{about} Days are plain days in Kabul; a state is that of the end of the day.",
            "license": {"name": DATA_LICENCE, "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": ".", "description": f"beside this file; data {record.dataset.version}"}],
        "paths": paths,
        "components": {"schemas": schemas | {"Features": FEATURES}},
    }


def known_of(schemas: dict[str, Schema], ref: Schema) -> None:
    """Let a form have what an answer says that is asked as known by a day."""
    for part in ref.get("anyOf", [ref]):
        schemas[part["$ref"].rpartition("/")[2]]["properties"]["known"] = _ref("Known")


def _asked(name: str, one: Endpoint, ref: Schema) -> dict[str, Any]:
    """A question with keys."""
    parameters = [
        {"name": key, "in": "query", "required": key in one.required, "explode": False} | _key(key)
        for key in one.all_keys
    ]
    content = {JSON: {"schema": ref}} | ({GEOJSON: {"schema": _ref("Features")}} if one.drawn else {})
    return {"operationId": _id(name), "summary": one.says, "parameters": parameters} | _answers(content)


def _file(one: Endpoint, file: str, form: str, ref: Schema) -> dict[str, Any]:
    """An address without keys."""
    gaps = re.findall(r"\{(\w+)\}", file)
    parameters = [{"name": gap, "in": "path", "required": True} | _key(gap) for gap in gaps]
    content = {JSON: {"schema": ref}} if form == API_FORMS[0] else {GEOJSON: {"schema": _ref("Features")}}
    return {"operationId": _id(f"{file}_{form}"), "summary": one.says, "parameters": parameters} | _answers(content)


def _answers(content: Schema) -> dict[str, Any]:
    problem = {MEDIA_TYPE: {"schema": _ref("ProblemDocument")}}
    refused = {status: {"description": says, "content": problem} for status, says in REFUSALS.items()}
    told = {name: {"schema": {"type": "string"}} for name in ("ETag", "Link", "RateLimit", "RateLimit-Policy")}
    return {"responses": {"200": {"description": "The answer.", "headers": told, "content": content}, **refused}}


def _key(name: str) -> dict[str, Any]:
    """What a key says, an example, and its values where the record does not decide them."""
    key = API_KEYS[name]
    schema: Schema = {"type": "string"}
    if key.read is API_KEYS["date"].read:
        schema = {**DAY, "description": f"from {FIRST_DAY} on"}
    elif name == "page":
        schema = {"type": "integer", "minimum": 1}
    elif key.values is not None and name not in OF_THE_RECORD:
        values = list(key.values(None))  # type: ignore[arg-type]  # lists of these keys do not depend on a record
        several = key.read(None, ",".join(values[:2])) is not None if len(values) > 1 else False  # type: ignore[arg-type]
        schema = {"type": "array", "items": {"enum": values}} if several else {"type": "string", "enum": values}
    example = int(key.example) if name == "page" else key.example
    return {"description": key.says, "schema": schema, "example": example}


def _forms(one: Endpoint, file: str) -> tuple[str, ...]:
    return API_FORMS if one.drawn and "{page}" not in file else API_FORMS[:1]


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _id(text: str) -> str:
    return re.sub(r"\W+", "_", text).strip("_")
