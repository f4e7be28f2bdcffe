"""What the record rests on and consists of: sources, control claims, versions."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from geo.address.actor_tree import below
from geo.answers.record import Query, Record
from geo.control.timeline import Timeline
from geo.queries.actors import event_counts
from geo.queries.sources import balance, kind_shares, resting
from geo.record.load import Dataset, public_sources
from geo.record.records import ControlClaim
from geo.record.spans import covers, superseded_ends


def sources(record: Record, query: Query) -> dict[str, Any]:
    """What the events of a span rest on, what rests on each source, and the sources themselves."""
    dataset = record.dataset
    span = query.get("from", dataset.first_day), query.get("to", dataset.last_day)
    return sources_of_span(record.timeline, *span)


def sources_of_span(timeline: Timeline, start: str, end: str) -> dict[str, Any]:
    """The balance of the events of a span by kind and ground; all public sources of the record, with what rests on each."""
    dataset = timeline.dataset
    events = timeline.events_between(start, end)
    return {
        "dataset": dataset.version,
        "from": start,
        "to": end,
        "events": len(events),
        "balance": [asdict(measure) for measure in balance(dataset, events)],
        "kinds": [asdict(kind) for kind in kind_shares(dataset, events)],
        "sources": {source_id: asdict(ids) for source_id, ids in resting(dataset).items()},
        "records": public_sources(dataset),
    }


def claims(record: Record, query: Query) -> dict[str, Any]:
    """The control claims: all, one, or those that hold on a day or speak of an area; `ends_on` is where a later claim ends one."""
    timeline = record.timeline
    ends = superseded_ends(record.dataset.records("control_claims"))
    asked_for = [claim for claim in _spoken_of(timeline, query) if query.get("claim") in (None, claim["claim_id"])]
    found = [claim for claim in asked_for if _holds(claim, ends[claim["claim_id"]], query)]
    public = record.dataset.public_by_id
    rows = [
        claim
        | {"ends_on": ends[claim["claim_id"]], "event_ids": [event for event in claim["event_ids"] if event in public]}
        for claim in found
    ]
    asked = {key: query.get(key) for key in ("claim", "date", "province", "district", "place")}
    return {"query": asked, "dataset": record.dataset.version, "count": len(rows), "claims": rows}


def actors(record: Record, query: Query) -> dict[str, Any]:
    """All actors, each with those below it in the tree of actors, its events by number, and the claims that name it."""
    del query
    dataset = record.dataset
    counts = event_counts(dataset)
    rows = [
        actor
        | {
            "below": list(below(dataset, actor["actor_id"]))[1:],
            "events": counts[actor["actor_id"]],
            "claim_ids": [
                c["claim_id"] for c in dataset.records("control_claims") if c["controller"] == actor["actor_id"]
            ],
        }
        for actor in dataset.records("actors")
    ]
    return {"dataset": dataset.version, "count": len(rows), "actors": rows}


def versions(record: Record, query: Query) -> dict[str, Any]:
    """The version that answers, and all that were released, the newest first."""
    del query
    rows = [{"version": version, "released_on": day} for version, day in record.released]
    beside = record.reference.version if record.reference else None
    return {"dataset": record.dataset.version, "reference": beside, "versions": rows}


def _spoken_of(timeline: Timeline, query: Query) -> list[ControlClaim]:
    """The claims that speak of every area that is asked for, in the order of the file."""
    by_area = timeline.claims.by_area
    wanted = [{claim["claim_id"] for claim in by_area[query[key]]} for key in ("district", "place") if key in query]
    if "province" in query:
        wanted.append(
            {c["claim_id"] for area in _areas(timeline.dataset, query["province"]) for c in by_area.get(area, ())}
        )
    return [c for c in timeline.dataset.records("control_claims") if all(c["claim_id"] in ids for ids in wanted)]


def _areas(dataset: Dataset, admin1: str) -> list[str]:
    """The districts and places of a province."""
    districts = [d["admin2_id"] for d in dataset.records("districts") if d["admin1"] == admin1]
    return districts + [p["place_id"] for p in dataset.records("places") if p["admin1"] == admin1]


def _holds(claim: ControlClaim, end: str | None, query: Query) -> bool:
    return "date" not in query or covers(claim["valid_from"], end, query["date"])
