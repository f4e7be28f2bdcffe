"""A district on a day: under how many definitions our answer holds, and what each answers and why."""

from __future__ import annotations

from geo.control.definitions.answer import Answer
from geo.control.definitions.cases import HardCase
from geo.control.definitions.known import OTHERS, OURS, word_of
from geo.control.timeline import Timeline
from geo.queries.definitions import defined
from geo.reading.content import Cell, Column, Link, Paragraph, Parts, Section, Table, text
from geo.reading.definitions.words import answer_cell, answer_in_words, case_title, why_in_words
from geo.reading.record_ways import claim_way
from geo.record.load import Dataset
from geo.wording.text import in_digits, t

#: So many claims of an answer are named, those with the lowest numbers; the command line names all.
FIRST_CLAIMS = 3


def day_section(timeline: Timeline, area_id: str, day: str) -> Section:
    """Under how many definitions our answer of a district holds on a day, and what each answers."""
    dataset, answers = timeline.dataset, defined(timeline)
    columns = (
        Column(t("definitions.column.definition")),
        Column(t("definitions.column.answer")),
        Column(t("definitions.column.why")),
        Column(t("definitions.column.claims"), is_minor=True),
    )
    found = answers.answers_at(area_id, day)
    rows = tuple(_answer_row(dataset, key, answer) for key, answer in found.items())
    title = case_title(dataset, HardCase(area_id, day))
    verdict = Paragraph((verdict_in_words(timeline, area_id, day),))
    on_map = Link(t("method.cases_as_map"), "", {"date": day, "district": area_id, "perspective": None, "event": None})
    return Section(title, (verdict, Table(columns, rows, title, is_sortable=False), Paragraph((on_map,))), anchor="day")


def verdict_in_words(timeline: Timeline, area_id: str, day: str) -> str:
    """Our answer, and how many of the other definitions say the same, something else, or cannot say."""
    answers = defined(timeline)
    agreed = answers.agreement(area_id, day)
    ours = answers.answers_at(area_id, day)[OURS]
    return t(
        "definitions.verdict",
        answer=answer_in_words(timeline.dataset, ours),
        count=in_digits(len(OTHERS)),
        same=in_digits(len(agreed.same)),
        other=in_digits(len(agreed.other)),
        undecided=in_digits(len(agreed.undecided)),
    )


def _answer_row(dataset: Dataset, key: str, answer: Answer) -> tuple[Cell, ...]:
    name, why = t(f"definitions.name.{word_of(key)}"), why_in_words(answer)
    return text(name), answer_cell(dataset, answer), text(why), Cell(_claims(dataset, answer))


def _claims(dataset: Dataset, answer: Answer) -> Parts:
    """The claims that an answer rests on, each a way to the map on its first day."""
    claims = dataset.by_id("control_claims")
    parts: list[str | Link] = []
    for claim_id in answer.claim_ids[:FIRST_CLAIMS]:
        parts += [t("list.dot")] if parts else []
        parts.append(claim_way(dataset, claims[claim_id]))
    return tuple(parts)
