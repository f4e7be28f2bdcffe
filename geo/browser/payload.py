"""The record as the browser reads it: compact JSON with days as numbers and states as an index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from geo.browser.axis_payload import moments, silence
from geo.browser.known_payload import edges, known
from geo.browser.layer_payload import presence_rows
from geo.control.denied import denied_at, denied_days
from geo.control.groups import groups_at
from geo.control.rules import Dispute, State
from geo.control.timeline import Timeline
from geo.lens.areas import Lens, lenses
from geo.record.geojson import dumps
from geo.record.load import Dataset
from geo.record.schema import (
    CLAIMANTS,
    EVENT_TYPES,
    FILES,
    SOURCE_KINDS,
    VERIFICATIONS,
    VIEW_PERSPECTIVES,
    WHERE_PRECISIONS,
)
from geo.record.spans import add_days, days_between
from geo.style.areas import MIN_RADIUS_KM
from geo.wording.language import FIRST, speaking
from geo.wording.sentence import actor_at_first, actor_in_text
from geo.wording.words import actor_letter, actor_name


class States:
    """Every distinct state once; intervals name it by its number."""

    def __init__(self, first_day: str) -> None:
        self.first_day = first_day
        self.rows: list[list[Any]] = []
        self._numbers: dict[State, int] = {}

    def number(self, state: State | None) -> int:
        """The number of a state; -1 for none."""
        if state is None:
            return -1
        if state not in self._numbers:
            self._numbers[state] = len(self.rows)
            self.rows.append(self._row(state))
        return self._numbers[state]

    def _row(self, state: State) -> list[Any]:
        return [
            state.controller, state.status, state.basis, state.certainty,
            days_between(self.first_day, state.last_confirmed), list(state.claim_ids), state.told_by,
            int(state.partial), _disputes(state.disputed), _disputes(state.active),
        ]  # fmt: skip


def record_payload(timeline: Timeline) -> bytes:
    """What the map and the timeline need to draw any day, as JSON."""
    return dumps(record_data(timeline)).encode("utf-8")


def record_data(timeline: Timeline) -> dict[str, Any]:
    """The same as data: intervals, changes, events, names."""
    dataset = timeline.dataset
    states = States(dataset.first_day)
    provinces = list(dataset.by_id("provinces"))
    return {
        "version": dataset.version,
        "firstDay": dataset.first_day,
        "days": days_between(dataset.first_day, dataset.last_day) + 1,
        "actors": {a["actor_id"]: _names(dataset, a["actor_id"]) for a in dataset.records("actors")},
        "provinces": _provinces(dataset),
        "districts": _districts(dataset, provinces),
        "intervals": {p: [_spans(timeline, states, d, p) for d in timeline.districts] for p in VIEW_PERSPECTIVES},
        "zones": [_zone(timeline, states, place_id) for place_id in timeline.places],
        "changes": {p: _changes(timeline, states, p) for p in VIEW_PERSPECTIVES},
        "groups": {p: _groups(timeline, states, p) for p in VIEW_PERSPECTIVES},
        "denied": {p: _denied(timeline, p) for p in VIEW_PERSPECTIVES},
        "deniedDays": [days_between(dataset.first_day, day) for day in denied_days(timeline)],
        "lenses": [_lens(dataset, lens) for lens in lenses(timeline)],
        "events": _events(dataset, provinces),
        "silence": silence(timeline),
        "presence": presence_rows(dataset),
        "moments": moments(dataset),
        "states": states.rows,
        "lists": {"claimants": CLAIMANTS, "kinds": SOURCE_KINDS, "precisions": list(WHERE_PRECISIONS)},
        "claimants": {c["claim_id"]: CLAIMANTS.index(c["claimant"]) for c in dataset.records("control_claims")},
        "names": _spellings(dataset),
        "edges": edges(dataset),
    } | known(timeline)


def _names(dataset: Dataset, actor_id: str) -> list[str]:
    """An actor's name in a legend, within a sentence and where one begins, and the letter for it on a map; in English."""
    with speaking(FIRST):
        tellers = (actor_name, actor_in_text, actor_at_first, actor_letter)
        return [tell(dataset, actor_id) for tell in tellers]


