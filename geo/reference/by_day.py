"""Each day on which something begins: our events and UCDP's rows beside each other; what no release covers is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from geo.control.timeline import Timeline
from geo.record.geojson import Record
from geo.record.records import Event
from geo.reference.load import Reference, months_covered
from geo.reference.matching import candidates

R = TypeVar("R", Event, Record)
#: Dated to the day itself, in our record and in UCDP's.
EXACT = 1


@dataclass(frozen=True)
class OursOfDay:
    """Our events that begin on a day, how many of them are dated to the day itself, how many are violent (those that
    UCDP could count), and how many districts change hands or status; all null after the last day of the record."""

    events: int | None
    dated_to_the_day: int | None
    violent: int | None
    changes: int | None


@dataclass(frozen=True)
class UcdpOfDay:
    """UCDP's rows that begin on a day, how many of them are dated to the day itself, and killed by its estimates; all
    null where no release covers the month whole. `not_counted` are the rows that are here of such a month."""

    rows: int | None
    dated_to_the_day: int | None
    killed: Mapping[str, int] | None
    not_counted: int


@dataclass(frozen=True)
class Day:
    """A day of which something is told; `ucdp` is null where UCDP's rows were not asked for."""

    day: str
    ours: OursOfDay
    ucdp: UcdpOfDay | None


def by_day(
    timeline: Timeline, start: str, end: str, province: str | None = None, reference: Reference | None = None
) -> list[Day]:
    """The days from `start` to `end` (both included) on which an event or a row begins or a district changes, in order.

    A record of several days or of an inexact day counts once, on its first day, as on the timeline.

    Parameters
    ----------
    province : only what lies in it; a code of ISO 3166-2.
    reference : UCDP's rows to set beside ours.
    """
    inside = [
        area_id
        for area_id, district in timeline.dataset.by_id("districts").items()
        if province in (None, district["admin1"])
    ]
    events = _by_first_day(timeline.events_between(start, end, province=province), start)
    changes = [change.day for change in timeline.changes(start, end, areas=inside)]
    theirs = reference.events if reference else ()
    wanted = [row for row in theirs if row["date_start"] <= end and province in (None, row["admin1"])]
    rows = _by_first_day(wanted, start)
    violent = {candidate.event["event_id"] for candidate in candidates(timeline.dataset)}
    covered = months_covered(reference) if reference else set()
    return [
        Day(
            day,
            _ours(events.get(day, []), changes.count(day), violent)
            if day <= timeline.dataset.last_day
            else OursOfDay(None, None, None, None),
            _ucdp(rows.get(day, []), day[:7] in covered) if reference else None,
        )
        for day in sorted({*events, *changes, *rows})
    ]


def _by_first_day(records: Iterable[R], start: str) -> dict[str, list[R]]:
    """Records that begin on `start` or later, by the day on which they begin."""
    days: dict[str, list[R]] = {}
    for record in records:
        if record["date_start"] >= start:
            days.setdefault(record["date_start"], []).append(record)
    return days


def _ours(events: Sequence[Event], changes: int, violent: set[str]) -> OursOfDay:
    exact = sum(event["date_precision"] == EXACT for event in events)
    return OursOfDay(len(events), exact, sum(event["event_id"] in violent for event in events), changes)


def _ucdp(rows: Sequence[Record], is_covered: bool) -> UcdpOfDay:
    if not is_covered:
        return UcdpOfDay(None, None, None, len(rows))
    killed = {key: sum(row[key] for row in rows) for key in ("low", "best", "high")}
    return UcdpOfDay(len(rows), sum(row["date_prec"] == EXACT for row in rows), killed, 0)
