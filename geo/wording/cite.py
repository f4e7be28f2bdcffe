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
from geo.record.records import ControlClaim, Event
from geo.wording.text import t
from geo.wording.words import claim_in_words, speaker_in_words

#: As CITATION.cff has them: what is cited has one name in every language.
AUTHOR = "Afghanistan Conflict Replay contributors"
TITLE = "Afghanistan Conflict Replay"
DATA_TITLE = "Afghanistan Conflict Replay: the data"
DATA_LICENCE = "CC BY 4.0"
#: The same as files say it.
LICENCE = f"{DATA_LICENCE}, https://creativecommons.org/licenses/by/4.0/"

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
    start, end = event["date_start"], event["date_end"]
    note = t(
        "cite.note.event_revised" if event["revised_on"] else "cite.note.event",
        id=event["event_id"],
        days=start if start == end else t("cite.days", start=start, end=end),
        grade=t(f"verification.{event['verification']}"),
        recorded=event["recorded_on"],
        revised=event["revised_on"],
        version=dataset.version,
    )
    item = {"type": "entry", "title": event["title"], "container-title": TITLE, "number": event["event_id"]}
    citation = t("cite.said.event", author=AUTHOR, entry=event["title"], title=TITLE, note=note)
    return _citation(f"{event['event_id']}-{dataset.version}", item, citation, note, dataset, reading or Reading())


def cite_claim(claim: ControlClaim, dataset: Dataset, reading: Reading | None = None) -> Citation:
    """How to cite one claim over territory: whose word it is stands in it."""
    start, end = claim["valid_from"], claim["valid_to"]
    note = t(
        "cite.note.claim_revised" if claim["revised_on"] else "cite.note.claim",
        id=claim["claim_id"],
        days=t("cite.days", start=start, end=end) if end else t("cite.open_days", start=start),
        certainty=claim["certainty"],
        who=speaker_in_words({**claim}),
        recorded=claim["recorded_on"],
        revised=claim["revised_on"],
        version=dataset.version,
    )
    title = claim_in_words(dataset, claim)
    item = {"type": "entry", "title": title, "container-title": TITLE, "number": claim["claim_id"]}
    citation = t("cite.said.event", author=AUTHOR, entry=title, title=TITLE, note=note)
    return _citation(f"{claim['claim_id']}-{dataset.version}", item, citation, note, dataset, reading or Reading())


def cite_day(dataset: Dataset, day: str, perspective: str, reading: Reading | None = None) -> Citation:
    """How to cite the map of one day in one perspective."""
    note = t("cite.note.day", day=day, perspective=perspective, version=dataset.version)
    item = {"type": "map", "title": t("cite.day_title", title=TITLE, day=day, perspective=perspective)}
    key = f"afghanistan-conflict-replay-{day}-{perspective}-{dataset.version}"
    citation = t("cite.said.whole", author=AUTHOR, title=TITLE, note=note)
    return _citation(key, item, citation, note, dataset, reading or Reading())


def cite_dataset(dataset: Dataset, reading: Reading | None = None) -> Citation:
    """How to cite the data as a whole."""
    note = t("cite.note.data", version=dataset.version, licence=DATA_LICENCE)
    item = {"type": "dataset", "title": DATA_TITLE}
    key = f"afghanistan-conflict-replay-data-{dataset.version}"
    citation = t("cite.said.whole", author=AUTHOR, title=DATA_TITLE, note=note)
    return _citation(key, item, citation, note, dataset, reading or Reading())


def escape_bibtex(text: str) -> str:
    """Text as it may stand in a field of BibTeX: one line, every special escaped."""
    return "".join(_BIBTEX.get(letter, letter) for letter in " ".join(text.split()))


def _citation(key: str, item: dict[str, Any], citation: str, note: str, dataset: Dataset, reading: Reading) -> Citation:
    csl: dict[str, Any] = {"id": key, **item, "author": [{"literal": AUTHOR}], "version": dataset.version}
    csl |= {"issued": _day(reading.released_on)} if reading.released_on else {}
    csl |= {"URL": reading.address} if reading.address else {}
    csl |= {"accessed": _day(reading.read_on)} if reading.read_on else {}
    csl["note"] = note
    return Citation(
        text=_with_reading(" ".join(citation.split()), reading),
        bibtex=_bibtex(key, item["title"], note, dataset.version, reading),
        csl=json.dumps([csl], ensure_ascii=False, indent=1),
    )


def _with_reading(cited: str, reading: Reading) -> str:
    """A citation with where and when it was read, as far as that is known."""
    known = {(True, True): "both", (True, False): "address", (False, True): "read"}
    how = known.get((bool(reading.address), bool(reading.read_on)))
    return t(f"cite.with.{how}", cited=cited, address=reading.address, day=reading.read_on) if how else cited


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
