"""The types of the records, made from `schema.py`; they stand in `geo/record/records.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geo.record.schema import FILES, Field

HEAD = '''"""The records as types, one a file; made from `schema.py` by `python -m geo.build.made`, not by hand."""

from __future__ import annotations

from typing import TypedDict
'''
#: A data file → the type of its records.
NAMES = {
    "provinces": "Province",
    "districts": "District",
    "places": "Place",
    "actors": "Actor",
    "sources": "Source",
    "events": "Event",
    "control_claims": "ControlClaim",
    "presence": "Presence",
    "statistics": "Statistic",
    "undated": "UndatedReport",
    "moments": "Moment",
}
#: A field that holds records → the type of one of them.
NESTED = {"claims": "Claim", "casualties": "Casualty", "roles": "Role", "relations": "Relation"}
TYPES = {
    "integer": "int",
    "number": "float",
    "flag": "bool",
    "texts": "list[str]",
    "enums": "list[str]",
    "refs": "list[str]",
}


def record_types() -> str:
    """The text of the module: a TypedDict for each file, after those of the records inside its records."""
    written: dict[str, str] = {}
    for name, form in FILES.items():
        for line in _classes(NAMES[name], f"A record of `{form.path}`: {form.meaning}.", form.fields):
            written.setdefault(line.split("(")[0], line)
    return "\n\n".join([HEAD, *written.values()])


def _classes(name: str, meaning: str, fields: Iterable[Field]) -> Iterator[str]:
    for field in fields:
        if field.objects:
            yield from _classes(NESTED[field.name], f"One of `{field.name}`: {field.meaning}.", field.objects)
    lines = [f"    {field.name}: {_type(field)}" for field in fields]
    yield "\n".join([f"class {name}(TypedDict):", f'    """{meaning[:1].upper()}{meaning[1:]}"""', "", *lines, ""])


def _type(field: Field) -> str:
    """What a checked record holds: an empty list is a list, everything else that may be empty can be None."""
    if field.objects:
        return f"list[{NESTED[field.name]}]"
    kind = TYPES.get(field.kind, "str")
    return kind if field.required or kind.startswith("list") else f"{kind} | None"
