"""Brought events as the browser engine reads events: column by column, with the text of a simple card."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from geo.ingest.event import Event
from geo.record.load import Dataset
from geo.record.schema import EVENT_TYPES
from geo.record.spans import days_between

#: What a card shows of a long text; the whole stays in the file that the reader has.
MAX_LETTERS, OF_A_NAME, MAX_NAMES = 600, 300, 20
#: A longer address is none that a reader can follow.
MAX_URL = 2000
#: Events whose kind the file does not tell get the symbol of 'other'.
OTHER = "strategic_developments"
DISTRICT = 3


def columns_for_map(events: Iterable[Event], dataset: Dataset) -> dict[str, Any]:
    """The events of the replay's days, column by column, sorted by first day, then id.

    Parameters
    ----------
    events : accepted events (`geo.ingest.event.FIELDS` and `point`, EPSG:4326 [lon, lat] or None).
    dataset : the record whose days, provinces, districts and actors the numbers count.

    Returns
    -------
    A dict that JSON can hold. Columns as in `geo.browser.payload.record_payload`'s `events`, same meaning:
    `id`, `title`, `start`, `end` (days since the first day, within the replay), `datePrecision`,
    `type`, `where`, `point`, `province`, `district` (-1: none), `country`, `actors`. There is no
    `verification`, `claimants` or `kinds`: what a reader brings is not graded. An event known to
    its district only has the district's label point, to be drawn as an area. `typed` is 0 where the file does not
    tell the type (`type` is then that of 'other'). For the card: `cards`,
    one dict an event with `summary`, `sides` (two lists of names), `place`, `killed` and `wounded`
    ([low, best, high], null where not told), `source`, `url`, `type` and `kind` (null where not told), `row`,
    `layout`. And `leftOut`: {"before": …, "after": …}, how many lie outside the replay's days.
    """
    first, last = dataset.first_day, dataset.last_day
    rows = list(events)
    shown = [event for event in rows if event["date_end"] >= first and event["date_start"] <= last]
    shown.sort(key=lambda event: (max(event["date_start"], first), event["event_id"]))
    numbers = {name: {key: n for n, key in enumerate(dataset.by_id(name))} for name in ("provinces", "districts")}
    actors = {key: n for n, key in enumerate(dataset.by_id("actors"))}
    types = list(EVENT_TYPES)
    return {
        "id": [e["event_id"] for e in shown],
        "title": [e["title"] for e in shown],
        "start": [days_between(first, max(e["date_start"], first)) for e in shown],
        "end": [days_between(first, min(e["date_end"], last)) for e in shown],
        "datePrecision": [e["date_precision"] for e in shown],
        "type": [types.index(e["event_type"] or OTHER) for e in shown],
        "typed": [int(e["event_type"] is not None) for e in shown],
        "where": [e["where_precision"] for e in shown],
        "point": [_point(e, dataset) for e in shown],
        "province": [numbers["provinces"].get(e["admin1"], -1) for e in shown],
        "district": [numbers["districts"].get(e["admin2_id"], -1) for e in shown],
        "country": [e["country"] for e in shown],
        "actors": [sorted(actors[a] for a in e["actor_ids"] if a in actors) for e in shown],
        "cards": [_card(e) for e in shown],
        "leftOut": {
            "before": sum(event["date_end"] < first for event in rows),
            "after": sum(event["date_start"] > last for event in rows),
        },
    }


def _point(event: Event, dataset: Dataset) -> list[float] | None:
    """Its own point; else, when its district is known, where that district's name stands."""
    own: list[float] | None = event["point"]
    if own or event["where_precision"] != DISTRICT or not event["admin2_id"]:
        return own
    district = dataset.by_id("districts")[event["admin2_id"]]
    return [district["label_lon"], district["label_lat"]]


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _card(event: Event) -> dict[str, Any]:
    places = (event["place_name"], event["stated_admin2"], event["stated_admin1"])
    return {
        "summary": _cut(event["summary"] or "", MAX_LETTERS),
        "sides": [
            [_cut(name, OF_A_NAME) for name in names[:MAX_NAMES]] for names in (event["side_a"], event["side_b"])
        ],
        "place": _cut(", ".join(dict.fromkeys(place for place in places if place)), OF_A_NAME),
        "killed": [event["killed_low"], event["killed_best"], event["killed_high"]],
        "wounded": [event["wounded_low"], event["wounded_best"], event["wounded_high"]],
        "source": _cut(event["source"], OF_A_NAME) if event["source"] else None,
        "url": event["source_url"] if len(event["source_url"] or "") <= MAX_URL else None,
        "type": event["event_type"],
        "kind": event["sub_event_type"],
        "row": event["row"],
        "layout": event["layout"],
    }
