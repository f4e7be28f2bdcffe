"""The events page: list, filters, paging, the record of one, and addresses that mean nothing."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from geo.address.listing import Listing
from geo.address.view import ViewState, from_query, to_query
from geo.control.timeline import Timeline
from geo.export.tables import Query
from geo.queries.find import PAGE_SIZE, find_events, ordered
from geo.record.load import public
from geo.wording.text import in_digits
from geo.wording.words import speaker_in_words
from pages.ui.event import listing as event_list
from pages.ui.event.download import csv_of
from pages.ui.safe import escape_markdown
from tests.pages.html_page import HtmlPage


def texts(page) -> str:
    return "\n".join(element.value for element in page.text)


def address(page) -> dict[str, str]:
    return dict(page.session_state["address"])


def listed(page) -> list[str]:
    return HtmlPage(page).table("Record").column("Record")


def test_cold_it_lists_the_whole_record_newest_first(visit_page, shipped_line: Timeline) -> None:
    page = visit_page("events")
    assert not page.exception
    view, _ = from_query({}, shipped_line.dataset)
    every = [event["event_id"] for event in find_events(shipped_line, view, Listing())]
    assert listed(page) == every[:PAGE_SIZE]
    assert f"{in_digits(len(every))} events" in texts(page) and shipped_line.dataset.version in texts(page)
    assert address(page)["days"] == "record"


@pytest.mark.parametrize(
    "query",
    [
        {"type": "battles"}, {"grade": "verified,disputed"}, {"actor": "nrf"}, {"area": "AF-PAN"}, {"precision": "3"},
        {"claimant": "un"}, {"kind": "party"}, {"q": "panjshir"}, {"q": "پنجشير"}, {"order": "oldest"}, {"page": "2"},
        {"from": "2024-01-01", "to": "2024-12-31"}, {"from": "2026-01-01"}, {"days": "span", "to": "2021-09-05"},
        {"date": "2021-09-06", "window": "7"}, {"date": "2021-09-06", "window": "all", "days": "window", "grade": "claimed"},
    ],
)  # fmt: skip
def test_each_documented_key(visit_page, shipped_line: Timeline, query: dict[str, str]) -> None:
    page = visit_page("events", **query)
    assert not page.exception and "asked for" not in texts(page)
    view, _ = from_query(query, shipped_line.dataset)
    days = query.get("days", "span" if {"from", "to"} & query.keys() else "window" if "date" in query else "record")
    listing = Listing(query.get("q", ""), days, query.get("order", "newest"), int(query.get("page", 1)))
    listing = replace(listing, start=query.get("from", ""), end=query.get("to", ""))
    found = [event["event_id"] for event in find_events(shipped_line, view, listing)]
    start = (listing.page - 1) * PAGE_SIZE
    assert f"{in_digits(len(found))} event" in texts(page)
    if found:
        assert listed(page) == found[start : start + PAGE_SIZE]


def test_each_number_is_the_command_lines(visit_page, answered) -> None:
    answer = answered("events", "--from", "2022-08-02", "--to", "2022-08-31", "--province", "AF-PAN")
    page = visit_page("events", date="2022-08-31", window="30", area="AF-PAN", order="oldest")
    assert f"{answer['count']} events" in texts(page) and answer["count"] > 5
    grades = {event["event_id"]: event["verification"] for event in answer["events"]}
    assert sorted(listed(page)) == sorted(grades)
    table = HtmlPage(page).table("Record", "Grade")
    assert dict(zip(table.column("Record"), table.column("Grade"), strict=True)) == grades


def test_junk_is_told_and_breaks_nothing(visit_page) -> None:
    junk = "![x](https://evil.example)"
    page = visit_page("events", event=junk, days=junk, page=junk, order=junk, grade=junk, date=junk)
    assert not page.exception
    for key in ("event", "days", "page", "order", "grade", "date"):
        assert f"asked for {key} “{junk}”" in texts(page)


def test_nothing_found_says_what_to_change(visit_page) -> None:
    page = visit_page("events", q="zzzzqqqq")
    assert "No record" in page.info[0].value and not HtmlPage(page).tables


def test_what_is_chosen_is_kept_and_written(visit_page, shipped_line: Timeline) -> None:
    page = visit_page("events", page="2")
    page.multiselect(key="filter_grade").set_value(["claimed"]).run()
    assert page.session_state["view"].grade == "claimed"
    assert address(page)["grade"] == "claimed" and "page" not in address(page)
    assert set(HtmlPage(page).table("Grade").column("Grade")) == {"claimed"}
    page.text_input(key="listing_q").set_value("nrf").run()
    assert address(page)["q"] == "nrf"
    page.button_group(key="listing_days").set_value("window").run()
    page.selectbox(key="view_window").set_value("365").run()
    assert page.session_state["view"].window == "365"
    view = page.session_state["view"]
    written = address(page)
    assert {key: written[key] for key in to_query(view, shipped_line.dataset)} == to_query(view, shipped_line.dataset)


def test_pages_turn(visit_page) -> None:
    page = visit_page("events")
    first = listed(page)
    next(button for button in page.button if "Next page" in button.label).click().run()
    assert address(page)["page"] == "2" and not set(listed(page)) & set(first)


def test_the_record_shows_every_claim_and_source(visit_page, shipped_line: Timeline) -> None:
    events = public(shipped_line.dataset.records("events"))
    event = max(events, key=lambda e: (len({c["stance"] for c in e["claims"]}), len(e["claims"])))
    page = visit_page("events", event=event["event_id"])
    assert not page.exception
    html = HtmlPage(page)
    shown = html.text
    assert page.header[0].value == escape_markdown(event["title"])
    for claim in event["claims"]:
        assert " ".join(claim["says"].split()) in shown and speaker_in_words(claim)[1:] in shown
    for source_id in event["source_ids"]:
        assert source_id in shown
        assert any(link.page == "sources" and link.query["source"] == source_id for link in html.links)
    for word in (f"Graded {event['verification']}", "entered", "Accounts that support it"):
        assert word in shown
    text, bibtex, csl = (block.value for block in page.code)
    assert event["event_id"] in text and bibtex.startswith("@misc{") and json.loads(csl)
    links = [link.proto for link in page.get("page_link")]
    on_map = next(link for link in links if link.label == "Show on the map")
    assert f"event={event['event_id']}" in on_map.query_string and f"date={event['date_start']}" in on_map.query_string


def test_back_and_next(visit_page, shipped_line: Timeline) -> None:
    view, _ = from_query({}, shipped_line.dataset)
    one, other = (event["event_id"] for event in find_events(shipped_line, view, Listing())[:2])
    page = visit_page("events", event=one, days="record")
    next(button for button in page.button if button.label.startswith("Next")).click().run()
    assert page.session_state["view"].event == other
    next(button for button in page.button if "All events" in button.label).click().run()
    assert page.session_state["view"].event is None and "event" not in address(page) and listed(page)


def test_hostile_text_stays_text(visit_hostile, shows_only_text) -> None:
    assert not visit_hostile("events").exception
    for event_id in ("EV-2021-0002", "EV-2021-0004"):
        shows_only_text(visit_hostile("events", event=event_id))


def test_a_withheld_event_is_not_there(visit_hostile) -> None:
    page = visit_hostile("events", event="EV-2021-0003")
    assert not page.exception and "EV-2021-0003" not in listed(page)


def test_without_a_record_it_says_so(visit_broken) -> None:
    page = visit_broken("events")
    assert not page.exception and len(page.error) == 1


def test_typing_an_actor_and_enter_takes_one_not_all_that_match(visit_page) -> None:
    boxes = visit_page("events").multiselect
    assert boxes and not any(box.proto.select_all for box in boxes)


def test_an_actor_in_a_year_is_told_by_province(visit_page, shipped_line: Timeline) -> None:
    """Each number of the line leads to its own events: the list of the same days with the province."""
    page = visit_page("events")
    page.multiselect(key="filter_actor").set_value(["nrf"]).run()
    page.button_group(key="listing_days").set_value("2024").run()
    assert (address(page)["actor"], address(page)["days"]) == ("nrf", "span")
    assert (address(page)["from"], address(page)["to"]) == ("2024-01-01", "2024-12-31")
    events = shipped_line.events_between("2024-01-01", "2024-12-31", actor="nrf")
    names = shipped_line.dataset.by_id("provinces")
    counts = Counter(event["admin1"] for event in events if event["admin1"])
    ways = [link for link in HtmlPage(page).links if link.query.get("area")]
    assert {(link.query["area"], link.label) for link in ways} == {
        (code, f"{names[code]['name_en']} {count}") for code, count in counts.items()
    }
    first = ways[0].query
    assert counts[first["area"]] == max(counts.values())
    listed_there = visit_page("events", **first)
    assert f"{max(counts.values())} events" in texts(listed_there)


def test_a_span_of_its_own_is_chosen_and_written(visit_page) -> None:
    page = visit_page("events", **{"from": "2022-05-01", "to": "2022-05-31", "actor": "aff"})
    assert address(page)["days"] == "span" and "1–31 May 2022" in texts(page)
    page.button_group(key="listing_days").set_value("record").run()
    assert address(page)["days"] == "record" and "from" not in address(page)


def test_of_one_first_day_the_more_exactly_dated_stand_first(shipped_line: Timeline) -> None:
    events = [*public(shipped_line.dataset.records("events"))]
    for order, falls in (("newest", True), ("oldest", False)):
        found = ordered(events, order)
        days = [event["date_start"] for event in found]
        assert days == sorted(days, reverse=falls)
        for one, other in pairwise(found):
            if one["date_start"] == other["date_start"]:
                assert one["date_precision"] <= other["date_precision"]


def test_what_is_listed_can_be_taken_away(shipped_line: Timeline) -> None:
    year = ("2023-01-01", "2023-12-31")
    view = ViewState("2023-12-31", area="AF-TAK")
    listing = Listing(q="nrf", days="span", start=year[0], end=year[1])
    found = {event["event_id"] for event in find_events(shipped_line, view, listing)}
    text = csv_of(shipped_line, Query(*year, filters=(("area", "AF-TAK"),)), frozenset(found))
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert {row["event_id"].lstrip("'") for row in rows} == found and len(rows) > 2


def test_the_days_of_a_year_stay_when_its_span_is_opened_and_so_do_the_fields(visit_page) -> None:
    page = visit_page("events")
    page.button_group(key="listing_days").set_value("2024").run()
    page.button_group(key="listing_days").set_value("span").run()
    assert (address(page)["from"], address(page)["to"]) == ("2024-01-01", "2024-12-31")
    assert page.session_state["listing_days"] == "span", "the fields stay while the reader edits"
    page.button_group(key="listing_days").set_value("2023").run()
    assert page.session_state["listing_days"] == "2023"


def test_typed_days_that_are_a_year_keep_their_fields(visit_page, monkeypatch) -> None:
    page = visit_page("events", **{"from": "2024-02-01", "to": "2024-12-31"})
    kept = {event_list.LISTING: page.session_state["listing"]}
    with monkeypatch.context() as patch:
        patch.setattr(event_list.st, "session_state", kept)
        event_list._day("start", "2024-01-01")  # as the field reports it
    for key, value in kept.items():
        page.session_state[key] = value
    page.run()
    assert not page.exception and page.session_state["listing_days"] == "span"
    assert visit_page("events", **{"from": "2024-01-01", "to": "2024-12-31"}).session_state["listing_days"] == "2024"
