"""A district over time: a strip for each definition, and the same as a table."""

from __future__ import annotations

from geo.control.definitions.known import DEFINITIONS, word_of
from geo.control.definitions.over_time import AnswerSpan, Defined
from geo.control.timeline import Timeline
from geo.queries.definitions import defined
from geo.reading.content import Cell, Column, Figure, Paragraph, Section, Table, text
from geo.reading.definitions.strips import definition_strips
from geo.reading.definitions.words import answer_cell, why_in_words
from geo.record.load import Dataset
from geo.record.spans import add_days
from geo.wording.dates import plain_date
from geo.wording.text import t
from geo.wording.words import area_names

#: The ribbon ends so many days after the last change of any definition: nothing more is to be seen.
AFTER_LAST_CHANGE = 60


def ribbon_section(timeline: Timeline, area_id: str, *, is_folded: bool = False) -> Section:
    """A strip for each definition over the days in which any of them changes its answer of a district; and as a table."""
    dataset, answers = timeline.dataset, defined(timeline)
    rows = {t(f"definitions.short.{word_of(key)}"): answers.spans(key, area_id) for key in DEFINITIONS}
    start, last = dataset.first_day, _last(dataset, answers, area_id)
    title = t("definitions.ribbon", area=area_names(dataset, [area_id]))
    note = t("definitions.ribbon_note", start=plain_date(start), end=plain_date(last), version=dataset.version)
    figure = Figure(
        definition_strips(dataset, rows, start, last), title, table=_spans_table(dataset, answers, area_id, title)
    )
    blocks = (Paragraph((note,), is_quiet=True), figure)
    return Section(title, blocks, "", 4, True) if is_folded else Section(title, blocks, "ribbon")


def _last(dataset: Dataset, answers: Defined, area_id: str) -> str:
    days = [span.start for key in DEFINITIONS for span in answers.spans(key, area_id)]
    return min(dataset.last_day, add_days(max(days, default=dataset.first_day), AFTER_LAST_CHANGE))


def _spans_table(dataset: Dataset, answers: Defined, area_id: str, title: str) -> Table:
    """The same as a table: from which day each definition gives which answer."""
    columns = (
        Column(t("definitions.column.definition")),
        Column(t("definitions.day")),
        Column(t("definitions.column.answer")),
        Column(t("definitions.column.why")),
    )
    rows = tuple(_span_row(dataset, key, span) for key in DEFINITIONS for span in answers.spans(key, area_id))
    return Table(columns, rows, title)


def _span_row(dataset: Dataset, key: str, span: AnswerSpan) -> tuple[Cell, ...]:
    name, why = t(f"definitions.name.{word_of(key)}"), why_in_words(span.answer)
    return text(name), text(plain_date(span.start), span.start), answer_cell(dataset, span.answer), text(why)
