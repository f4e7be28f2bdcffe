"""Every key that an address may have: which pages read it, what it says, and which values it can mean.

One table for all pages. A value that a key can't mean is an `InvalidParam`: the page tells it and uses the default.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from geo.address.area import area_in
from geo.layer_style import LAYERS, PRESENCE_LEVELS
from geo.record.load import Dataset, public, public_sources
from geo.record.schema import (
    CLAIMANTS,
    EVENT_TYPES,
    PERSPECTIVES,
    SOURCE_KINDS,
    VERIFICATIONS,
    VIEW_PERSPECTIVES,
    WHERE_PRECISIONS,
)
from geo.style import WIDE_BOUNDS, WINDOWS, ZOOMS

#: The canonical form of a value; None when it means nothing to this record.
Read = Callable[[Dataset, str], str | None]
#: The values that a key may hold, in their order.
Values = Callable[[Dataset], Collection[str]]

DAYS = ("record", "window")
REFERENCES = ("ucdp",)
ORDERS = ("newest", "oldest")
MAX_LETTERS = 80
MAX_BESIDE = 3
#: How much is shown to the reader of a value that means nothing.
SHOWN_LETTERS = 60
VIEWPORT = re.compile(r"\d{1,2}(\.\d{1,6})?,\d{1,2}(\.\d{1,6})?,\d{1,2}(\.\d{1,3})?", re.ASCII)


@dataclass(frozen=True)
class InvalidParam:
    """A value of the address that could not be used, and what stands in its place.

    `days` are the first and last day that a key of days can mean; None for other keys.
    """

    key: str
    value: str
    used: str
    days: tuple[str, str] | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Key:
    """One key of the address: what it says, an example, how a value is read, and its values where they are a list."""

    says: str
    example: str
    read: Read
    values: Values | None = None


def read_key(
    query: Mapping[str, str], name: str, default: str, dataset: Dataset, invalid: list[InvalidParam], page: str = ""
) -> str:
    """What a query says of a key, in canonical form; the default where it says nothing or what means nothing.

    Parameters
    ----------
    page : the page whose own key it is; '' for the keys of every page.
    invalid : takes what means nothing.
    """
    value = query.get(name)
    if value is None:
        return default
    key = keys_of(page)[name]
    meant = key.read(dataset, value)
    if meant is None:
        days = (dataset.first_day, dataset.last_day) if key.read is _day else None
        invalid.append(InvalidParam(name, value[:SHOWN_LETTERS], default or "–", days))
        return default
    return meant


def keys_of(page: str) -> Mapping[str, Key]:
    """All keys that a page reads, the view's first; '' is the map."""
    return VIEW_KEYS | PAGE_KEYS.get(page, {})


def allowed_values(name: str, dataset: Dataset) -> Collection[str]:
    """The values that a key of the view may hold, in their order.

    Raises
    ------
    ValueError
        For a key whose values are no list: a day, a viewport.
    """
    values = VIEW_KEYS[name].values
    if values is None:
        raise ValueError(f"the values of {name} are no list")
    return values(dataset)


def is_day(value: str) -> bool:
    """Whether a text is a day YYYY-MM-DD of the calendar."""
    try:
        return dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_day_of(dataset: Dataset, value: str) -> bool:
    """Whether a text is a day YYYY-MM-DD of the record's period."""
    return is_day(value) and dataset.first_day <= value <= dataset.last_day


def claimed_places(dataset: Dataset) -> tuple[str, ...]:
    """The named places of which a control claim speaks, by id."""
    claims = (c for c in dataset.records("control_claims") if c["area_type"] == "place")
    return tuple(sorted({area_id for claim in claims for area_id in claim["area_ids"]}))


# --- how values are read ------------------------------------------------------------------


def _day(dataset: Dataset, value: str) -> str | None:
    return value if is_day_of(dataset, value) else None


def _viewport(_dataset: Dataset, value: str) -> str | None:
    """'lat,lon,zoom' within reach of the map, with the digits that the map itself writes."""
    if not VIEWPORT.fullmatch(value):
        return None
    lat, lon, zoom = map(float, value.split(","))
    (south, west), (north, east) = WIDE_BOUNDS
    inside = south <= lat <= north and west <= lon <= east and ZOOMS[0] <= zoom <= ZOOMS[1]
    return f"{lat:.3f},{lon:.3f},{zoom:.2f}" if inside else None


def _words(_dataset: Dataset, value: str) -> str | None:
    return value.strip() if len(value) <= MAX_LETTERS else None


def _number(_dataset: Dataset, value: str) -> str | None:
    """A whole number from 1, of at most six digits."""
    return str(int(value)) if re.fullmatch(r"[0-9]{1,6}", value) and int(value) else None


def _slug(_dataset: Dataset, value: str) -> str | None:
    return value if re.fullmatch(r"[a-z0-9-]{1,60}", value) else None


def _beside(dataset: Dataset, value: str) -> str | None:
    """Provinces joined by commas, each once, in the order in which they are asked for."""
    parts = list(dict.fromkeys(part for part in value.split(",") if part))
    return ",".join(parts) if set(parts) <= set(dataset.by_id("provinces")) and len(parts) <= MAX_BESIDE else None


