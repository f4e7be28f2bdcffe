"""The page of definitions: one day, over time, the hard cases, other maps, the rules; as the command line tells them."""

from __future__ import annotations

import pytest

from geo.control.definitions.cases import HARD_CASES
from geo.control.definitions.known import DEFINITIONS, OTHERS, word_of
from geo.control.timeline import Timeline
from geo.queries.definitions import defined
from geo.wording.text import t
from tests.pages.html_page import HtmlPage


def names() -> list[str]:
    return [t(f"definitions.name.{word_of(key)}") for key in DEFINITIONS]


@pytest.mark.parametrize("query", [{}, {"date": "2021-09-02", "district": "AF-PAN-shutul"}])
def test_the_page_shows_every_definition_of_a_day(visit_page, query: dict[str, str]) -> None:
    page = visit_page("definitions", **query)
    assert not page.exception
    shown = HtmlPage(page)
    one_day = shown.tables[0]
    assert one_day.column("Definition") == names() or one_day.row_heads == names()


def test_a_day_says_under_how_many_definitions_our_answer_holds(visit_page, shipped_line: Timeline) -> None:
    text = HtmlPage(visit_page("definitions", date="2021-09-02", district="AF-PAN-shutul")).text
    agreed = defined(shipped_line).agreement("AF-PAN-shutul", "2021-09-02")
    assert f"the same answer: {len(agreed.same)}" in text
    assert f"another answer: {len(agreed.other)}; cannot say: {len(agreed.undecided)}" in text
    assert "claimed by the Taliban, not confirmed" in text and f"Of the {len(OTHERS)} other definitions" in text


def test_each_hard_case_is_a_row_and_each_definition_a_column(visit_page) -> None:
    shown = HtmlPage(visit_page("definitions"))
    table = next(one for one in shown.tables if len(one.row_heads) == len(HARD_CASES))
    assert "Bazarak, 6 September 2021" in table.row_heads
    for key in DEFINITIONS:
        assert len(table.column(t(f"definitions.short.{word_of(key)}"))) == len(HARD_CASES)


@pytest.mark.parametrize("key", DEFINITIONS)
def test_the_districts_of_other_maps_are_the_command_lines(visit_page, answered, key: str) -> None:
    text = HtmlPage(visit_page("definitions", date="2021-09-13")).text
    counts = answered("at", "2021-09-13", "--definition", key)["counts"]
    assert f": {counts[0]['districts']}" in text
    assert sum(count["districts"] for count in counts) == 398


def test_published_rules_are_cited_with_how_they_were_read(visit_page) -> None:
    text = HtmlPage(visit_page("definitions")).text
    for key in DEFINITIONS:
        assert t(f"definitions.rule.{word_of(key)}") in text
        for source in DEFINITIONS[key].sources:
            assert source.title in text and t(f"definitions.read.{source.read_as}") in text


def test_a_district_that_the_record_lacks_is_told(visit_page) -> None:
    page = visit_page("definitions", district="AF-XXX-none")
    assert not page.exception
    assert "AF-XXX-none" in "\n".join(element.value for element in page.text)


def test_hostile_names_are_text(visit_hostile, shows_only_text) -> None:
    shows_only_text(visit_hostile("definitions"))


def test_a_broken_record_is_told_and_the_page_stands(visit_broken) -> None:
    page = visit_broken("definitions")
    assert not page.exception and page.error


@pytest.mark.parametrize("page", ["provinces", "compare", "story"])
def test_a_page_of_control_says_that_it_shows_our_method(visit_page, page: str) -> None:
    for definition, says in (("strict", True), ("ours", False)):
        told = [one.value for one in visit_page(page, definition=definition).text]
        assert (t("definitions.not_here") in told) is says
