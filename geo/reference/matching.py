"""Which events of ours a row of UCDP's may tell: by day, place and sides, each pair with a score (docs/method.md)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from geo.record.geojson import Record
from geo.record.load import Dataset
from geo.record.records import Event
from geo.record.schema import COUNTRY
from geo.record.spans import days_between
from geo.reference.actors import named, sides_agree
from geo.reference.places import km_between
from geo.reference.schema import NO, NONE

#: What UCDP can count: it counts the use of armed force, no statements and talks.
VIOLENT = ("battles", "explosions", "violence_against_civilians", "protests", "riots")
#: How far apart two may lie, in days, and what that leaves of the score.
BY_DAYS = (1.0, 0.8, 0.6)
#: Sums over a month or a year tell no single event.
DATED_PRECISION = 3
NEAR_KM = 25.0
BY_PLACE = {"point": 1.0, "district": 0.9, "province": 0.6, "country": 0.4}
DISTRICT, PROVINCE = 3, 4
MIN_SCORE = 0.4
Point = tuple[float, float]


@dataclass(frozen=True)
class Candidate:
    """An event of ours that UCDP could have, with its point (lon, lat) where it has one."""

    event: Event
    point: Point | None


def candidates(dataset: Dataset) -> list[Candidate]:
    """The violent events in the country that are known to a week or better and told as their sources tell them.

    One that is told more coarsely is compared with nothing: UCDP's point beside it would say what it leaves out.
    """
    points = {row.record["event_id"]: row.geometry for row in dataset.tables["events"]}
    return [
        Candidate(event, _point(points[event["event_id"]]))
        for event in may_be_matched(dataset)
        if event["event_type"] in VIOLENT and event["country"] == COUNTRY and event["date_precision"] <= DATED_PRECISION
    ]


def may_be_matched(dataset: Dataset) -> list[Event]:
    """The events that a match may name: neither withheld nor told more coarsely than their sources do."""
    return [event for event in dataset.public_events if event["sensitivity"] == "public"]


def match_all(rows: Iterable[Record], dataset: Dataset) -> list[Record]:
    """All pairs of UCDP's rows and our events that the rule finds; a row without any stands once, with none."""
    by_day: dict[int, list[Candidate]] = {}
    for candidate in candidates(dataset):
        for day in _days(candidate.event["date_start"], candidate.event["date_end"]):
            by_day.setdefault(day, []).append(candidate)
    return [line for row in rows for line in matches_of(row, _near(row, by_day))]


def _near(row: Record, by_day: dict[int, list[Candidate]]) -> list[Candidate]:
    """The candidates of the days of a row and of those around it, each once."""
    if row["date_prec"] > DATED_PRECISION:
        return []
    days = _days(row["date_start"], row["date_end"], around=len(BY_DAYS) - 1)
    found = {candidate.event["event_id"]: candidate for day in days for candidate in by_day.get(day, ())}
    return list(found.values())


def _days(start: str, end: str, around: int = 0) -> range:
    """The days of a span as numbers, and some before and after."""
    first, last = (dt.date.fromisoformat(day).toordinal() for day in (start, end))
    return range(first - around, last + around + 1)


def matches_of(row: Record, ours: Iterable[Candidate]) -> list[Record]:
    """The pairs of one row, the best first, or one line that says that there is none."""
    found = [pair for candidate in ours if (pair := pair_of(row, candidate)) is not None]
    found.sort(key=lambda pair: (-pair["score"], pair["event_id"]))
    return found or [no_match(row["ucdp_id"])]


def no_match(ucdp_id: str) -> Record:
    """The line of a row that tells nothing of ours."""
    return _line(ucdp_id, event_id=None, how=NONE)


def pair_of(row: Record, candidate: Candidate) -> Record | None:
    """A row of UCDP's and an event of ours as a pair, or None when the rule says that they are two things."""
    event = candidate.event
    days = days_apart(row, event)
    if days >= len(BY_DAYS) or row["date_prec"] > DATED_PRECISION:
        return None
    sides = sides_agree((named(row["side_a"]), named(row["side_b"])), {*event["side_a"], *event["side_b"]})
    how, km = _place(row, candidate)
    if not sides or not how:
        return None
    score = round(BY_PLACE[how] * BY_DAYS[days] * sides, 2)
    if score < MIN_SCORE:
        return None
    return _line(row["ucdp_id"], event["event_id"], how, days_apart=days, km_apart=km, score=score)


def days_apart(row: Record, event: Event) -> int:
    """The days between the two; 0 when their spans overlap."""
    return max(
        0,
        days_between(row["date_end"], event["date_start"]),
        days_between(event["date_end"], row["date_start"]),
    )


def _place(row: Record, candidate: Candidate) -> tuple[str, float | None]:
    """How the two places agree ('' when they do not), and the kilometres between the points."""
    event, point = candidate.event, candidate.point
    known = max(row["where_prec"], event["where_precision"])
    km = None
    if known <= DISTRICT and point:
        km = round(km_between((row["longitude"], row["latitude"]), point), 1)
    if known < DISTRICT and km is not None and km <= NEAR_KM:
        return "point", km
    if known <= DISTRICT and row["admin2_id"] and row["admin2_id"] == event["admin2_id"]:
        return "district", km
    if known == PROVINCE and row["admin1"] == event["admin1"]:
        return "province", None
    if min(row["where_prec"], event["where_precision"]) > PROVINCE:
        return "country", None
    return "", None


def _line(ucdp_id: str, event_id: str | None, how: str, **known: Any) -> Record:
    measured = {"days_apart": None, "km_apart": None, "score": None} | known
    return {
        "ucdp_id": ucdp_id,
        "event_id": event_id,
        "how": how,
        **measured,
        "reviewed": NO,
        "remark": None,
    }


def _point(geometry: dict[str, Any] | None) -> Point | None:
    return (geometry["coordinates"][0], geometry["coordinates"][1]) if geometry else None