def _one(says: str, example: str, values: Values) -> Key:
    """A key that holds one value of a list."""
    return Key(says, example, lambda dataset, value: value if value in values(dataset) else None, values)


def _some(says: str, example: str, values: Values) -> Key:
    """A key that holds values of a list joined by commas; they are written in the order of the list."""

    def read(dataset: Dataset, value: str) -> str | None:
        allowed, parts = values(dataset), set(value.split(","))
        return ",".join(item for item in allowed if item in parts) if parts <= set(allowed) else None

    return Key(says, example, read, values)


def _fixed(values: Collection[str]) -> Values:
    return lambda _dataset: values


def _ids(file: str) -> Values:
    return lambda dataset: dataset.by_id(file)


def _public_events(dataset: Dataset) -> Collection[str]:
    return {event["event_id"] for event in public(dataset.records("events"))}


def _public_sources(dataset: Dataset) -> Collection[str]:
    return {source["source_id"] for source in public_sources(dataset)}


# --- the table ----------------------------------------------------------------------------

#: Filters of events; several values are joined by commas.
FILTERS: dict[str, Key] = {
    "type": _some("kinds of events, joined by commas, as in all filters below", "battles", _fixed(tuple(EVENT_TYPES))),
    "grade": _some("grades of events", "claimed,disputed", _fixed(VERIFICATIONS)),
    "actor": _some("actors on either side", "nrf", _ids("actors")),
    "area": _some("provinces of events", "AF-BGL,AF-PAN", _ids("provinces")),
    "precision": _some("how exactly the place is known, 1 to 6", "1,4", _fixed(tuple(map(str, WHERE_PRECISIONS)))),
    "claimant": _some("who speaks", "taliban", _fixed(CLAIMANTS)),
    "kind": _some("kinds of sources", "party", _fixed(SOURCE_KINDS)),
}
#: The view, which all pages share, in the order in which it is written.
VIEW_KEYS: dict[str, Key] = {
    "date": Key("the day, at its end in Kabul", "2021-09-05", _day),
    "perspective": _one("according to whom: `assessed`, `nrf`, `taliban`, `both`", "nrf", _fixed(VIEW_PERSPECTIVES)),
    "window": _one("days of events up to the day: `7`, `30`, `90`, `365`, `all`", "7", _fixed(WINDOWS)),
    "layer": _one("what the map shows: `control`, `activity`, `presence`", "activity", _fixed(LAYERS)),
    "presence": _one(
        "what counts as presence, each with those before it: `reports` (events and independent reports), `lists` (of media),"
        " `claims` (of parties)",
        "lists",
        _fixed(PRESENCE_LEVELS),
    ),
    "since": Key("the day to compare with", "2021-08-20", _day),
    "province": _one("a province, ISO 3166-2", "AF-PAN", _ids("provinces")),
    "district": _one("a district", "AF-PAN-bazarak", _ids("districts")),
    "place": _one("a named place of which a control claim speaks", "PL-khawak-pass", claimed_places),
    "event": _one("an event", "EV-2022-0123", _public_events),
    "at": Key("where the map looks: latitude, longitude, zoom", "35.300,69.800,8.50", _viewport),
    "reference": _one("rows of others beside ours: `ucdp`", "ucdp", _fixed(REFERENCES)),
    **FILTERS,
}
_DAYS = _one("`record` for all days, `window` for those of the view", "window", _fixed(DAYS))
#: The keys of single pages: page → key.
PAGE_KEYS: dict[str, dict[str, Key]] = {
    "provinces": {
        "from": Key("first day of all figures", "2021-09-01", _day),
        "to": Key("last day of all figures", "2022-12-31", _day),
        "with": Key("up to three provinces to set beside", "AF-BGL,AF-TAK", _beside, _ids("provinces")),
    },
    "events": {
        "q": Key("words to search for, in any spelling", "panjshir", _words),
        "days": _DAYS,
        "order": _one("`newest` or `oldest` first", "oldest", _fixed(ORDERS)),
        "page": Key("the page of the list", "2", _number),
    },
    "compare": {
        "a": Key("the day of the first map", "2021-08-20", _day),
        "b": Key("the day of the second map", "2021-09-07", _day),
        "pa": _one("according to whom the first map is", "nrf", _fixed(PERSPECTIVES)),
        "pb": _one("according to whom the second map is", "taliban", _fixed(PERSPECTIVES)),
        "of": Key(
            "the area whose days of change stand side by side: `AF`, `panjshir`, provinces, or west,south,east,north",
            "AF-PAN",
            area_in,
        ),
        "from": Key("the first of the days of change", "2021-08-16", _day),
        "to": Key("the last of the days of change", "2021-09-15", _day),
    },
    "story": {
        "id": Key("the story", "ground-to-attacks", _slug),
        "step": Key("its step, from 1", "2", _number),
    },
    "sources": {
        "source": _one("a source", "SRC-0005", _public_sources),
        "days": _DAYS,
    },
}
FILTER_KEYS = tuple(FILTERS)
#: Keys of the view in the order in which they are written.
URL_KEYS = tuple(VIEW_KEYS)
#: The address also says which data it was made with; nothing else of it is remembered.
DATA_KEY = "data"
