"""The sources page: the balance of the chosen days, the list, the record of one source."""

from __future__ import annotations

import pytest

from geo.address.view import from_query
from geo.control.timeline import Timeline
from geo.queries.find import filter_events, span_of
from geo.queries.sources import RESTING, balance, kind_shares, resting
from geo.wording.text import t
from pages.ui.source.listing import PAGE_ROWS
from tests.pages.html_page import HtmlPage


def texts(page) -> str:
    return "\n".join([*(element.value for element in page.text), HtmlPage(page).text])


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"kind": "party"},
        {"kind": "un,ngo"},
        {"date": "2021-09-06", "window": "7"},
        {"days": "record", "grade": "claimed"},
    ],
)
def test_the_tables_are_those_of_geo(visit_page, shipped_line: Timeline, query: dict[str, str]) -> None:
    page = visit_page("sources", **query)
    assert not page.exception
    dataset = shipped_line.dataset
    view, _ = from_query(query, dataset)
    span = span_of(dataset, view, query.get("days", "window" if "date" in query else "record"))
    events = filter_events(shipped_line.events_between(*span), view, dataset)
    assert f"{len(events):,} event" in texts(page)
    shown = HtmlPage(page)
    measures, kinds = balance(dataset, events), kind_shares(dataset, events)
    assert shown.tables[0].column("Events") == [f"{measure.events:,}" for measure in measures]
    assert shown.tables[0].row_heads == [t(f"sources.balance.{measure.key}") for measure in measures]
    assert shown.tables[1].column("Events that name one") == [f"{kind.events:,}" for kind in kinds]
    requested = query.get("kind", "").split(",") if "kind" in query else None
    wanted = [s["source_id"] for s in dataset.records("sources") if requested is None or s["kind"] in requested]
    listed = shown.tables[2].column("Record")
    assert len(listed) == min(PAGE_ROWS, len(wanted)) and set(listed) <= set(wanted)


@pytest.mark.parametrize(
    ("query", "span"),
    [({}, ()), ({"date": "2022-08-31", "window": "30"}, ("--from", "2022-08-02", "--to", "2022-08-31"))],
)
def test_each_number_is_the_command_lines(visit_page, answered, query: dict[str, str], span: tuple[str, ...]) -> None:
    page, answer = visit_page("sources", **query), answered("sources", *span)
    measured, kinds, listed = HtmlPage(page).tables
    measures = answer["balance"]
    assert measured.column("Events") == [f"{measure['events']:,}" for measure in measures]
    assert measured.column("Share of events, %") == [f"{measure['pct']:.1f} %" for measure in measures]
    assert kinds.column("Events that name one") == [f"{kind['events']:,}" for kind in answer["kinds"]]
    assert kinds.column("Sources") == [f"{kind['sources']:,}" for kind in answer["kinds"]]
    assert f"{answer['events']:,} event" in texts(page)
    rests = answer["sources"]
    for column, name in (("Events", "events"), ("Control claims", "control_claims"), ("Presence", "presence")):
        assert listed.column(column) == [f"{len(rests[source_id][name]):,}" for source_id in listed.column("Record")]
    used = [sum(len(rests[source_id][name]) for name in RESTING) for source_id in listed.column("Record")]
    assert used == sorted(used, reverse=True) and used[0] > 100, "what is used most stands first"


@pytest.mark.parametrize("name", ["sources", "events"])
def test_a_reader_who_comes_from_a_day_of_the_map_sees_its_window(
    visit_page, shipped_line: Timeline, name: str
) -> None:
    """Through the menu, so with no address: the view is in the session."""
    view, _ = from_query({"date": "2022-08-31", "window": "30"}, shipped_line.dataset)
    page = visit_page("method", date=view.date)
    page.query_params.clear()
    page.switch_page(f"pages/{name}.py").run()
    events = shipped_line.events_between(*span_of(shipped_line.dataset, view, "window"))
    assert not page.exception and page.session_state["address"]["days"] == "window"
    assert f"{len(events)} event" in texts(page)


def test_one_source_lists_what_rests_on_it(visit_page, shipped_line: Timeline) -> None:
    rests = resting(shipped_line.dataset)
    source_id = max(
        rests, key=lambda s: len([1 for name in ("events", "control_claims", "presence") if getattr(rests[s], name)])
    )
    page = visit_page("sources", source=source_id)
    assert not page.exception
    shown = HtmlPage(page)
    linked = {link.query.get("event") for link in shown.links if link.page == "events"}
    assert set(rests[source_id].events) <= linked
    assert all(record_id in shown.text for record_id in (*rests[source_id].control_claims, *rests[source_id].presence))
    next(button for button in page.button if "All sources" in button.label).click().run()
    assert "source" not in page.session_state["address"] and len(HtmlPage(page).tables) == 3


def test_junk_is_told_and_breaks_nothing(visit_page) -> None:
    junk = "![x](https://evil.example)"
    page = visit_page("sources", source=junk, kind=junk, days=junk)
    assert not page.exception
    for key in ("source", "kind", "days"):
        assert f"asked for {key} “{junk}”" in texts(page)


def test_the_days_of_the_events_page_are_not_all_those_of_this_one(visit_page) -> None:
    page = visit_page("sources", days="span")
    assert not page.exception and "asked for days “span”" in texts(page)
    assert page.session_state["address"]["days"] == "record"


def test_a_window_without_events_has_no_shares(visit_hostile) -> None:
    page = visit_hostile("sources", date="2021-09-20", window="7")
    assert not page.exception
    assert "0 events" in texts(page)
    assert set(HtmlPage(page).tables[0].column("Share of events, %")) == {"–"}


def test_hostile_text_stays_text(visit_hostile, shows_only_text) -> None:
    assert not visit_hostile("sources").exception
    for source_id in ("SRC-0001", "SRC-0002"):
        shows_only_text(visit_hostile("sources", source=source_id))


def test_without_a_record_it_says_so(visit_broken) -> None:
    page = visit_broken("sources")
    assert not page.exception and len(page.error) == 1


@pytest.mark.parametrize(("name", "opened"), [("events", "event"), ("sources", "source")])
def test_a_link_of_ours_leaves_a_list_in_all_days(visit_page, shipped_line: Timeline, name: str, opened: str) -> None:
    """The link says the day of the view, but nobody asked for its window."""
    page = (
        visit_page("events", event="EV-2022-0123") if name == "sources" else visit_page("provinces", province="AF-PAN")
    )
    link = next(link for link in HtmlPage(page).links if link.page == name and opened in link.query)
    assert link.query["days"] == "record"
    page = visit_page(name, **link.query)
    assert not page.exception and page.session_state["address"]["days"] == "record"


def test_a_link_to_a_source_keeps_the_days_that_are_chosen(visit_page) -> None:
    page = visit_page("sources", days="window")
    assert {link.query["days"] for link in HtmlPage(page).links if "source" in link.query} == {"window"}
