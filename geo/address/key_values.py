"""How a value of an address is read: its canonical form, and the values that a record allows."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from geo.address.sheets import SHEETS
from geo.record.load import Dataset, public_sources
from geo.record.spans import is_day
from geo.style.extents import WIDE_BOUNDS, ZOOMS

#: The canonical form of a value; None when it means nothing to this record.
Read = Callable[[Dataset, str], str | None]
#: The values that a key may hold, in their order.
Values = Callable[[Dataset], Collection[str]]

MAX_LETTERS = 80
MAX_BESIDE = 3
VIEWPORT = re.compile(r"\d{1,2}(\.\d{1,6})?,\d{1,2}(\.\d{1,6})?,\d{1,2}(\.\d{1,3})?", re.ASCII)


def is_day_of(dataset: Dataset, value: str) -> bool:
    """Whether a text is a day YYYY-MM-DD of the record's period."""
    return is_day(value) and dataset.first_day <= value <= dataset.last_day


def claimed_places(dataset: Dataset) -> tuple[str, ...]:
    """The named places of which a control claim speaks, by id."""
    claims = (c for c in dataset.records("control_claims") if c["area_type"] == "place")
    return tuple(sorted({area_id for claim in claims for area_id in claim["area_ids"]}))


def day_of(dataset: Dataset, value: str) -> str | None:
    """A day of the record."""
    return value if is_day_of(dataset, value) else None


def viewport(_dataset: Dataset, value: str) -> str | None:
    """'lat,lon,zoom' within reach of the map, with the digits that the map itself writes."""
    if not VIEWPORT.fullmatch(value):
        return None
    lat, lon, zoom = map(float, value.split(","))
    (south, west), (north, east) = WIDE_BOUNDS
    inside = south <= lat <= north and west <= lon <= east and ZOOMS[0] <= zoom <= ZOOMS[1]
    return f"{lat:.3f},{lon:.3f},{zoom:.2f}" if inside else None


def words(_dataset: Dataset, value: str) -> str | None:
    """Words to search for, of at most so many letters."""
    return value.strip() if len(value) <= MAX_LETTERS else None


def number(_dataset: Dataset, value: str) -> str | None:
    """A whole number from 1, of at most six digits."""
    return str(int(value)) if re.fullmatch(r"[0-9]{1,6}", value) and int(value) else None


def slug(_dataset: Dataset, value: str) -> str | None:
    """A short name in small letters."""
    return value if re.fullmatch(r"[a-z0-9-]{1,60}", value) else None


def beside(dataset: Dataset, value: str) -> str | None:
    """Provinces joined by commas, each once, in the order in which they are asked for."""
    parts = list(dict.fromkeys(part for part in value.split(",") if part))
    return ",".join(parts) if set(parts) <= set(dataset.by_id("provinces")) and len(parts) <= MAX_BESIDE else None


def fixed(values: Collection[str]) -> Values:
    """The same values for every record."""
    return lambda _dataset: values


def ids(file: str) -> Values:
    """The ids of one file."""
    return lambda dataset: dataset.by_id(file)


def claim_ids(dataset: Dataset) -> Collection[str]:
    """The claims over territory."""
    return dataset.by_id("control_claims")


def version(_dataset: Dataset, value: str) -> str | None:
    """The name of a version of the data, whether there is such a one or not."""
    return value if re.fullmatch(r"[0-9a-f]{12}", value) else None


def event_ids(dataset: Dataset) -> Collection[str]:
    """The events that readers may see."""
    return {event["event_id"] for event in dataset.public_events}


def source_ids(dataset: Dataset) -> Collection[str]:
    """The sources that readers may see."""
    return {source["source_id"] for source in public_sources(dataset)}


def worksheets(dataset: Dataset) -> Collection[str]:
    """The worksheets whose day and areas this record has."""
    return [name for name, sheet in SHEETS.items() if sheet.is_of(dataset)]
