"""What a file was asked to show, as plain data in its manifest, and back: only what is not usual is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields
from typing import Any, TypeVar

T = TypeVar("T")


def told(options: Any) -> dict[str, Any]:
    """The fields of a dataclass that are not as they usually are."""
    usual = {one.name: None if one.default is MISSING else one.default for one in fields(options)}
    return {name: value for name, value in asdict(options).items() if value != usual[name]}


def asked(kind: type[T], found: Mapping[str, Any]) -> T:
    """The dataclass that was told.

    Raises
    ------
    ValueError
        When that is none of its kind.
    """
    try:
        return kind(**{name: _tuples(value) for name, value in found.items()})
    except (TypeError, AttributeError) as error:
        raise ValueError(f"what the manifest tells of its making is none of {kind.__name__}") from error


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
