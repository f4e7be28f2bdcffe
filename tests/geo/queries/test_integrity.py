"""What a curator should look at: denials that are no claims, and days that no page gives."""

from __future__ import annotations

from typing import Any, cast

import pytest

from geo.queries.integrity import (
    claims_denied,
    is_dated_by_no_day,
    is_denied_only_in_notes,
    is_said_after_its_source,
    is_told_from_outside,
    publishers_of_two_kinds,
    suspected_duplicates,
    wordless_sources,
)
from geo.record.records import ControlClaim, Event, Source


def claim(**fields: Any) -> dict[str, Any]:
    return {"claimant": "media", "stance": "affirms", "reported_on": None, "source_ids": ["A"], **fields}


def event(*claims: dict[str, Any], notes: str | None = None, verification: str = "reported") -> Event:
    return cast(Event, {"claims": list(claims), "notes": notes, "verification": verification})


def sources(**days: str | None) -> dict[str, Source]:
    notes = {name: None if day else "May 2022; day not known" for name, day in days.items()}
    return {name: cast(Source, {"date": day, "date_note": notes[name]}) for name, day in days.items()}


@pytest.mark.parametrize(
    ("told", "is_found"),
    [
        (event(claim(), notes="The Taliban denied it."), True),
        (event(claim(), notes="A statement called conditions normal."), True),
        (event(claim(), notes="It was called a raid. The day is normal."), False),
        (event(claim(), notes=None), False),
        (event(claim(), notes="The Taliban denied it.", verification="disputed"), False),
        (event(claim(), claim(stance="denies"), notes="The Taliban denied it."), False),
    ],
)
def test_a_denial_belongs_into_a_claim(told: Event, is_found: bool) -> None:
    assert is_denied_only_in_notes(told) is is_found


@pytest.mark.parametrize(
    ("said_on", "days", "is_found"),
    [
        ("2022-04-29", {"A": "2022-04-29", "B": "2022-04-28"}, True),
        ("2022-04-28", {"A": "2022-04-29", "B": "2022-04-28"}, False),
        ("2022-04-28", {"A": None, "B": None}, False),
        (None, {"A": "2022-04-29", "B": "2022-04-28"}, False),
    ],
)
def test_nothing_is_said_after_the_page_that_has_it(
    said_on: str | None, days: dict[str, str | None], is_found: bool
) -> None:
    told = event(claim(reported_on=said_on, source_ids=["A", "B"]))
    assert is_said_after_its_source(told, sources(**days)) is is_found


@pytest.mark.parametrize(
    ("fields", "day", "is_found"),
    [
        ({"reported_on": "2022-10-09", "claimant": "ngo"}, None, True),
        ({"reported_on": "2022-10-09", "claimant": "aff"}, None, False),
        ({"reported_on": "2022-10-09", "claimant": "ngo"}, "2022-10-09", False),
        ({"claimant": "ngo"}, None, False),
    ],
)
def test_a_page_without_a_day_dates_nothing(fields: dict[str, Any], day: str | None, is_found: bool) -> None:
    assert is_dated_by_no_day(event(claim(**fields)), sources(A=day)) is is_found


def test_every_source_of_an_event_says_something() -> None:
    told = event(claim(source_ids=["A"]), claim(source_ids=["A", "C"]))
    assert wordless_sources(cast(Event, {**told, "source_ids": ["A", "B", "C"]})) == ["B"]


@pytest.mark.parametrize(
    ("notes", "is_found"),
    [
        ("Five killed (a paper, not in the list of sources).", True),
        ("Reports of that day, not among the sources here, have nine.", True),
        ("The place is not in the sources’ words.", False),
        (None, False),
    ],
)
def test_a_page_that_the_notes_retell_is_a_source(notes: str | None, is_found: bool) -> None:
    assert is_told_from_outside(event(claim(), notes=notes)) is is_found


@pytest.mark.parametrize(
    ("certainty", "claimant", "is_found"),
    [("C", "taliban", True), ("D", "taliban", False), ("C", "nrf", False), ("B", "taliban", False)],
)
def test_one_side_alone_is_not_denied(certainty: str, claimant: str, is_found: bool) -> None:
    told = cast(Event, {**event(claim(), claim(stance="denies", claimant="nrf")), "event_id": "E"})
    fields = {"claim_id": "K", "certainty": certainty, "claimant": claimant, "event_ids": ["E"]}
    assert claims_denied([cast(ControlClaim, fields)], [told]) == (["K"] if is_found else [])


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ({}, []),
        ({"kind": "blog"}, ["Paper"]),
        ({"party_near": "nrf"}, ["Paper"]),
        ({"kind": "blog", "publisher": "Another"}, []),
        ({"kind": "blog", "publisher": None}, []),
    ],
)
def test_a_publisher_is_of_one_kind(other: dict[str, Any], found: list[str]) -> None:
    usual = {"publisher": "Paper", "kind": "local_media", "party_near": None}
    pages = [cast(Source, usual), cast(Source, usual | other)]
    assert publishers_of_two_kinds(pages) == found


def incident(event_id: str, **fields: Any) -> Event:
    usual = {
        "event_id": event_id, "date_start": "2022-05-01", "date_precision": 1, "admin2_id": "AF-BGL-andarab", "related_ids": [],
        "event_type": "battles", "side_a": ["nrf"], "side_b": ["taliban"], "source_ids": ["A"],
    }  # fmt: skip
    return cast(Event, usual | fields)


@pytest.mark.parametrize(
    ("other", "is_found"),
    [
        ({"source_ids": ["B"]}, True),  # alike
        ({"source_ids": ["B"], "date_start": "2022-05-02"}, True),
        ({"source_ids": ["B"], "date_start": "2022-05-03"}, False),
        ({"source_ids": ["B"], "event_type": "protests"}, False),
        ({"source_ids": ["B"], "side_a": ["aff"]}, False),
        ({"event_type": "violence_against_civilians", "side_a": [], "source_ids": ["B", "A"]}, True),  # of one page
        ({"event_type": "protests", "date_start": "2022-05-02"}, False),
        ({"event_type": "protests", "admin2_id": None}, False),
        ({"related_ids": ["EV-1"]}, False),
        ({"date_precision": 3}, False),
    ],
)
def test_what_may_be_told_twice_is_found(other: dict[str, Any], is_found: bool) -> None:
    pair = [incident("EV-1"), incident("EV-2", **other)]
    assert suspected_duplicates(pair) == suspected_duplicates(pair[::-1]) == ([["EV-1", "EV-2"]] if is_found else [])
