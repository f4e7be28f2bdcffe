"""The pages of actors and for classes, as plain data and as HTML: whole, escaped, in every language."""

from __future__ import annotations

import re

import pytest

from geo.address.sheets import SHEETS
from geo.control.timeline import Timeline
from geo.queries.actors import actor_profile
from geo.reading.actors.page import SECTIONS, actor_blocks
from geo.reading.actors.tree import tree_blocks
from geo.reading.content import Figure, Link, Points, Section, plain
from geo.reading.html import html_of
from geo.reading.worksheets.page import list_blocks, sheet_blocks
from geo.record.schema import ACTOR_KINDS
from geo.wording.language import LANGUAGES, speaking
from geo.wording.pages.actor_words import branch_in_words
from geo.wording.text import t


def page_of(line: Timeline, actor_id: str) -> str:
    return html_of(actor_blocks(line.dataset, actor_profile(line, actor_id)), lambda link: f"{link.page}?{link.query}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_actor_has_a_whole_page(shipped_line: Timeline, lang: str) -> None:
    with speaking(lang):
        for actor_id in shipped_line.dataset.by_id("actors"):
            page = page_of(shipped_line, actor_id)
            assert all(f'id="{anchor}"' in page for anchor in SECTIONS)
            assert not re.search(r"\{\w+\}|>(actors|branch|sheet)\.\w", page)


def test_what_the_record_does_not_say_is_told(shipped_line: Timeline) -> None:
    page = page_of(shipped_line, "peoples_sovereignty_front")
    assert t("actors.not_told") in page and t("actors.no_ties") in page and t("actors.no_claims") in page
    assert t("actors.no_name") in page and t("actors.not_said") in page


def test_each_tie_names_its_sources(shipped_line: Timeline) -> None:
    for actor_id in ("iran", "nrf", "tajikistan"):
        page = page_of(shipped_line, actor_id)
        for tie in actor_profile(shipped_line, actor_id).ties:
            assert tie.tie["source_ids"] and all(source_id in page for source_id in tie.tie["source_ids"])


def test_a_chart_has_a_sentence_and_a_table(shipped_line: Timeline) -> None:
    dataset = shipped_line.dataset
    sections = [b for b in actor_blocks(dataset, actor_profile(shipped_line, "nrf")) if isinstance(b, Section)]
    figures = [block for section in sections for block in section.blocks if isinstance(block, Figure)]
    assert len(figures) == 2 and all(figure.says and figure.table and figure.caption for figure in figures)
    claims = actor_profile(shipped_line, "nrf").claims
    assert len(figures[1].table.rows) == len(claims) == len(figures[1].drawing.rows)


def test_sources_near_a_side_are_labelled(shipped_line: Timeline) -> None:
    near = actor_profile(shipped_line, "taliban").near
    assert near and all(source["source_id"] in page_of(shipped_line, "taliban") for source in near)


def test_the_tree_holds_each_actor(shipped_line: Timeline) -> None:
    dataset = shipped_line.dataset
    sections = [block for block in tree_blocks(dataset) if isinstance(block, Section)]
    assert [section.anchor for section in sections] == [
        k for k in ACTOR_KINDS if any(a["kind"] == k for a in dataset.records("actors"))
    ]
    lines = [
        line for section in sections for block in section.blocks if isinstance(block, Points) for line in block.items
    ]
    ways = [part.query["actor"] for line in lines for part in line if isinstance(part, Link) and part.page == "actors"]
    assert set(ways) == set(dataset.by_id("actors"))
    assert ways.count("uzbek_taliban_dissidents") == 2, "below the Taliban, and under its own kind"


def test_a_branch_says_whom_it_counts(shipped_line: Timeline) -> None:
    told = branch_in_words(shipped_line.dataset, "taliban")
    assert told == "Taliban with all below (2 actors): Taliban, Uzbek Taliban dissidents"
    assert branch_in_words(shipped_line.dataset, "") == ""


def test_text_of_records_stays_text(trapped_line: Timeline) -> None:
    page = page_of(trapped_line, "nrf")
    assert "<script>" not in page and "&lt;script&gt;" in page


@pytest.fixture
def trapped_line(line: Timeline) -> Timeline:
    from dataclasses import replace
    from types import MappingProxyType

    from geo.record.geojson import Row

    rows = tuple(
        Row(row.line, row.record | {"notes": "<script>x</script>", "aliases": ["<script>"]}, None)
        for row in line.dataset.tables["actors"]
    )
    tables = MappingProxyType({**line.dataset.tables, "actors": rows})
    return Timeline(replace(line.dataset, tables=tables, _index={}))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SHEETS)
def test_a_worksheet_keeps_its_answer_below(shipped_line: Timeline, name: str, lang: str) -> None:
    with speaking(lang):
        blocks = sheet_blocks(shipped_line, name)
        key = next(b for b in blocks if isinstance(b, Section) and b.anchor == "key")
        assert key.is_folded and shipped_line.dataset.version in plain(key.blocks[0].parts)
        given = html_of([b for b in blocks if b is not key], lambda link: "#")
        assert t("sheet.answer_note", version=shipped_line.dataset.version) not in given
        assert not re.search(r"\{\w+\}|>sheet\.\w", html_of(blocks, lambda link: "#"))


def test_all_worksheets_are_listed(shipped_line: Timeline) -> None:
    assert len(list_blocks(shipped_line.dataset)) == len(SHEETS) == 3
