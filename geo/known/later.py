"""From when each record could be known, and how many of a span of days became known after a cut-off."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from geo.known.days import control_told_from, event_told_from, source_days
from geo.known.others import presence_told_from, statistic_told_from, undated_told_from
from geo.record.load import Dataset
from geo.record.schema import FILES
from geo.record.spans import FAR_AWAY, add_days


@dataclass(frozen=True)
class KnownCounts:
    """Of the events and control claims of some days: how many became known later, of how many nothing says since when."""

    by: str
    later: int
    day_unknown: int


def known_counts(dataset: Dataset, start: str, end: str) -> KnownCounts | None:
    """The counts of a span of days (both included), of a record as known by a day; None for the record as it is now."""
    if dataset.known is None:
        return None
    later = sum(first <= end and last >= start for first, last in dataset.known.later)
    return KnownCounts(dataset.known.by, later, sum(f <= end and la >= start for f, la in unknown_spans(dataset)))


def later_spans(dataset: Dataset, day: str) -> tuple[tuple[str, str], ...]:
    """First and last day, up to `day`, of the public events and control claims that began by then and became known later."""
    spans = _spans(dataset)
    told = told_from_days(dataset, "events") | told_from_days(dataset, "control_claims")
    return tuple((first, min(last, day)) for one, (first, last) in spans.items() if first <= day < told[one])


def unknown_spans(dataset: Dataset) -> list[tuple[str, str]]:
    """First and last day of the public events and control claims of which nothing says since when they were known."""
    records: list[Any] = [*dataset.public_events, *dataset.records("control_claims")]
    named = {one.get("event_id") or one["claim_id"] for one in records if not one["known_from"]}
    return [span for one, span in _spans(dataset).items() if one in named]


def _spans(dataset: Dataset) -> dict[str, tuple[str, str]]:
    spans = {e["event_id"]: (e["date_start"], e["date_end"]) for e in dataset.public_events}
    for claim in dataset.records("control_claims"):
        last = add_days(claim["valid_to"], -1) if claim["valid_to"] else FAR_AWAY
        spans[claim["claim_id"]] = (claim["valid_from"], last)
    return spans


def told_from_days(dataset: Dataset, name: str) -> dict[str, str]:
    """From when each record of a file could be known, by its id; '' where nothing says."""

    def work_out() -> dict[str, str]:
        told, id_field = _told_from(dataset, name), FILES[name].id_field
        return {record[id_field]: told(record) for record in dataset.records(name)}

    return dataset.cached(f"days from which {name} could be known", work_out)


def _told_from(dataset: Dataset, name: str) -> Callable[[Any], str]:
    days = source_days(dataset)
    by_sources: Mapping[str, Callable[[Any, Mapping[str, str]], str]] = {
        "events": event_told_from,
        "control_claims": control_told_from,
        "presence": presence_told_from,
        "statistics": statistic_told_from,
        "undated": undated_told_from,
    }
    return lambda record: by_sources[name](record, days) if name in by_sources else days[record["source_id"]]
