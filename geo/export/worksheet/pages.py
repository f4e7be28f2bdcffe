"""The two pages of a worksheet, and the file that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from geo.address.key_values import worksheets
from geo.address.sheets import SHEETS, Worksheet
from geo.control.timeline import Timeline
from geo.export.drawing.layers import Layer
from geo.export.drawing.primitives import Primitive, Words, box_edge
from geo.export.picture import about_file
from geo.export.sheet.direction import flipped
from geo.export.worksheet.flow import A4, GAP, MARGIN, Flow
from geo.export.worksheet.sheet_map import answer_primitives, blank_primitives
from geo.queries.worksheets import Told, answer_key, told_by
from geo.reading.worksheets.page import key_cells
from geo.record.atomic import atomic_path
from geo.record.load import DATA_DIR
from geo.record.schema import PERSPECTIVES
from geo.style.basemap import INK
from geo.wording.dates import in_other_calendar, plain_date
from geo.wording.language import in_language_of
from geo.wording.lists import in_turn
from geo.wording.pages.worksheet_words import report_lines, sheet_title, step_lines, terms, timing_title
from geo.wording.text import in_digits, t

TITLE, HEAD, BODY, SMALL = 21.0, 14.0, 12.0, 9.5
#: The type of reports gets smaller before the map does.
REPORT_SIZES = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5)
LEAST_MAP, MOST_MAP, ANSWER_MAP = 330, 600, 300
#: Boxes for the class to write its own key into.
KEY_BOXES, KEY_HIGH = 4, 26.0


@dataclass(frozen=True)
class WorksheetOptions:
    """Which worksheet, in which language."""

    name: str
    lang: str = "en"


@in_language_of(1)
def write_worksheet(timeline: Timeline, options: WorksheetOptions, path: Path, data_dir: Path = DATA_DIR) -> None:
    """Write a worksheet and its key as a PDF of two pages of A4.

    Raises
    ------
    ValueError
        When the file is no PDF, or the record has not what the worksheet is about.
    OSError
        When the file can't be written.
    """
    if path.suffix.lower() != ".pdf":
        raise ValueError(f"{path}: a worksheet ends in .pdf")
    if options.name not in worksheets(timeline.dataset):
        raise ValueError(f"{options.name!r} is no worksheet of this record: {', '.join(worksheets(timeline.dataset))}")
    from geo.export.renderers import vector  # matplotlib takes a second to load

    about = about_file(_head(options.name), f"{t('app.title')}, {timeline.dataset.version}. {t('app.credits')}")
    with atomic_path(path) as temporary:
        temporary.write_bytes(vector.pages_as_pdf(worksheet_pages(timeline, options.name, data_dir), A4, about))


def worksheet_pages(timeline: Timeline, name: str, data_dir: Path = DATA_DIR) -> list[list[Layer]]:
    """The layers of the two pages, not yet drawn, in the language that is spoken."""
    told = told_by(timeline, SHEETS[name])
    return [class_page(timeline, name, told), key_page(timeline, name, told, data_dir)]


# --- what the class is given --------------------------------------------------------------


def class_page(timeline: Timeline, name: str, told: Told) -> list[Layer]:
    """Task, blank map, room for a key, the reports; nothing that was told later."""
    dataset, sheet = timeline.dataset, SHEETS[name]
    top = Flow()
    top.text(_head(name), TITLE, "bold")
    top.text(in_other_calendar(sheet.day), BODY, is_quiet=True)
    top.gap(4)
    top.text(t("sheet.task"), BODY)
    lines, foot = report_lines(dataset, told), _foot(timeline, sheet)
    room = A4[1] - MARGIN - foot.y - top.y - KEY_HIGH - 4 * GAP
    reports = next((one for size in REPORT_SIZES if room - (one := _reports(sheet, lines, size)).y >= LEAST_MAP), None)
    if reports is None:
        raise ValueError(f"{name}: its reports leave no room for a map on a page")
    high = round(min(MOST_MAP, room - reports.y))
    size = (round(top.width), high)
    map_top = top.y + GAP
    key_top = map_top + high + GAP
    page = [*top.primitives, *_moved(reports, key_top + KEY_HIGH + GAP), *_moved(foot, A4[1] - MARGIN - foot.y)]
    return [
        Layer(blank_primitives(dataset, sheet, size), round(MARGIN), round(map_top), size),
        Layer([*_turned(page), *_key_boxes(key_top)]),
    ]


def _reports(sheet: Worksheet, lines: Sequence[str], size: float) -> Flow:
    """The reports, numbered, from the top of a column of their own."""
    flow = Flow(0)
    flow.text(t("sheet.reports", day=plain_date(sheet.day)), HEAD, "bold")
    for number, line in enumerate(lines, start=1):
        flow.numbered(in_digits(number), line, size)
    return flow


def _foot(timeline: Timeline, sheet: Worksheet) -> Flow:
    flow = Flow(0)
    later = t("sheet.no_later", day=plain_date(sheet.day), version=timeline.dataset.version)
    flow.text(in_turn([t("sheet.words_note"), later]), SMALL, is_quiet=True)
    flow.text(t("app.title"), SMALL, is_quiet=True)
    return flow


def _key_boxes(top: float) -> list[Primitive]:
    """'Your key:' and empty boxes, each with room beside it, as the language runs."""
    flow = Flow(top + 4)
    flow.text(t("sheet.key_blank"), BODY, "bold")
    step = flow.width / (KEY_BOXES + 1)
    lefts = [MARGIN + step * (place + 1) for place in range(KEY_BOXES)]
    is_turned = t("locale.dir") == "rtl"
    lefts = [A4[0] - left - 38 for left in lefts] if is_turned else lefts
    return [*_turned(flow.primitives), *(box_edge(left, top, left + 38, top + KEY_HIGH, INK, 1.0) for left in lefts)]


# --- the key ------------------------------------------------------------------------------


def key_page(timeline: Timeline, name: str, told: Told, data_dir: Path) -> list[Layer]:
    """The answer as the record tells it now, timing and words, for who teaches."""
    dataset, sheet = timeline.dataset, SHEETS[name]
    flow = Flow()
    flow.text(t("sheet.answer", name=sheet_title(name), day=plain_date(sheet.day)), TITLE, "bold")
    flow.text(t("sheet.answer_note", version=dataset.version), BODY)
    if told.left_out:
        flow.text(t("sheet.left_out", count=told.left_out), BODY, is_quiet=True)
    flow.gap()
    flow.text(t("sheet.answer_map"), HEAD, "bold")
    map_top, size = flow.y, (round(flow.width), ANSWER_MAP)
    flow.gap(ANSWER_MAP + GAP)
    flow.row([t("sheet.district"), *(t(f"perspective.{one}") for one in PERSPECTIVES)], 11, "bold")
    for row in answer_key(timeline, sheet):
        flow.row(key_cells(dataset, row), 11)
    flow.gap()
    flow.text(timing_title(), HEAD, "bold")
    for number, line in enumerate(step_lines(), start=1):
        flow.numbered(in_digits(number), line, 11)
    flow.gap()
    flow.text(t("sheet.glossary"), HEAD, "bold")
    for term, meaning in terms():
        flow.text(t("sheet.term", term=term, meaning=meaning), 10.5)
    flow.gap()
    flow.text(t("app.credits"), SMALL, is_quiet=True)
    drawn = answer_primitives(timeline, sheet, size, data_dir)
    return [Layer(drawn, round(MARGIN), round(map_top), size), Layer(_turned(flow.primitives))]


# --- on the page --------------------------------------------------------------------------


def _head(name: str) -> str:
    return t("sheet.head", name=sheet_title(name), day=plain_date(SHEETS[name].day))


def _moved(flow: Flow, top: float) -> list[Primitive]:
    """What was written from 0 on, from another height on."""
    return [replace(one, y=one.y + top) for one in flow.primitives if isinstance(one, Words)]


def _turned(primitives: Sequence[Primitive]) -> list[Primitive]:
    """What is written, from the side where the language begins."""
    return flipped(primitives, A4[0] if t("locale.dir") == "rtl" else 0)
