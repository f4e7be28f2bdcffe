"""The whole record as it could be known by the end of a day, and how much of it became known later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, cast

from geo.known.control import certainty_then, contradicted_from, control_then, ends_told_from
from geo.known.cutoff import Cutoff
from geo.known.days import source_days
from geo.known.events import event_then, settled_event, settled_from
from geo.known.later import later_spans, told_from_days
from geo.known.others import (
    actor_then,
    moment_then,
    row_then,
    settled_source,
    source_settled_from,
    source_then,
)
from geo.record.geojson import Row
from geo.record.load import Dataset
from geo.record.records import Event
from geo.record.schema import FILES
from geo.record.spans import Known

Rows = tuple[Row, ...]
#: The files whose records may be known later than they begin.
DATED = ("sources", "events", "control_claims", "presence", "statistics", "undated")


def dataset_known_by(dataset: Dataset, day: str) -> Dataset:
    """The record as it could be known by the end of a day; the record itself from its last day on.

    Parameters
    ----------
    day : ISO day in Kabul.

    Raises
    ------
    ValueError
        When the day lies before the period.
    """
    if day < dataset.first_day:
        raise ValueError(f"{day} is before the period, which begins on {dataset.first_day}")
    if day >= dataset.last_day:
        return dataset
    kept = {name: _told(dataset, name, day) for name in DATED}
    ids = {row.record[FILES[name].id_field] for name in DATED[:3] for row in kept[name]}
    cutoff = Cutoff(day, source_days(dataset), ids)
    tables = dict(dataset.tables) | _then(dataset, kept, cutoff)
    return Dataset(dataset.version, MappingProxyType(tables), known=Known(day, later_spans(dataset, day)))


def _told(dataset: Dataset, name: str, day: str) -> Rows:
    told = told_from_days(dataset, name).values()  # in the order of the file
    return tuple(row for row, known_from in zip(dataset.tables[name], told, strict=True) if known_from <= day)


def _then(dataset: Dataset, kept: Mapping[str, Rows], cutoff: Cutoff) -> dict[str, Rows]:
    """The tables that differ, each record as it could be told by then."""
    settled = dataset.cached("events and sources that are settled", lambda: _settled(dataset))

    def unless_settled(name: str, change: Callable[[Any], Mapping[str, Any]]) -> Rows:
        known = ((row, *settled[row.record[FILES[name].id_field]]) for row in kept[name])
        return tuple(
            done if since <= cutoff.day else replace(row, record=dict(change(row.record))) for row, since, done in known
        )

    events = unless_settled("events", lambda event: event_then(event, cutoff))
    by_id = {row.record["event_id"]: row.record for row in events}
    moments = (r for r in dataset.tables["moments"] if set(r.record["event_ids"]) & set(by_id))
    return {
        "sources": unless_settled("sources", lambda one: source_then(one, cutoff)),
        "events": events,
        "control_claims": _controls(dataset, kept["control_claims"], cutoff),
        "presence": _each(kept["presence"], lambda one: row_then(one, cutoff, ("claimant_name", "notes"))),
        "statistics": _each(kept["statistics"], lambda one: row_then(one, cutoff, ("claimant_name", "notes"))),
        "undated": _each(kept["undated"], lambda one: row_then(one, cutoff, ())),
        "moments": _each(tuple(moments), lambda one: moment_then(one, cutoff, by_id, dataset.by_id("events"))),
        "actors": _each(dataset.tables["actors"], lambda one: actor_then(one, cutoff)),
    }


def _settled(dataset: Dataset) -> dict[str, tuple[str, Row]]:
    """Of each event and source from when all of it could be said, and the row that says it."""
    days = source_days(dataset)
    told = days | told_from_days(dataset, "events") | told_from_days(dataset, "control_claims")
    found = {}
    for row in dataset.tables["events"]:
        since, event = settled_from(cast("Event", row.record), days, told), settled_event(cast("Event", row.record))
        found[event["event_id"]] = since, replace(row, record=dict(event))
    for row in dataset.tables["sources"]:
        since = source_settled_from(row.record, told)
        found[row.record["source_id"]] = since, replace(row, record=settled_source(row.record))
    return found


def _controls(dataset: Dataset, kept: Rows, cutoff: Cutoff) -> Rows:
    kinds = {source["source_id"]: source["kind"] for source in dataset.records("sources")}
    ends, contradicted = ends_told_from(dataset), contradicted_from(dataset)

    def told(claim: Any) -> dict[str, Any]:
        certainty, basis = certainty_then(claim, cutoff, kinds, contradicted.get(claim["claim_id"]))
        return control_then(claim, cutoff, ends) | {"certainty": certainty, "basis": basis}

    return _each(kept, told)


def _each(rows: Rows, change: Callable[[Any], Mapping[str, Any]]) -> Rows:
    return tuple(replace(row, record=dict(change(row.record))) for row in rows)
