"""UCDP's rows on the pages of events and provinces: on by the address or the box, marked, with the events that tell the same."""

from __future__ import annotations

import pytest

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.reading.province_words import silence_in_words
from geo.reference.coverage import by_quarter
from geo.reference.find import find_rows
from geo.reference.load import Reference, load_reference, months_covered
from geo.wording.reference_words import facts_of
from geo.wording.text import t
from tests.pages.html_page import HtmlPage


@pytest.fixture(scope="module")
def reference(shipped_line: Timeline) -> Reference:
    return load_reference(shipped_line.dataset)


def box(page):
    return next(box for box in page.checkbox if box.label == t("reference.show"))


def rows_of(page):
    heads = {t("events.reference_column.ours"), t("events.reference_column.id")}
    return next((table for table in HtmlPage(page).tables if heads <= set(table.heads)), None)


def test_the_list_has_the_rows_of_its_days_only_when_they_are_switched_on(visit_page, shipped_line, reference) -> None:
    page = visit_page("events", date="2026-03-31", window="30", days="window")
    assert not page.exception and rows_of(page) is None and not box(page).value
    ours = HtmlPage(page).table(t("events.column.title")).rows
    box(page).check().run()
    assert not page.exception
    assert page.session_state["address"]["reference"] == "ucdp"
    found = find_rows(reference, shipped_line.dataset, ViewState(date="2026-03-31"), ("2026-03-02", "2026-03-31"))
    table = rows_of(page)
    assert table.column(t("events.reference_column.id")) == [one.row["ucdp_id"] for one in found][::-1]
    marks = [t("events.reference_only") in cell for cell in table.column(t("events.reference_column.ours"))][::-1]
    assert marks == [not one.lines for one in found] and {True, False} == set(marks)
    shown = HtmlPage(page)
    assert shown.table(t("events.column.title")).rows == ours, "they are not among our rows"
    assert "CC BY 4.0" in shown.text and silence_in_words(sorted(months_covered(reference))) in shown.text
    assert t("reference.covered_whole") in shown.text and t("events.reference_download") in labels(page)


def labels(page):
    return [button.proto.label for button in page.get("download_button")]


def test_days_that_no_release_covers_say_so_and_offer_nothing_to_take_away(visit_page) -> None:
    page = visit_page("events", date="2022-06-30", window="30", days="window", reference="ucdp")
    assert not page.exception and rows_of(page) is None
    assert t("reference.covered_none") in HtmlPage(page).text
    assert t("events.reference_download") not in labels(page)


def test_filters_hold_for_the_rows_as_far_as_their_columns_know(visit_page, shipped_line, reference) -> None:
    page = visit_page("events", reference="ucdp", area="AF-KNR", actor="pakistan", grade="verified")
    assert not page.exception
    view = ViewState(date=shipped_line.dataset.last_day, area="AF-KNR", actor="pakistan")
    found = find_rows(
        reference, shipped_line.dataset, view, (shipped_line.dataset.first_day, shipped_line.dataset.last_day)
    )
    assert found and len(rows_of(page).rows) == len(found)


def test_a_row_leads_to_the_event_of_ours_that_tells_the_same(visit_page, shipped_line, reference) -> None:
    page = visit_page("events", reference="ucdp")
    named = {
        event_id for cell in rows_of(page).column(t("events.reference_column.ours")) for event_id in cell.split(", ")
    }
    link = next(link for link in HtmlPage(page).links if link.label in named)
    event_id = link.query["event"]
    assert link.page == "events" and link.query["reference"] == "ucdp" and link.label == event_id
    page = visit_page("events", **link.query)
    assert not page.exception
    lines = [
        line for line in reference.matches if line["event_id"] == event_id and line["how"] not in ("none", "rejected")
    ]
    assert lines
    row = next(row for row in reference.events if row["ucdp_id"] == lines[0]["ucdp_id"])
    message = HtmlPage(page).text
    for label, text in facts_of(shipped_line.dataset, row):
        assert label in message and " ".join(text.split()) in message, (label, text)


def test_what_ucdp_says_of_an_event_is_folded_while_its_rows_are_off(visit_page, reference) -> None:
    event_id = next(line["event_id"] for line in reference.matches if line["how"] == "point")
    tags = [HtmlPage(visit_page("events", event=event_id, **shown)).html for shown in ({}, {"reference": "ucdp"})]
    assert ['<details><summary><h3 id="ucdp">' in html for html in tags] == [True, False]
    assert all('<h3 id="ucdp">' in html for html in tags)


def test_an_event_that_ucdp_does_not_have_says_nothing_of_it(visit_page, shipped_line, reference) -> None:
    named = {line["event_id"] for line in reference.matches if line["how"] not in ("none", "rejected")}
    event = next(e for e in shipped_line.dataset.records("events") if e["event_id"] not in named)
    page = visit_page("events", event=event["event_id"], reference="ucdp")
    assert not page.exception
    assert "UCDP says" not in HtmlPage(page).text


def test_a_province_has_its_quarters_beside_ours_when_switched_on(visit_page, shipped_line, reference) -> None:
    page = visit_page("provinces", province="AF-KNR")
    assert not page.exception and not box(page).value
    box(page).check().run()
    assert not page.exception
    shown = HtmlPage(page)
    rows = {
        row[0].split(":")[0]: row for row in shown.table(t("quality.column.ucdp"), t("quality.column.quarter")).rows
    }
    for quarter in by_quarter(reference, shipped_line.dataset, "AF-KNR"):
        if quarter.ucdp:
            assert rows[quarter.name][1] == str(quarter.ucdp)
            assert rows[quarter.name][4] == (t("reference.ours_ended") if quarter.ours is None else str(quarter.ours))
    ids = [row["ucdp_id"] for row in reference.events if row["admin1"] == "AF-KNR"]
    assert ids and sorted(rows_of(page).column(t("events.reference_column.id"))) == sorted(ids)


def test_a_province_without_a_row_says_so(visit_page, shipped_line, reference) -> None:
    named = {row["admin1"] for row in reference.events}
    code = next(code for code in shipped_line.dataset.by_id("provinces") if code not in named)
    page = visit_page("provinces", province=code, reference="ucdp")
    assert not page.exception and rows_of(page) is None
    assert t("provinces.reference_no_rows") in HtmlPage(page).text


def test_without_a_reference_nothing_of_it_is_offered(visit_hostile) -> None:
    for name in ("events", "provinces"):
        page = visit_hostile(name)
        assert not page.exception
        assert not any(one.label == t("reference.show") for one in page.checkbox)


def test_the_page_that_compares_says_that_its_maps_do_not_draw_them(visit_page) -> None:
    assert any(t("reference.elsewhere") == one.value for one in visit_page("compare", reference="ucdp").caption)
    assert not any(t("reference.elsewhere") == one.value for one in visit_page("compare").caption)


def test_days_among_the_words_narrow_the_days_and_are_no_words(visit_page, shipped_line, reference) -> None:
    dataset = shipped_line.dataset
    found = find_rows(reference, dataset, ViewState(date="2026-03-31"), ("2026-03-01", "2026-03-31"), ["nangarhar"])
    page = visit_page("events", q="Nangarhar March 2026", reference="ucdp")
    assert found and len(rows_of(page).rows) == len(found)
    elsewhere = visit_page("events", q="Nangarhar March 2026", reference="ucdp", **{"to": "2025-12-31"})
    assert not elsewhere.exception and rows_of(elsewhere) is None
