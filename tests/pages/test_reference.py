"""UCDP's rows on the pages of events and provinces: on by the address or the box, marked, with the events that tell the same."""

from __future__ import annotations

import pytest

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.reference.coverage import by_quarter
from geo.reference.find import find_rows
from geo.reference.load import Reference, load_reference
from geo.wording.reference_words import facts_of
from geo.wording.text import t


@pytest.fixture(scope="module")
def reference(shipped_line: Timeline) -> Reference:
    return load_reference(shipped_line.dataset)


def box(page):
    return next(box for box in page.checkbox if box.label == t("reference.show"))


def rows_of(page):
    return next((f.value for f in page.dataframe if t("events.reference_column.ours") in f.value.columns), None)


def test_the_list_has_the_rows_of_its_days_only_when_they_are_switched_on(visit_page, shipped_line, reference) -> None:
    page = visit_page("events", date="2026-03-31", window="30", days="window")
    assert not page.exception and rows_of(page) is None and not box(page).value
    ours = page.dataframe[0].value
    box(page).check().run()
    assert not page.exception
    assert page.session_state["address"]["reference"] == "ucdp"
    found = find_rows(reference, shipped_line.dataset, ViewState(date="2026-03-31"), ("2026-03-02", "2026-03-31"))
    table = rows_of(page)
    assert list(table[t("events.reference_column.id")]) == [one.row["ucdp_id"] for one in found][::-1]
    marks = [t("events.reference_only") in cell for cell in table[t("events.reference_column.ours")]][::-1]
    assert marks == [not one.lines for one in found] and {True, False} == set(marks)
    assert page.dataframe[0].value.equals(ours), "they are not among our rows"
    assert any("CC BY 4.0" in caption.value.replace("\\", "") for caption in page.caption)


def test_filters_hold_for_the_rows_as_far_as_their_columns_know(visit_page, shipped_line, reference) -> None:
    page = visit_page("events", reference="ucdp", area="AF-KNR", actor="pakistan", grade="verified")
    assert not page.exception
    view = ViewState(date=shipped_line.dataset.last_day, area="AF-KNR", actor="pakistan")
    found = find_rows(
        reference, shipped_line.dataset, view, (shipped_line.dataset.first_day, shipped_line.dataset.last_day)
    )
    assert found and len(rows_of(page)) == len(found)


def test_a_row_leads_to_the_event_of_ours_that_tells_the_same(visit_page, shipped_line, reference) -> None:
    page = visit_page("events", reference="ucdp")
    opener = next(one for one in page.selectbox if one.label == t("events.reference_open"))
    opener.set_value(0).run()
    assert not page.exception
    event_id = page.session_state["address"]["event"]
    lines = [
        line for line in reference.matches if line["event_id"] == event_id and line["how"] not in ("none", "rejected")
    ]
    assert lines
    row = next(row for row in reference.events if row["ucdp_id"] == lines[0]["ucdp_id"])
    message = "\n".join(element.value for element in page.markdown).replace("\\", "").replace("\u2060", "")
    for label, text in facts_of(shipped_line.dataset, row):
        assert label in message and text in message, (label, text)


def test_an_event_that_ucdp_does_not_have_says_nothing_of_it(visit_page, shipped_line, reference) -> None:
    named = {line["event_id"] for line in reference.matches if line["how"] not in ("none", "rejected")}
    event = next(e for e in shipped_line.dataset.records("events") if e["event_id"] not in named)
    page = visit_page("events", event=event["event_id"], reference="ucdp")
    assert not page.exception
    assert not any("UCDP says" in one.label for one in page.expander)


def test_a_province_has_its_quarters_beside_ours_when_switched_on(visit_page, shipped_line, reference) -> None:
    page = visit_page("provinces", province="AF-KNR")
    assert not page.exception and not box(page).value
    box(page).check().run()
    assert not page.exception
    html = next(one.proto.body for one in page.get("html") if 'class="beside"' in one.proto.body)
    for quarter in by_quarter(reference, shipped_line.dataset, "AF-KNR"):
        if quarter.ucdp:
            row = html.split(f'<th scope="row">{quarter.name}')[1].split("</tr>")[0]
            assert f"</i>{quarter.ucdp}" in row
            assert quarter.ours is None or f"</i>{quarter.ours}" in row


def test_without_a_reference_nothing_of_it_is_offered(visit_hostile) -> None:
    for name in ("events", "provinces"):
        page = visit_hostile(name)
        assert not page.exception
        assert not any(one.label == t("reference.show") for one in page.checkbox)
