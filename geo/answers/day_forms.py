"""The form of each answer about a day as a type: control, layers, presence, days of change."""

from __future__ import annotations

from typing import TypedDict

from geo.control.rules import Dispute
from geo.control.timeline import Share
from geo.queries.layers.presence_map import Voice


class Shares(TypedDict):
    """How much of a province each controller holds, the largest first."""

    admin1: str
    name: str
    shares: list[Share]


class _StateParts(TypedDict, total=False):
    """What is known of a state; nothing of it where no claim says anything."""

    basis: str
    certainty: str
    last_confirmed: str
    claim_ids: list[str]
    told_by: str
    partial: bool
    disputed: list[Dispute]
    active: list[Dispute]


class DistrictState(_StateParts):
    """A district at the end of a day; `since` is the first day of the present controller and status."""

    admin2_id: str
    name: str
    admin1: str
    since: str
    controller: str
    status: str


class PlaceState(_StateParts):
    """A named pass, valley or village with claims of its own; `located` tells whether a point is known."""

    place_id: str
    name: str
    admin1: str
    located: bool
    since: str
    controller: str
    status: str


class Control(TypedDict):
    """Who holds what at the end of a day."""

    as_of: str
    perspective: str
    dataset: str
    provinces: list[Shares]
    districts: list[DistrictState]
    places: list[PlaceState]


class _LayerParts(TypedDict, total=False):
    """Events of the layer of activity, or who speaks in that of presence."""

    events: int
    voices: list[Voice]


class LayerProvince(_LayerParts):
    """A province as a layer draws it; one that is not in the list: no data, not zero."""

    admin1: str
    name: str
    label: str
    lines: str


class Layer(TypedDict):
    """A layer of activity or presence on a day, with its sentence; events by district."""

    as_of: str
    layer: str
    dataset: str
    sentence: str
    provinces: list[LayerProvince]
    districts: dict[str, int]


class AnswerCount(TypedDict):
    """How many districts have the same holder and status by a definition."""

    controller: str
    status: str
    districts: int


class DefinedDistrict(TypedDict):
    """A district by a definition: `status` also `claimed` (a side says so) or `unknown` (it cannot say); `why` is its step."""

    admin2_id: str
    name: str
    admin1: str
    since: str
    controller: str
    status: str
    why: str
    why_says: str
    claim_ids: list[str]


class Defined(TypedDict):
    """Who holds each district at the end of a day by one definition, over the same claims."""

    as_of: str
    definition: str
    name: str
    rule: str
    dataset: str
    counts: list[AnswerCount]
    districts: list[DefinedDistrict]


#: The answer about a day has one of three forms.
At = Control | Layer | Defined


class Span(TypedDict):
    """Days from `date` to `until` on which the same holds."""

    date: str
    until: str


class Changes(TypedDict):
    """The days on which who holds what becomes another, as a perspective has it."""

    dataset: str
    perspective: str
    days: list[Span]


class PresenceList(TypedDict):
    """The last list of one claimant: provinces in which an actor is said to be, and not to be."""

    claimant: str
    list_id: str
    actor_id: str
    as_of: str
    present: list[str]
    absent: list[str]
    source_ids: list[str]


class PresenceLists(TypedDict):
    """The last list of each claimant up to a day."""

    as_of: str
    dataset: str
    lists: list[PresenceList]
