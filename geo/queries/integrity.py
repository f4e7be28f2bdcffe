"""The state of the record in figures: grades, precision, sources, suspected doubles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any, TypedDict

from geo.queries.join import check_places
from geo.queries.origins import circles, origins_in
from geo.record.load import Dataset, public_sources
from geo.record.records import ControlClaim, Event, Source
from geo.record.schema import PARTY_CLAIMANTS
from geo.record.spans import days_between

#: How a title tells that somebody says it.
SAYING = re.compile(
    r":|\b(?:says?|said|claims?|claimed|according|tells?|told|reports?|reported|announces?|denies|denied|accuses?|alleges?"
    r"|states?|calls?|asks?|condemns?|concedes?|has|shows?|finds?)\b",
    re.IGNORECASE,
)

#: How notes tell that somebody denies it.
DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?)\b|\bcalled\b[^.]*\b(?:normal|baseless|unfounded)\b", re.IGNORECASE
)

#: How notes tell that a page which they retell is not among the sources.
OUTSIDE = re.compile(r"\bnot (?:in the list of|among the) sources\b", re.IGNORECASE)

#: Whose word bears the day of the page that has it: pages that speak for themselves.
OWN_VOICES = ("ngo", "analyst", "osint", "media")


class Report(TypedDict):
    """The record in figures, and what a curator should look at."""

    dataset: str
    records: dict[str, int]
    withheld: int
    by_year: dict[str, int]
    by_province: dict[str, int]
    by_grade: dict[str, int]
    by_where_precision: dict[str, int]
    by_date_precision: dict[str, int]
    by_source_kind: dict[str, int]
    share_two_independent_sources_pct: float
    circles_of_sources: list[list[str]]
    publishers_of_two_kinds: list[str]
    share_single_party_pct: float
    not_in_stated_place: list[str]
    unresolved_sources: list[str]
    suspected_duplicates: list[list[str]]
    same_address: list[list[str]]
    titles_without_speaker: list[str]
    denied_only_in_notes: list[str]
    said_after_its_source: list[str]
    dated_by_a_page_without_a_day: list[str]
    sources_without_words: list[str]
    words_of_unlisted_pages: list[str]
    one_side_alone_but_denied: list[str]


def report(dataset: Dataset) -> Report:
    """Counts and shares over all public events, and lists of what a curator should look at."""
    events = dataset.public_events
    sources, shown, origins = dataset.by_id("sources"), public_sources(dataset), origins_in(dataset)
    return {
        "dataset": dataset.version,
        "records": {name: len(rows) for name, rows in dataset.tables.items()},
        "withheld": len(dataset.records("events")) - len(events),
        "by_year": _counts(event["date_start"][:4] for event in events),
        "by_province": _counts(event["admin1"] or event["country"] for event in events),
        "by_grade": _counts(event["verification"] for event in events),
        "by_where_precision": _counts(event["where_precision"] for event in events),
        "by_date_precision": _counts(event["date_precision"] for event in events),
        "by_source_kind": _counts(sources[s]["kind"] for event in events for s in event["source_ids"]),
        "share_two_independent_sources_pct": _share(events, lambda e: len(origins.independent(e)) >= 2),
        "circles_of_sources": circles(shown),
        "share_single_party_pct": _share(events, is_one_party),
        "not_in_stated_place": [str(problem) for problem in check_places(dataset)],
        "unresolved_sources": [s["source_id"] for s in shown if s["unresolved"]],
        "suspected_duplicates": suspected_duplicates(events),
        "same_address": same_address(shown),
        "publishers_of_two_kinds": publishers_of_two_kinds(shown),
        "titles_without_speaker": [e["event_id"] for e in events if not names_speaker(e)],
        "denied_only_in_notes": [e["event_id"] for e in events if is_denied_only_in_notes(e)],
        "said_after_its_source": [e["event_id"] for e in events if is_said_after_its_source(e, sources)],
        "dated_by_a_page_without_a_day": [e["event_id"] for e in events if is_dated_by_no_day(e, sources)],
        "sources_without_words": [e["event_id"] for e in events if wordless_sources(e)],
        "words_of_unlisted_pages": [e["event_id"] for e in events if is_told_from_outside(e)],
        "one_side_alone_but_denied": claims_denied(dataset.records("control_claims"), events),
    }


def is_denied_only_in_notes(event: Event) -> bool:
    """Whether the notes tell of a denial that is no claim, in an event graded as if nobody denied it."""
    is_open = event["verification"] in ("disputed", "refuted") or any(c["stance"] == "denies" for c in event["claims"])
    return not is_open and bool(DENYING.search(event["notes"] or ""))


def is_said_after_its_source(event: Event, sources: Mapping[str, Source]) -> bool:
    """Whether something is said to have been said on a later day than the first page that has it is from."""
    return any(
        claim["reported_on"] > day
        for claim in event["claims"]
        if claim["reported_on"] and (day := _first_day(claim["source_ids"], sources))
    )


def is_dated_by_no_day(event: Event, sources: Mapping[str, Source]) -> bool:
    """Whether what pages say in their own voice bears a day, though the day of none of these pages is known."""
    return any(
        bool(claim["reported_on"])
        and claim["claimant"] in OWN_VOICES
        and not _first_day(claim["source_ids"], sources)
        and any("day not known" in (sources[s]["date_note"] or "") for s in claim["source_ids"])
        for claim in event["claims"]
    )


def wordless_sources(event: Event) -> list[str]:
    """The sources of an event of which no claim of it tells what they say."""
    used = {source_id for claim in event["claims"] for source_id in claim["source_ids"]}
    return [source_id for source_id in event["source_ids"] if source_id not in used]


def is_told_from_outside(event: Event) -> bool:
    """Whether the notes retell a page that is not among the event's sources."""
    return bool(OUTSIDE.search(event["notes"] or ""))


