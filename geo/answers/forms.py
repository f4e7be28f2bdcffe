"""The form of each answer about the record as a type; with `day_forms` what `openapi.json` describes and tests hold the answers to."""

from __future__ import annotations

from typing import TypedDict

from geo.control.difference import SideSums
from geo.control.direction import Direction
from geo.queries.province_types import Overview, Profile
from geo.queries.sources import KindShare, Measure, Resting
from geo.record import records


class Said(TypedDict):
    """One answer in the list of all."""

    path: str
    says: str
    keys: list[str]
    files: list[str]


class Index(TypedDict):
    """The record in a few words, and what may be asked."""

    title: str
    about: str
    dataset: str
    reference: str | None
    first_day: str
    last_day: str
    licence: str
    author: str
    credits: str
    openapi: str
    documentation: str
    feed: str
    description: str
    answers: list[Said]


#: What an answer says that is asked with `known_by`; 'from' is a word of Python.
Known = TypedDict("Known", {"by": str, "from": str, "to": str, "later": int, "day_unknown": int})
Known.__doc__ = (
    "Asked with `known_by`: of the days from `from` to `to`, how many events and control claims became known later, and of"
    " how many nothing says since when they were known. No answer of a file has it."
)


class Links(TypedDict, total=False):
    """Addresses of pages, from this one."""

    first: str
    prev: str
    self: str
    next: str
    last: str


class _Paged(TypedDict):
    """Which page of how many this is."""

    page: int
    pages: int
    links: Links


#: What was asked of the events; 'from' is a word of Python.
EventQuery = TypedDict(
    "EventQuery",
    {
        "from": str | None,
        "to": str | None,
        "type": str | None,
        "grade": str | None,
        "actor": str | None,
        "area": str | None,
        "precision": str | None,
        "claimant": str | None,
        "kind": str | None,
        "branch": str | None,
        "q": str | None,
    },
)


class Events(_Paged):
    """A page of events; `count` is the number on all pages."""

    query: EventQuery
    dataset: str
    count: int
    events: list[records.Event]


class _Change(TypedDict):
    before: str
    after: str
    direction: Direction
    area_km2: float


class AreaDiff(_Change):
    """All districts that went from one holding to another, the same way."""

    districts: int


class DistrictDiff(_Change):
    """A district that is held otherwise; 'unknown' where no claim says anything."""

    admin2_id: str
    name: str
    admin1: str
    claim_ids: list[str]


class Diff(TypedDict):
    """What differs between two states of the map; `events` are ids of those between the days."""

    first: str
    second: str
    perspective: str
    second_perspective: str
    dataset: str
    sides: list[SideSums]
    areas: list[AreaDiff]
    districts: list[DistrictDiff]
    events: list[str]


class ProvinceRow(records.Province, Overview):
    """A province's names and neighbours, and its row beside the others."""

    neighbours: list[str]


class Provinces(TypedDict):
    """All provinces in a span of days; control as of its end."""

    dataset: str
    start: str
    end: str
    perspective: str
    provinces: list[ProvinceRow]


#: Everything that the record says of one province.
Province = Profile


Sources = TypedDict(
    "Sources",
    {
        "dataset": str,
        "from": str,
        "to": str,
        "events": int,
        "balance": list[Measure],
        "kinds": list[KindShare],
        "sources": dict[str, Resting],
        "records": list[records.Source],
    },
)


class ClaimQuery(TypedDict):
    """What was asked of the claims."""

    claim: str | None
    date: str | None
    province: str | None
    district: str | None
    place: str | None


class Claim(records.ControlClaim):
    """A control claim; `ends_on` is the first day on which it no longer holds, also by a later claim; null while open."""

    ends_on: str | None


class Claims(TypedDict):
    """Control claims in the order of the record."""

    query: ClaimQuery
    dataset: str
    count: int
    claims: list[Claim]


class Actor(records.Actor):
    """An actor; `below` are its sub-groups down to the last, `events` is how many public ones name it on either side."""

    below: list[str]
    events: int
    claim_ids: list[str]


class Actors(TypedDict):
    """All actors, by id."""

    dataset: str
    count: int
    actors: list[Actor]


class Version(TypedDict):
    """A version of the data and the day on which it was made."""

    version: str
    released_on: str


class Versions(TypedDict):
    """The version that answers, and all that were released."""

    dataset: str
    reference: str | None
    versions: list[Version]


class Release(TypedDict):
    """A release of UCDP's (`geo.reference.schema.RELEASE`)."""


class UcdpRow(TypedDict):
    """A row of UCDP's (`geo.reference.schema.UCDP_EVENT`), and what of ours tells the same."""

    event_ids: list[str]
    month_covered: bool


class ReferenceSummary(TypedDict):
    """What of UCDP's stands beside the record."""

    dataset: str
    reference: str
    releases: list[Release]
    months: dict[str, str]
    rows: int
    in_both: int


class ReferenceRows(_Paged):
    """A page of UCDP's rows; `version` is that of the rows."""

    version: str
    count: int
    rows: list[UcdpRow]
