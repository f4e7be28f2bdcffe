"""Why other maps look different on a day, and the rules with where they are published."""

from __future__ import annotations

from geo.control.definitions.answer import Answer
from geo.control.definitions.known import DEFINITIONS, OURS, word_of
from geo.control.definitions.over_time import Defined
from geo.control.definitions.published import Published
from geo.control.timeline import Timeline
from geo.queries.definitions import defined
from geo.reading.content import Away, Block, Column, Link, Paragraph, Parts, Points, Section, Table, text
from geo.reading.definitions.words import answer_in_words
from geo.record.load import Dataset
from geo.wording.dates import plain_date
from geo.wording.lists import series
from geo.wording.text import digits, in_digits, t

REASONS = ("centre", "word", "inference", "events", "days")


def other_maps_section(timeline: Timeline, day: str) -> Section:
    """How many districts have which answer by each definition on a day, and for which reasons maps differ."""
    dataset, answers = timeline.dataset, defined(timeline)
    columns = (Column(t("definitions.column.definition")), Column(t("definitions.column.districts")))
    rows = tuple(
        (text(t(f"definitions.name.{word_of(key)}")), text(_counts(dataset, answers, key, day))) for key in DEFINITIONS
    )
    title = t("definitions.others", day=plain_date(day))
    note = t("definitions.others_note", all=in_digits(len(answers.districts)))
    reasons = Points(tuple((t(f"definitions.reason.{key}"),) for key in REASONS))
    blocks = (Paragraph((note,), is_quiet=True), Table(columns, rows, title, is_sortable=False), reasons)
    return Section(title, blocks, anchor="other-maps")


def _counts(dataset: Dataset, answers: Defined, key: str, day: str) -> str:
    """'Taliban, control: 391; NRF, contested: 3'."""
    counts = answers.counts(key, day)
    ordered = sorted(counts, key=lambda one: (-counts[one], one))
    return series(
        t("definitions.count", answer=answer_in_words(dataset, Answer(*one, why="")), count=in_digits(counts[one]))
        for one in ordered
    )


def rules_section(*, is_file: bool = False) -> Section:
    """Each definition's rule in our words, where it is published, and the map by it; a page that is a file has no such map."""
    parts: list[Block] = []
    for key, definition in DEFINITIONS.items():
        rule = Paragraph((t(f"definitions.rule.{word_of(key)}"),))
        on_map = Paragraph(
            (Link(t("definitions.on_map"), "", {"definition": key, "perspective": None, "event": None}),)
        )
        blocks = (rule, _sources(key, definition.sources), *(() if is_file else (on_map,)))
        parts.append(Section(t(f"definitions.name.{word_of(key)}"), blocks, level=4))
    return Section(t("definitions.rules"), tuple(parts), anchor="rules")


def _sources(key: str, sources: tuple[Published, ...]) -> Block:
    if key == OURS:
        return Paragraph((Link(t("menu.method"), "method"),))
    if not sources:
        return Paragraph((t("definitions.own_rule"),), is_quiet=True)
    return Points(tuple(_source(source) for source in sources))


def _source(source: Published) -> Parts:
    """'Title (publisher, day; read on …; how)', the title a way to the page."""
    words = {"publisher": source.publisher, "read": plain_date(source.read_on)}
    how = t(f"definitions.read.{source.read_as}")
    if source.published_on:
        told = t("definitions.source", **words, how=how, day=_published(source.published_on))
    else:
        told = t("definitions.source_undated", **words, how=how)
    return Away(source.title, source.address), t("list.dot"), told


def _published(day: str) -> str:
    """A day in words; of a year alone its number."""
    return plain_date(day) if len(day) > len("2022") else digits(day)
