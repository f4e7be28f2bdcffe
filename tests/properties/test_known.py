"""Whatever the cut-off: the last day's record is the record, nothing known is lost later, and nothing later is told.

`KNOWN_EXAMPLES=5000` looks at that many days and cut-offs.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from geo.answers.day import presence_of_day, state_of_day
from geo.answers.events import events_answer, events_of
from geo.answers.known import with_known
from geo.answers.record import Record
from geo.answers.rests import claims
from geo.control.rules import HOLDING, state_at
from geo.control.timeline import Timeline
from geo.known.record import dataset_known_by
from geo.record.load import Dataset, load
from geo.record.records import Event
from geo.record.schema import FILES
from geo.record.spans import add_days, days_between

EXAMPLES = int(os.environ.get("KNOWN_EXAMPLES", "200"))
#: The day on which we wrote a record down; it is told with every record, and is no day of what it tells.
OUR_OWN = ("recorded_on",)
TABLES = ("sources", "events", "control_claims", "presence", "statistics", "undated", "moments")
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
ISO, WORDED = re.compile(r"20\d\d-\d\d-\d\d"), re.compile(rf"(?:(\d\d?) )?({'|'.join(MONTHS)}) (20\d\d)")
SOURCE = re.compile(r"SRC-\d{4}")


@lru_cache(maxsize=1)
def record() -> Dataset:
    return load()


@lru_cache(maxsize=1)
def published() -> dict[str, str | None]:
    return {source["source_id"]: source["date"] for source in record().records("sources")}


def all_days() -> int:
    return days_between(record().first_day, record().last_day)


@st.composite
def days(draw: st.DrawFn) -> tuple[str, str, str]:
    """A day, a cut-off on or after it, and a later cut-off."""
    numbers = sorted(draw(st.lists(st.integers(0, all_days()), min_size=3, max_size=3)))
    return tuple(add_days(record().first_day, number) for number in numbers)  # type: ignore[return-value]


def ids(dataset: Dataset, name: str) -> set[str]:
    return {record[FILES[name].id_field] for record in dataset.records(name)}


def answer(dataset: Dataset, day: str) -> dict[str, Any]:
    """What may be asked of a day, in one: the state, the events of a month, claims, lists, what came later."""
    line = Timeline(dataset)
    query = {"from": add_days(day, -29), "to": day}
    return {
        "at": {view: with_known(state_of_day(line, day, view), line, {"date": day}) for view in ("assessed", "nrf")},
        "events": events_answer(dataset, query, events_of(line, query)),
        "claims": claims(Record(line), {"date": day}),
        "presence": presence_of_day(line, day),
        "sources": [s for s in dataset.records("sources") if (s["date"] or day) >= add_days(day, -60)],
    }


def values(found: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of an answer, with the key that it stands under."""
    if isinstance(found, dict):
        for name, value in found.items():
            yield from values(value, name)
    elif isinstance(found, list | tuple):
        for value in found:
            yield from values(value, key)
    elif isinstance(found, str):
        yield key, found


def later_days(found: Any, cutoff: str) -> list[str]:
    """The days in an answer that lie after the cut-off: as numbers or in words, in whatever text."""
    later = []
    for key, text in values(found):
        if key in OUR_OWN:
            continue
        named = ISO.findall(text)
        named += [f"{y}-{MONTHS.index(m) + 1:02d}-{int(d or 1):02d}" for d, m, y in WORDED.findall(text)]
        later += [day for day in named if day > cutoff]
    return later


def later_sources(found: Any, cutoff: str) -> list[str]:
    """The sources in an answer that were published after the cut-off."""
    named = set(SOURCE.findall(json.dumps(found)))
    return sorted(one for one in named if (published()[one] or "") > cutoff)


def told_on(claim: Any) -> str:
    return claim["reported_on"] or min((published()[one] or "" for one in claim["source_ids"]), default="")


def later_tolls(found: list[Event], cutoff: str) -> list[Any]:
    """Numbers of dead and wounded in an answer that only somebody gave who spoke after the cut-off."""
    later = []
    for event in found:
        full = record().by_id("events")[event["event_id"]]
        then = [toll for claim in full["claims"] if told_on(claim) <= cutoff for toll in claim["casualties"] or []]
        later += [toll for claim in event["claims"] for toll in claim["casualties"] or [] if toll not in then]
    return later


def later_grades(found: list[Event], cutoff: str) -> list[str]:
    """Events whose dispute, in an answer, rests on a denial that was only told after the cut-off."""
    later = []
    for event in found:
        denials = [c for c in record().by_id("events")[event["event_id"]]["claims"] if c["stance"] == "denies"]
        is_later = bool(denials) and all(told_on(claim) > cutoff for claim in denials)
        if event["verification"] in ("disputed", "refuted") and is_later:
            later.append(event["event_id"])
    return later


def test_known_by_the_last_day_is_the_record_itself() -> None:
    assert dataset_known_by(record(), record().last_day) is record()
    assert dataset_known_by(record(), "2030-01-01") is record()


@given(days())
@settings(max_examples=EXAMPLES)
def test_a_later_cutoff_loses_nothing_that_was_known(three: tuple[str, str, str]) -> None:
    _, first, second = three
    then, later = dataset_known_by(record(), first), dataset_known_by(record(), second)
    for name in TABLES:
        assert ids(then, name) <= ids(later, name)
    ends = {claim["claim_id"]: claim["valid_to"] for claim in later.records("control_claims")}
    for claim in then.records("control_claims"):
        assert claim["valid_to"] in (None, ends[claim["claim_id"]])


@given(days())
@settings(max_examples=EXAMPLES)
def test_a_state_of_a_day_gives_way_only_to_what_was_told_later(three: tuple[str, str, str]) -> None:
    day, first, second = three
    then, later = dataset_known_by(record(), first), dataset_known_by(record(), second)
    told = {claim["claim_id"]: claim for claim in then.records("control_claims")}
    changed = {c["claim_id"] for c in later.records("control_claims") if not same(told.get(c["claim_id"]), c)}
    one, other = Timeline(then), Timeline(later)
    for area_id in one.districts:
        was, now = (state_at(line.claims, area_id, day) for line in (one, other))
        if (was and was.holding) != (now and now.holding):
            about = {c["claim_id"] for c in other.claims.by_area[area_id]}
            assert about & changed, (area_id, day, first, second)


def same(one: Any, other: Any) -> bool:
    """Whether a claim is told alike: its end and its certainty, where it says who holds ground."""
    fields = ("valid_to", "certainty", "status")
    return one is not None and (other["status"] not in HOLDING or all(one[f] == other[f] for f in fields))


@given(days())
@settings(max_examples=EXAMPLES)
def test_nothing_later_is_told_anywhere_in_an_answer(three: tuple[str, str, str]) -> None:
    day, cutoff, _ = three
    found = answer(dataset_known_by(record(), cutoff), day)
    if cutoff < record().last_day:
        assert later_days(found, cutoff) == []
        assert later_sources(found, cutoff) == []
        assert later_tolls(found["events"]["events"], cutoff) == []
        assert later_grades(found["events"]["events"], cutoff) == []


def test_the_search_finds_what_is_later_in_the_answer_of_now() -> None:
    """The search itself is tried on the record as it is: there it must find each kind."""
    found = answer(record(), "2021-09-06")
    assert later_days(found, "2021-09-06")
    assert later_sources(found, "2021-09-06")
    assert later_tolls(found["events"]["events"], "2021-09-03")
    assert later_grades(found["events"]["events"], "2021-09-03")
