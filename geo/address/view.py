"""What one reader looks at: a date, a perspective, a window, a selection; to and from an address."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from geo.record.load import Dataset, public
from geo.record.schema import (
    CLAIMANTS,
    EVENT_TYPES,
    SOURCE_KINDS,
    VERIFICATIONS,
    VIEW_PERSPECTIVES,
    WHERE_PRECISIONS,
)
from geo.style import DEFAULT_WINDOW, WIDE_BOUNDS, WINDOWS, ZOOMS

#: Filters of events: key of the address -> what it may hold. Several values are joined by commas.
FILTER_KEYS = ("type", "grade", "actor", "area", "precision", "claimant", "kind")
#: Keys of the address, in the order in which they are written.
URL_KEYS = ("date", "perspective", "window", "since", "province", "district", "place", "event", "at", *FILTER_KEYS)
#: The address also says which data it was made with; nothing else of it is remembered.
DATA_KEY = "data"
SIGHT = re.compile(r"\d{1,2}(\.\d{1,6})?,\d{1,2}(\.\d{1,6})?,\d{1,2}(\.\d{1,3})?", re.ASCII)


@dataclass(frozen=True)
class ViewState:
    """What the reader asked for; everything that an address holds and nothing else.

    Filters hold their allowed values joined by commas, in the order of the lists they come from;
    None lets everything through. `place` is a named place of which a control claim speaks; `at` is
    where the map looks: latitude and longitude of its middle (degrees, WGS 84) and zoom; None is
    the whole country.
    """

    date: str
    perspective: str = "assessed"
    window: str = DEFAULT_WINDOW
    since: str | None = None
    province: str | None = None
    district: str | None = None
    place: str | None = None
    event: str | None = None
    at: str | None = None
    type: str | None = None
    grade: str | None = None
    actor: str | None = None
    area: str | None = None
    precision: str | None = None
    claimant: str | None = None
    kind: str | None = None


@dataclass(frozen=True)
class Refused:
    """A value of the address that could not be used, and what stands in its place."""

    key: str
    value: str
    used: str


def first_view(dataset: Dataset) -> ViewState:
    """What a reader sees who asked for nothing: the first day of the period."""
    return ViewState(date=dataset.first_day)


def from_query(query: Mapping[str, str], dataset: Dataset) -> tuple[ViewState, list[Refused]]:
    """The view that an address asks for; what it can't mean falls back to the default and is told.

    Unknown keys are ignored (pages and mailers add their own).
    """
    view, refused = first_view(dataset), []
    for key in URL_KEYS:
        value = query.get(key)
        if value is None:
            continue
        meant = _meant(key, value, dataset)
        if meant is None:
            refused.append(Refused(key, value[:60], str(getattr(view, key) or "–")))
        else:
            view = replace(view, **{key: meant})
    return view, refused


def to_query(view: ViewState, dataset: Dataset) -> dict[str, str]:
    """The shortest query that gives this view again; the date and the data's version are always in it."""
    default = first_view(dataset)
    wanted = {key: getattr(view, key) for key in URL_KEYS}
    query = {
        key: value
        for key, value in wanted.items()
        if value is not None and (key == "date" or value != getattr(default, key))
    }
    return query | {DATA_KEY: dataset.version}


def made_with_other_data(query: Mapping[str, str], dataset: Dataset) -> str | None:
    """The version of the data that an address was made with, when it is not this one."""
    version = query.get(DATA_KEY, dataset.version)
    known_form = len(version) == len(dataset.version) and all(char in "0123456789abcdef" for char in version)
    return version if known_form and version != dataset.version else None


def _meant(key: str, value: str, dataset: Dataset) -> str | None:
    """The value in its canonical form, or None when it means nothing here."""
    if key in ("date", "since"):
        return value if is_day_of(dataset, value) else None
    if key == "at":
        return _sight(value)
    allowed = allowed_values(key, dataset)
    if key not in FILTER_KEYS:
        return value if value in allowed else None
    parts = value.split(",")
    if not parts or any(part not in allowed for part in parts):
        return None
    return ",".join(item for item in allowed if item in parts)


def _sight(value: str) -> str | None:
    """'lat,lon,zoom' within reach of the map, with the digits that the map itself writes; else None."""
    if not SIGHT.fullmatch(value):
        return None
    lat, lon, zoom = map(float, value.split(","))
    (south, west), (north, east) = WIDE_BOUNDS
    inside = south <= lat <= north and west <= lon <= east and ZOOMS[0] <= zoom <= ZOOMS[1]
    return f"{lat:.3f},{lon:.3f},{zoom:.2f}" if inside else None


def allowed_values(key: str, dataset: Dataset) -> Collection[str]:
    """The values that a key of the address may hold, in their order; days are no list (`is_day_of`)."""
    fixed: dict[str, Collection[str]] = {
        "perspective": VIEW_PERSPECTIVES,
        "window": WINDOWS,
        "type": tuple(EVENT_TYPES),
        "grade": VERIFICATIONS,
        "precision": tuple(map(str, WHERE_PRECISIONS)),
        "claimant": CLAIMANTS,
        "kind": SOURCE_KINDS,
    }
    files = {"province": "provinces", "area": "provinces", "district": "districts", "actor": "actors"}
    if key in fixed:
        return fixed[key]
    if key in files:
        return dataset.by_id(files[key])
    if key == "place":
        return claimed_places(dataset)
    return {event["event_id"] for event in public(dataset.records("events"))}


def claimed_places(dataset: Dataset) -> tuple[str, ...]:
    """The named places of which a control claim speaks, by id."""
    claims = (c for c in dataset.records("control_claims") if c["area_type"] == "place")
    return tuple(sorted({area_id for claim in claims for area_id in claim["area_ids"]}))


def is_day_of(dataset: Dataset, value: str) -> bool:
    """Whether a text is a day YYYY-MM-DD of the record's period."""
    try:
        return dt.date.fromisoformat(value).isoformat() == value and dataset.first_day <= value <= dataset.last_day
    except ValueError:
        return False
