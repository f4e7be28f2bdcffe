"""The list of events that an address asks for: words, days, order, page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from geo.address.view import Refused

MOST_LETTERS = 80
#: What the list may be asked for beyond the view; the keys are those of the address.
DAYS = ("record", "window")
ORDERS = ("newest", "oldest")


@dataclass(frozen=True)
class Listing:
    """A list of events: words, all days or the view's window, order, page (from 1)."""

    q: str = ""
    days: str = "record"
    order: str = "newest"
    page: int = 1


def listing_from(query: Mapping[str, str]) -> tuple[Listing, list[Refused]]:
    """The list that an address asks for, and what of it can't be used.

    An address with a date or a window but no `days` means the events of that window, as on the map.
    """
    refused = []
    days = query.get("days", "window" if {"date", "window"} & query.keys() else "record")
    order, page, words = query.get("order", "newest"), query.get("page", "1"), query.get("q", "")
    if days not in DAYS:
        refused.append(Refused("days", days[:60], days := "record"))
    if order not in ORDERS:
        refused.append(Refused("order", order[:60], order := "newest"))
    if not (page.isascii() and page.isdigit() and int(page[:6]) >= 1 and len(page) <= 6):
        refused.append(Refused("page", page[:60], page := "1"))
    if len(words) > MOST_LETTERS:
        refused.append(Refused("q", words[:60], words := ""))
    return Listing(words.strip(), days, order, int(page)), refused


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
