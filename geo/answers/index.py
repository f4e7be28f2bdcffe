"""What a program finds first: who speaks, of which days, and under which licence."""

from __future__ import annotations

from typing import Any

from geo.answers.record import Record
from geo.wording.cite import AUTHOR, LICENCE, TITLE
from geo.wording.text import t

#: Beside all answers: their description, the same for people, changes of the record, the data for catalogues.
OPENAPI, PAGE, FEED, JSONLD = "openapi.json", "docs.html", "feed.atom", "dataset.jsonld"


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
        "documentation": PAGE,
        "feed": FEED,
        "description": JSONLD,
    }