def _provinces(dataset: Dataset) -> list[list[Any]]:
    return [
        [p["admin1"], p["name_en"], p["name_fa"], p["name_ps"], p["label_lon"], p["label_lat"], p["area_km2"]]
        for p in dataset.records("provinces")
    ]


def _districts(dataset: Dataset, provinces: list[str]) -> list[list[Any]]:
    return [
        [d["admin2_id"], d["name_en"], provinces.index(d["admin1"]), d["label_lon"], d["label_lat"], d["area_km2"]]
        for d in dataset.records("districts")
    ]


def _spellings(dataset: Dataset) -> list[list[Any]]:
    """Everything that search finds by name: [file, id, lon, lat, province, spelling, spelling, …]."""
    rows: list[list[Any]] = []
    for name in ("provinces", "districts", "places", "actors"):
        for row in dataset.tables[name]:
            record = row.record
            point = (row.geometry or {}).get("coordinates") if name == "places" else None
            lon, lat = point or (record.get("label_lon"), record.get("label_lat"))
            names = [record["name_en"], record.get("name_fa"), record.get("name_ps"), *(record["aliases"] or [])]
            spellings = list(dict.fromkeys(spelling for spelling in names if spelling))
            province = record.get("admin1") if name != "provinces" else None
            rows.append([name, record[FILES[name].id_field], lon, lat, province, *spellings])
    return rows


def _spans(timeline: Timeline, states: States, area_id: str, perspective: str) -> list[int]:
    """start, state, since, start, state, since, … with days counted from the first."""
    first = timeline.dataset.first_day
    return [
        number
        for span in timeline.intervals(area_id, perspective)
        for number in (days_between(first, span.start), states.number(span.state), days_between(first, span.since))
    ]


def _zone(timeline: Timeline, states: States, place_id: str) -> dict[str, Any]:
    row = next(row for row in timeline.dataset.tables["places"] if row.record["place_id"] == place_id)
    lon, lat = row.geometry["coordinates"] if row.geometry else (None, None)
    return {
        "id": place_id,
        "name": row.record["name_en"],
        "province": list(timeline.dataset.by_id("provinces")).index(row.record["admin1"]),
        "lon": lon,
        "lat": lat,
        "radiusKm": max(row.record["radius_km"] or 0, MIN_RADIUS_KM),
        "intervals": {p: _spans(timeline, states, place_id, p) for p in VIEW_PERSPECTIVES},
    }


def _changes(timeline: Timeline, states: States, perspective: str) -> list[list[Any]]:
    """[day, [[district, state before, state after, only runs out], …]] for each day on which something changed."""
    first, last = timeline.dataset.first_day, timeline.dataset.last_day
    numbers = {admin2_id: number for number, admin2_id in enumerate(timeline.districts)}
    by_day: dict[str, list[list[int]]] = {}
    for change in timeline.changes(add_days(first, 1), last, perspective):
        row = [numbers[change.area_id], states.number(change.before), states.number(change.after)]
        row.append(int(change.runs_out))
        by_day.setdefault(change.day, []).append(row)
    return [[days_between(first, day), rows] for day, rows in sorted(by_day.items())]


def _groups(timeline: Timeline, states: States, perspective: str) -> list[list[Any]]:
    """[day, [[province, state, whole, district, …], …]] whenever what differs from the ground changes."""
    dataset = timeline.dataset
    provinces = list(dataset.by_id("provinces"))
    numbers = {admin2_id: number for number, admin2_id in enumerate(timeline.districts)}
    found: list[list[Any]] = []
    for day in timeline.turning_days(timeline.districts, perspective):
        groups = [
            [provinces.index(g.admin1), states.number(g.state), int(g.whole), *(numbers[d] for d in g.area_ids)]
            for g in groups_at(timeline, day, perspective)
        ]
        found.append([days_between(dataset.first_day, day), groups])
    return found


