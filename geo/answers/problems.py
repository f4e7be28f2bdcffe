"""What a program is told whose question can't be answered: RFC 9457, with what is wrong field by field."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any, TypedDict

from geo.address.key_values import MAX_LETTERS
from geo.address.keys import API_KEYS, SHOWN_LETTERS
from geo.record.load import Dataset
from geo.wording.text import t

MEDIA_TYPE = "application/problem+json"
#: So many values of a list are told.
MAX_LISTED = 60


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
        """The refusal as a program reads it, its title in the language that is spoken."""
        errors = [asdict(fault) for fault in self.faults]
        return {
            "type": "about:blank",
            "title": t(f"problem.title.{self.status}"),
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
        return t("problem.allowed.day", first=dataset.first_day, last=dataset.last_day)
    return t("problem.allowed.letters", most=MAX_LETTERS) if name == "q" else t("problem.allowed.number")


def invalid(name: str, value: str, dataset: Dataset) -> Fault:
    """A key whose value means nothing to this record."""
    return Fault(name, value[:SHOWN_LETTERS], allowed_of(name, dataset), t("problem.value", key=name))
