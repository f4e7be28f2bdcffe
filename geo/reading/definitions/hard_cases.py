"""The hard cases of the method, definition by definition."""

from __future__ import annotations

from geo.control.definitions.cases import HARD_CASES, HardCase
from geo.control.definitions.known import DEFINITIONS, word_of
from geo.control.timeline import Timeline
from geo.queries.definitions import defined
from geo.reading.content import Cell, Column, Link, Paragraph, Section, Table
from geo.reading.definitions.words import answer_cell, case_title
from geo.record.load import Dataset
from geo.wording.lists import series
from geo.wording.text import in_digits, t

#: The day of the hard case whose district is on show until one is chosen.
TELLING_DAY = "2021-09-06"


def cases_of(dataset: Dataset) -> tuple[HardCase, ...]:
    """The hard cases whose district the record has."""
    return tuple(case for case in HARD_CASES if case.district in dataset.by_id("districts"))


def district_of(dataset: Dataset, chosen: str | None) -> str:
    """The district on show: the chosen one, else that of a hard case, else the first of the record."""
    telling = [case.district for case in cases_of(dataset) if case.day == TELLING_DAY]
    return chosen or next(iter((*telling, *dataset.by_id("districts"))))


def differing(timeline: Timeline, case: HardCase) -> set[str]:
    """The different answers of a hard case."""
    return {str(answer) for answer in defined(timeline).answers_at(case.district, case.day).values()}


def cases_section(timeline: Timeline) -> Section:
    """One row a hard case, one column a definition; what each decides is counted above."""
    dataset, answers = timeline.dataset, defined(timeline)
    cases = cases_of(dataset)
    found = [answers.answers_at(case.district, case.day) for case in cases]
    decided = series(
        t(
            "definitions.decided",
            definition=t(f"definitions.short.{word_of(key)}"),
            count=in_digits(sum(row[key].is_decided for row in found)),
        )
        for key in DEFINITIONS
    )
    note = t("definitions.cases_note", count=in_digits(len(cases)), decided=decided, version=dataset.version)
    heads = (Column(t(f"definitions.short.{word_of(key)}")) for key in DEFINITIONS)
    rows = tuple(
        (_case_cell(dataset, case), *(answer_cell(dataset, row[key]) for key in DEFINITIONS))
        for case, row in zip(cases, found, strict=True)
    )
    title = t("definitions.cases")
    table = Table((Column(t("definitions.column.case")), *heads), rows, title, is_sortable=False)
    return Section(title, (Paragraph((note,), is_quiet=True), table), anchor="cases")


def _case_cell(dataset: Dataset, case: HardCase) -> Cell:
    way = {"date": case.day, "district": case.district, "province": None, "event": None}
    return Cell((Link(case_title(dataset, case), "", way),), case.day)
