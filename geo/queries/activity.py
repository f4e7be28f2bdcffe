"""Which events count as activity of an armed opposition group, and which never do."""

from __future__ import annotations

from collections.abc import Iterable

from geo.control.timeline import Timeline
from geo.record.load import Dataset
from geo.record.months import months_between
from geo.record.records import Event
from geo.record.schema import COUNTRY

#: ACLED types that are armed activity; statements, talks and arrests are not.
ARMED_TYPES = ("battles", "explosions")
#: Armed groups against the Taliban; the Islamic State, states and dissident Taliban are not among them.
OPPOSITION = ("nrf", "aff", "alm", "anti_taliban_local", "samangan_front", "afghanistan_lib_front")
#: Whoever could not be named; against the Taliban it may have been one of the groups above.
UNIDENTIFIED, AUTHORITY = "unidentified", "taliban"
#: Single happenings: known to a few days and to a province at least. Others sum up several.
SINGLE_DATE_PRECISION = 3
SINGLE_WHERE_PRECISION = 4


def is_activity_of(event: Event, actor_id: str) -> bool:
    """Whether an event is armed activity with the actor on one side; arrests, statements and talks are not."""
    sides: list[str] = [*event["side_a"], *event["side_b"]]
    return event["event_type"] in ARMED_TYPES and actor_id in sides


def is_opposition_activity(event: Event) -> bool:
    """Whether an event is armed activity of any group that fights the Taliban (not the Islamic State)."""
    return any(is_activity_of(event, actor_id) for actor_id in OPPOSITION)


def may_be_opposition_activity(event: Event) -> bool:
    """Whether an event is armed opposition activity, or armed activity of somebody unidentified against the Taliban."""
    if is_opposition_activity(event):
        return True
    sides = (event["side_a"], event["side_b"])
    return is_activity_of(event, UNIDENTIFIED) and any(AUTHORITY in side for side in sides)


def is_single(event: Event) -> bool:
    """Whether a record tells one happening, not a sum over weeks or over several provinces."""
    dated, placed = event["date_precision"], event["where_precision"]
    return bool(dated <= SINGLE_DATE_PRECISION and placed <= SINGLE_WHERE_PRECISION and event["country"] == COUNTRY)


def activity_between(timeline: Timeline, start: str, end: str, actor_id: str | None = None) -> list[Event]:
    """The incidents of armed opposition activity that begin from `start` to `end`, oldest first.

    Parameters
    ----------
    actor_id : one group, or None for every group of `OPPOSITION`.
    """
    return [
        event
        for event in timeline.events_between(start, end)
        if event["date_start"] >= start
        and is_single(event)
        and (is_opposition_activity(event) if actor_id is None else is_activity_of(event, actor_id))
    ]


def maybe_activity_between(timeline: Timeline, start: str, end: str) -> list[Event]:
    """The incidents from `start` to `end` after which nobody can say that the opposition was silent."""
    return [
        event
        for event in timeline.events_between(start, end)
        if event["date_start"] >= start and is_single(event) and may_be_opposition_activity(event)
    ]


def by_month(dataset: Dataset, events: Iterable[Event] | None = None) -> dict[str, int]:
    """The number of public events that begin in each month (YYYY-MM) of the record; 0 where there is none."""
    months = dict.fromkeys(months_between(dataset.first_day[:7], dataset.last_day[:7]), 0)
    for event in dataset.public_events if events is None else events:
        if event["date_precision"] <= 4:
            months[event["date_start"][:7]] += 1
    return months
