"""How much is missing: our events by quarter beside what others counted; months of silence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict, cast

from geo.control.timeline import Timeline
from geo.queries.activity import activity_between, by_month, maybe_activity_between
from geo.record.fields import fields_of
from geo.record.months import by_quarter, month_end
from geo.record.schema import VERIFICATIONS
from geo.record.spans import clipped

#: A month with fewer incidents than this of armed opposition activity, or of unidentified attackers on the Taliban, is
#: marked as silence.
SILENT_BELOW = 1
COUNT_METRICS = ("claimed_attacks", "verified_attacks", "operations", "incidents")


class CountRow(TypedDict):
    """A count of somebody else, with its window and who counts."""

    statistic_id: str
    label: str
    low: float | None
    high: float | None
    window_start: str | None
    window_end: str
    claimant: str
    claimant_name: str | None


@dataclass(frozen=True)
class Quarter:
    """One quarter: our incidents of armed opposition activity by grade, and counts of others within it."""

    name: str
    start: str
    end: str
    ours: dict[str, int]
    silent_months: tuple[str, ...]
    counts: tuple[CountRow, ...]


def coverage(timeline: Timeline) -> list[Quarter]:
    """Every quarter of the record, oldest first.

    A count of somebody else stands in the quarter in which its window ends; windows are as published
    and do not fit quarters, so nothing is divided or added.
    """
    months = by_month(
        timeline.dataset, maybe_activity_between(timeline, timeline.dataset.first_day, timeline.dataset.last_day)
    )
    return [_of(timeline, name, group, months) for name, group in by_quarter(months).items()]


def _of(timeline: Timeline, name: str, months: list[str], counted: dict[str, int]) -> Quarter:
    start, end = clipped(
        f"{months[0]}-01", month_end(months[-1]), timeline.dataset.first_day, timeline.dataset.last_day
    )
    events = activity_between(timeline, start, end)
    return Quarter(
        name=name,
        start=start,
        end=end,
        ours={grade: sum(event["verification"] == grade for event in events) for grade in VERIFICATIONS},
        silent_months=tuple(month for month in months if counted[month] < SILENT_BELOW),
        counts=tuple(_counts(timeline, start, end)),
    )


def _counts(timeline: Timeline, start: str, end: str) -> list[CountRow]:
    return [
        cast(CountRow, fields_of(row, CountRow.__annotations__))
        for row in timeline.dataset.records("statistics")
        if row["metric"] in COUNT_METRICS and row["scope"] == "country" and start <= row["window_end"] <= end
    ]
