"""Content as HTML: nothing of a text becomes markup, tables can be sorted and cut, only web addresses become links."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.reading.content import (
    Away,
    Bar,
    Beside,
    Block,
    Box,
    Cell,
    Column,
    Contents,
    Facts,
    Link,
    Measures,
    Paragraph,
    Picture,
    Points,
    Script,
    Section,
    Strong,
    Table,
    Within,
    number,
    plain,
    still,
    text,
)
from geo.reading.html import STYLE, html_of

TRAP = "<img src=x onerror=a()>\"'&<script>b()</script>"


def shown(*blocks: Block) -> str:
    return html_of(blocks, lambda link: f"{link.page}?x={link.query.get('x', '')}")


def table(first: int | None = None) -> Table:
    columns = (Column("Name"), Column("Count", is_number=True))
    rows = tuple((text(f"row {count}"), number(count, "–")) for count in range(12))
    return Table(columns, rows, "Some rows", first=first, sorted_by=(1, False))


@pytest.mark.parametrize(
    "block",
    [
        Paragraph((TRAP, Strong(TRAP), Link(TRAP, TRAP, {"x": TRAP}), Within(TRAP, TRAP), Script(TRAP, TRAP))),
        Paragraph((Away(TRAP, "https://example.org/" + TRAP), Away(TRAP, TRAP), Picture("<svg/>", TRAP))),
        Points(((TRAP,),)),
        Facts(((TRAP, (TRAP,)),)),
        Measures(((TRAP, TRAP),)),
        Section(TRAP, (Paragraph((TRAP,)),), anchor=TRAP, is_folded=True),
        Contents(TRAP, (Within(TRAP, TRAP),)),
        Table((Column(TRAP),), ((Cell((TRAP,), TRAP),),) * 3, TRAP, first=1),
    ],
)
def test_no_text_becomes_markup(block: Block) -> None:
    html = shown(block)
    assert "<script" not in html and "<img src=x" not in html
    assert "&lt;img src=x onerror=a()&gt;&quot;&#x27;&amp;" in html


@pytest.mark.parametrize(
    "address",
    ["javascript:a()", "data:text/html,x", "//example.org", "/page", "", "http://", "https://[", "ftp://x.org"],
)
def test_only_an_address_of_the_web_becomes_a_link(address: str) -> None:
    html = shown(Paragraph((Away("a page", address),)))
    assert "<a" not in html and "a page" in html


def test_a_page_of_others_is_opened_beside_ours_and_told_nothing_of_us() -> None:
    html = shown(Paragraph((Away("a page", "https://example.org/?a=1&b=2"),)))
    assert 'target="_blank"' in html and 'rel="noopener noreferrer nofollow"' in html
    assert 'href="https://example.org/?a=1&amp;b=2"' in html


def test_a_table_names_its_rows_and_columns() -> None:
    html = shown(table())
    assert html.count('<th scope="row"') == 12 and html.count('<th scope="col"') == 2
    assert html.count("<button") == 2 and html.count('aria-sort="ascending"') == 1
    assert 'class="more"' not in html and "checkbox" not in html
    assert "<caption" in html and "Some rows" in html


def test_a_wide_table_folds_into_lines_that_name_their_columns_and_stays_a_table() -> None:
    heads = ("Who", "A & B", "Two", "Three", "Four")
    columns = tuple(Column(name) for name in heads)
    wide = Table(columns, (tuple(map(text, range(5))),), "Wide")
    html = shown(wide)
    assert '<div class="table folds">' in html and html.count("data-head=") == 4
    assert 'data-head="A &amp; B:"' in html and 'data-head="Who' not in html
    roles = {"table": 1, "rowgroup": 2, "row": 2, "columnheader": 5, "rowheader": 1, "cell": 4}
    assert {role: html.count(f'role="{role}"') for role in roles} == roles
    minor = (*columns[:4], Column("Four", is_minor=True))
    narrow = shown(replace(wide, columns=minor))
    assert "folds" not in narrow and "data-head" not in narrow and 'role="row"' not in narrow


def test_a_long_table_is_cut_until_all_is_asked_for() -> None:
    html = shown(table(first=5))
    assert html.count('class="more"') == 7 and 'data-first="5"' in html
    assert html.count('type="checkbox"') == 1 and "Show all 12 rows" in html
    assert shown(table(first=12)).count("checkbox") == 0


def test_a_number_that_is_not_there_has_no_order() -> None:
    assert number(None, "–") == Cell(("–",))
    assert number(1024, "–") == Cell(("1,024",), 1024)


@pytest.mark.parametrize(("pct", "size"), [(-5, "0.0"), (42.25, "42.2"), (250, "100.0")])
def test_a_bar_is_never_longer_than_its_frame(pct: float, size: str) -> None:
    assert f"inline-size:{size}%" in shown(Paragraph((Bar(pct),)))


def test_parts_as_text_alone() -> None:
    assert plain(("a ", Link("b", ""), Strong(" c"), Bar(5), Picture("<svg/>", " d"))) == "a b c d"


def test_a_page_without_script_has_no_head_that_a_reader_could_press() -> None:
    nested = (table(), Section("one", (table(),)), Box((table(),)), Beside(((table(),), (table(),))))
    assert "<button" in shown(*nested) and "<button" not in shown(*still(nested))
    assert shown(*still(nested)).count('<th scope="row"') == 5 * 12


def test_what_nobody_knows_and_what_is_not_ours_look_otherwise() -> None:
    cells = (Cell(("not known",), is_unknown=True), Cell((Bar(40, is_hollow=True), "4"), 4))
    html = shown(Table((Column("a"), Column("b")), (cells,), "c", head=1))
    assert '<td class="unknown"><span>not known</span></td>' in html
    assert '<span class="bar hollow" aria-hidden="true"><span style="inline-size:40.0%">' in html


def test_a_link_that_is_named_by_an_id_stays_on_one_line() -> None:
    """Browsers break 'CC-0001' at its hyphen."""
    written = html_of(
        [Paragraph((Link("CC-0001", "claims", {"claim": "CC-0001"}), Link("CC-0001 and more", "claims", {})))],
        lambda _: "x",
    )
    assert written.count('class="unbroken"') == 1
    assert 'class="unbroken">CC-0001</a>' in written


def test_latin_letters_of_a_page_have_one_font() -> None:
    """What is held apart as English has the page's font; the fonts of Arabic letters are for these alone."""
    assert '.reading bdi:not([lang="en"])' in STYLE and ".reading bdi {" not in STYLE
