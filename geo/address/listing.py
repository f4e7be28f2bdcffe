"""The list of events that an address asks for: words, days, order, page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from geo.address.keys import InvalidParam, read_key
from geo.record.load import Dataset


@dataclass(frozen=True)
class Listing:
    """A list of events: words, all days or the view's window, order, page (from 1)."""

    q: str = ""
    days: str = "record"
    order: str = "newest"
    page: int = 1


def listing_from(query: Mapping[str, str], dataset: Dataset) -> tuple[Listing, list[InvalidParam]]:
    """The list that an address asks for, and what of it can't be used.

    An address with a date or a window but no `days` means the events of that window, as on the map.
    """
    invalid: list[InvalidParam] = []
    of_the_map = "days" not in query and bool({"date", "window"} & query.keys())
    defaults = {"q": "", "days": "window" if of_the_map else "record", "order": "newest", "page": "1"}
    asked = {name: read_key(query, name, default, dataset, invalid, "events") for name, default in defaults.items()}
    return Listing(asked["q"], asked["days"], asked["order"], int(asked["page"])), invalid


def listing_query(listing: Listing) -> dict[str, str]:
    """The shortest query that gives this list again; `days` is always in it."""
    query = {"days": listing.days}
    if listing.q:
        query["q"] = listing.q
    if listing.order != "newest":
        query["order"] = listing.order
    if listing.page != 1:
        query["page"] = str(listing.page)
    return query
