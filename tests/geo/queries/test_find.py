"""Finding events: words in any spelling, the filters of the view, pages, and addresses that mean nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.address.keys import FILTER_KEYS
from geo.address.listing import Listing, listing_from, listing_query
from geo.address.view import ViewState, first_view
from geo.control.timeline import Timeline
from geo.queries.find import filter_events, find_events, page_of, span_of, used_values, values_of, window_of
from geo.record.load import Dataset, public


def ids(events: list[dict]) -> list[str]:
    return [event["event_id"] for event in events]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("beta", ["EV-2021-0002"]),
        ("BITA", ["EV-2021-0002"]),  # an alias
        ("EV-2021-0001", ["EV-2021-0001"]),
        ("src-0004 shelling", ["EV-2021-0004"]),
        ("three days", ["EV-2021-0004"]),  # the summary
        ("beta shelling", []),
        ("hiding", []),  # withheld
        ("EV-2021-0003", []),
    ],
)
def test_every_word_must_be_found(line: Timeline, words: str, found: list[str]) -> None:
    listing = Listing(q=words, order="oldest")
    assert ids(find_events(line, first_view(line.dataset), listing)) == found


def test_the_whole_record_and_the_window(line: Timeline) -> None:
    view = replace(first_view(line.dataset), date="2021-08-24", window="7")
    every = ids(find_events(line, view, Listing(order="oldest")))
    assert set(every) == set(ids(public(line.dataset.records("events"))))
    window = find_events(line, view, Listing(days="window"))
    assert window and all(e["date_start"] <= "2021-08-24" and e["date_end"] >= "2021-08-18" for e in window)
    assert span_of(line.dataset, view, "window") == ("2021-08-18", "2021-08-24")
    assert span_of(line.dataset, replace(view, date=line.dataset.first_day), "window") == (
        line.dataset.first_day,
        line.dataset.first_day,
    )
    newest = [event["date_start"] for event in find_events(line, view, Listing())]
    assert newest == sorted(newest, reverse=True)
    assert window_of(line.dataset, view, Listing(days="span", start="2021-08-20")) == (
        "2021-08-20",
        line.dataset.last_day,
    )
    assert window_of(line.dataset, view, Listing(days="span", end="2021-08-20")) == (
        line.dataset.first_day,
        "2021-08-20",
    )


@pytest.mark.parametrize("key", FILTER_KEYS)
def test_a_filter_lets_through_exactly_what_has_its_value(shipped: Dataset, key: str) -> None:
    events = public(shipped.records("events"))
    for value in sorted(used_values(shipped, key).keys() - {"None"}):
        view = replace(first_view(shipped), **{key: value})
        kept = ids(filter_events(events, view, shipped))
        assert kept == [e["event_id"] for e in events if value in values_of(e, key, shipped)]


def test_two_filters_both_hold(tiny: Dataset) -> None:
    events = public(tiny.records("events"))
    view = ViewState(date=tiny.first_day, type="battles", grade="disputed")
    assert ids(filter_events(events, view, tiny)) == ["EV-2021-0002"]


@given(st.integers(0, 130), st.integers(-3, 9))
def test_pages_hold_each_event_once(count: int, page: int) -> None:
    events = [{"event_id": str(number)} for number in range(count)]
    first = page_of(events, 1)
    together = [event for number in range(1, first.pages + 1) for event in page_of(events, number).events]
    assert together == events
    found = page_of(events, page)
    assert 1 <= found.page <= found.pages and found.total == count


@pytest.mark.parametrize(
    "listing",
    [Listing(), Listing("beta", "window", "oldest", 3), Listing(page=2), Listing(q="![x](https://e.example)")],
)
def test_a_list_goes_to_an_address_and_back(listing: Listing, tiny: Dataset) -> None:
    assert listing_from(listing_query(listing), tiny) == (listing, [])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("days", "all"),
        ("order", "up"),
        ("page", "0"),
        ("page", "-1"),
        ("page", "²"),
        ("page", "9" * 40),
        ("q", "x" * 81),
    ],
)
def test_what_means_nothing_is_told(key: str, value: str, tiny: Dataset) -> None:
    listing, refused = listing_from({key: value}, tiny)
    assert listing == Listing()
    assert [(r.key, r.value) for r in refused] == [(key, value[:60])]


def test_an_address_with_a_day_means_its_window(tiny: Dataset) -> None:
    assert listing_from({"date": "2021-09-05"}, tiny)[0].days == "window"
    assert listing_from({"date": "2021-09-05", "days": "record"}, tiny)[0].days == "record"
    assert listing_from({"grade": "verified"}, tiny)[0].days == "record"
