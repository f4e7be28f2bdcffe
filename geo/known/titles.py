"""The title that an event or a moment could have had by a day: without a later number, and without a later judgement."""

from __future__ import annotations

import re
from collections.abc import Set

from geo.known.texts import numbers_named
from geo.record.records import Event

#: Words that say how a claim fared.
_JUDGING = re.compile(
    r"\b(?:refute[ds]?|wrong|false|untrue|den(?:y|ies|ied)|confirm\w*|verified|disputed?s?|disprove\w*|later|contradict\w*)\b",
    re.IGNORECASE,
)


def title_then(event: Event, grade: str, may_be_told: bool, numbers: Set[str]) -> str:
    """The title as it is where all of it was told, else a part of it, else what kind of event it was and where.

    Parameters
    ----------
    grade : the event's grade by then.
    may_be_told : whether it names no later day.
    numbers : the numbers that somebody had given by then.
    """
    title = event["title"] if grade == event["verification"] else without_judgement(event["title"])
    if may_be_told and title and numbers_named(title) <= numbers:
        return title
    return plain_title(event, grade)


def without_judgement(title: str) -> str:
    """A title up to the part that says how the claim fared; '' where that is all of it."""
    parts = re.split(r"(?<=[;,]) ", title)
    kept = next((n for n, part in enumerate(parts) if _JUDGING.search(part)), len(parts))
    return " ".join(parts[:kept]).rstrip(";,")


def plain_title(event: Event, grade: str) -> str:
    """What kind of event, and where: 'Armed clash, Anaba'; of a claim that it is said."""
    kind = event["sub_event_type"].replace("_", " ")
    where = event["place_name"] or event["admin2_id"] or event["admin1"] or event["country"]
    said = f"Said to have happened: {kind}" if grade in ("claimed", "disputed", "refuted") else kind.capitalize()
    return f"{said}, {where}"
