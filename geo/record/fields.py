"""Fields of a record by their names, where a table says which: what a type that knows its fields can't be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def field_of(record: Mapping[str, Any], name: str) -> Any:
    """What one field of a record holds."""
    return record[name]


def fields_of(record: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Some fields of a record, in the order of the names."""
    return {name: record[name] for name in names}
