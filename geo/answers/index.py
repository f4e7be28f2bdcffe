"""What a program finds first: who speaks, of which days, and under which licence."""

from __future__ import annotations

from typing import Any

from geo.answers.record import Record
from geo.wording.cite import AUTHOR, LICENCE, TITLE
from geo.wording.text import t

#: The description of all answers, beside them.
OPENAPI = "openapi.json"


def about(record: Record) -> dict[str, Any]:
    """The record in a few words."""
    dataset = record.dataset
    return {
        "title": TITLE,
        "about": t("app.tagline"),
        "dataset": dataset.version,
        "reference": record.reference.version if record.reference else None,
        "first_day": dataset.first_day,
        "last_day": dataset.last_day,
        "licence": LICENCE,
        "author": AUTHOR,
        "credits": t("app.credits"),
        "openapi": OPENAPI,
    }
