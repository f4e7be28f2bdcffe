"""What Python says of the addresses of the reader's edition: lists that they ask for, sides that they compare, files."""

from __future__ import annotations

import random
from typing import Any

from geo.address.compare import sides_from_query, sides_to_query
from geo.address.keys import FILTER_KEYS, allowed_values
from geo.address.listing import listing_from, listing_query
from geo.address.paths import file_address
from geo.address.view import from_query
from geo.control.difference import difference
from geo.control.timeline import Timeline
from geo.export.edition.event_form import branch_actors
from geo.queries.find import find_events, window_of
from geo.record.load import Dataset
from geo.wording.sides_sentence import control_sentence

CHANCES = 60
Query = dict[str, str]
#: Addresses of lists, also such as mean nothing in part.
LISTS: tuple[Query, ...] = (
    {}, {"actor": "nrf", "from": "2024-01-01", "to": "2024-12-31"}, {"days": "span"}, {"from": "2022-05-01"},
    {"to": "2021-08-20", "order": "oldest"}, {"from": "2022-05-01", "to": "2021-05-01"}, {"date": "2022-05-07"},
    {"window": "7", "date": "2021-09-05"}, {"days": "window", "window": "all"}, {"days": "never"}, {"days": ""},
    {"q": "Kunduz October 2025", "days": "record"}, {"q": "panjsher", "order": "oldest", "page": "2"}, {"q": "x" * 81},
    {"q": "  Massoud "}, {"page": "0"}, {"page": "-1"}, {"page": "x"}, {"from": "2001-01-01", "to": "2022-02-30"},
    {"area": "AF-BGL,AF-PAN", "grade": "claimed", "kind": "party"}, {"actor": "nobody"}, {"grade": "claimed,no"},
    {"window": "31"}, {"type": "battles", "precision": "1,4", "claimant": "taliban"}, {"order": "worst"},
    {"branch": "taliban"}, {"branch": "resistance_front", "area": "AF-PAN"}, {"branch": "civilians", "actor": "taliban"},
    {"branch": "nobody"}, {"branch": "toString"}, {"branch": "nrf,taliban"},
)  # fmt: skip
SIDES: tuple[Query, ...] = (
    {}, {"a": "2021-08-20", "b": "2021-09-07"}, {"pa": "nrf", "pb": "taliban"}, {"a": "x", "pb": "both"},
    {"date": "2022-05-07"}, {"date": "2022-05-07", "since": "2021-09-01"}, {"perspective": "both"},
    {"perspective": "nrf", "date": "2021-08-15"}, {"a": "2021-09-07", "b": "2021-08-20", "pa": "nrf", "pb": "nrf"},
    {"perspective": "both", "a": "2021-08-20", "date": "2021-09-03"},
)  # fmt: skip
FILES: tuple[tuple[str, Query], ...] = (
    ("", {}), ("", {"date": "2021-09-05", "perspective": "nrf"}), ("events", {}), ("events", {"event": "EV-2021-0001"}),
    ("events", {"actor": "nrf,local", "days": "record"}), ("events", {"year": "2021"}), ("sources", {"source": "SRC-0001"}),
    ("sources", {"part": "3"}), ("provinces", {"province": "AF-PAN", "from": "2021-09-01"}), ("story", {"id": "a", "step": "2"}),
    ("story", {"step": "2"}), ("method", {}), ("compare", {"a": "2021-08-20", "b": "2021-09-07"}), ("downloads", {}), ("actors", {}), ("actors", {"actor": "nrf"}),
    ("classes", {"sheet": "panjshir-2021"}), ("events", {"branch": "taliban", "days": "record"}),
)  # fmt: skip


def lists(timeline: Timeline) -> list[dict[str, Any]]:
    """Addresses of lists, each with the shortest query that says the same, its days, and the events that it holds."""
    dataset = timeline.dataset
    return [_list(timeline, query) for query in (*LISTS, *_by_chance(dataset))]


def branches(timeline: Timeline) -> dict[str, list[str]]:
    """The actors of each branch of the tree of actors, as the page of events knows them."""
    return branch_actors(timeline.dataset)


def _list(timeline: Timeline, query: Query) -> dict[str, Any]:
    dataset = timeline.dataset
    view, _ = from_query(query, dataset)
    listing, _ = listing_from(query, dataset)
    days = window_of(dataset, view, listing)
    found = [event["event_id"] for event in find_events(timeline, view, listing)]
    return {"query": query, "own": listing_query(listing), "days": days, "events": found}


def _by_chance(dataset: Dataset) -> list[Query]:
    dice = random.Random(20)  # noqa: S311  # no secret: a sample
    found = []
    for _ in range(CHANCES):
        keys = dice.sample(FILTER_KEYS, dice.randint(1, 3))
        query = {key: ",".join(dice.sample(sorted(allowed_values(key, dataset)), dice.randint(1, 2))) for key in keys}
        found.append(query | {"order": dice.choice(("newest", "oldest"))})
    return found


def sides(timeline: Timeline) -> list[dict[str, Any]]:
    """Addresses that compare, each with the two sides that it means and what differs in a sentence."""
    return [_sides(timeline, query) for query in SIDES]


def _sides(timeline: Timeline, query: Query) -> dict[str, Any]:
    view, _ = from_query(query, timeline.dataset)
    both, _ = sides_from_query(query, view, timeline.dataset)
    return {"query": query, "sides": sides_to_query(both), "said": control_sentence(difference(timeline, both))}


def files() -> list[list[Any]]:
    """Pages with a query, each with its file."""
    return [[page, query, file_address(page, query)] for page, query in FILES]
