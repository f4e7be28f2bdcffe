"""What stands beside events and claims, as it could be told by a day: sources, lists, numbers, moments, actors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.known.cutoff import Cutoff
from geo.known.days import UNKNOWN, told_from
from geo.known.texts import days_named, ids_named
from geo.known.titles import without_judgement
from geo.record.schema import FIRST_DAY, PARTY_CLAIMANTS
from geo.record.spans import FAR_AWAY

Record = Mapping[str, Any]


#: What we did with a source later.
_OUR_WORK = {"accessed_on": None, "archive_url": None}
_SOURCE_TEXTS = ("date_note", "notes", "reliability")


def source_then(source: Record, cutoff: Cutoff) -> dict[str, Any]:
    """A source that had told something by then, without what we did with it later."""
    year = _year_of(source)
    changed = {name: cutoff.known(source[name]) for name in ("seen_through", "copy_of")}
    texts = {name: cutoff.text(source[name], year) for name in _SOURCE_TEXTS}
    title = source["title"] if cutoff.may_tell(source["title"], year) else f"[{source['kind']}]"
    return {**source, **changed, **texts, "title": title, **_OUR_WORK}


def source_settled_from(source: Record, told: Mapping[str, str]) -> str:
    """From when all that the record says of a source could be said.

    Parameters
    ----------
    told : from when each source, event and control claim could be known.
    """
    found = [told[one] for one in (source["source_id"], *source["seen_through"], *source["copy_of"])]
    for text in filter(None, (source["title"], *(source[name] for name in _SOURCE_TEXTS))):
        found += [named[1]] if (named := days_named(text, _year_of(source))) else []
        found += [told.get(one, FAR_AWAY) for one in ids_named(text)]
    return max(found)


def settled_source(source: Record) -> dict[str, Any]:
    """A source of which all can be said, without what we did with it later."""
    return {**source, **_OUR_WORK}


def _year_of(source: Record) -> str:
    return str(source["date"] or FIRST_DAY)[:4]


def presence_told_from(row: Record, days: Mapping[str, str]) -> str:
    """From when a row of a list could be known; never before the day the list speaks of."""
    told: str = max(told_from(days, row["source_ids"]), row["as_of"])
    return told


def statistic_told_from(row: Record, days: Mapping[str, str]) -> str:
    """From when a number could be known; never before the last day that it counts."""
    told: str = max(row["reported_on"] or told_from(days, row["source_ids"]), row["window_end"])
    return told


def undated_told_from(row: Record, days: Mapping[str, str]) -> str:
    """From when a report without a day could be known."""
    return told_from(days, row["source_ids"])


def row_then(row: Record, cutoff: Cutoff, texts: tuple[str, ...]) -> dict[str, Any]:
    """A row of a list or a number, without later sources and remarks.

    Parameters
    ----------
    texts : fields that may be left empty where they name a later day.
    """
    kept = {name: cutoff.text(row[name], cutoff.day[:4]) for name in texts}
    return {**row, **kept, "source_ids": cutoff.sources(row["source_ids"]), "revised_on": None}


def moment_then(
    moment: Record, cutoff: Cutoff, events: Mapping[str, Record], now: Mapping[str, Record]
) -> dict[str, Any]:
    """A day that has a name, by the events that were known, and whose word it was then.

    Parameters
    ----------
    events, now : the events by id, as known by then and as known now.
    """
    known = cutoff.known(moment["event_ids"])
    is_told = any(events[one]["verification"] in ("verified", "reported") for one in known)
    speakers = [c["claimant"] for one in known for c in events[one]["claims"] if c["stance"] == "affirms"]
    party = next((one for one in speakers if one in PARTY_CLAIMANTS), None)
    is_judged = any(events[one]["verification"] != now[one]["verification"] for one in known)
    changed = {
        "title": without_judgement(moment["title"]) if is_judged else moment["title"],
        "event_ids": known,
        "claim_ids": cutoff.known(moment["claim_ids"]),
        "last_day": cutoff.by_then(moment["last_day"]),
        "claimed_by": None if is_told else moment["claimed_by"] or party,
        "revised_on": None,
    }
    return {**moment, **changed}


def actor_then(actor: Record, cutoff: Cutoff) -> dict[str, Any]:
    """An actor with the roles and relations that were known by then; an end that lies later is open."""
    roles = [_open(one, cutoff) for one in actor["roles"] or [] if _has_begun(one, cutoff)]
    relations = [
        _open(one, cutoff)
        | {"source_ids": cutoff.sources(one["source_ids"]), "notes": cutoff.text(one["notes"], cutoff.day[:4])}
        for one in actor["relations"] or []
        if _has_begun(one, cutoff) and told_from(cutoff.days, one["source_ids"]) <= cutoff.day
    ]
    notes = cutoff.text(actor["notes"], cutoff.day[:4])
    return {**actor, "roles": roles, "relations": relations, "notes": notes}


def _has_begun(dated: Record, cutoff: Cutoff) -> bool:
    return (dated["valid_from"] or UNKNOWN) <= cutoff.day


def _open(dated: Record, cutoff: Cutoff) -> dict[str, Any]:
    return {**dated, "valid_to": cutoff.unless_later(dated["valid_to"])}
