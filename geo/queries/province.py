"""A province in figures: activity, control, presence, losses, and what is not known; plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, cast

from geo.control.intervals import Interval
from geo.control.timeline import Timeline
from geo.queries.activity import activity_between
from geo.queries.casualties import ledger
from geo.queries.coverage import COUNT_METRICS, SILENT_BELOW
from geo.queries.places import neighbours
from geo.queries.province_types import (
    ActivityCounts,
    DistrictRow,
    Losses,
    Overview,
    PresenceRow,
    Profile,
    ShareRow,
    StatisticRow,
    Strip,
)
from geo.record.fields import fields_of
from geo.record.months import months_between
from geo.record.records import Event
from geo.record.schema import PERSPECTIVES, VERIFICATIONS
from geo.record.spans import clipped

PRESENCE_FIELDS, STATISTIC_FIELDS = tuple(PresenceRow.__annotations__), tuple(StatisticRow.__annotations__)


def profile(timeline: Timeline, admin1: str, start: str, end: str, perspective: str = "assessed") -> Profile:
    """Everything that the record says of a province from `start` to `end`; control as of `end`.

    Activity is incidents of armed opposition activity that begin in the span (`geo.queries.activity`); `events`
    are all public events whose days touch it. Numbers of different claimants stand side by side, never added.

    Raises
    ------
    ValueError
        For an unknown province or perspective.
    """
    dataset = timeline.dataset
    if admin1 not in dataset.by_id("provinces"):
        raise ValueError(f"province {admin1!r} is not in the record")
    active = [event for event in activity_between(timeline, start, end) if event["admin1"] == admin1]
    events = timeline.events_between(start, end, province=admin1)
    districts = _districts(timeline, admin1, end, perspective, active, events)
    presence = _presence(timeline, admin1, end)
    months = _months(timeline, active, start, end)
    return {
        "dataset": dataset.version,
        "start": start,
        "end": end,
        "perspective": perspective,
        "province": dataset.by_id("provinces")[admin1].copy(),
        "neighbours": neighbours(dataset, admin1),
        "activity": _activity(active, months),
        "districts": districts,
        "without_district": sum(event["admin2_id"] is None for event in events),
        "shares": [cast(ShareRow, asdict(share)) for share in timeline.shares_at(end, perspective)[admin1]],
        "presence": presence,
        "statistics": _statistics(timeline, admin1, start, end),
        "ledger": cast(Losses, asdict(ledger(timeline, start, end, admin1))),
        "events": [event["event_id"] for event in events],
        "unknown": {
            "silent_months": [month for month, grades in months.items() if sum(grades.values()) < SILENT_BELOW],
            "months": len(months),
            "presence_lists": len({row["list_id"] for row in presence}),
            "where_precision": _counts(event["where_precision"] for event in events),
            "date_precision": _counts(event["date_precision"] for event in events),
            "districts_without_record": [row["admin2_id"] for row in districts if not row["events"]],
        },
    }


def overview(
    timeline: Timeline,
    start: str,
    end: str,
    perspective: str = "assessed",
    provinces: Iterable[str] | None = None,
    actors: Iterable[str] = (),
) -> list[Overview]:
    """One row a province (all of them, by code): what a table of provinces shows side by side.

    `presence_lists` and `absence_lists` count the lists up to `end` that name the province; None where no list does.

    Parameters
    ----------
    actors : whose incidents count; none means those of every group that fights the Taliban.
    """
    wanted: list[str | None] = [*actors] or [None]
    found = list({e["event_id"]: e for actor in wanted for e in activity_between(timeline, start, end, actor)}.values())
    shares = timeline.shares_at(end, perspective)
    rows: list[Overview] = []
    for admin1 in timeline.dataset.by_id("provinces") if provinces is None else provinces:
        active = [event for event in found if event["admin1"] == admin1]
        months = _months(timeline, active, start, end)
        presence = _presence(timeline, admin1, end)
        named = {word: len({r["list_id"] for r in presence if r["polarity"] == word}) for word in ("present", "absent")}
        rows.append(
            {
                "admin1": admin1,
                "activity": len(active),
                "events": len(timeline.events_between(start, end, province=admin1)),
                "by_month": months,
                "by_grade": _grades(active),
                "claimed_operations": [
                    row
                    for row in _statistics(timeline, admin1, start, end)
                    if row["metric"] in COUNT_METRICS and row["admin1s"] == [admin1]
                ],
                "shares": [cast(ShareRow, asdict(share)) for share in shares[admin1]],
                "presence_lists": named["present"] if presence else None,
                "absence_lists": named["absent"] if presence else None,
            }
        )
    return sorted(rows, key=lambda row: row["admin1"]) if provinces is None else rows


def control_strips(timeline: Timeline, admin1: str, start: str, end: str) -> list[Strip]:
    """The states of each district from `start` to `end` under each perspective, cut to the span.

    One row a span of one controller, status and basis: admin2_id, perspective, controller, status, basis,
    certainty, start, end (the first day that it no longer holds, or None at the end of the span).
    """
    rows: list[Strip] = []
    for admin2_id in _district_ids(timeline, admin1):
        for perspective in PERSPECTIVES:
            for interval in timeline.intervals(admin2_id, perspective):
                if interval.start > end or (interval.end is not None and interval.end <= start):
                    continue
                strip = _strip(admin2_id, perspective, interval, start, end)
                if rows and _goes_on(rows[-1], strip):
                    rows[-1]["end"] = strip["end"]
                else:
                    rows.append(strip)
    return rows


def _strip(admin2_id: str, perspective: str, interval: Interval, start: str, end: str) -> Strip:
    """An interval cut to a span."""
    state = interval.state
    return {
        "admin2_id": admin2_id,
        "perspective": perspective,
        "controller": state.controller if state else "unknown",
        "status": state.status if state else "unknown",
        "basis": state.basis if state else "assessed",
        "certainty": state.certainty if state else None,
        "start": max(interval.start, start),
        "end": None if interval.end is None or interval.end > end else interval.end,
    }


def _goes_on(before: Strip, strip: Strip) -> bool:
    """Whether a strip only goes on where the one before ends: nothing that is told differs."""
    return before["end"] is not None and before | {"start": "", "end": None} == strip | {"start": "", "end": None}


def _activity(active: list[Event], months: dict[str, dict[str, int]]) -> ActivityCounts:
    return {
        "count": len(active),
        "by_grade": _grades(active),
        "by_month": months,
        "by_type": _counts(event["event_type"] for event in active),
        "by_sub_type": _counts(event["sub_event_type"] for event in active),
        "by_actor": _counts(actor for event in active for actor in {*event["side_a"], *event["side_b"]}),
    }


def _months(timeline: Timeline, active: list[Event], start: str, end: str) -> dict[str, dict[str, int]]:
    """Incidents by month and grade; each month that the span touches is there."""
    first, last = clipped(start[:7], end[:7], timeline.dataset.first_day[:7], timeline.dataset.last_day[:7])
    months = months_between(first, last)
    return {month: _grades(event for event in active if event["date_start"][:7] == month) for month in months}


def _grades(events: Iterable[Event]) -> dict[str, int]:
    counts = Counter(event["verification"] for event in events)
    return {grade: counts[grade] for grade in VERIFICATIONS}


def _counts(values: Iterable[Any]) -> dict[str, int]:
    """Values with their number, the most frequent first."""
    return {str(value): n for value, n in sorted(Counter(values).items(), key=lambda item: (-item[1], str(item[0])))}


def _district_ids(timeline: Timeline, admin1: str) -> list[str]:
    return [d["admin2_id"] for d in timeline.dataset.records("districts") if d["admin1"] == admin1]


def _districts(
    timeline: Timeline, admin1: str, day: str, perspective: str, active: list[Event], events: list[Event]
) -> list[DistrictRow]:
    """One row a district: its events in the span and its state at the end of it."""
    records = timeline.dataset.by_id("districts")
    held = timeline.states_at(day, perspective)
    activity, recorded = (Counter(event["admin2_id"] for event in group) for group in (active, events))
    rows: list[DistrictRow] = []
    for admin2_id in _district_ids(timeline, admin1):
        state = held[admin2_id].state
        rows.append(
            {
                "admin2_id": admin2_id,
                "name": records[admin2_id]["name_en"],
                "area_km2": records[admin2_id]["area_km2"],
                "activity": activity[admin2_id],
                "events": recorded[admin2_id],
                "controller": state.controller if state else "unknown",
                "status": state.status if state else "unknown",
                "certainty": state.certainty if state else None,
                "since": held[admin2_id].since if state else None,
                "last_confirmed": state.last_confirmed if state else None,
            }
        )
    return rows


def _presence(timeline: Timeline, admin1: str, day: str) -> list[PresenceRow]:
    """What the dated lists up to a day say of a province, newest first."""
    rows = [
        cast(PresenceRow, fields_of(row, PRESENCE_FIELDS))
        for row in timeline.dataset.records("presence")
        if row["admin1"] == admin1 and row["as_of"] <= day
    ]
    return sorted(rows, key=lambda row: (row["as_of"], row["presence_id"]), reverse=True)


def _statistics(timeline: Timeline, admin1: str, start: str, end: str) -> list[StatisticRow]:
    """The numbers that name the province and whose window ends in the span, newest first."""
    rows = [
        cast(StatisticRow, fields_of(row, STATISTIC_FIELDS))
        for row in timeline.dataset.records("statistics")
        if admin1 in (row["admin1s"] or []) and start <= row["window_end"] <= end
    ]
    return sorted(rows, key=lambda row: (row["window_end"], row["statistic_id"]), reverse=True)
