"""The worksheets as pages: the list of all, and one with blank map, reports, timing, words, and the key folded in."""

from __future__ import annotations

from geo.address.key_values import worksheets
from geo.address.sheets import SHEETS, Worksheet
from geo.control.timeline import Timeline
from geo.queries.worksheets import KeyRow, answer_key, told_by
from geo.reading.charts.blank_maps import answer_map, blank_map, state_words
from geo.reading.content import Block, Code, Column, Facts, Figure, Link, Paragraph, Points, Section, Table, text
from geo.record.load import Dataset
from geo.record.schema import PERSPECTIVES
from geo.wording.dates import plain_date
from geo.wording.language import language
from geo.wording.lists import in_turn, series
from geo.wording.pages.worksheet_words import place_of, report_lines, sheet_title, step_lines, terms, timing_title
from geo.wording.text import t
from geo.wording.words import area_names


def sheet_name(name: str) -> str:
    """'Panjshir, 5 September 2021'."""
    return t("sheet.name", name=sheet_title(name), day=plain_date(SHEETS[name].day))


def list_blocks(dataset: Dataset) -> tuple[Block, ...]:
    """All worksheets that this record can make, each with what it is about."""
    return tuple(
        Section(
            sheet_name(name),
            (
                Paragraph((t(f"sheet.told.{place_of(name)}"),)),
                Paragraph((Link(t("classes.open"), "classes", {"sheet": name}),)),
            ),
        )
        for name in worksheets(dataset)
    )


def sheet_blocks(timeline: Timeline, name: str) -> tuple[Block, ...]:
    """One worksheet: what the class is given, and below it, folded in, the key with the version that it holds for."""
    dataset, sheet = timeline.dataset, SHEETS[name]
    told = told_by(timeline, sheet)
    day = plain_date(sheet.day)
    lines = tuple((line,) for line in report_lines(dataset, told))
    later = Paragraph(
        (in_turn([t("sheet.words_note"), t("sheet.no_later", day=day, version=dataset.version)]),), is_quiet=True
    )
    return (
        Paragraph((Link(t("classes.all"), "classes", {"sheet": None}),)),
        Paragraph((t("sheet.task"),)),
        _blank(dataset, sheet),
        Section(t("sheet.reports", day=day), (Points(lines), later), anchor="reports"),
        Section(timing_title(), (Points(tuple((line,) for line in step_lines())),), anchor="timing"),
        Section(t("sheet.glossary"), (Facts(tuple((term, (told,)) for term, told in terms())),), anchor="words"),
        _key(timeline, name, told.left_out),
        Paragraph((t("classes.print"),), is_quiet=True),
        Code(f"python -m geo lesson {name} --lang {language()} -o {name}.pdf"),
    )


def _blank(dataset: Dataset, sheet: Worksheet) -> Figure:
    names = area_names(dataset, list(sheet.districts))
    says = t("sheet.map_alt", count=len(sheet.districts), names=names)
    return Figure(blank_map(dataset, sheet.districts), says, title=t("sheet.map"))


def _key(timeline: Timeline, name: str, left_out: int) -> Section:
    """The answer as the record tells it now: a map as assessed, and each district under each perspective."""
    dataset, sheet = timeline.dataset, SHEETS[name]
    rows = answer_key(timeline, sheet)
    assessed = {row.admin2_id: row.states["assessed"] for row in rows}
    told = series(
        t("words.labelled", label=area_names(dataset, [one]), told=state_words(dataset, state))
        for one, state in assessed.items()
    )
    drawn = answer_map(dataset, assessed, sheet.day)
    on_map = Link(t("sheet.open_map"), "", {"date": sheet.day, "perspective": None, "layer": None, "event": None})
    title = t("sheet.answer", name=sheet_title(name), day=plain_date(sheet.day))
    return Section(
        title,
        (
            Paragraph((t("sheet.answer_note", version=dataset.version),)),
            *([Paragraph((t("sheet.left_out", count=left_out),), is_quiet=True)] if left_out else []),
            Figure(drawn, t("sheet.answer_alt", told=told), title=t("sheet.answer_map")),
            key_table(dataset, rows, title),
            Paragraph((on_map,)),
        ),
        anchor="key",
        is_folded=True,
    )


def key_table(dataset: Dataset, rows: list[KeyRow], caption: str) -> Table:
    """One row a district: who holds it, as assessed and as each side says."""
    columns = (Column(t("sheet.district")), *(Column(t(f"perspective.{one}")) for one in PERSPECTIVES))
    return Table(columns, tuple(tuple(map(text, key_cells(dataset, row))) for row in rows), caption, is_sortable=False)


def key_cells(dataset: Dataset, row: KeyRow) -> list[str]:
    """The words of a row of the key: the district, then its state under each perspective."""
    return [area_names(dataset, [row.admin2_id]), *(state_words(dataset, row.states[one]) for one in PERSPECTIVES)]
