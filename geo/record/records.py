"""The records as types, one a file; made from `schema.py` by `python -m geo.build.made`, not by hand."""

from __future__ import annotations

from typing import TypedDict


class Province(TypedDict):
    """A record of `provinces.geojson`: 34 provinces."""

    admin1: str
    pcode: str
    name_en: str
    name_fa: str
    name_ps: str
    aliases: list[str]
    area_km2: float
    label_lon: float
    label_lat: float


class District(TypedDict):
    """A record of `districts.geojson`: 398 districts, scheme of 2005."""

    admin2_id: str
    admin1: str
    pcode: str | None
    name_en: str
    name_fa: str | None
    name_ps: str | None
    aliases: list[str]
    area_km2: float
    label_lon: float
    label_lat: float


class Place(TypedDict):
    """A record of `places.geojson`: towns, and the villages, passes and valleys that records need."""

    place_id: str
    name_en: str
    name_fa: str | None
    aliases: list[str]
    kind: str
    admin1: str
    admin2_id: str | None
    point_from: str
    radius_km: float | None
    population: int | None
    source: str
    notes: str | None


class Role(TypedDict):
    """One of `roles`: dated roles."""

    role: str
    valid_from: str | None
    valid_to: str | None


class Relation(TypedDict):
    """One of `relations`: dated relations, with who says so."""

    actor_id: str
    relation: str
    claimant: str
    disputed: bool
    valid_from: str | None
    valid_to: str | None
    source_ids: list[str]
    notes: str | None


class Actor(TypedDict):
    """A record of `actors.json`: who acts and speaks."""

    actor_id: str
    name_en: str
    name_fa: str | None
    name_ps: str | None
    aliases: list[str]
    kind: str
    roles: list[Role]
    relations: list[Relation]
    notes: str | None


class Source(TypedDict):
    """A record of `sources.json`: what every record rests on."""

    source_id: str
    publisher: str | None
    title: str
    lang: str
    author: str | None
    date: str | None
    date_note: str | None
    url: str | None
    archive_url: str | None
    accessed_on: str | None
    kind: str
    party_near: str | None
    reliability: str | None
    read_as: str
    seen_through: list[str]
    copy_of: list[str]
    retells: str | None
    unresolved: bool
    notes: str | None


class Casualty(TypedDict):
    """One of `casualties`: their numbers, by side."""

    side: str
    kind: str
    low: int | None
    high: int | None
    text: str | None


class Claim(TypedDict):
    """One of `claims`: who says what, side by side."""

    claimant: str
    claimant_name: str | None
    says: str
    stance: str
    casualties: list[Casualty]
    reported_on: str | None
    source_ids: list[str]


class Event(TypedDict):
    """A record of `events.geojson`: what is said to have happened."""

    event_id: str
    title: str
    summary: str
    date_start: str
    date_end: str
    date_precision: int
    reported_on: str | None
    event_type: str
    sub_event_type: str
    side_a: list[str]
    side_b: list[str]
    civilians_targeted: bool
    country: str
    place_name: str | None
    place_aliases: list[str]
    place_id: str | None
    admin2_id: str | None
    admin1: str | None
    where_precision: int
    verification: str
    verified_by: str | None
    claims: list[Claim]
    source_ids: list[str]
    related_ids: list[str]
    known_from: str | None
    known_from_by: str | None
    sensitivity: str
    recorded_on: str
    revised_on: str | None
    notes: str | None


class ControlClaim(TypedDict):
    """A record of `control_claims.csv`: who is said to hold what, from when to when."""

    claim_id: str
    area_type: str
    area_ids: list[str]
    area_note: str | None
    controller: str
    status: str
    basis: str
    claimant: str
    claimant_name: str | None
    certainty: str
    valid_from: str
    valid_to: str | None
    from_precision: int | None
    from_latest: str | None
    to_precision: int | None
    to_latest: str | None
    centre_held_by: str | None
    known_from: str | None
    known_from_by: str | None
    last_confirmed: str
    exception: str | None
    supersedes: list[str]
    event_ids: list[str]
    source_ids: list[str]
    recorded_on: str
    revised_on: str | None
    notes: str | None


class Presence(TypedDict):
    """A record of `presence.json`: dated lists of provinces where somebody is said to operate."""

    presence_id: str
    list_id: str
    as_of: str
    actor_id: str
    admin1: str
    polarity: str
    claimant: str
    claimant_name: str | None
    says: str
    source_ids: list[str]
    recorded_on: str
    revised_on: str | None
    notes: str | None


class Statistic(TypedDict):
    """A record of `statistics.json`: numbers with window and claimant, never added up."""

    statistic_id: str
    metric: str
    label: str
    actor_id: str | None
    low: float | None
    high: float | None
    text: str | None
    window_start: str | None
    window_end: str
    scope: str
    admin1s: list[str]
    claimant: str
    claimant_name: str | None
    reported_on: str | None
    source_ids: list[str]
    recorded_on: str
    revised_on: str | None
    notes: str | None


class UndatedReport(TypedDict):
    """A record of `undated.json`: reports that no source dates: listed for curators, never on the map."""

    undated_id: str
    title: str
    summary: str
    admin1: str | None
    admin2_id: str | None
    actors: list[str]
    claimant: str
    reason: str
    source_ids: list[str]
    recorded_on: str
    revised_on: str | None


class Moment(TypedDict):
    """A record of `moments.json`: days that have a name on the time axis, and what they rest on."""

    moment_id: str
    title: str
    day: str
    last_day: str | None
    rank: int
    claimed_by: str | None
    event_ids: list[str]
    claim_ids: list[str]
    recorded_on: str
    revised_on: str | None
