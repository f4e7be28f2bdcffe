"""What `geo.queries.province` answers, as types: a province in figures, its row in a table of all, its strips of control."""

from __future__ import annotations

from typing import TypedDict

from geo.record.records import Province


class ActivityCounts(TypedDict):
    """Incidents of armed opposition activity, counted in several ways."""

    count: int
    by_grade: dict[str, int]
    by_month: dict[str, dict[str, int]]
    by_type: dict[str, int]
    by_sub_type: dict[str, int]
    by_actor: dict[str, int]


class DistrictRow(TypedDict):
    """A district: its events in a span, and its state at the end of it."""

    admin2_id: str
    name: str
    area_km2: float
    activity: int
    events: int
    controller: str
    status: str
    certainty: str | None
    since: str | None
    last_confirmed: str | None


class PresenceRow(TypedDict):
    """What a dated list says of a province."""

    presence_id: str
    list_id: str
    as_of: str
    actor_id: str
    polarity: str
    claimant: str
    claimant_name: str | None
    says: str
    source_ids: list[str]


class StatisticRow(TypedDict):
    """A number of a claimant that names the province."""

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
    source_ids: list[str]


class ShareRow(TypedDict):
    """How much of the province one controller holds."""

    controller: str
    area_km2: float
    area_pct: float
    districts: int
    contested_districts: int


class Unknown(TypedDict):
    """What the record does not know of a province."""

    silent_months: list[str]
    months: int
    presence_lists: int
    where_precision: dict[str, int]
    date_precision: dict[str, int]
    districts_without_record: list[str]


class Strip(TypedDict):
    """A span in which a district has one controller, status and basis under a perspective; `end` None is open."""

    admin2_id: str
    perspective: str
    controller: str
    status: str
    basis: str
    certainty: str | None
    start: str
    end: str | None


class Overview(TypedDict):
    """A province as a row beside others; the counts of lists are None where no list names it."""

    admin1: str
    activity: int
    events: int
    by_month: dict[str, dict[str, int]]
    by_grade: dict[str, int]
    claimed_operations: list[StatisticRow]
    shares: list[ShareRow]
    presence_lists: int | None
    absence_lists: int | None


class LossRow(TypedDict):
    """What one claimant says of one side's losses."""

    claimant: str
    side: str
    kind: str
    low: int | None
    high: int | None
    claims: int
    in_words: int
    event_ids: tuple[str, ...]
    may_overlap: bool


class Losses(TypedDict):
    """The ledger of losses in the span; `left_out` names the events that no row counts."""

    start: str
    end: str
    province: str | None
    entries: tuple[LossRow, ...]
    left_out: tuple[str, ...]


class Profile(TypedDict):
    """All that the record says of a province in a span of days; control as of its end."""

    dataset: str
    start: str
    end: str
    perspective: str
    province: Province
    neighbours: list[str]
    activity: ActivityCounts
    districts: list[DistrictRow]
    without_district: int
    shares: list[ShareRow]
    presence: list[PresenceRow]
    statistics: list[StatisticRow]
    ledger: Losses
    events: list[str]
    unknown: Unknown
