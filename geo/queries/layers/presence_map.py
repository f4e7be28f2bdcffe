"""Where somebody is said to be present or absent, and by whom: lists of claimants, and events of the window as one voice.

In the browser: `geo/browser/web/layers/presence.js`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.layers.activity_map import activity_at
from geo.queries.tally import counts_by_province
from geo.record.load import Dataset
from geo.record.records import Event, Presence
from geo.record.schema import CLAIMANTS, PARTY_CLAIMANTS
from geo.record.spans import add_days
from geo.style.layers import LIST_DAYS, PRESENCE_LEVELS

#: Who reports for itself, and who gathers what others say; parties speak for their own side.
REPORTERS = ("analyst", "ngo", "un", "osint", "official")
#: By kind of claimant the level at which its lists count.
LEVEL_OF: Mapping[str, str] = {
    who: "claims" if who in PARTY_CLAIMANTS else "reports" if who in REPORTERS else "lists" for who in CLAIMANTS
}
#: By level the grades of the events that count: what only a party says is a claim, what others contradict is none.
GRADES: Mapping[str, tuple[str, ...]] = {
    "reports": ("verified", "reported"),
    "lists": ("verified", "reported"),
    "claims": ("verified", "reported", "claimed"),
}
EVENTS = "events"


@dataclass(frozen=True)
class Voice:
    """One that speaks of a province: the last list of a kind of claimant, or the events of the window."""

    claimant: str
    as_of: str
    present: bool
    #: How many events; 0 for a list.
    count: int = 0


@dataclass(frozen=True)
class PresenceMap:
    """By province who names it, the lists first, then events."""

    first: str
    last: str
    actors: tuple[str, ...]
    voices: Mapping[str, tuple[Voice, ...]]
    #: The events that count.
    events: tuple[Event, ...]

    def named(self, admin1: str) -> int:
        """How many name the province as one of presence."""
        return sum(voice.present for voice in self.voices.get(admin1, ()))

    def denied(self, admin1: str) -> int:
        """How many say that there is no presence: that is more than not to name it."""
        return sum(not voice.present for voice in self.voices.get(admin1, ()))


def presence_on(timeline: Timeline, view: ViewState) -> PresenceMap:
    """Who is said to be where on a view's day, as strictly as it asks; its filters hold for events and for lists."""
    actors = actors_of(timeline.dataset, view)
    voices: dict[str, list[Voice]] = {}
    for row in listed(timeline, view):
        voice = Voice(row["claimant"], row["as_of"], row["polarity"] == "present")
        if voice not in voices.setdefault(row["admin1"], []):
            voices[row["admin1"]].append(voice)
    activity = activity_at(timeline, replace(view, type=None, actor=",".join(actors)))
    grades = GRADES[view.presence]
    events = [
        e
        for e in activity.events
        if e["admin1"] and e["verification"] in grades and (not view.type or e["event_type"] in view.type.split(","))
    ]
    for admin1, count in counts_by_province(events).items():
        voices.setdefault(admin1, []).append(Voice(EVENTS, activity.last, True, count))
    return PresenceMap(
        activity.first, activity.last, actors, {p: tuple(v) for p, v in sorted(voices.items())}, tuple(events)
    )


def actors_of(dataset: Dataset, view: ViewState) -> tuple[str, ...]:
    """Whose presence is shown: the chosen actors, otherwise all of whom a list speaks."""
    chosen = view.actor.split(",") if view.actor else sorted({row["actor_id"] for row in dataset.records("presence")})
    return tuple(chosen)


def listed(timeline: Timeline, view: ViewState) -> Sequence[Presence]:
    """The rows of the last lists that count on a view's day, by claimant in their order, then by province."""
    oldest = add_days(view.date, 1 - LIST_DAYS)
    return [row for row in last_lists(timeline, view) if row["as_of"] >= oldest]


def outdated(timeline: Timeline, view: ViewState) -> list[tuple[str, str]]:
    """Claimant and day of the last lists that are too old to count."""
    oldest = add_days(view.date, 1 - LIST_DAYS)
    rows = last_lists(timeline, view)
    return list(dict.fromkeys((row["claimant"], row["as_of"]) for row in rows if row["as_of"] < oldest))


def last_lists(timeline: Timeline, view: ViewState) -> Sequence[Presence]:
    """The rows of the last list of each kind of claimant that the view's level and filters let through, old ones too."""
    sources, actors = timeline.dataset.by_id("sources"), actors_of(timeline.dataset, view)
    levels = PRESENCE_LEVELS[: PRESENCE_LEVELS.index(view.presence) + 1]
    chosen = {key: set(value.split(",")) for key in ("area", "claimant", "kind") if (value := getattr(view, key))}

    def counts(row: Presence) -> bool:
        held = {"area": {row["admin1"]}, "claimant": {row["claimant"]}}
        held["kind"] = {sources[source_id]["kind"] for source_id in row["source_ids"]}
        return (
            row["actor_id"] in actors
            and LEVEL_OF[row["claimant"]] in levels
            and all(values & held[key] for key, values in chosen.items())
        )

    rows = [row for row in timeline.presence_at(view.date) if counts(row)]
    return sorted(
        rows, key=lambda row: (CLAIMANTS.index(row["claimant"]), row["as_of"], row["admin1"], row["polarity"])
    )
