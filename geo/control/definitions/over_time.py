"""Every definition over time: its answer of each district on a day, and the spans in which that answer stays the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.control.definitions.answer import Answer, Material
from geo.control.definitions.known import DEFINITIONS, OTHERS, OURS
from geo.record.spans import FAR_AWAY


@dataclass(frozen=True)
class AnswerSpan:
    """Days in which a definition's answer of a district stays the same; `since` is the first day of holder and status."""

    start: str
    end: str | None
    answer: Answer
    since: str


@dataclass(frozen=True)
class Agreement:
    """How the other definitions stand to ours: those that say the same, something else, or cannot say."""

    same: tuple[str, ...]
    other: tuple[str, ...]
    undecided: tuple[str, ...]


class Defined:
    """The answers of all definitions over one record, each worked out once."""

    def __init__(self, material: Material, districts: tuple[str, ...]) -> None:
        self.material = material
        self.districts = districts
        self._spans: dict[tuple[str, str], tuple[AnswerSpan, ...]] = {}

    def spans(self, definition: str, area_id: str) -> tuple[AnswerSpan, ...]:
        """The answers of a definition about a district in order of time, without gaps."""
        key = (definition, area_id)
        if key not in self._spans:
            self._spans[key] = tuple(_joined(self.material, definition, area_id))
        return self._spans[key]

    def span_at(self, definition: str, area_id: str, day: str) -> AnswerSpan | None:
        """The span of a day; None before the first claim about the district."""
        found = [span for span in self.spans(definition, area_id) if span.start <= day < (span.end or FAR_AWAY)]
        return found[0] if found else None

    def answers_at(self, area_id: str, day: str) -> dict[str, Answer]:
        """What each definition answers of a district on a day, ours first."""
        return {key: one.decide(self.material, area_id, day) for key, one in DEFINITIONS.items()}

    def agreement(self, area_id: str, day: str) -> Agreement:
        """Under which of the other definitions our answer holds."""
        answers = self.answers_at(area_id, day)
        undecided = tuple(key for key in OTHERS if not answers[key].is_decided)
        same = tuple(key for key in OTHERS if key not in undecided and str(answers[key]) == str(answers[OURS]))
        return Agreement(same, tuple(key for key in OTHERS if key not in {*same, *undecided}), undecided)

    def counts(self, definition: str, day: str) -> Counter[tuple[str, str]]:
        """How many districts have which holder and status by a definition on a day."""
        answers = (DEFINITIONS[definition].decide(self.material, district, day) for district in self.districts)
        return Counter((answer.controller, answer.status) for answer in answers)


def _joined(material: Material, definition: str, area_id: str) -> Iterator[AnswerSpan]:
    """Spans of equal answers, from the days on which claims about the district begin or end."""
    open_span: AnswerSpan | None = None
    for day in material.claims.days(area_id):
        answer = DEFINITIONS[definition].decide(material, area_id, day)
        if open_span and open_span.answer == answer:
            continue
        is_same = open_span is not None and str(open_span.answer) == str(answer)
        if open_span:
            yield replace(open_span, end=day)
        open_span = AnswerSpan(day, None, answer, open_span.since if open_span and is_same else day)
    if open_span:
        yield open_span