def claims_denied(control_claims: Iterable[ControlClaim], events: Iterable[Event]) -> list[str]:
    """Control claims of one side alone (C) of which an event that they rest on tells that somebody else denies it."""
    deniers = {
        e["event_id"]: {claim["claimant"] for claim in e["claims"] if claim["stance"] == "denies"} for e in events
    }
    return [
        str(claim["claim_id"])
        for claim in control_claims
        if claim["certainty"] == "C"
        and any(deniers.get(event_id, set()) - {claim["claimant"]} for event_id in claim["event_ids"])
    ]


def _first_day(source_ids: Iterable[str], sources: Mapping[str, Source]) -> str | None:
    return min((day for s in source_ids if (day := sources[s]["date"])), default=None)


def same_address(sources: list[Source]) -> list[list[str]]:
    """Sources that have one address: one page should be one source."""
    by_address: dict[str, list[str]] = {}
    for source in sources:
        if source["url"]:
            by_address.setdefault(source["url"], []).append(source["source_id"])
    return [ids for ids in by_address.values() if len(ids) > 1]


def publishers_of_two_kinds(sources: Iterable[Source]) -> list[str]:
    """Publishers that are of one kind, or near one party, in one of their sources and of another in the next."""
    told: dict[str, set[tuple[str, str | None]]] = {}
    for source in sources:
        if source["publisher"]:
            told.setdefault(source["publisher"], set()).add((source["kind"], source["party_near"]))
    return sorted(publisher for publisher, kinds in told.items() if len(kinds) > 1)


def names_speaker(event: Event) -> bool:
    """Whether the title of what one speaker alone tells says so; true for all other events."""
    speakers = {
        (claim["claimant"], claim["claimant_name"])
        for claim in event["claims"]
        if claim["stance"] == "affirms" and claim["claimant"] != "encyclopedia"
    }
    of_one = event["verification"] in ("claimed", "reported") and len(speakers) == 1
    return not of_one or bool(SAYING.search(event["title"]))


def suspected_duplicates(events: Iterable[Event]) -> list[list[str]]:
    """Pairs that may tell of one event and don't name each other.

    Incidents of one type within a day of each other, in one district, between the same sides; and events of whatever type
    that one source tells of the same day and district.
    """
    placed = sorted(
        (e for e in events if e["admin2_id"] and e["date_precision"] <= 2), key=lambda e: str(e["event_id"])
    )
    pairs = combinations(placed, 2)
    return [[one["event_id"], other["event_id"]] for one, other in pairs if _may_be_one(one, other)]


def _may_be_one(one: Event, other: Event) -> bool:
    if one["admin2_id"] != other["admin2_id"] or abs(days_between(one["date_start"], other["date_start"])) > 1:
        return False
    told_apart = other["event_id"] in one["related_ids"] or one["event_id"] in other["related_ids"]
    return not told_apart and (_are_alike(one, other) or _are_told_together(one, other))


def _are_alike(one: Event, other: Event) -> bool:
    types = {one["event_type"], other["event_type"]}
    return types <= {"battles", "explosions"} and _sides(one) == _sides(other)


def _are_told_together(one: Event, other: Event) -> bool:
    return one["date_start"] == other["date_start"] and bool(set(one["source_ids"]) & set(other["source_ids"]))


def _sides(event: Event) -> set[str]:
    return {*event["side_a"], *event["side_b"]}


def is_one_party(event: Event) -> bool:
    """Whether one party to the conflict is the only one that speaks."""
    claimants = {claim["claimant"] for claim in event["claims"]}
    return len(claimants) == 1 and claimants <= set(PARTY_CLAIMANTS)


def _share(events: Sequence[Event], test: Any) -> float:
    return round(100 * sum(map(bool, map(test, events))) / max(1, len(events)), 1)


def _counts(values: Any) -> dict[str, int]:
    return {str(key): count for key, count in sorted(Counter(values).items(), key=lambda item: str(item[0]))}
