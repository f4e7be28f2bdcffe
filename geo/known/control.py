"""A control claim as it could be told by a day: its end, its certainty and its last confirmation, worked out anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from geo.control.endings import ENDING, KNOWN
from geo.control.rules import HOLDING, SPECIFICITY, Territory, territory
from geo.known.cutoff import Cutoff
from geo.known.days import (
    UNKNOWN,
    claim_told_from,
    control_told_from,
    event_told_from,
    last_told,
    source_days,
)
from geo.record.load import Dataset
from geo.record.records import Claim
from geo.record.spans import FAR_AWAY, add_days

Record = Mapping[str, Any]
#: Kinds of sources that confirm on the spot.
CONFIRMING = ("un", "ngo", "osint")


def ends_told_from(dataset: Dataset) -> dict[str, str]:
    """From when the end of each control claim that has one could be known, by its id.

    An end is told by the first claim about the area that begins then, and by an event that ends a hold. Where nobody
    tells it, nothing more was said: that could be known on the day itself.
    """
    return dataset.cached("days from which ends could be known", lambda: _ends(dataset))


def _ends(dataset: Dataset) -> dict[str, str]:
    ground = territory(dataset)
    areas = areas_of(ground)
    days = source_days(dataset)
    found = {}
    for claim in dataset.records("control_claims"):
        if claim["valid_to"]:
            told = [control_told_from(c, days) for c in _successors(claim, ground, areas)]
            told += [event_told_from(e, days) for e in _ending_events(claim, dataset)]
            found[claim["claim_id"]] = max(claim["valid_to"], min(told, default=UNKNOWN))
    return found


def areas_of(ground: Territory) -> dict[str, set[str]]:
    """The districts and places that each claim speaks of."""
    found: dict[str, set[str]] = {claim_id: set() for claim_id in ground.claims}
    for area_id, claims in ground.by_area.items():
        for claim in claims:
            found[claim["claim_id"]].add(area_id)
    return found


def _successors(claim: Record, ground: Territory, areas: Mapping[str, set[str]]) -> Iterable[Record]:
    """The claims that begin where one ends, about its area or a part of it."""
    last = claim["to_latest"] or claim["valid_to"]
    for other in ground.claims.values():
        begins_then = claim["valid_to"] <= other["valid_from"] <= last and other["status"] in HOLDING
        if begins_then and areas[other["claim_id"]] & areas[claim["claim_id"]]:
            yield other


def _ending_events(claim: Record, dataset: Dataset) -> Iterable[Any]:
    first, last = add_days(claim["valid_to"], -1), claim["to_latest"] or claim["valid_to"]
    for event in map(dataset.public_by_id.get, claim["event_ids"]):
        is_end = event and event["sub_event_type"] in ENDING and event["verification"] in KNOWN
        if event and is_end and first <= event["date_end"] <= last:
            yield event


def control_then(claim: Record, cutoff: Cutoff, ends: Mapping[str, str]) -> dict[str, Any]:
    """What could be told of a control claim by a day on which it was known, but for its certainty."""
    year, ended = claim["valid_from"][:4], ends.get(claim["claim_id"], FAR_AWAY) <= cutoff.day
    is_whole = last_told(cutoff.days, claim["source_ids"]) <= cutoff.day
    changed = {
        "valid_to": claim["valid_to"] if ended else None,
        "to_precision": claim["to_precision"] if ended else None,
        "to_latest": cutoff.by_then(claim["to_latest"]) if ended else None,
        "from_latest": cutoff.by_then(claim["from_latest"]),
        "last_confirmed": confirmed_then(claim, cutoff),
        "source_ids": cutoff.sources(claim["source_ids"]),
        "event_ids": cutoff.known(claim["event_ids"]),
        "supersedes": cutoff.known(claim["supersedes"]),
        "revised_on": None,
        "notes": cutoff.text(claim["notes"], year) if is_whole else None,
    }
    texts = {name: cutoff.text(claim[name], year) for name in ("area_note", "exception", "claimant_name")}
    return {**claim, **changed, **texts}


def confirmed_then(claim: Record, cutoff: Cutoff) -> str:
    """The last day on which a source supports it, of those that had told something by then."""
    told = max(last_told(cutoff.days, cutoff.sources(claim["source_ids"])), claim["known_from"] or UNKNOWN)
    confirmed: str = min(claim["last_confirmed"], max(told, claim["valid_from"]), cutoff.day)
    return confirmed


def contradicted_from(dataset: Dataset) -> dict[str, str]:
    """From when somebody had told each contradicted claim otherwise, by its id; '' where nothing says since when.

    Otherwise tells a claim of somebody else that names another holder of the same ground at the same time, and a denial
    of an event that shows the claim.
    """
    return dataset.cached("days from which claims were contradicted", lambda: _contradicted(dataset))


def _contradicted(dataset: Dataset) -> dict[str, str]:
    claims, days = dataset.records("control_claims"), source_days(dataset)
    areas = areas_of(territory(dataset))
    found = {}
    for claim in (one for one in claims if one["certainty"] == "D"):
        told = [control_told_from(other, days) for other in claims if _contradicts(other, claim, areas)]
        told += [claim_told_from(denial, days) for denial in _denials(claim, dataset)]
        found[claim["claim_id"]] = min(told, default=UNKNOWN)
    return found


def _contradicts(other: Record, claim: Record, areas: Mapping[str, set[str]]) -> bool:
    return (
        other["controller"] != claim["controller"]
        and other["claimant"] != claim["claimant"]
        and other["status"] in HOLDING
        and SPECIFICITY[other["area_type"]] > 0
        and other["valid_from"] < (claim["valid_to"] or FAR_AWAY)
        and claim["valid_from"] < (other["valid_to"] or FAR_AWAY)
        and bool(areas[other["claim_id"]] & areas[claim["claim_id"]])
    )


def _denials(claim: Record, dataset: Dataset) -> Iterable[Claim]:
    for event in map(dataset.public_by_id.get, claim["event_ids"]):
        yield from (said for said in event["claims"] if said["stance"] == "denies") if event else ()


def certainty_then(claim: Record, cutoff: Cutoff, kinds: Mapping[str, str], since: str | None) -> tuple[str, str]:
    """Certainty and basis by what was told; never better than now, but for a contradiction not yet made.

    Parameters
    ----------
    kinds : the kind of each source, by id.
    since : from when it was contradicted, of a contradicted claim.
    """
    now, told = claim["certainty"], {kinds[one] for one in cutoff.sources(claim["source_ids"])}
    if now == "D" and since and since > cutoff.day:
        return "C", "claimed"
    confirmed = now == "A" and told & set(CONFIRMING)
    if now not in ("A", "B") or confirmed or last_told(cutoff.days, claim["source_ids"]) <= cutoff.day:
        return now, claim["basis"]
    return ("C", "claimed") if told <= {"party"} else ("B", claim["basis"])
