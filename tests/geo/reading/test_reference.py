"""UCDP's rows as tables of reading pages: what no release covers whole is hatched words, never a number; all is credited."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.address.view import ViewState
from geo.reading.content import Bar, Cell, Link, Table, plain
from geo.reading.html import html_of
from geo.reading.province_words import silence_in_words
from geo.reading.reference.credit import releases_in_words
from geo.reading.reference.province import province_blocks, rows_in
from geo.reading.reference.quarters import both_blocks, provinces_table, quarters_table
from geo.reading.reference.rows import FIRST, MOST, event_section, list_blocks, rows_table, shown_rows
from geo.record.load import Dataset
from geo.reference.coverage import by_quarter
from geo.reference.find import FoundRow, find_rows
from geo.reference.load import Reference, load_reference, months_covered
from geo.wording.text import t

SPAN = ("2021-08-15", "2026-12-31")


@pytest.fixture(scope="module")
def reference(shipped: Dataset) -> Reference:
    return load_reference(shipped)


@pytest.fixture(scope="module")
def found(shipped: Dataset, reference: Reference) -> list[FoundRow]:
    return find_rows(reference, shipped, ViewState(date=shipped.last_day), SPAN)


def words(cells: tuple[Cell, ...]) -> list[str]:
    return [plain(cell.parts) for cell in cells]


def html(*blocks: object) -> str:
    return html_of(blocks, lambda link: f"{link.page}?{link.query}")  # type: ignore[arg-type]


def test_quarters_that_no_release_covers_are_hatched_and_have_no_number(shipped: Dataset, reference: Reference) -> None:
    quarters = by_quarter(reference, shipped)
    gaps = [quarter for quarter in quarters if quarter.ucdp is None]
    known = [quarter for quarter in quarters if quarter.ucdp is not None][::-1]
    assert gaps and gaps == quarters[: len(gaps)], "here they are the first ones, side by side"
    *rows, gap = quarters_table(quarters, "both").rows
    assert words(gap)[0] == f"{gaps[0].name} – {gaps[-1].name}"
    assert all(cell.is_unknown and not any(isinstance(part, Bar) for part in cell.parts) for cell in gap[1:])
    here = sum(quarter.not_counted for quarter in gaps)
    assert words(gap)[1] == t("reference.quarter_here", count=here)
    assert len(rows) == len(known)
    for quarter, row in zip(known, rows, strict=True):
        assert words(row)[0].startswith(quarter.name) and words(row)[1] == str(quarter.ucdp)
        assert words(row)[4] == (t("reference.ours_ended") if quarter.ours is None else str(quarter.ours))
        assert row[4].is_unknown == (quarter.ours is None)
        assert len(quarter.covered) == 3 or silence_in_words(list(quarter.covered)) in words(row)[0]
    bars = [part for row in rows for part in (*row[1].parts, *row[4].parts) if isinstance(part, Bar)]
    assert {bar.is_hollow for bar in bars} == {True, False} and max(bar.pct for bar in bars) == 100
    assert quarters_table([], "both").rows == ()


def test_what_is_hatched_is_so_in_html(shipped: Dataset, reference: Reference) -> None:
    markup = html(quarters_table(by_quarter(reference, shipped), "both"))
    assert f'<td class="unknown"><span>{t("reference.not_counted")}</span></td>' in markup
    assert 'class="bar hollow"' in markup and 'class="bar"' in markup


def test_the_quarters_of_the_provinces_are_not_more_than_those_of_the_country(
    shipped: Dataset, reference: Reference
) -> None:
    table = provinces_table(shipped, reference, "provinces")
    counts = [int(words(row)[1]) for row in table.rows]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) <= sum(quarter.ucdp or 0 for quarter in by_quarter(reference, shipped))
    assert all(isinstance(row[0].parts[0], Link) and row[0].parts[0].page == "provinces" for row in table.rows)


def test_each_row_says_whether_its_month_is_covered_and_leads_to_ours(shipped: Dataset, found: list[FoundRow]) -> None:
    table = rows_table(shipped, found, "rows")
    assert [words(row)[-1] for row in table.rows] == [one.row["ucdp_id"] for one in found]
    assert [not row[6].is_unknown for row in table.rows] == [one.is_covered for one in found]
    for one, row in zip(found, table.rows, strict=True):
        links = [part for part in row[5].parts if isinstance(part, Link)]
        assert [link.query["event"] for link in links] == [line["event_id"] for line in one.lines]
        assert links or words(row)[5] == t("events.reference_only")
    assert table.first == FIRST and table.head == 1


def test_more_rows_than_a_page_holds_are_counted(shipped: Dataset, found: list[FoundRow]) -> None:
    many = (found * (MOST // len(found) + 1))[: MOST + 3]
    table, more = shown_rows(shipped, many)
    assert isinstance(table, Table) and len(table.rows) == MOST
    assert words(table.rows[0]) == words(rows_table(shipped, many[-1:], "last").rows[0]), "the newest stand first"
    assert t("events.reference_more", count=3) in html(more)
    assert shown_rows(shipped, []) == ()


def test_a_list_says_what_its_number_can_tell(shipped: Dataset, reference: Reference) -> None:
    for days, message in (
        (("2022-06-01", "2022-06-30"), "none"),
        (("2026-03-01", "2026-03-31"), "whole"),
        (SPAN, "part"),
    ):
        rows = find_rows(reference, shipped, ViewState(date=shipped.last_day), days)
        markup = html(*list_blocks(shipped, reference, rows, days, is_newest_first=False))
        assert t(f"reference.covered_{message}") in markup and "CC BY 4.0" in markup
        assert ("<table" in markup) == bool(rows)
        assert ("how many there are is not known" in markup) == (message != "whole")


def test_an_event_tells_what_ucdp_says_and_why_it_is_taken_for_the_same(shipped: Dataset, reference: Reference) -> None:
    line = next(line for line in reference.matches if line["how"] == "point")
    section = event_section(shipped, reference, line["event_id"], is_folded=True)
    assert section and section.is_folded
    markup = html(section)
    assert line["ucdp_id"] in markup and t("events.reference_how.point") in markup and reference.version in markup
    rejected = next(line for line in reference.matches if line["how"] == "rejected")
    other = event_section(shipped, reference, rejected["event_id"], is_folded=False)
    assert other is None or rejected["ucdp_id"] not in html(other)


def test_a_province_has_its_quarters_its_rows_and_the_credit(shipped: Dataset, reference: Reference) -> None:
    for code in shipped.by_id("provinces"):
        markup = html(*province_blocks(shipped, reference, code))
        rows = rows_in(shipped, reference, code)
        assert all(one.row["ucdp_id"] in markup for one in rows)
        assert (t("provinces.reference_no_rows") in markup) == (not rows)
        assert "CC BY 4.0" in markup and reference.version in markup
        assert silence_in_words(sorted(months_covered(reference))) in markup


def test_where_no_month_is_covered_whole_it_is_told(shipped: Dataset, reference: Reference) -> None:
    sample = replace(reference, releases=tuple(one for one in reference.releases if one["months_from"] is None))
    names = ", ".join(one["release"] for one in sample.releases)
    assert names and releases_in_words(sample) == t("reference.releases_none", releases=names)
    assert 'class="bar' not in html(*both_blocks(shipped, sample))
