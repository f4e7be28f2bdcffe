"""Finding events: the words of a search and the filters of a view, as `geo/browser/web/engine/search.js` and `filter.js` do."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from geo.address.keys import FILTER_KEYS
from geo.address.listing import Listing
from geo.address.view import ViewState
from geo.control.timeline import Timeline, window_start
from geo.record.fields import field_of
from geo.record.load import Dataset, public
from geo.record.normalise import normalise
from geo.record.records import Event

PAGE_SIZE = 50


@dataclass(frozen=True)
class Found:
    """One page of what was found: the events on it, how many there are in all, the page and the last page."""

    events: tuple[Event, ...]
    total: int
    page: int
    pages: int


def find_events(timeline: Timeline, view: ViewState, listing: Listing) -> list[Event]:
    """The public events of a list, in its order, on all its pages."""
    start, end = span_of(timeline.dataset, view, listing.days)
    events = filter_events(timeline.events_between(start, end), view, timeline.dataset)
    words = normalise(listing.q).split()
    found = [event for event in events if has_words(event, words, timeline.dataset)] if words else events
    return found[::-1] if listing.order == "newest" else found


def page_of(events: list[Event], page: int, size: int = PAGE_SIZE) -> Found:
    """One page of a list; a page beyond the last gives the last."""
    pages = max(1, -(-len(events) // size))
    page = min(max(1, page), pages)
    return Found(tuple(events[(page - 1) * size : page * size]), len(events), page, pages)


def span_of(dataset: Dataset, view: ViewState, days: str) -> tuple[str, str]:
    """First and last day of a list: the whole record, or the view's window up to its date."""
    if days == "record":
        return dataset.first_day, dataset.last_day
    return max(dataset.first_day, window_start(view.date, view.window, dataset.first_day)), view.date


def filter_events(events: list[Event], view: ViewState, dataset: Dataset) -> list[Event]:
    """The events that pass every filter of a view: one chosen value of each filter at least."""
    chosen = {key: set(value.split(",")) for key in FILTER_KEYS if (value := getattr(view, key))}
    return [e for e in events if all(values & values_of(e, key, dataset) for key, values in chosen.items())]


def values_of(event: Event, key: str, dataset: Dataset) -> set[str]:
    """What an event holds for one filter."""
    if key == "kind":
        sources = dataset.by_id("sources")
        return {sources[source_id]["kind"] for source_id in event["source_ids"]}
    if key == "claimant":
        return {claim["claimant"] for claim in event["claims"]}
    if key == "actor":
        return {*event["side_a"], *event["side_b"]}
    fields = {"type": "event_type", "grade": "verification", "area": "admin1", "precision": "where_precision"}
    return {str(field_of(event, fields[key]))}


def used_values(dataset: Dataset, key: str) -> set[str]:
    """The values of one filter that any public event has."""
    return {value for event in public(dataset.records("events")) for value in values_of(event, key, dataset)}


def has_words(event: Event, words: Collection[str], dataset: Dataset) -> bool:
    """Whether each (normalised) word is in the title, summary, place, ids or names of district and province."""
    text = normalise(" ".join(_searched(event, dataset)))
    return all(word in text for word in words)


def _searched(event: Event, dataset: Dataset) -> list[str]:
    places = [
        dataset.by_id(name).get(field_of(event, field))
        for name, field in (("provinces", "admin1"), ("districts", "admin2_id"), ("places", "place_id"))
    ]
    names = [
        name
        for place in places
        if place
        for name in (place["name_en"], place.get("name_fa"), place.get("name_ps"), *(place["aliases"] or []))
    ]
    texts = [event["event_id"], event["title"], event["summary"], event["place_name"], *event["place_aliases"]]
    return [text for text in [*texts, *event["source_ids"], *names] if text]