def _denied(timeline: Timeline, perspective: str) -> list[list[Any]]:
    """[day, [[province, claimant, controller, status, whole, area, …], …]] whenever what is contradicted changes.

    An area is the number of a district, or of a place with a state of its own as -1, -2, ….
    """
    dataset = timeline.dataset
    provinces = list(dataset.by_id("provinces"))
    numbers = {area_id: number for number, area_id in enumerate(timeline.districts)}
    numbers |= {place_id: -1 - number for number, place_id in enumerate(timeline.places)}
    found: list[list[Any]] = [[0, []]]
    for day in timeline.turning_days((*timeline.districts, *timeline.places), perspective):
        rows = [
            [provinces.index(c.admin1), c.claimant, c.controller, c.status, int(c.whole)]
            + [numbers[area_id] for area_id in c.area_ids]
            for c in denied_at(timeline, day, perspective)
        ]
        if rows != found[-1][1]:
            found.append([days_between(dataset.first_day, day), rows])
    return found


def _lens(dataset: Dataset, lens: Lens) -> list[Any]:
    """First and last day, box, least scale, provinces, boxes of areas: what `geo/browser/web/lens/lenses.js` reads."""
    provinces, areas = list(dataset.by_id("provinces")), {**dataset.by_id("districts"), **dataset.by_id("places")}
    days = [days_between(dataset.first_day, day) for day in (lens.first, lens.last)]
    numbers = _numbers(provinces, (areas[area_id]["admin1"] for area_id in lens.area_ids))
    boxes = [[round(edge, 4) for edge in box] for box in lens.area_boxes]
    return [*days, *(round(edge, 5) for edge in lens.box), round(lens.least_scale), numbers, boxes]


def _events(dataset: Dataset, provinces: list[str]) -> dict[str, list[Any]]:
    """The events column by column, sorted by first day, then id."""
    districts, actors = list(dataset.by_id("districts")), list(dataset.by_id("actors"))
    sources = dataset.by_id("sources")
    points = {row.record["event_id"]: (row.geometry or {}).get("coordinates") for row in dataset.tables["events"]}
    events = sorted(dataset.public_events, key=lambda e: (e["date_start"], e["event_id"]))
    first = dataset.first_day
    return {
        "id": [e["event_id"] for e in events],
        "title": [e["title"] for e in events],
        "start": [days_between(first, e["date_start"]) for e in events],
        "end": [days_between(first, e["date_end"]) for e in events],
        "datePrecision": [e["date_precision"] for e in events],
        "type": [list(EVENT_TYPES).index(e["event_type"]) for e in events],
        "verification": [VERIFICATIONS.index(e["verification"]) for e in events],
        "where": [e["where_precision"] for e in events],
        "point": [points[e["event_id"]] for e in events],
        "province": [provinces.index(e["admin1"]) if e["admin1"] else -1 for e in events],
        "district": [districts.index(e["admin2_id"]) if e["admin2_id"] else -1 for e in events],
        "country": [e["country"] for e in events],
        "actors": [_numbers(actors, [*e["side_a"], *e["side_b"]]) for e in events],
        "claimants": [_numbers(CLAIMANTS, [c["claimant"] for c in e["claims"]]) for e in events],
        "kinds": [_numbers(SOURCE_KINDS, [sources[s]["kind"] for s in e["source_ids"]]) for e in events],
    }


def _numbers(values: Sequence[str], chosen: Iterable[str]) -> list[int]:
    """The positions of the chosen values, each once, in order."""
    return sorted({values.index(value) for value in chosen})


def _disputes(disputes: Iterable[Dispute]) -> list[list[str]]:
    return [[d.claim_id, d.controller, d.status, d.claimant, d.certainty] for d in disputes]
