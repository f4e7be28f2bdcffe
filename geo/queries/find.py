"""Finding events: those that a search finds and the filters of a view let through, as `geo/browser/web/` does in `search/` and `engine/filter.js`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from geo.address.actor_tree import below, branches
from geo.address.keys import FILTER_KEYS
from geo.address.listing import Listing
from geo.address.view import ViewState
from geo.control.timeline import Timeline, window_start
from geo.record.fields import field_of
from geo.record.load import Dataset
from geo.record.records import Event
from geo.search.index import search_index

PAGE_SIZE = 50


@dataclass(frozen=True)
class EventPage:
    """One page of what was found: the events on it, how many there are in all, the page and the last page."""

    events: tuple[Event, ...]
    total: int
    page: int
    pages: int


def find_events(timeline: Timeline, view: ViewState, listing: Listing) -> list[Event]:
    """The public events of a list, in its order, on all its pages."""
    start, end = window_of(timeline.dataset, view, listing)
    passing = filter_events(timeline.events_between(start, end), view, timeline.dataset)
    events = of_branch(passing, listing.branch, timeline.dataset)
    wanted = searched(timeline.dataset, listing.q)
    found = events if wanted is None else [event for event in events if event["event_id"] in wanted]
    return ordered(found, listing.order)


def ordered(events: list[Event], order: str) -> list[Event]:
    """Events by first day, the newest or the oldest first; of one first day the more exactly dated ones first."""
    exact_first = sorted(events, key=lambda event: (event["date_precision"], event["date_end"], event["event_id"]))
    return sorted(exact_first, key=lambda event: event["date_start"], reverse=order == "newest")


def window_of(dataset: Dataset, view: ViewState, listing: Listing) -> tuple[str, str]:
    """First and last day of a list of events."""
    if listing.days == "span":
        return listing.start or dataset.first_day, listing.end or dataset.last_day
    return span_of(dataset, view, listing.days)


def searched(dataset: Dataset, query: str) -> set[str] | None:
    """The events that a search finds, by id; None where it asks for nothing."""
    if not query.strip():
        return None
    return {entry.id for entry in search_index(dataset).find(query).entries if entry.kind == "events"}


def page_of(events: list[Event], page: int, size: int = PAGE_SIZE) -> EventPage:
    """One page of a list; a page beyond the last gives the last."""
    pages = max(1, -(-len(events) // size))
    page = min(max(1, page), pages)
    return EventPage(tuple(events[(page - 1) * size : page * size]), len(events), page, pages)


def span_of(dataset: Dataset, view: ViewState, days: str) -> tuple[str, str]:
    """First and last day of a list: the whole record, or the view's window up to its date."""
    if days == "record":
        return dataset.first_day, dataset.last_day
    return window_start(view.date, view.window, dataset.first_day), view.date


def filter_events(events: Iterable[Event], view: ViewState, dataset: Dataset) -> list[Event]:
    """The events that pass every filter of a view: one chosen value of each filter at least."""
    chosen = {key: set(value.split(",")) for key in FILTER_KEYS if (value := getattr(view, key))}
    return [e for e in events if all(values & values_of(e, key, dataset) for key, values in chosen.items())]


def of_branch(events: Iterable[Event], branch: str, dataset: Dataset) -> list[Event]:
    """The events that name any actor of a branch of the tree of actors on either side; '' lets everything through."""
    actors = set(below(dataset, branch))
    return [event for event in events if not branch or actors & {*event["side_a"], *event["side_b"]}]


def used_branches(dataset: Dataset) -> list[str]:
    """The branches of more than one actor of which any public event names one; a kind of one actor is that actor."""
    used = used_values(dataset, "actor")
    return [one for one in branches(dataset) if len(below(dataset, one)) > 1 and used.keys() & set(below(dataset, one))]


def in_branch(view: ViewState, branch: str, dataset: Dataset) -> ViewState:
    """A view whose actors are those of a branch, where the view names none and a branch is asked for."""
    return replace(view, actor=",".join(below(dataset, branch))) if branch and not view.actor else view


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


def used_values(dataset: Dataset, key: str) -> dict[str, int]:
    """The values of one filter that any public event has, each with the number of its events, the most frequent first."""
    events = dataset.public_events
    return dict(Counter(value for event in events for value in sorted(values_of(event, key, dataset))).most_common())
