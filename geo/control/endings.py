"""Why a state ends: because somebody says or does something else, or only because nothing more is reported."""

from __future__ import annotations

from collections.abc import Iterable

from geo.control.rules import HOLDING, State, Territory
from geo.record.records import Event
from geo.record.spans import add_days

#: Kinds of events that end a hold on ground.
ENDING = (
    "agreement",
    "government_regains_territory",
    "non_state_actor_overtakes_territory",
    "non_violent_transfer_of_territory",
)
#: Grades of events that nobody contradicts and that are not one party's word.
KNOWN = ("verified", "reported")


def runs_out(claims: Territory, events: Iterable[Event], area_id: str, day: str, before: State, after: State) -> bool:
    """Whether a state of an area ends on a day without a claim or an event that ends it.

    A claim ends it that begins on that day and names what is so from then on, or that takes the place of an earlier one;
    an event ends it that is known, moves ground and has its last day on that day or the day before.
    """
    begun = [c for c in claims.active(area_id, day) if c["valid_from"] == day and c["status"] in HOLDING]
    ended = set(before.claim_ids)
    if any(c["controller"] == after.controller or ended & set(c["supersedes"]) for c in begun):
        return False
    ended_events = {event_id for claim_id in ended for event_id in claims.claims[claim_id]["event_ids"]}
    return not any(
        _ends(event, day) for event in events if event["admin2_id"] == area_id or event["event_id"] in ended_events
    )


def _ends(event: Event, day: str) -> bool:
    return (
        event["sub_event_type"] in ENDING
        and event["verification"] in KNOWN
        and add_days(day, -1) <= event["date_end"] <= day
    )
