"""The sources page: the balance of the chosen days, the list, the record of one source."""

from __future__ import annotations

import pytest

from geo.address.view import from_query
from geo.control.timeline import Timeline
from geo.queries.find import filter_events, span_of
from geo.queries.sources import balance, kind_shares, resting
from pages.ui.source.balance_meter import balance_table, kind_table


def texts(page) -> str:
    return "\n".join(element.value for element in page.text)


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
    assert f"Events: {len(events)}" in texts(page)
    assert page.dataframe[0].value.equals(balance_table(balance(dataset, events)))
    assert page.dataframe[1].value.equals(kind_table(kind_shares(dataset, events)))
    kinds = query.get("kind", "").split(",") if "kind" in query else None
    wanted = [s["source_id"] for s in dataset.records("sources") if kinds is None or s["kind"] in kinds]
    if wanted:
        assert list(page.dataframe[2].value["Source"]) == wanted


@pytest.mark.parametrize(
    ("query", "span"),
    [({}, ()), ({"date": "2022-08-31", "window": "30"}, ("--from", "2022-08-02", "--to", "2022-08-31"))],
)
def test_each_number_is_the_command_lines(visit_page, answered, query: dict[str, str], span: tuple[str, ...]) -> None:
    page, answer = visit_page("sources", **query), answered("sources", *span)
    measured, kinds, listed = (frame.value for frame in page.dataframe)
    measures = answer["balance"]
    assert list(measured["Events"]) == [measure["events"] for measure in measures]
    assert list(measured["Share of events, %"].astype(float)) == [float(measure["pct"]) for measure in measures]
    assert list(kinds["Events that name one"]) == [kind["events"] for kind in answer["kinds"]]
    assert list(kinds["Sources"]) == [kind["sources"] for kind in answer["kinds"]]
    assert f"Events: {answer['events']}" in texts(page)
    for column, name in (("Events", "events"), ("Control claims", "control_claims"), ("Presence", "presence")):
        assert list(listed[column]) == [len(rest[name]) for rest in answer["sources"].values()]


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
    assert f"Events: {len(events)}" in texts(page)


def test_one_source_lists_what_rests_on_it(visit_page, shipped_line: Timeline) -> None:
    rests = resting(shipped_line.dataset)
    source_id = max(
        rests, key=lambda s: len([1 for name in ("events", "control_claims", "presence") if getattr(rests[s], name)])
    )
    page = visit_page("sources", source=source_id)
    assert not page.exception
    links = [link.proto for link in page.get("page_link")]
    for event_id in rests[source_id].events:
        assert any(f"event={event_id}" in link.query_string for link in links)
    labels = "\n".join(link.label.replace("\\", "") for link in links)
    assert all(claim_id in labels for claim_id in (*rests[source_id].control_claims, *rests[source_id].presence))
    next(button for button in page.button if "All sources" in button.label).click().run()
    assert "source" not in page.session_state["address"] and len(page.dataframe) == 3


def test_junk_is_told_and_breaks_nothing(visit_page) -> None:
    junk = "![x](https://evil.example)"
    page = visit_page("sources", source=junk, kind=junk, days=junk)
    assert not page.exception
    assert f"“{junk}” is not a source" in texts(page)
    assert f"asked for kind “{junk}”" in texts(page) and f"asked for days “{junk}”" in texts(page)


def test_a_window_without_events_has_no_shares(visit_hostile) -> None:
    page = visit_hostile("sources", date="2021-09-20", window="7")
    assert not page.exception
    assert "Events: 0" in texts(page)
    assert page.dataframe[0].value["Share of events, %"].isna().all()


def test_hostile_text_stays_text(visit_hostile, shows_only_text) -> None:
    assert not visit_hostile("sources").exception
    for source_id in ("SRC-0001", "SRC-0002"):
        shows_only_text(visit_hostile("sources", source=source_id))


def test_without_a_record_it_says_so(visit_broken) -> None:
    page = visit_broken("sources")
    assert not page.exception and len(page.error) == 1
