"""What could be known by a day, on records made for it: claims, tolls, grades, ends, and what is counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from geo.control.timeline import Timeline
from geo.known.cutoff import Cutoff
from geo.known.days import source_days
from geo.known.events import event_then
from geo.known.later import known_counts
from geo.known.others import source_then
from geo.known.record import dataset_known_by
from geo.known.texts import days_named, numbers_named
from geo.known.titles import without_judgement
from geo.record.geojson import Row
from geo.record.load import Dataset
from geo.wording.seen import clock_words, known_words

KEYS = {"sources": "source_id", "events": "event_id", "control_claims": "claim_id"}
EARLY, LATE = "SRC-0001", "SRC-0002"


def with_sources(dataset: Dataset, days: dict[str, str | None]) -> Dataset:
    """The record with the days of some of its sources changed."""
    rows = tuple(
        replace(row, record=row.record | {"date": days.get(row.record["source_id"], row.record["date"])})
        for row in dataset.tables["sources"]
    )
    return replace(dataset, tables={**dataset.tables, "sources": rows}, _index={})


def with_event(dataset: Dataset, **changed: Any) -> Dataset:
    """The record with one event only, told by two claims: an early one, and a later denial with other numbers."""
    row: Row = dataset.tables["events"][0]
    said = {"claimant_name": None, "stance": "affirms", "casualties": [], "reported_on": None}
    first = said | {
        "claimant": "nrf", "says": "They took the post and killed 3.", "source_ids": [EARLY],
        "casualties": [{"side": "taliban", "kind": "killed", "low": 3, "high": 3, "text": None}],
    }  # fmt: skip
    denial = said | {"claimant": "taliban", "says": "Nothing of it is true.", "stance": "denies", "source_ids": [LATE]}
    event = {
        "date_start": "2021-08-20", "date_end": "2021-08-20", "verification": "disputed", "claims": [first, denial],
        "title": "NRF says it took a post; Taliban deny", "summary": "Told and denied.", "known_from": "2021-08-21",
        "source_ids": [EARLY, LATE], "notes": None, "reported_on": None, "related_ids": [],
    }  # fmt: skip
    made = replace(row, record=row.record | event | changed)
    tables = {**dataset.tables, "events": (made,), "moments": ()}
    return with_sources(replace(dataset, tables=tables, _index={}), {EARLY: "2021-08-21", LATE: "2021-08-25"})


def the_event(dataset: Dataset) -> Any:
    (event,) = dataset.records("events")
    return event


def test_an_event_is_there_from_the_day_on_which_it_was_told(tiny: Dataset) -> None:
    record = with_event(tiny)
    assert dataset_known_by(record, "2021-08-20").records("events") == []
    assert the_event(dataset_known_by(record, "2021-08-21"))["source_ids"] == [EARLY]


def test_a_later_denial_is_in_no_grade_claim_title_or_summary(tiny: Dataset) -> None:
    then = the_event(dataset_known_by(with_event(tiny), "2021-08-24"))
    assert then["verification"] == "claimed"
    assert [claim["claimant"] for claim in then["claims"]] == ["nrf"]
    assert then["title"] == "NRF says it took a post"
    assert then["summary"] == "NRF: They took the post and killed 3."
    now = the_event(dataset_known_by(with_event(tiny), "2021-08-25"))
    assert (now["verification"], now["title"]) == ("disputed", "NRF says it took a post; Taliban deny")


def test_a_toll_that_was_given_later_is_in_no_title(tiny: Dataset) -> None:
    title = "Nine killed when the NRF takes 9 posts"
    then = the_event(dataset_known_by(with_event(tiny, title=title, place_name="Alpha"), "2021-08-24"))
    assert "9" not in then["title"] and then["title"].endswith(", Alpha")
    assert then["claims"][0]["casualties"][0]["low"] == 3


def test_a_verified_event_is_verified_from_a_monitors_own_word_on(tiny: Dataset) -> None:
    record = with_event(tiny, verification="verified")
    assert the_event(dataset_known_by(record, "2021-08-24"))["verification"] == "claimed"
    claims = the_event(record)["claims"]
    monitor = claims[0] | {"claimant": "un"}
    told = with_event(tiny, verification="verified", claims=[monitor, claims[1]])
    assert the_event(dataset_known_by(told, "2021-08-24"))["verification"] == "verified"


def test_what_nothing_dates_is_not_hidden_but_counted(tiny: Dataset) -> None:
    record = with_sources(with_event(tiny, known_from=None), {EARLY: None, LATE: None})
    then = dataset_known_by(record, "2021-08-20")
    assert the_event(then)["known_from"] is None
    counts = known_counts(then, "2021-08-20", "2021-08-20")
    assert counts is not None and counts.day_unknown >= 1
    assert dataset_known_by(record, "2021-08-19").records("events") == [], "not before it happened"


def test_what_came_later_is_counted_for_the_days_on_show(tiny: Dataset) -> None:
    record = with_event(replace(tiny, tables={**tiny.tables, "control_claims": ()}, _index={}))
    then = dataset_known_by(record, "2021-08-20")
    counts = [known_counts(then, day, day) for day in ("2021-08-19", "2021-08-20")]
    assert [count and count.later for count in counts] == [0, 1]
    assert known_counts(tiny, "2021-08-20", "2021-08-20") is None
    assert known_words(then, "2021-08-20", "2021-08-20").startswith("As known on 20 August 2021. ")
    assert known_words(tiny, "2021-08-20", "2021-08-20") == ""
    assert "could be known by the end of 20 August 2021" in clock_words(then)


def test_an_end_that_was_told_later_is_open(with_claims: Callable[..., Dataset]) -> None:
    """A holder is on the map until somebody tells of the next one, whenever that one began."""
    base = {"area_type": "country", "area_ids": ["AF"], "known_from": "2021-08-15"}
    held = {"controller": "nrf", "valid_from": "2021-08-18", "valid_to": "2021-08-22", "known_from": "2021-08-18"}
    taken = {"controller": "taliban", "valid_from": "2021-08-22", "known_from": "2021-08-26"}
    record = with_sources(with_claims(base, held, taken), {EARLY: "2021-08-15", LATE: "2021-08-15"})
    for cutoff, holder in (("2021-08-25", "nrf"), ("2021-08-26", "taliban")):
        (area,) = with_area(record)
        state = Timeline(dataset_known_by(record, cutoff)).states_at("2021-08-24")[area].state
        assert state is not None and state.controller == holder


def with_area(dataset: Dataset) -> set[str]:
    return {one for claim in dataset.records("control_claims")[1:] for one in claim["area_ids"]}


def test_a_state_that_only_runs_out_has_run_out_on_its_own_day(with_claims: Callable[..., Dataset]) -> None:
    base = {"area_type": "country", "area_ids": ["AF"], "known_from": "2021-08-15"}
    held = {"controller": "nrf", "valid_from": "2021-08-18", "valid_to": "2021-08-22", "known_from": "2021-08-18"}
    record = with_sources(with_claims(base, held), {EARLY: "2021-08-15", LATE: "2021-08-15"})
    ends = [
        dataset_known_by(record, day).records("control_claims")[1]["valid_to"] for day in ("2021-08-21", "2021-08-22")
    ]
    assert ends == [None, "2021-08-22"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 6 September", ("2021-09-06", "2021-09-06")),
        ("6 to 13 September 2022, then May 2023", ("2022-09-13", "2023-05-01")),
        ("see SRC-2023 and EV-2024-0001", None),
        ("since 2021-09", ("2021-09-01", "2021-09-01")),
        ("September 7, 2021 and 2025", ("2021-09-07", "2025-01-01")),
        ("2,000 fighters may march", None),
    ],
)
def test_the_days_that_a_text_names(text: str, found: tuple[str, str] | None) -> None:
    assert days_named(text, "2021") == found


def test_a_text_may_be_told_unless_it_names_what_is_later() -> None:
    cutoff = Cutoff("2021-09-05", {}, {"CC-0002"})
    assert cutoff.may_tell("as CC-0002 says for 5 September", "2021")
    assert not cutoff.may_tell("until 6 September", "2021") and not cutoff.may_tell("see CC-0003", "2021")


def test_numbers_of_a_text_are_no_days() -> None:
    assert numbers_named("On 6 September 2021 two of 1,000 died") == {"2", "1000"}


def test_a_title_without_how_the_claim_fared() -> None:
    assert without_judgement("Taliban claim all of Panjshir; refuted") == "Taliban claim all of Panjshir"
    assert without_judgement("Family deny it") == ""


def test_a_day_before_the_period_is_refused(tiny: Dataset) -> None:
    with pytest.raises(ValueError, match="before the period"):
        dataset_known_by(tiny, "2021-08-14")


@pytest.mark.parametrize("day", ["2021-09-05", "2022-06-01", "2025-01-01"])
def test_what_is_settled_is_what_would_be_worked_out(shipped: Dataset, day: str) -> None:
    """The shorter way for records of which all could be said gives the same as the longer one."""
    then = dataset_known_by(shipped, day)
    ids = {row.record[key] for name, key in KEYS.items() for row in then.tables[name]}
    cutoff = Cutoff(day, source_days(shipped), ids)
    for event in then.records("events"):
        assert event == event_then(shipped.by_id("events")[event["event_id"]], cutoff)
    for source in then.records("sources"):
        assert source == source_then(shipped.by_id("sources")[source["source_id"]], cutoff)
