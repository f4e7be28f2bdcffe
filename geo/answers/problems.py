"""What a program is told whose question can't be answered: RFC 9457, with what is wrong field by field."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any, TypedDict

from geo.address.key_values import MAX_LETTERS
from geo.address.keys import API_KEYS, SHOWN_LETTERS
from geo.record.load import Dataset

MEDIA_TYPE = "application/problem+json"
#: So many values of a list are told.
MAX_LISTED = 60
#: The statuses of a refusal, as HTTP names them.
TITLES = {
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    414: "URI Too Long",
    429: "Too Many Requests",
    500: "Internal Server Error",
    503: "Service Unavailable",
}


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: the key, its value (None where it is missing), what is allowed, and why in words."""

    field: str
    value: str | None
    allowed: str
    detail: str


class ProblemDocument(TypedDict):
    """Why a question is not answered, as `application/problem+json`."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[dict[str, Any]]


class Refused(Exception):
    """A question that can't be answered: the status of HTTP, words, and the faults."""

    def __init__(self, status: int, detail: str, faults: Collection[Fault] = ()) -> None:
        super().__init__(detail)
        self.status, self.detail, self.faults = status, detail, tuple(faults)

    def document(self) -> ProblemDocument:
        """The refusal as a program reads it."""
        errors = [asdict(fault) for fault in self.faults]
        return {
            "type": "about:blank",
            "title": TITLES[self.status],
            "status": self.status,
            "detail": self.detail,
            "errors": errors,
        }


def allowed_of(name: str, dataset: Dataset) -> str:
    """What a key may hold, in words."""
    key = API_KEYS[name]
    if key.values is not None:
        values = list(key.values(dataset))
        return ", ".join(values[:MAX_LISTED]) + (" …" if len(values) > MAX_LISTED else "")
    if key.read is API_KEYS["date"].read:
        return f"a day YYYY-MM-DD from {dataset.first_day} to {dataset.last_day}"
    return f"words of at most {MAX_LETTERS} letters" if name == "q" else "a whole number from 1"


def invalid(name: str, value: str, dataset: Dataset) -> Fault:
    """A key whose value means nothing to this record."""
    return Fault(name, value[:SHOWN_LETTERS], allowed_of(name, dataset), f"{name} can't be that value")
