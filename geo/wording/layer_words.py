"""Words that the sentence, the legend and the pictures of a layer share; in the browser: `web/layers/words.js`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from geo.address.view import ViewState
from geo.queries.layers.presence_map import EVENTS, PresenceMap, Voice
from geo.record.load import Dataset
from geo.wording.dates import plain_date
from geo.wording.language import name_of
from geo.wording.lists import listed
from geo.wording.text import in_digits, t
from geo.wording.words import filters_in_words


def steps_in_words(steps: Sequence[int]) -> list[str]:
    """Each step of counts, by their least: '1', '2–4', '25 or more'."""
    found = []
    for at, least in enumerate(steps):
        most = steps[at + 1] - 1 if at + 1 < len(steps) else None
        key = "from" if most is None else "one" if most == least else "range"
        found.append(t(f"layers.step.{key}", **{"from": in_digits(least), "to": in_digits(most or 0)}))
    return found


def items(dataset: Dataset, counts: Mapping[str, int]) -> str:
    """'Kabul 13, Takhar 8': provinces by their counts, the most first, then by name."""
    provinces = dataset.by_id("provinces")
    named = [(-count, name_of(provinces[admin1])) for admin1, count in counts.items()]
    return listed(t("layers.item", name=name, count=-count) for count, name in sorted(named))


def names(dataset: Dataset, admin1s: Iterable[str]) -> str:
    """Names of provinces, in alphabetical order."""
    return listed(sorted(name_of(dataset.by_id("provinces")[admin1]) for admin1 in admin1s))


def types_in_words(view: ViewState) -> str:
    """The chosen types of events; what counts as activity where none is chosen."""
    if not view.type:
        return t("layers.caption.armed")
    return listed(t(f"type.{name}") for name in view.type.split(","))


def other_filters(dataset: Dataset, view: ViewState) -> str:
    """The filters beside the types, in words."""
    return filters_in_words(dataset, replace(view, type=None))


def voice_in_words(voice: Voice) -> str:
    """'Wikipedia, 31 December 2024', '12 events of the window'."""
    if voice.claimant == EVENTS:
        return t("layers.voice.events", count=voice.count)
    return list_in_words(voice.claimant, voice.as_of)


def list_in_words(claimant: str, as_of: str) -> str:
    """'Wikipedia, 31 December 2024'."""
    return t("layers.voice", who=t(f"claimant.{claimant}"), day=plain_date(as_of))


def speakers(presence: PresenceMap) -> list[tuple[str, int]]:
    """Each that speaks, in words, and of how many provinces; in the order in which they are first met, events last."""
    counts: dict[str, int] = {}
    for voice in sorted(_all(presence), key=lambda one: one.claimant == EVENTS):
        words = t("layers.voice.events_all") if voice.claimant == EVENTS else voice_in_words(voice)
        counts[words] = counts.get(words, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _all(presence: PresenceMap) -> list[Voice]:
    return [voice for voices in presence.voices.values() for voice in voices]
