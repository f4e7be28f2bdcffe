"""Our own definition, for comparison: the assessed view as docs/method.md chooses it."""

from __future__ import annotations

from geo.control.definitions.answer import Answer, Material, cannot_say
from geo.control.rules import state_at


def decide(material: Material, area_id: str, day: str) -> Answer:
    """The state that the map of the assessed view shows."""
    state = state_at(material.claims, area_id, day)
    if state is None or state.controller == "unknown":
        return cannot_say("no_claim")
    return Answer(state.controller, state.status, "method", state.claim_ids[:1])


#: District, day, answer.
WORKED = (
    ("AF-BGL-dih-salah", "2021-08-23", "anti_taliban_local (contested)"),
    ("AF-PAN-shutul", "2021-09-02", "nrf (control)"),
    ("AF-PAN-bazarak", "2021-09-06", "taliban (control)"),
    ("AF-PAN-khenj-hese-awal", "2021-09-13", "taliban (contested)"),
    ("AF-FYB-maymana", "2022-01-13", "uzbek_taliban_dissidents (contested)"),
    ("AF-PAN-khenj-hese-awal", "2022-05-06", "taliban (control)"),
)
