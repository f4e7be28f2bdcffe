"""Every key that an address may have: which pages read it, what it says, and which values it can mean.

One table for all pages. A value that a key can't mean is an `InvalidParam`: the page tells it and uses the default.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from geo.address.actor_tree import branches
from geo.address.area import area_in
from geo.address.key_values import (
    Read,
    Values,
    beside,
    claim_ids,
    claimed_places,
    day_of,
    event_ids,
    fixed,
    ids,
    number,
    slug,
    source_ids,
    version,
    viewport,
    words,
    worksheets,
)
from geo.address.windows import WINDOWS
from geo.record.load import Dataset
from geo.record.schema import (
    CLAIMANTS,
    EVENT_TYPES,
    PERSPECTIVES,
    SOURCE_KINDS,
    VERIFICATIONS,
    VIEW_PERSPECTIVES,
    WHERE_PRECISIONS,
)
from geo.style.layers import LAYERS, PRESENCE_LEVELS

DAYS = ("record", "window")
#: On the list of events also a span of its own.
LIST_DAYS = (*DAYS, "span")
REFERENCES = ("ucdp",)
#: Languages that are spoken, by ISO 639-1; the first where an address names none.
LANGUAGES = ("en", "fa", "ps")
ORDERS = ("newest", "oldest")
#: Definitions of who holds a district (`geo.control.definitions`), ours first.
DEFINITIONS = ("ours", "lwj", "isw", "acled-syria", "strict", "symmetric")
API_FORMS = ("json", "geojson")
#: How much is shown to the reader of a value that means nothing.
SHOWN_LETTERS = 60


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
class AddressKey:
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
        days = (dataset.first_day, dataset.last_day) if key.read is day_of else None
        invalid.append(InvalidParam(name, value[:SHOWN_LETTERS], default or "–", days))
        return default
    return meant


def keys_of(page: str) -> Mapping[str, AddressKey]:
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


def _one(says: str, example: str, values: Values) -> AddressKey:
    """A key that holds one value of a list."""
    return AddressKey(says, example, lambda dataset, value: value if value in values(dataset) else None, values)


def _some(says: str, example: str, values: Values) -> AddressKey:
    """A key that holds values of a list joined by commas; they are written in the order of the list."""

    def read(dataset: Dataset, value: str) -> str | None:
        allowed, parts = values(dataset), set(value.split(","))
        return ",".join(item for item in allowed if item in parts) if parts <= set(allowed) else None

    return AddressKey(says, example, read, values)


# --- the table ----------------------------------------------------------------------------

#: Filters of events; several values are joined by commas.
FILTERS: dict[str, AddressKey] = {
    "type": _some(
        "kinds of events; several are joined by commas, as in all filters", "battles", fixed(tuple(EVENT_TYPES))
    ),
    "grade": _some("grades of events", "claimed,disputed", fixed(VERIFICATIONS)),
    "actor": _some("actors on either side", "nrf", ids("actors")),
    "area": _some("provinces of events", "AF-BGL,AF-PAN", ids("provinces")),
    "precision": _some("how exactly the place is known, 1 to 6", "1,4", fixed(tuple(map(str, WHERE_PRECISIONS)))),
    "claimant": _some("who speaks", "taliban", fixed(CLAIMANTS)),
    "kind": _some("kinds of sources", "party", fixed(SOURCE_KINDS)),
}
#: The view, which all pages share, in the order in which it is written.
VIEW_KEYS: dict[str, AddressKey] = {
    "date": AddressKey("the day, at its end in Kabul", "2021-09-05", day_of),
    "perspective": _one("according to whom: `assessed`, `nrf`, `taliban`, `both`", "nrf", fixed(VIEW_PERSPECTIVES)),
    "window": _one("days of events up to the day: `7`, `30`, `90`, `365`, `all`", "7", fixed(WINDOWS)),
    "layer": _one("what the map shows: `control`, `activity`, `presence`", "activity", fixed(LAYERS)),
    "presence": _one(
        "what counts as presence, each with those before it: `reports` (events and independent reports), `lists` (of media),"
        " `claims` (of parties)",
        "lists",
        fixed(PRESENCE_LEVELS),
    ),
    "since": AddressKey("the day to compare with", "2021-08-20", day_of),
    "province": _one("a province, ISO 3166-2", "AF-PAN", ids("provinces")),
    "district": _one("a district", "AF-PAN-bazarak", ids("districts")),
    "place": _one("a named place of which a control claim speaks", "PL-khawak-pass", claimed_places),
    "event": _one("an event; without a day it opens on its last day", "EV-2022-0123", event_ids),
    "at": AddressKey("where the map looks: latitude, longitude, zoom", "35.300,69.800,8.50", viewport),
    "known_by": AddressKey(
        "with only what could be known by the end of a day; not before the days on show", "2024-12-31", day_of
    ),
    "reference": _one("rows of others beside ours: `ucdp`", "ucdp", fixed(REFERENCES)),
    "lang": _one("the language: `en`, `fa` (Dari), `ps` (Pashto)", "fa", fixed(LANGUAGES)),
    **FILTERS,
}
_BRANCH = _one("an actor or a kind of actors with all below it in the tree of actors", "taliban", branches)
_DAYS = _one("`record` for all days, `window` for those of the view", "window", fixed(DAYS))
#: The keys of single pages: page → key.
PAGE_KEYS: dict[str, dict[str, AddressKey]] = {
    "provinces": {
        "from": AddressKey("first day of all figures", "2021-09-01", day_of),
        "to": AddressKey("last day of all figures", "2022-12-31", day_of),
        "with": AddressKey("up to three provinces to set beside", "AF-BGL,AF-TAK", beside, ids("provinces")),
        "branch": _BRANCH,
    },
    "events": {
        "q": AddressKey(
            "words to search for, in any spelling; a day, month or year among them", "kunduz october 2025", words
        ),
        "days": _one("as on the sources page, or `span` for `from` to `to`", "span", fixed(LIST_DAYS)),
        "from": AddressKey("first day of the list", "2024-01-01", day_of),
        "to": AddressKey("last day of the list", "2024-12-31", day_of),
        "order": _one("`newest` or `oldest` first", "oldest", fixed(ORDERS)),
        "page": AddressKey("the page of the list", "2", number),
        "branch": _BRANCH,
    },
    "compare": {
        "a": AddressKey("the day of the first map", "2021-08-20", day_of),
        "b": AddressKey("the day of the second map", "2021-09-07", day_of),
        "pa": _one("according to whom the first map is", "nrf", fixed(PERSPECTIVES)),
        "pb": _one("according to whom the second map is", "taliban", fixed(PERSPECTIVES)),
        "of": AddressKey(
            "the area whose days of change stand side by side: `AF`, `panjshir`, provinces, or west,south,east,north",
            "AF-PAN",
            area_in,
        ),
        "from": AddressKey("the first of the days of change", "2021-08-16", day_of),
        "to": AddressKey("the last of the days of change", "2021-09-15", day_of),
    },
    "story": {
        "id": AddressKey("the story", "ground-to-attacks", slug),
        "step": AddressKey("its step, from 1", "2", number),
    },
    "classes": {"sheet": _one("a worksheet", "panjshir-2021", worksheets)},
    "sources": {
        "source": _one("a source", "SRC-0005", source_ids),
        "days": _DAYS,
    },
    "claims": {"claim": _one("a claim over territory", "CC-0001", claim_ids)},
    "versions": {
        "old": AddressKey("the version of the data to compare with", "7e0bc9ab135b", version),
        "new": AddressKey("the version of which it is told what changed", "49a45953c9e1", version),
    },
}
#: The keys that programs may ask with (`/api/v1/`): those of the pages, where each means the same.
API_KEYS: dict[str, AddressKey] = {
    **{name: VIEW_KEYS[name] for name in ("date", "window", "layer", "presence", "province", "district", "place")},
    "perspective": _one("according to whom: `assessed`, `nrf`, `taliban`", "nrf", fixed(PERSPECTIVES)),
    "definition": _one(
        "by which definition a district is held, with control alone: `ours`, `lwj`, `isw`, `acled-syria`, `strict`,"
        " `symmetric`",
        "lwj",
        fixed(DEFINITIONS),
    ),
    **{name: PAGE_KEYS["events"][name] for name in ("q", "from", "to", "order", "page", "branch")},
    **{name: PAGE_KEYS["compare"][name] for name in ("a", "b", "pa", "pb")},
    "claim": PAGE_KEYS["claims"]["claim"],
    **FILTERS,
    "known_by": VIEW_KEYS["known_by"],
    "lang": _one("the language of sentences and of refusals: `en`, `fa` (Dari), `ps` (Pashto)", "fa", fixed(LANGUAGES)),
    "format": _one("`json`, or `geojson` for programs that draw maps", "geojson", fixed(API_FORMS)),
}
FILTER_KEYS = tuple(FILTERS)
#: What a reader may have chosen on the page: told in the address of a picture, not drawn.
CHOSEN_KEYS = ("since", "province", "district", "place", "event", "at")
#: Keys of the view in the order in which they are written.
URL_KEYS = tuple(VIEW_KEYS)
#: The address also says which data it was made with; nothing else of it is remembered.
DATA_KEY = "data"
#: The key that tells in which language an answer is.
LANG_KEY = "lang"
