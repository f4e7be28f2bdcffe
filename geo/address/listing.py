"""The list of events that an address asks for: words, days, order, page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from geo.address.keys import InvalidParam, read_key
from geo.record.load import Dataset


@dataclass(frozen=True)
class Listing:
    """A list of events: words, which days (all, the view's window, or a span), order, page (from 1).

    `start` and `end` are the days of a span, '' where the record's own end is meant; `branch` is an actor or a kind of
    actors that is meant with all below it, '' for everybody.
    """

    q: str = ""
    days: str = "record"
    order: str = "newest"
    page: int = 1
    start: str = ""
    end: str = ""
    branch: str = ""


def listing_from(query: Mapping[str, str], dataset: Dataset) -> tuple[Listing, list[InvalidParam]]:
    """The list that an address asks for, and what of it can't be used.

    An address with `from` or `to` but no `days` means that span; one with a date or a window means the events of that
    window, as on the map.
    """
    invalid: list[InvalidParam] = []
    start = read_key(query, "from", "", dataset, invalid, "events")
    end = read_key(query, "to", "", dataset, invalid, "events")
    if start and end and start > end:
        invalid.append(InvalidParam("to", end, dataset.last_day))
        end = ""
    usual = "span" if start or end else "window" if {"date", "window"} & query.keys() else "record"
    defaults = {"q": "", "days": "record" if "days" in query else usual, "order": "newest", "page": "1", "branch": ""}
    requested = {name: read_key(query, name, default, dataset, invalid, "events") for name, default in defaults.items()}
    words, days, order, page, branch = requested.values()
    return Listing(words, days, order, int(page), start, end, branch), invalid


def listing_query(listing: Listing) -> dict[str, str]:
    """The shortest query that gives this list again; `days` is always in it."""
    is_span = listing.days == "span"
    parts = {
        "days": listing.days,
        "from": listing.start if is_span else "",
        "to": listing.end if is_span else "",
        "q": listing.q,
        "order": listing.order if listing.order != "newest" else "",
        "page": str(listing.page) if listing.page != 1 else "",
        "branch": listing.branch,
    }
    return {key: value for key, value in parts.items() if value}
