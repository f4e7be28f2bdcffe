"""An answer as the bytes that a program gets: the same from the live API, a published site and the command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from geo.address.keys import LANG_KEY
from geo.answers.events import events_geojson, events_of
from geo.answers.known import record_then, with_known
from geo.answers.paging import paged
from geo.answers.problems import Refused
from geo.answers.questions import Question, language_in, pairs_of, question_of
from geo.answers.record import Query, Record
from geo.export.programs.day_geojson import day_geojson
from geo.export.programs.documents import DOCUMENTS, Document
from geo.wording.language import language, speaking

MEDIA_TYPES = {"json": "application/json", "geojson": "application/geo+json"}
#: How each answer that can be drawn is drawn.
DRAWN: Mapping[str, Callable[[Record, Query], str]] = {
    "at": lambda record, query: day_geojson(record.timeline, query["date"], query.get("perspective", "assessed")),
    "events": lambda record, query: events_geojson(record.dataset, events_of(record.timeline, query)),
}


def body_of(record: Record, question: Question) -> bytes:
    """The answer to a question, UTF-8.

    Raises
    ------
    Refused
        When what is asked for is not there: a page after the last, rows of others where there are none.
    """
    record = record_then(record, question.query)
    if question.form == "geojson":
        return DRAWN[question.name](record, question.query).encode("utf-8")
    return compact(answer_of(record, question))


def answered(record: Record, address: str) -> bytes:
    """What stands at an address below the root of all answers: 'at?date=2021-09-05', 'openapi.json'. Raises as `body_of`."""
    path, _, query = address.partition("?")
    with speaking(language_in(query) if query else language()):
        if document := document_at(path, query):
            return document.make(record)
        return body_of(record, question_of(record.dataset, path, pairs_of(query)))


def document_at(path: str, query: str) -> Document | None:
    """The document at an address; of its keys it knows the language alone."""
    asks_nothing = not query or [key for key, _ in pairs_of(query)] == [LANG_KEY]
    return DOCUMENTS.get(path) if asks_nothing else None


def answer_of(record: Record, question: Question) -> dict[str, Any]:
    """The answer to a question as plain data, one page of it where it comes in pages. Raises as `body_of`."""
    endpoint, record = question.endpoint, record_then(record, question.query)
    try:
        answer = with_known(endpoint.answer(record, question.query), record.timeline, question.query)
        return paged(answer, endpoint.rows, question.page, question.address_of) if endpoint.rows else answer
    except LookupError as error:
        raise Refused(404, str(error)) from error


def links_of(body: bytes, question: Question) -> dict[str, str]:
    """The addresses of other pages that an answer names; none where it comes whole."""
    if question.form != "json" or not question.endpoint.rows:
        return {}
    links: dict[str, str] = json.loads(body)["links"]
    return links


def compact(value: Any) -> bytes:
    """Plain data as JSON on one line."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")
