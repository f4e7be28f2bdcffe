"""The dictionary of the data files as Markdown, made from `schema.py`; it stands in `data/README.md`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from geo.build.sections import with_section
from geo.build.zones import COPIED, ZONES
from geo.queries.samples import SAMPLES
from geo.record.schema import CONTROL_CLAIM, EVENT_TYPES, FILES, DataFile, Field
from geo.reference.schema import FOLDER, REFERENCE_FILES

HEAD = "| field | type | required | allowed | meaning |\n|---|---|---|---|---|"
TYPES = {
    "text": "text",
    "day": "day `YYYY-MM-DD`",
    "integer": "whole number",
    "number": "number",
    "flag": "true or false",
    "enum": "one word of the list",
    "id": "own id",
    "ref": "id of another record",
    "texts": "list of texts",
    "enums": "list of words of the list",
    "refs": "list of ids",
    "objects": "list of records",
}
FORMS = {
    "geojson": "GeoJSON, one feature a line",
    "json": "JSON list, one record a line",
    "csv": "CSV, lists split at `;`",
}
#: What the build adds to the copied fields of a claim; in the order of the file.
ZONE_FIELDS = (
    Field(
        "claim_id", "ref", "the claim that the polygon belongs to, one feature a claim", refers_to=("control_claims",)
    ),
    Field("valid_to", "day", "first day it no longer holds, cut where a later claim supersedes it", required=False),
    Field(
        "boundary_quality",
        "enum",
        "how the polygon relates to the area that the claim speaks of",
        allowed=(
            "administrative boundary",
            "whole district drawn, the claim speaks of a part",
            "circle around a named place",
        ),
    ),
)


def dictionary() -> str:
    """All files with their fields as Markdown: one table a file, one more for each record inside a record."""
    parts = [part for form in FILES.values() for part in _file(form)]
    return "\n\n".join([*parts, *_zones(), *_event_types(), *_reference(), *_samples()])


def _samples() -> Iterator[str]:
    """The file of samples, which is not part of the record either."""
    yield from _file(SAMPLES)


def with_dictionary(page: str) -> str:
    """data/README.md with the dictionary of now."""
    return with_section(page, "dictionary", dictionary())


def _file(form: DataFile) -> Iterator[str]:
    geometry = f" Geometry: {', '.join(form.geometries)}." if form.geometries else ""
    yield f"### `{form.path}`"
    yield f"{_sentence(form.meaning)} {FORMS[form.form]}.{geometry}"
    yield _table(form.fields)
    yield from _nested(form.path, form.fields)


def _nested(path: str, fields: Iterable[Field]) -> Iterator[str]:
    for field in fields:
        if field.objects:
            name = f"{path}`, `{field.name}"
            yield f"#### `{name}`: each record of the list"
            yield _table(field.objects)
            yield from _nested(name, field.objects)


def _zones() -> Iterator[str]:
    copied = {field.name: field for field in CONTROL_CLAIM}
    yield f"### `{ZONES}`"
    yield (
        "Built from `control_claims.csv` and the boundaries by `python -m geo build record`; never edited by hand. "
        "GeoJSON, one feature a line. Geometry: Polygon, MultiPolygon, null (the place is not located)."
    )
    yield _table([*ZONE_FIELDS, *(copied[name] for name in COPIED)])


def _event_types() -> Iterator[str]:
    yield "### `sub_event_type` by `event_type`"
    rows = [f"| `{kind}` | {_words(subs)} |" for kind, subs in EVENT_TYPES.items()]
    yield "\n".join(["| event_type | sub_event_type |", "|---|---|", *rows])


def _reference() -> Iterator[str]:
    """The files of `data/reference/`, made from `geo/reference/schema.py`."""
    yield "### `reference/`: not part of the record"
    for form in REFERENCE_FILES.values():
        yield from _file(replace(form, path=f"{FOLDER}/{form.path}"))


def _table(fields: Iterable[Field]) -> str:
    return "\n".join([HEAD, *(_row(field) for field in fields)])


def _row(field: Field) -> str:
    required = "yes" if field.required else "no"
    return f"| `{field.name}` | {TYPES[field.kind]} | {required} | {_allowed(field)} | {_cell(field.meaning)} |"


def _allowed(field: Field) -> str:
    if field.name == "sub_event_type":
        return "see the last table"
    if field.allowed:
        return _words(field.allowed)
    if field.refers_to:
        return "in " + " or ".join(f"`{name}`" for name in field.refers_to)
    return f"`{_cell(field.pattern)}`" if field.pattern else ""


def _words(words: Iterable[str]) -> str:
    return ", ".join(f"`{_cell(word)}`" for word in words)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
