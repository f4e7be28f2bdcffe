"""By ACLED's published rules for its map of Syria, applied by us: ground is held by who took it last in a recorded event.

What they say: control, contestation and activity are three things. A change of control is an event of its own, in which
territory is taken by force, taken back by a government, or handed over; what lasts no longer than a day is a clash. The page
on Syria could be read at its beginning only: its steps of calculation are not applied.
"""

from __future__ import annotations

from geo.control.definitions.answer import (
    CONTESTED,
    CONTROL,
    Answer,
    Material,
    cannot_say,
    first_in_rank,
    names_holder,
)
from geo.control.endings import KNOWN
from geo.control.rules import Record
from geo.record.spans import add_days

EXCHANGES = (
    "government_regains_territory",
    "non_state_actor_overtakes_territory",
    "non_violent_transfer_of_territory",
)


def decide(material: Material, area_id: str, day: str) -> Answer:
    """The last exchange that is recorded, or fighting without one; before any, who held it on the first day."""
    told = {c["claim_id"]: c for c in material.holding(area_id, day) if c["certainty"] in "ABC"}
    steps = {claim_id: step for claim_id, claim in told.items() if (step := _step(material, claim))}
    claim = first_in_rank([told[claim_id] for claim_id in steps])
    if claim is None:
        return cannot_say("no_event", list(told.values()))
    step = steps[claim["claim_id"]]
    return names_holder(claim, CONTESTED if step == "fought" else CONTROL, step)


def _step(material: Material, claim: Record) -> str:
    """What events say of a claim: ground changed hands, it was fought over, or it was so from the first day; '' nothing."""
    events = material.events_of(claim)
    end = material.claims.ends[claim["claim_id"]]
    lasts = end is None or end > add_days(claim["valid_from"], 1)
    exchanged = any(e["sub_event_type"] in EXCHANGES and e["verification"] in KNOWN for e in events)
    clashed = any(e["sub_event_type"] == "armed_clash" and e["verification"] != "refuted" for e in events)
    if exchanged and lasts:
        return "exchanged"
    if exchanged or (clashed and claim["status"] == CONTESTED):
        return "fought"
    return "before_exchanges" if claim["valid_from"] == material.first_day else ""


WORKED = (
    ("AF-BGL-andarab", "2021-08-20", "anti_taliban_local (contested)"),
    ("AF-BGL-dih-salah", "2021-08-23", "anti_taliban_local (control)"),
    ("AF-PAN-shutul", "2021-09-02", "nrf (control)"),
    ("AF-PAN-khenj-hese-awal", "2021-09-13", "taliban (control)"),
    ("AF-FYB-maymana", "2022-01-13", "uzbek_taliban_dissidents (control)"),
)
