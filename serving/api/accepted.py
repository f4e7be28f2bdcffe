"""Whether a program takes the form that an answer has."""

from __future__ import annotations

import re

_PART = re.compile(r"\s*([\w*!#$&^.+-]+/[\w*!#$&^.+-]+)\s*((?:;[^,]*)?)")
_NEVER = re.compile(r";\s*q=0(?:\.0{0,3})?\s*(?:;|$)")


def is_accepted(accept: str, media_type: str) -> bool:
    """Whether a header `Accept` lets a type through; the most exact part that names it decides. An empty one takes all."""
    parts = [(found[1].lower(), found[2]) for part in accept.split(",") if (found := _PART.fullmatch(part))]
    if not parts:
        return True
    for name in (media_type, f"{media_type.partition('/')[0]}/*", "*/*"):
        for part, parameters in parts:
            if part == name or (part == "application/json" and name == media_type and name.endswith("+json")):
                return not _NEVER.search(parameters)
    return False
