"""The page of definitions as plain data: verdicts, ribbons, the hard cases; the same in every language."""

from __future__ import annotations

from itertools import pairwise

import pytest

from geo.address.keys import LANGUAGES
from geo.control.definitions.cases import HARD_CASES
from geo.control.definitions.known import DEFINITIONS, OTHERS
from geo.control.timeline import Timeline
from geo.queries.definitions import defined
from geo.reading.content import Beside, Figure, Table
from geo.reading.definitions.hard_cases import cases_of, cases_section, differing, district_of
from geo.reading.definitions.one_day import verdict_in_words
from geo.reading.definitions.over_time import ribbon_section
from geo.reading.definitions.rules import rules_section
from geo.reading.definitions.small_maps import maps_section
from geo.reading.definitions.words import answer_in_words
from geo.reading.drawings import SmallMap, Strips
from geo.record.load import Dataset
from geo.wording.language import speaking


def test_a_strip_covers_all_its_days_and_neighbours_differ(shipped_line: Timeline) -> None:
    for case in HARD_CASES:
        figure = ribbon_section(shipped_line, case.district).blocks[1]
        assert isinstance(figure, Figure) and isinstance(figure.drawing, Strips)
        assert len(figure.drawing.rows) == len(DEFINITIONS)
        for _, spans in figure.drawing.rows:
            assert sum(span.size_pct for span in spans) == pytest.approx(100, abs=0.2)
            assert all(one.sign != other.sign for one, other in pairwise(spans))


def test_the_table_of_a_ribbon_has_each_change(shipped_line: Timeline) -> None:
    figure = ribbon_section(shipped_line, "AF-PAN-shutul").blocks[1]
    assert isinstance(figure, Figure) and isinstance(figure.table, Table)
    spans = sum(len(defined(shipped_line).spans(key, "AF-PAN-shutul")) for key in DEFINITIONS)
    assert len(figure.table.rows) == spans


def test_a_verdict_counts_each_other_definition_once(shipped_line: Timeline) -> None:
    for case in HARD_CASES:
        agreed = defined(shipped_line).agreement(case.district, case.day)
        said = verdict_in_words(shipped_line, case.district, case.day)
        counts = [len(agreed.same), len(agreed.other), len(agreed.undecided)]
        assert sum(counts) == len(OTHERS)
        assert f"same answer: {counts[0]}; another answer: {counts[1]}; cannot say: {counts[2]}" in said
        assert len(differing(shipped_line, case)) >= 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_left_in_keys_in_any_language(shipped_line: Timeline, lang: str) -> None:
    with speaking(lang):
        told = f"{cases_section(shipped_line)} {rules_section()} {ribbon_section(shipped_line, 'AF-PAN-dara')}"
    assert "definitions." not in told


def test_a_record_without_the_hard_cases_has_a_district_and_no_case(tiny: Dataset) -> None:
    assert cases_of(tiny) == ()
    assert district_of(tiny, None) in tiny.by_id("districts")


def test_each_definition_has_a_map_of_the_province_with_all_its_districts(shipped_line: Timeline) -> None:
    section = maps_section(shipped_line, "AF-PAN-shutul", "2021-09-02")
    beside = section.blocks[1]
    assert isinstance(beside, Beside) and len(beside.columns) == len(DEFINITIONS)
    for key, (figure,) in zip(DEFINITIONS, beside.columns, strict=True):
        assert isinstance(figure, Figure) and isinstance(figure.drawing, SmallMap)
        for district in (d for d in shipped_line.districts if d.startswith("AF-PAN")):
            answer = defined(shipped_line).answers_at(district, "2021-09-02")[key]
            name = shipped_line.dataset.by_id("districts")[district]["name_en"].partition(" (")[0]
            words = answer_in_words(shipped_line.dataset, answer)
            assert any(one.label.startswith(words) and name in one.label for one in figure.drawing.keys), (key, name)
