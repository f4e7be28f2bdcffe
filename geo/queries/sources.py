"""What rests on which source, and how much of the record rests on the parties' own word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from geo.queries.integrity import is_one_party
from geo.queries.origins import Origins, origins_in
from geo.record.fields import field_of
from geo.record.load import Dataset, public_sources
from geo.record.normalise import normalise
from geo.record.records import Event, Source
from geo.record.schema import FILES, SOURCE_KINDS

#: The files whose records name sources, in the order in which they are told.
RESTING = ("events", "control_claims", "presence", "statistics", "undated")


@dataclass(frozen=True)
class Resting:
    """The ids of the records that rest on one source, by file; and the sources that were seen through it."""

    events: tuple[str, ...] = ()
    control_claims: tuple[str, ...] = ()
    presence: tuple[str, ...] = ()
    statistics: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many records rest on it."""
        return sum(len(getattr(self, name)) for name in RESTING)


@dataclass(frozen=True)
class KindShare:
    """One kind of source: how many sources, how many events name one at least, and their share (None of nothing)."""

    kind: str
    sources: int
    events: int
    events_pct: float | None


@dataclass(frozen=True)
class Measure:
    """One measure of the balance: how many of the events, their share (None of nothing), and their ids."""

    key: str
    events: int
    pct: float | None
    event_ids: tuple[str, ...] = field(repr=False)


def resting(dataset: Dataset) -> dict[str, Resting]:
    """What rests on each source, by its id, in the order of the file; withheld events are not named."""
    found: dict[str, dict[str, list[str]]] = {source["source_id"]: {} for source in public_sources(dataset)}
    for name in RESTING:
        for record in dataset.public_events if name == "events" else dataset.records(name):
            for source_id in _named(record):
                found[source_id].setdefault(name, []).append(field_of(record, FILES[name].id_field))
    for source in public_sources(dataset):
        for through in source["seen_through"]:
            found[through].setdefault("carries", []).append(source["source_id"])
    return {s: Resting(**{name: tuple(sorted(ids)) for name, ids in names.items()}) for s, names in found.items()}


def kind_shares(dataset: Dataset, events: list[Event]) -> list[KindShare]:
    """Every kind that has a source, with its share of the given events; an event can count for several kinds."""
    sources = dataset.by_id("sources")
    count = Counter(source["kind"] for source in public_sources(dataset))
    named = Counter(kind for event in events for kind in {sources[s]["kind"] for s in event["source_ids"]})
    return [
        KindShare(kind, count[kind], named[kind], _pct(named[kind], len(events)))
        for kind in SOURCE_KINDS
        if count[kind]
    ]


def balance(dataset: Dataset, events: list[Event]) -> list[Measure]:
    """The source balance of some events: each measure of `MEASURES`; an event can be in several."""
    origins = origins_in(dataset)
    measures = []
    for key, test in MEASURES.items():
        ids = tuple(event["event_id"] for event in events if test(event, origins))
        measures.append(Measure(key, len(ids), _pct(len(ids), len(events)), ids))
    return measures


def is_near_party(source: Source) -> bool:
    """Whether a source is a party's own or near to one."""
    return source["kind"] == "party" or source["party_near"] is not None


def _two_independent(event: Event, origins: Origins) -> bool:
    return len(origins.independent(event)) >= 2


def _one_independent(event: Event, origins: Origins) -> bool:
    return len(origins.independent(event)) == 1


def _only_one_party(event: Event, origins: Origins) -> bool:
    del origins
    return is_one_party(event)


def _any_near_party(event: Event, origins: Origins) -> bool:
    return any(is_near_party(origins.sources[s]) for s in event["source_ids"])


def _only_near_party(event: Event, origins: Origins) -> bool:
    return all(is_near_party(origins.sources[s]) for s in event["source_ids"])


def _nothing_read(event: Event, origins: Origins) -> bool:
    return all(origins.sources[s]["read_as"] in ("citation", "headline") for s in event["source_ids"])


#: What the meter shows, from the firmest to the softest ground; the first and the third are those of `integrity.report`.
MEASURES: dict[str, Callable[[Event, Origins], bool]] = {
    "two_independent": _two_independent,
    "one_independent": _one_independent,
    "one_party": _only_one_party,
    "party_near": _any_near_party,
    "party_near_only": _only_near_party,
    "not_read": _nothing_read,
}


def _named(record: Mapping[str, Any]) -> list[str]:
    """The sources that a record or its claims name, each once."""
    claims = record.get("claims", [])
    return list(dict.fromkeys([*record["source_ids"], *(s for claim in claims for s in claim["source_ids"])]))


def _pct(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def find_sources(dataset: Dataset, kinds: Collection[str], words: str) -> list[Source]:
    """The sources of some kinds (of all, where none is named) that hold all words, in the order of the file."""
    wanted = normalise(words).split()
    return [
        source
        for source in public_sources(dataset)
        if (not kinds or source["kind"] in kinds) and all(word in _searched(source) for word in wanted)
    ]


def _searched(source: Source) -> str:
    return normalise(
        " ".join(filter(None, (source["source_id"], source["publisher"], source["title"], source["author"])))
    )
