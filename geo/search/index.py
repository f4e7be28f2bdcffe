"""What a search looks through and in which order it finds: names of the record, then events; in the browser: `web/search/index.js`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from geo.record.fields import field_of
from geo.record.load import Dataset
from geo.record.records import Event
from geo.record.schema import FILES
from geo.search.days import NamedDays, days_in
from geo.search.letters import proper_words, sound_of, squashed, words_of

NAMED = ("provinces", "districts", "places", "actors")
#: How well an entry is found, from best: its name begins so, a word of its name does, its name has it or sounds so, its
#: text has it or sounds so.
BEGINS, WORD, PART, SOUND, TEXT, TEXT_SOUND = range(6)
MIN_LETTERS = 2
#: Shorter words are looked for where words begin.
MIN_PART = 3
#: Shorter sounds are looked for only where a word stands nowhere: they mean too much.
SURE_SOUND = 3


@dataclass(frozen=True)
class Entry:
    """A record that can be found: by its names (heads), and by what else is said of it (texts)."""

    kind: str
    id: str
    heads: tuple[str, ...]
    texts: tuple[str, ...] = ()
    first: str = ""
    last: str = ""


@dataclass(frozen=True)
class SearchFound:
    """What a search finds: the days that it names, then entries, the best first."""

    days: NamedDays | None
    entries: tuple[Entry, ...]


class Index:
    """The entries of a record with each word that they hold, looked up by word."""

    def __init__(self, entries: Iterable[Entry], first_day: str, last_day: str) -> None:
        self.entries = tuple(entries)
        self.period = (first_day, last_day)
        self._heads = [[squashed(head) for head in entry.heads] for entry in self.entries]
        self._in_head = _numbers_by_word(entry.heads for entry in self.entries)
        self._in_text = _numbers_by_word(entry.texts for entry in self.entries)
        self._spellings = _spellings_by_word(self.entries)
        self._sounds: dict[str, list[str]] = defaultdict(list)
        for word in dict.fromkeys(w for e in self.entries for text in (*e.heads, *e.texts) for w in proper_words(text)):
            if sound := sound_of(word):
                self._sounds[sound].append(word)

    def find(self, query: str) -> SearchFound:
        """The days that a query names, and all entries that have all its other words.

        Names come before events; where days are named, events come first.
        """
        days, rest = days_in(query, *self.period)
        words = words_of(rest)
        if not days and len("".join(words)) < MIN_LETTERS:
            return SearchFound(None, ())
        ranks = self._ranks(words) if words else {n: WORD for n, e in enumerate(self.entries) if e.kind == "events"}
        numbers = [n for n in ranks if not days or _touches(self.entries[n], days)]
        numbers.sort(key=lambda n: ((self.entries[n].kind == "events") != bool(days), ranks[n], n))
        return SearchFound(days, tuple(self.entries[n] for n in numbers))

    def _ranks(self, words: list[str]) -> dict[int, int]:
        """How well each entry is found that has every word; a place is not found by the name of its province alone."""
        each = [self._rank_of_word(word) for word in words]
        everywhere = set.intersection(*(set(ranks) for ranks in each))
        ranks = {
            n: max(ranks[n] for ranks in each)
            for n in everywhere
            if self.entries[n].kind == "events" or min(ranks[n] for ranks in each) <= SOUND
        }
        begun = "".join(words)
        return ranks | {n: BEGINS for n, heads in enumerate(self._heads) if any(h.startswith(begun) for h in heads)}

    def _rank_of_word(self, word: str) -> dict[int, int]:
        """How well a word is found in each entry, by its letters and by its sound."""
        found: dict[int, int] = {}
        same = self._spellings.get(word, ())
        for numbers_by_word, begins, holds in ((self._in_head, WORD, PART), (self._in_text, TEXT, TEXT)):
            for other, numbers in numbers_by_word.items():
                is_begun = other.startswith(word) or other in same
                if is_begun or (len(word) >= MIN_PART and word in other):
                    _note(found, numbers, begins if is_begun else holds)
        sound = sound_of(word)
        if sound and (len(sound) >= SURE_SOUND or not found):
            for other in self._sounds.get(sound, ()):
                _note(found, self._in_head.get(other, ()), SOUND)
                _note(found, self._in_text.get(other, ()), TEXT_SOUND)
        return found


def _note(ranks: dict[int, int], numbers: Iterable[int], rank: int) -> None:
    for n in numbers:
        ranks[n] = min(ranks.get(n, rank), rank)


def search_index(dataset: Dataset) -> Index:
    """The index of a record; made when it is first asked for."""
    return dataset.cached("the search", lambda: Index(_entries(dataset), dataset.first_day, dataset.last_day))


def _entries(dataset: Dataset) -> Iterable[Entry]:
    """All names in the order of their files, then the public events, the newest first."""
    for name in NAMED:
        for record in dataset.records(name):
            province = dataset.by_id("provinces").get(record.get("admin1") or "") if name != "provinces" else None
            texts = _spellings(province) if province else ()
            yield Entry(name, record[FILES[name].id_field], _spellings(record), texts)
    events = sorted(dataset.public_events, key=lambda e: (e["date_start"], e["event_id"]), reverse=True)
    for event in events:
        texts = tuple(_texts(dataset, event))
        yield Entry(
            "events",
            event["event_id"],
            (event["title"], event["event_id"]),
            texts,
            event["date_start"],
            event["date_end"],
        )


def _spellings(record: Any) -> tuple[str, ...]:
    names = [record["name_en"], record.get("name_fa"), record.get("name_ps"), *(record["aliases"] or [])]
    return tuple(dict.fromkeys(name for name in names if name))


def _texts(dataset: Dataset, event: Event) -> Iterable[str]:
    """What is said of an event beside its title: summary, names of its place, district and province, its sources."""
    places = [
        dataset.by_id(name).get(field_of(event, field))
        for name, field in (("provinces", "admin1"), ("districts", "admin2_id"), ("places", "place_id"))
    ]
    own = [event["summary"], event["place_name"], *event["place_aliases"], *event["source_ids"]]
    return (text for text in [*own, *(name for place in places if place for name in _spellings(place))] if text)


def _numbers_by_word(texts: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """By word the numbers of the entries that hold it."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, several in enumerate(texts):
        for word in dict.fromkeys(word for text in several for word in words_of(text)):
            found[word].append(number)
    return dict(found)


def _spellings_by_word(entries: Iterable[Entry]) -> dict[str, set[str]]:
    """By word, where it is a name, the other names of one word of the same places and actors."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        names = (
            {words[0] for head in entry.heads if len(words := words_of(head)) == 1} if entry.kind != "events" else ()
        )
        for name in names:
            found[name] |= {*names}
    return dict(found)


def _touches(entry: Entry, days: NamedDays) -> bool:
    """Whether an event lies in the days; a name has none."""
    return entry.kind != "events" or (entry.first <= days.last and entry.last >= days.first)
