"""JSON as it has to be: no NaN, no key twice, no number without end, not nested without end."""

from __future__ import annotations

import json
import math
import re
from typing import Any

MAX_DEPTH = 40
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
BRACKET = re.compile(r"[\[\]{}]")


def parse_object(body: str) -> dict[str, Any]:
    """A JSON object; refuses NaN, Infinity, duplicate keys, deep nesting.

    Raises
    ------
    ValueError
        With what is wrong.
    """
    if _depth(body) > MAX_DEPTH:
        raise ValueError(f"nested deeper than {MAX_DEPTH}")
    value = json.loads(body, parse_constant=_refuse_constant, parse_float=_finite, object_pairs_hook=_unique)
    if not isinstance(value, dict):
        raise ValueError("an object {…} was expected")
    return value


def _depth(body: str) -> int:
    deepest = depth = 0
    for char in BRACKET.findall(STRING.sub("", body)):  # brackets in text neither nest nor hide nesting
        if char in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in "]}":
            depth -= 1
    return deepest


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number here")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text[:20]} is too large")
    return number


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) != len(pairs):
        names = [key for key, _ in pairs]
        raise ValueError(f"the key {next(n for n in names if names.count(n) > 1)!r} stands twice")
    return record
