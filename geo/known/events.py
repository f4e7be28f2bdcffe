"""An event as it could be told by a day: its claims, its grade and its words, worked out anew."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any, cast

from geo.known.cutoff import Cutoff
from geo.known.days import claim_told_from, event_last_told
from geo.known.texts import days_named, ids_named, numbers_named
from geo.known.titles import title_then
from geo.record.records import Claim, Event
from geo.record.schema import PARTY_CLAIMANTS
from geo.record.spans import FAR_AWAY

#: Those whose own confirmation makes an event verified.
MONITORS = ("un", "ngo", "osint")
#: Kinds of speakers whose name is letters.
SHORT_NAMES = ("nrf", "aff", "iskp", "un", "ngo", "osint")


def settled_from(event: Event, days: Mapping[str, str], told: Mapping[str, str]) -> str:
    """From when all that the record says of an event now could be said, also what its words name.

    Parameters
    ----------
    told : from when each source, event and control claim could be known.
    """
    year, found = event["date_start"][:4], [event_last_told(event, days), event["date_end"]]
    texts = [event["title"], event["summary"], event["verified_by"], event["notes"]]
    texts += [text for claim in event["claims"] for text in (claim["says"], claim["claimant_name"])]
    found += [told[one] for one in event["related_ids"]]
    for text in filter(None, texts):
        found += [named[1]] if (named := days_named(text, year)) else []
        found += [told.get(one, FAR_AWAY) for one in ids_named(text)]
    return max(found)


def settled_event(event: Event) -> Event:
    """An event of which all can be said, without the day on which we changed it."""
    return event | {"revised_on": None}


def event_then(event: Event, cutoff: Cutoff) -> Event:
    """What could be told of an event by a day on which it was known."""
    year = event["date_start"][:4]
    claims = [_claim_then(claim, cutoff, year) for claim in event["claims"] if _is_told(claim, cutoff, year)]
    grade = grade_then(event, claims, cutoff)
    changed: dict[str, Any] = {
        "claims": claims,
        "date_end": cutoff.by_then(event["date_end"]),
        "reported_on": cutoff.unless_later(event["reported_on"]),
        "source_ids": cutoff.sources(event["source_ids"]),
        "related_ids": cutoff.known(event["related_ids"]),
        "verification": grade,
        "revised_on": None,
    }
    return cast("Event", event | changed | _words_then(event, claims, cutoff, grade))


def is_whole(event: Event, cutoff: Cutoff) -> bool:
    """Whether all that the record tells of an event could be known by then."""
    return event_last_told(event, cutoff.days) <= cutoff.day


def grade_then(event: Event, claims: list[Claim], cutoff: Cutoff) -> str:
    """The grade by what was told, by the one rule for all parties; never a better one than the event has now.

    Verified needs a monitor's own word, or both parties'; disputed a denial; reported somebody who is no party.
    """
    now = event["verification"]
    if is_whole(event, cutoff):
        return now
    affirming = {claim["claimant"] for claim in claims if claim["stance"] == "affirms"}
    if now == "verified" and (affirming & set(MONITORS) or {"nrf", "taliban"} <= affirming):
        return now
    if now not in ("reported", "claimed") and _is_denied(event, claims):
        return "disputed"
    rests_on_others = _others(claims) or (now == "reported" and not _others(event["claims"]))
    return "reported" if rests_on_others and now != "claimed" else "claimed"


def _is_told(claim: Claim, cutoff: Cutoff, year: str) -> bool:
    """Whether somebody had said so by then; words of ours that name a later day rest on something later."""
    return claim_told_from(claim, cutoff.days) <= cutoff.day and cutoff.may_tell(claim["says"], year)


def _claim_then(claim: Claim, cutoff: Cutoff, year: str) -> Claim:
    changed = {
        "source_ids": cutoff.sources(claim["source_ids"]),
        "claimant_name": cutoff.text(claim["claimant_name"], year),
    }
    return cast("Claim", claim | changed)


def _is_denied(event: Event, claims: list[Claim]) -> bool:
    """Whether a denial is told; where nobody denies it in so many words, whether all sides are."""
    denials = [claim for claim in event["claims"] if claim["stance"] == "denies"]
    return any(c["stance"] == "denies" for c in claims) if denials else len(claims) == len(event["claims"])


def _others(claims: list[Claim]) -> bool:
    """Whether somebody affirms it who is no party."""
    return any(claim["stance"] == "affirms" and claim["claimant"] not in PARTY_CLAIMANTS for claim in claims)


def _words_then(event: Event, claims: list[Claim], cutoff: Cutoff, grade: str) -> dict[str, str | None]:
    """Title, summary and remarks: as they are where all was told, else what the speakers had said."""
    year, whole = event["date_start"][:4], is_whole(event, cutoff)
    told = " ".join(f"{_speaker(claim)}: {claim['says']}" for claim in claims)
    numbers = numbers_named(event["title"]) if whole else _numbers(claims)
    title = title_then(event, grade, cutoff.may_tell(event["title"], year), numbers)
    keeps = whole and cutoff.may_tell(event["summary"], year)
    return {
        "title": title,
        "summary": event["summary"] if keeps else told or title,
        "verified_by": cutoff.text(event["verified_by"], year) if whole else None,
        "notes": cutoff.text(event["notes"], year) if whole else None,
    }


def _speaker(claim: Claim) -> str:
    """Who speaks, as the source names them, else by their kind: 'NRF', 'local source'."""
    kind = claim["claimant"]
    plain = kind.upper() if kind in SHORT_NAMES else kind.replace("_", " ").capitalize()
    return claim["claimant_name"] or plain


def _numbers(claims: list[Claim]) -> Set[str]:
    """All numbers that somebody had given."""
    sums = [n for c in claims for one in c["casualties"] or [] for n in (one["low"], one["high"]) if n is not None]
    return {*map(str, sums), *(number for claim in claims for number in numbers_named(claim["says"]))}
