"""Worksheets: nothing that was told after their day is on them, and the key is the timeline's own answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from geo.address.sheets import SHEETS, Worksheet
from geo.control.timeline import Timeline
from geo.queries.worksheets import answer_key, told_by
from geo.reading.worksheets.page import key_cells
from geo.record.geojson import Row
from geo.record.load import Dataset
from geo.record.schema import PERSPECTIVES
from geo.record.spans import add_days
from geo.wording.language import LANGUAGES, speaking
from geo.wording.pages.worksheet_words import report_lines

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (20\d\d))?")
YEAR = re.compile(r"\b20\d\d\b")


def later_days(lines: list[str], day: str) -> list[str]:
    """The days and years later than a day that lines of English name; a day without a year is of that year."""
    found = []
    for line in lines:
        for number, month, year in DAY.findall(line):
            named = f"{year or day[:4]}-{MONTHS.index(month) + 1:02}-{int(number):02}"
            found += [named] if named > day else []
        found += [year for year in YEAR.findall(line) if year > day[:4]]
    return found


def told_later(timeline: Timeline, sheet: Worksheet, lines: list[str]) -> list[str]:
    """What lines hold of claims that were told after a worksheet's day, or on a day that nobody knows."""
    told = {report.claim["says"] for report in told_by(timeline, sheet).events}
    says = [
        (claim["reported_on"], claim["says"].rstrip("."))
        for event in timeline.dataset.public_events
        for claim in event["claims"]
        if claim["says"] not in told and len(claim["says"]) > 20
    ]
    text = "\n".join(lines)
    return [said for day, said in says if (not day or day > sheet.day) and said in text]


def changed(dataset: Dataset, name: str, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Dataset:
    rows = tuple(Row(row.line, change(row.record), row.geometry) for row in dataset.tables[name])
    return replace(dataset, tables=MappingProxyType({**dataset.tables, name: rows}), _index={})


@pytest.mark.parametrize("name", SHEETS)
def test_nothing_later_than_its_day_is_on_it(shipped_line: Timeline, name: str) -> None:
    sheet = SHEETS[name]
    told = told_by(shipped_line, sheet)
    assert all(report.day <= sheet.day for report in (*told.holding, *told.events))
    lines = report_lines(shipped_line.dataset, told)
    assert len(lines) > 10 and later_days(lines, sheet.day) == [] and told_later(shipped_line, sheet, lines) == []
    assert not any(re.search(r"SRC-|EV-20|CC-\d|Wikipedia", line) for line in lines)


@pytest.mark.parametrize("name", SHEETS)
def test_the_look_for_later_things_finds_them(shipped_line: Timeline, name: str) -> None:
    """The worksheet held to the day before its own: what was told on its last day is then too late."""
    sheet = SHEETS[name]
    earlier = replace(sheet, day=add_days(sheet.day, -1))
    lines = report_lines(shipped_line.dataset, told_by(shipped_line, sheet))
    assert later_days(lines, earlier.day) and told_later(shipped_line, earlier, lines)


@pytest.mark.parametrize("name", SHEETS)
def test_hindsight_changes_nothing_on_it(shipped: Dataset, name: str) -> None:
    """Ends, certainties, grades, last words, exceptions, titles and tolls that came later are not looked at."""
    sheet = SHEETS[name]
    before = report_lines(shipped, told_by(Timeline(shipped), sheet))
    other = changed(
        shipped,
        "control_claims",
        lambda claim: claim
        | {
            "valid_to": None, "last_confirmed": "2025-01-01", "basis": "claimed", "exception": "until 2030", "notes": "x",
            "certainty": claim["certainty"] if claim["certainty"] == "E" else "D", "area_note": None, "supersedes": [],
        },
    )  # fmt: skip
    other = changed(
        other,
        "events",
        lambda event: event
        | {
            "verification": "refuted", "title": "x", "summary": "x", "notes": "x", "verified_by": None,
            "claims": [claim | {"casualties": []} for claim in event["claims"]],
        },
    )  # fmt: skip
    assert report_lines(other, told_by(Timeline(other), sheet)) == before


def test_a_report_whose_day_moves_after_it_leaves_and_is_counted(shipped: Dataset) -> None:
    sheet = SHEETS["panjshir-2021"]
    before = told_by(Timeline(shipped), sheet)
    late = changed(shipped, "control_claims", lambda claim: claim | {"known_from": "2021-09-06"})
    after = told_by(Timeline(late), sheet)
    assert after.holding == () and after.left_out == before.left_out + len(before.holding)
    unknown = changed(shipped, "control_claims", lambda claim: claim | {"known_from": None})
    assert told_by(Timeline(unknown), sheet).left_out == after.left_out


@pytest.mark.parametrize("name", SHEETS)
def test_the_key_is_what_the_timeline_says(shipped_line: Timeline, name: str) -> None:
    sheet = SHEETS[name]
    rows = answer_key(shipped_line, sheet)
    assert [row.admin2_id for row in rows] == list(sheet.districts)
    for row in rows:
        for perspective in PERSPECTIVES:
            interval = shipped_line.interval_at(row.admin2_id, sheet.day, perspective)
            assert row.states[perspective] == (interval.state if interval else None)
    cells = [key_cells(shipped_line.dataset, row) for row in rows]
    assert all(len(row) == 1 + len(PERSPECTIVES) and all(row) for row in cells)


def test_the_key_follows_the_record(shipped: Dataset) -> None:
    """Positive control: without its claims the day has another answer."""
    sheet = SHEETS["panjshir-2021"]
    without = changed(shipped, "control_claims", lambda claim: claim | {"valid_to": "2021-08-16"})
    assert answer_key(Timeline(without), sheet) != answer_key(Timeline(shipped), sheet)


def test_the_three_days_teach_three_things(shipped_line: Timeline) -> None:
    """A valley divided, claims that contradict each other, a day of a later year."""
    divided = {row.states["assessed"].holding for row in answer_key(shipped_line, SHEETS["panjshir-2021"])}
    assert len(divided) >= 3
    rows = answer_key(shipped_line, SHEETS["andarab-2021"])
    assert sum(row.states["nrf"].controller != row.states["taliban"].controller for row in rows) >= 3
    assert SHEETS["balkhab-2022"].day > "2022"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_line_has_its_speaker_and_its_day(shipped_line: Timeline, lang: str) -> None:
    with speaking(lang):
        for sheet in SHEETS.values():
            lines = report_lines(shipped_line.dataset, told_by(shipped_line, sheet))
            assert len(set(lines)) == len(lines) and all("{" not in line and "sheet." not in line for line in lines)


def test_a_record_without_its_day_has_no_worksheet(tiny: Dataset) -> None:
    assert not any(sheet.is_of(tiny) for sheet in SHEETS.values())
