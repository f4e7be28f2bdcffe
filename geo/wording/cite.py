"""How to cite an event, the map of a day, or the data: plain text, BibTeX, CSL-JSON.

Nothing is made up: a field that is not known (an address, a day of reading, a day of release) is
left out. There is no clock here; the day of reading is told by the caller.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from geo.record.load import Dataset
from geo.record.records import Event

AUTHOR = "Afghanistan Conflict Replay contributors"
TITLE = "Afghanistan Conflict Replay"
DATA_TITLE = f"{TITLE}: the data"
DATA_LICENCE = "CC BY 4.0"

_BIBTEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{special: f"\\{special}" for special in "{}$&#_%"},
}
_NOT_IN_ADDRESS = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"}


@dataclass(frozen=True)
class Reading:
    """Where and on which day something was read, and when its version of the data was released, as far as known."""

    address: str | None = None
    read_on: str | None = None
    released_on: str | None = None


@dataclass(frozen=True)
class Citation:
    """One citation in three forms; `csl` is a JSON list with one item."""

    text: str
    bibtex: str
    csl: str


def cite_event(event: Event, dataset: Dataset, reading: Reading | None = None) -> Citation:
    """How to cite one event of the record."""
    days = (
        event["date_start"]
        if event["date_start"] == event["date_end"]
        else f"{event['date_start']} to {event['date_end']}"
    )
    revised = f", revised {event['revised_on']}" if event["revised_on"] else ""
    note = (
        f"Event {event['event_id']}, {days}, graded {event['verification']}; "
        f"recorded {event['recorded_on']}{revised}; data version {dataset.version}"
    )
    item = {"type": "entry", "title": event["title"], "container-title": TITLE, "number": event["event_id"]}
    key = f"{event['event_id']}-{dataset.version}"
    return _citation(key, item, f"‘{event['title']}’. {TITLE}. {note}", note, dataset, reading or Reading())


def cite_day(dataset: Dataset, day: str, perspective: str, reading: Reading | None = None) -> Citation:
    """How to cite the map of one day in one perspective."""
    note = f"State as of {day}, perspective {perspective}, data version {dataset.version}"
    item = {"type": "map", "title": f"{TITLE}: state as of {day}, perspective {perspective}"}
    key = f"afghanistan-conflict-replay-{day}-{perspective}-{dataset.version}"
    return _citation(key, item, f"{TITLE}. {note}", note, dataset, reading or Reading())


def cite_dataset(dataset: Dataset, reading: Reading | None = None) -> Citation:
    """How to cite the data as a whole."""
    note = f"Data version {dataset.version}, {DATA_LICENCE}"
    item = {"type": "dataset", "title": DATA_TITLE}
    key = f"afghanistan-conflict-replay-data-{dataset.version}"
    return _citation(key, item, f"{DATA_TITLE}. {note}", note, dataset, reading or Reading())


def escape_bibtex(text: str) -> str:
    """Text as it may stand in a field of BibTeX: one line, every special escaped."""
    return "".join(_BIBTEX.get(letter, letter) for letter in " ".join(text.split()))


def _citation(key: str, item: dict[str, Any], text: str, note: str, dataset: Dataset, reading: Reading) -> Citation:
    read = f", read on {reading.read_on}" if reading.read_on else ""
    where = f" {reading.address}{read}." if reading.address else (f" Read on {reading.read_on}." if read else "")
    csl: dict[str, Any] = {"id": key, **item, "author": [{"literal": AUTHOR}], "version": dataset.version}
    csl |= {"issued": _day(reading.released_on)} if reading.released_on else {}
    csl |= {"URL": reading.address} if reading.address else {}
    csl |= {"accessed": _day(reading.read_on)} if reading.read_on else {}
    csl["note"] = note
    return Citation(
        text=f"{AUTHOR}: {' '.join(text.split())}.{where}",
        bibtex=_bibtex(key, item["title"], note, dataset.version, reading),
        csl=json.dumps([csl], ensure_ascii=False, indent=1),
    )


def _bibtex(key: str, title: str, note: str, version: str, reading: Reading) -> str:
    fields = {
        "author": f"{{{escape_bibtex(AUTHOR)}}}",
        "title": f"{{{escape_bibtex(title)}}}",
        "version": escape_bibtex(version),
        "year": reading.released_on[:4] if reading.released_on else "",
        "note": escape_bibtex(note),
        "url": "".join(_NOT_IN_ADDRESS.get(letter, letter) for letter in reading.address or ""),
        "urldate": reading.read_on or "",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{re.sub(r'[^A-Za-z0-9-]', '-', key)},", *lines, "}"])


def _day(day: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in day.split("-")]]}
