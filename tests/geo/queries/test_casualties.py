"""Losses stay with the claimant who gave them."""

from __future__ import annotations

from geo.control.timeline import Timeline
from geo.queries.casualties import ledger


def test_one_claimants_number_is_never_added_to_anothers(line: Timeline) -> None:
    """Of the Taliban's dead on 24 August the NRF says 10 to 20, the press 2 to 5; the Taliban deny the event."""
    entries = ledger(line, "2021-08-15", "2021-10-01").entries
    assert [(e.claimant, e.side, e.low, e.high) for e in entries] == [
        ("media", "taliban", 2, 5),
        ("nrf", "taliban", 10, 20),
    ]
