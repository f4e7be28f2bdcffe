"""Which months are silent: none in which somebody unidentified attacked the Taliban."""

from __future__ import annotations

from typing import Any

import pytest

from geo.queries.activity import may_be_opposition_activity
from geo.queries.coverage import coverage


@pytest.mark.parametrize(
    ("kind", "sides", "expected"),
    [
        ("battles", (["nrf"], ["taliban"]), True),
        ("explosions", (["unidentified"], ["taliban"]), True),
        ("explosions", (["taliban"], ["unidentified"]), True),
        ("explosions", (["unidentified"], ["civilians"]), False),
        ("explosions", (["iskp"], ["taliban"]), False),
        ("protests", (["unidentified"], ["taliban"]), False),
        ("battles", (["unidentified", "taliban"], []), True),
    ],
)
def test_what_may_be_activity_of_the_opposition(kind: str, sides: Any, expected: bool) -> None:
    event: Any = {"event_type": kind, "side_a": sides[0], "side_b": sides[1]}
    assert may_be_opposition_activity(event) is expected


def test_no_silent_month_of_the_record_has_an_armed_event_of_somebody_unidentified(shipped_line: Any) -> None:
    silent = {month for quarter in coverage(shipped_line) for month in quarter.silent_months}
    armed = [e for e in shipped_line.dataset.records("events") if may_be_opposition_activity(e)]
    single = [e for e in armed if e["date_precision"] <= 3 and e["where_precision"] <= 4 and e["country"] == "AF"]
    assert not silent & {event["date_start"][:7] for event in single if event["sensitivity"] != "withheld"}
