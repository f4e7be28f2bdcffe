"""The events of a span of days that pass the filters of an address, and UCDP's rows in the same words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from geo.address.keys import FILTER_KEYS
from geo.address.view import ViewState
from geo.answers.record import Query, Record
from geo.control.timeline import Timeline
from geo.queries.find import filter_events, of_branch, searched
from geo.record.geojson import Row, write_features
from geo.record.load import Dataset
from geo.record.records import Event
from geo.record.schema import FILES
from geo.record.spans import FAR_AWAY
from geo.reference.find import FoundRow, find_rows
from geo.reference.load import Reference
from geo.reference.releases import leading
from geo.reference.review import matched
from geo.wording.text import t

#: What an answer repeats of the question, in this order.
EVENT_QUERY = ("from", "to", *FILTER_KEYS, "branch", "q")


def events(record: Record, query: Query) -> dict[str, Any]:
    """The events, the oldest first unless the newest are asked for."""
    return events_answer(record.dataset, query, events_of(record.timeline, query))


def events_answer(dataset: Dataset, query: Query, found: list[Event]) -> dict[str, Any]:
    """Events with what was asked, their number and the version of the data."""
    asked = {key: query.get(key) for key in EVENT_QUERY}
    return {"query": asked, "dataset": dataset.version, "count": len(found), "events": found}


def events_of(timeline: Timeline, query: Query) -> list[Event]:
    """The public events whose days touch the span and that pass all filters, by first day, then id."""
    dataset = timeline.dataset
    between = timeline.events_between(query.get("from", dataset.first_day), query.get("to", dataset.last_day))
    passing = of_branch(filter_events(between, view_of(dataset, query), dataset), query.get("branch", ""), dataset)
    wanted = searched(dataset, query.get("q", ""))
    found = [event for event in passing if wanted is None or event["event_id"] in wanted]
    return sorted(found, key=lambda event: event["date_start"], reverse=query.get("order") == "newest")


def events_geojson(dataset: Dataset, found: Iterable[Event]) -> str:
    """Events as a FeatureCollection in the form of the record's own file; geometry null where no place is known."""
    geometries = {row.record["event_id"]: row.geometry for row in dataset.tables["events"]}
    return write_features([Row(0, dict(event), geometries[event["event_id"]]) for event in found], FILES["events"])


def view_of(dataset: Dataset, query: Query) -> ViewState:
    """The filters of a question as a view has them."""
    return ViewState(dataset.last_day, **{key: query[key] for key in FILTER_KEYS if key in query})


def reference(record: Record, query: Query) -> dict[str, Any]:
    """What of UCDP's stands beside the record: releases, the months that each covers whole, how much is in both."""
    del query
    return reference_summary(record.dataset, beside(record))


def reference_summary(dataset: Dataset, found: Reference) -> dict[str, Any]:
    """Releases, months, the number of rows and of those that are in our record too."""
    return {
        "dataset": dataset.version,
        "reference": found.version,
        "releases": list(found.releases),
        "months": leading(found.releases),
        "rows": len(found.events),
        "in_both": sum(map(bool, matched(found.matches).values())),
    }


def reference_rows(record: Record, query: Query) -> dict[str, Any]:
    """UCDP's rows of a span of days that pass the filters that their columns know, by first day, then id."""
    dataset, found = record.dataset, beside(record)
    span = (query.get("from", ""), query.get("to", FAR_AWAY))  # UCDP's days go on after ours
    return rows_as_json(found, find_rows(found, dataset, view_of(dataset, query), span))


def rows_as_json(reference: Reference, found: Iterable[FoundRow]) -> dict[str, Any]:
    """UCDP's rows, each with the events of ours that tell the same and whether its month is covered whole."""
    rows = [
        one.row | {"event_ids": [line["event_id"] for line in one.lines], "month_covered": one.is_covered}
        for one in found
    ]
    return {"version": reference.version, "count": len(rows), "rows": rows}


def beside(record: Record) -> Reference:
    """UCDP's rows beside the record.

    Raises
    ------
    LookupError
        When there are none.
    """
    if record.reference is None:
        raise LookupError(t("problem.no_reference"))
    return record.reference
