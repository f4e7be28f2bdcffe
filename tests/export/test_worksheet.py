"""Worksheets as PDF: two pages of A4, nothing over their edge, the day's map blank, the key on the other page."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.address.sheets import SHEETS
from geo.control.timeline import Timeline
from geo.export.drawing.fonts import width_of
from geo.export.drawing.primitives import Fill, Words
from geo.export.worksheet.flow import A4, MARGIN, RIGHT_TO_LEFT
from geo.export.worksheet.pages import WorksheetOptions, worksheet_pages, write_worksheet
from geo.queries.worksheets import told_by
from geo.record.load import DATA_DIR
from geo.wording.language import LANGUAGES, name_of, speaking
from geo.wording.pages.worksheet_words import report_lines
from tests.geo.queries.test_worksheets import later_days

STATES = [(name, lang) for name in SHEETS for lang in LANGUAGES]


def words_of(layers) -> list[tuple[Words, int, int]]:
    return [(one, la.left, la.top) for la in layers for one in la.primitives if isinstance(one, Words)]


@pytest.mark.parametrize(("name", "lang"), STATES)
def test_both_pages_fit_a4(shipped_line: Timeline, name: str, lang: str) -> None:
    with speaking(lang):
        for layers in worksheet_pages(shipped_line, name, DATA_DIR):
            for one, left, top in words_of(layers):
                wide = width_of(one.text, one.size, one.style)
                begin = one.x + left - {"left": 0, "middle": wide / 2, "right": wide}[one.anchor]
                assert begin >= MARGIN - 8 and begin + wide <= A4[0] - MARGIN + 8, one.text
                assert 0 < one.y + top <= A4[1] - MARGIN + 12, one.text


@pytest.mark.parametrize(("name", "lang"), STATES)
def test_the_class_gets_all_reports_and_no_answer(shipped_line: Timeline, name: str, lang: str) -> None:
    dataset, sheet = shipped_line.dataset, SHEETS[name]
    with speaking(lang):
        given, key = worksheet_pages(shipped_line, name, DATA_DIR)
        assert not [one for la in given for one in la.primitives if isinstance(one, Fill)], "a blank map"
        assert [one for la in key for one in la.primitives if isinstance(one, Fill)]
        written = "".join(one.text for one, _, _ in words_of(given)).replace(" ", "").replace(RIGHT_TO_LEFT, "")
        for line in report_lines(dataset, told_by(shipped_line, sheet)):
            letters = "".join(char for char in line if char not in "\u2066\u2067\u2068\u2069 ")
            assert letters in written
        for admin2_id in sheet.districts:
            assert name_of(dataset.by_id("districts")[admin2_id]).partition(" (")[0].replace(" ", "") in written
        assert dataset.version in written and dataset.version in "".join(one.text for one, _, _ in words_of(key))


@pytest.mark.parametrize("name", SHEETS)
def test_no_later_day_stands_on_the_page_of_the_class(shipped_line: Timeline, name: str) -> None:
    given, _ = worksheet_pages(shipped_line, name, DATA_DIR)
    lines = [one.text for one, _, _ in words_of(given)]
    assert later_days(lines, SHEETS[name].day) == []
    assert later_days([*lines, "6 September 2029"], SHEETS[name].day) == ["2029-09-06", "2029"]


def test_a_file_of_two_pages_the_same_at_every_call(shipped_line: Timeline, tmp_path: Path) -> None:
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for path in files:
        write_worksheet(shipped_line, WorksheetOptions("panjshir-2021", "fa"), path)
    first, second = (path.read_bytes() for path in files)
    assert first == second and first.startswith(b"%PDF") and first.count(b"/Type /Page ") == 2
    assert b"/MediaBox [ 0 0 595" in first, "A4"


def test_what_is_no_worksheet_is_refused(shipped_line: Timeline, tiny_line: Timeline, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.pdf"):
        write_worksheet(shipped_line, WorksheetOptions("panjshir-2021"), tmp_path / "one.png")
    with pytest.raises(ValueError, match="no worksheet"):
        write_worksheet(tiny_line, WorksheetOptions("panjshir-2021"), tmp_path / "one.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_line_of_both_scripts_runs_as_the_language_does(shipped_line: Timeline) -> None:
    """Its parts are kept apart by marks, which are drawn, and by no isolates, which would become blanks."""
    for lang, mark in (("en", ""), ("ps", RIGHT_TO_LEFT)):
        with speaking(lang):
            given, _ = worksheet_pages(shipped_line, "andarab-2021", DATA_DIR)
            reports = [one.text for one, _, _ in words_of(given) if "Puli Hisar" in one.text and ":" in one.text]
            assert reports and all(
                text.startswith(mark) and not set(text) & set("\u2066\u2068\u2069") for text in reports
            )
            assert any(RIGHT_TO_LEFT in text.strip(RIGHT_TO_LEFT) for text in reports) == bool(mark)
