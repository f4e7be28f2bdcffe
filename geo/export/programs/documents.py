"""What stands beside the answers under `/api/v1/`: their description, styles for QGIS, the feed, the data described."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from geo.answers.index import FEED, JSONLD, OPENAPI, PAGE
from geo.answers.openapi import openapi
from geo.answers.record import Record
from geo.export.describe import described
from geo.export.notes import document_html
from geo.export.programs.feed import feed
from geo.export.programs.plain_page import plain_page
from geo.export.qgis.styles import STYLES, styles_of
from geo.wording.text import t

#: Examples scroll by themselves on a narrow screen, and addresses break anywhere.
STYLE = "pre{overflow-x:auto}p code,li code,h3 code{overflow-wrap:anywhere}"


@dataclass(frozen=True)
class Document:
    """One file: its type, what it is, and how it is made."""

    media_type: str
    says: str
    make: Callable[[Record], bytes]


def _style(name: str, record: Record) -> bytes:
    return styles_of(record.timeline)[name].encode("utf-8")


def _page(record: Record) -> bytes:
    return plain_page(t("programs.title"), [document_html("api.md")], record.dataset.version, STYLE).encode("utf-8")


def _description(record: Record) -> bytes:
    told = {name: (one.media_type, one.says) for name, one in DOCUMENTS.items() if name != OPENAPI}
    return _indented(openapi(record, told))


def _indented(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


DOCUMENTS: Mapping[str, Document] = {
    OPENAPI: Document("application/json", "This description.", _description),
    **{
        f"qgis/{name}.qml": Document(
            "application/xml", f"How QGIS draws {name} as the map does.", partial(_style, name)
        )
        for name in STYLES
    },
    PAGE: Document("text/html", "The same in words, with examples.", _page),
    FEED: Document("application/atom+xml", "Changes of the record as a feed, corrections first.", feed),
    JSONLD: Document(
        "application/ld+json",
        "The data as a Dataset of schema.org.",
        lambda record: _indented(described(record.dataset)),
    ),
}
