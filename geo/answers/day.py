"""A day: who holds what at its end, what another layer shows, who is said to be where; and on which days that changes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from geo.address.keys import FILTER_KEYS
from geo.address.view import ViewState
from geo.answers.definitions import day_by_definition
from geo.answers.record import Query, Record
from geo.control.rules import State
from geo.control.timeline import Timeline
from geo.queries.layers.activity_map import activity_at
from geo.queries.layers.plan import activity_plan, presence_plan
from geo.queries.layers.presence_map import presence_on
from geo.record.records import District, Place
from geo.record.spans import add_days
from geo.style.layers import LAYERS
from geo.wording.layer_sentence import view_sentence

#: What only the layers of activity and presence know; asked of control it would change nothing.
LAYER_KEYS = ("window", "presence", *FILTER_KEYS)


def at(record: Record, query: Query) -> dict[str, Any]:
    """Who holds what on a day, also by another definition, or what the layer shows that is asked for."""
    if "definition" in query:
        return day_by_definition(record.timeline, query["date"], query["definition"])
    layer = query.get("layer", LAYERS[0])
    if layer == LAYERS[0]:
        return state_of_day(record.timeline, query["date"], query.get("perspective", "assessed"))
    asked = {key: query[key] for key in LAYER_KEYS if key in query}
    return layer_of_day(record.timeline, ViewState(date=query["date"], layer=layer, **asked))


def state_of_day(timeline: Timeline, day: str, perspective: str) -> dict[str, Any]:
    """Shares by province, all districts with their state, and the named places of which a claim speaks."""
    provinces = timeline.dataset.by_id("provinces")
    districts = timeline.dataset.by_id("districts")
    shares = timeline.shares_at(day, perspective)
    return {
        "as_of": day,
        "perspective": perspective,
        "dataset": timeline.dataset.version,
        "provinces": [
            {"admin1": admin1, "name": provinces[admin1]["name_en"], "shares": [asdict(share) for share in group]}
            for admin1, group in shares.items()
        ],
        "districts": [
            _district(districts[admin2_id], interval.since, interval.state)
            for admin2_id, interval in timeline.states_at(day, perspective).items()
        ],
        "places": [
            _place(timeline.dataset.by_id("places")[place_id], interval.since, interval.state)
            for place_id in timeline.places
            if (interval := timeline.interval_at(place_id, day, perspective)) and interval.state
        ],
    }


def layer_of_day(timeline: Timeline, view: ViewState) -> dict[str, Any]:
    """A layer of activity or presence: its sentence, what is drawn of provinces, counts of districts.

    Raises
    ------
    ValueError
        For a day outside the record.
    """
    dataset = timeline.dataset
    if not dataset.first_day <= view.date <= dataset.last_day:
        raise ValueError(f"{view.date} is not a day of the record, {dataset.first_day} to {dataset.last_day}")
    activity = activity_at(timeline, view) if view.layer == "activity" else None
    presence = presence_on(timeline, view)
    plan = activity_plan(timeline, activity) if activity else presence_plan(timeline, presence)
    names = dataset.by_id("provinces")
    return {
        "as_of": view.date,
        "layer": view.layer,
        "dataset": dataset.version,
        "sentence": view_sentence(timeline, view),
        "provinces": [
            {"admin1": admin1, "name": names[admin1]["name_en"], "label": shade.label, "lines": shade.lines}
            | ({"events": activity.totals.get(admin1, 0)} if activity else {})
            | ({} if activity else {"voices": [asdict(voice) for voice in presence.voices.get(admin1, ())]})
            for admin1, shade in plan.provinces.items()
        ],
        "districts": dict(activity.districts) if activity else {},
    }


def presence(record: Record, query: Query) -> dict[str, Any]:
    """The last list of each claimant on or before a day."""
    return presence_of_day(record.timeline, query["date"])


def presence_of_day(timeline: Timeline, day: str) -> dict[str, Any]:
    """The last list of each claimant on or before a day: where somebody is said to be, and said not to be."""
    lists: dict[tuple[str, str], dict[str, Any]] = {}
    for row in timeline.presence_at(day):
        key = (row["claimant"], row["list_id"])
        fields = {name: row[name] for name in ("claimant", "list_id", "actor_id", "as_of")}
        entry = lists.setdefault(key, fields | {"present": [], "absent": [], "source_ids": []})
        entry[row["polarity"]].append(row["admin1"])
        entry["source_ids"] = sorted({*entry["source_ids"], *row["source_ids"]})
    return {"as_of": day, "dataset": timeline.dataset.version, "lists": list(lists.values())}


def changes(record: Record, query: Query) -> dict[str, Any]:
    """The days on which the answer about control changes; from each to its `until` only `as_of` differs."""
    perspective = query.get("perspective", "assessed")
    days = days_of_change(record.timeline, perspective)
    ends = [*(add_days(day, -1) for day in days[1:]), record.dataset.last_day]
    return {
        "dataset": record.dataset.version,
        "perspective": perspective,
        "days": [{"date": day, "until": end} for day, end in zip(days, ends, strict=True)],
    }


def days_of_change(timeline: Timeline, perspective: str) -> list[str]:
    """The first day of the record, and each on which the state of a district or named place becomes another."""
    first, last = timeline.dataset.first_day, timeline.dataset.last_day
    turning = timeline.turning_days((*timeline.districts, *timeline.places), perspective)
    return [first, *(day for day in turning if first < day <= last)]


def _place(record: Place, since: str, state: State) -> dict[str, Any]:
    """A named pass, valley or village with claims of its own; most cover no district."""
    names = {"place_id": record["place_id"], "name": record["name_en"], "admin1": record["admin1"]}
    return names | {"located": record["point_from"] != "none", "since": since} | _parts(state)


def _district(record: District, since: str, state: State | None) -> dict[str, Any]:
    names = {"admin2_id": record["admin2_id"], "name": record["name_en"], "admin1": record["admin1"]}
    return names | {"since": since} | (_parts(state) if state else {"controller": "unknown", "status": "unknown"})


def _parts(state: State) -> dict[str, Any]:
    """A state as plain data; `asdict` would take thirty times as long for all districts of a day."""
    disputes = {name: [dict(vars(one)) for one in getattr(state, name)] for name in ("disputed", "active")}
    return vars(state) | {"claim_ids": list(state.claim_ids)} | disputes
