"""Pages that retell one report are one origin."""

from __future__ import annotations

from typing import Any, cast

import pytest

from geo.queries.origins import PARTY_VOICES, Origins, circles, origins_in, origins_of
from geo.record.load import load
from geo.record.records import Event, Source
from geo.wording.words import origins_in_words


def source(source_id: str, **fields: Any) -> Source:
    usual = {"publisher": f"Paper {source_id}", "kind": "local_media", "party_near": None}
    empty: dict[str, Any] = {"copy_of": [], "seen_through": [], "retells": None}
    return cast(Source, {"source_id": source_id, **usual, **empty, **fields})


def of(*sources: Source) -> dict[str, Source]:
    return {one["source_id"]: one for one in sources}


def event(*source_ids: str) -> Event:
    return cast(Event, {"source_ids": list(source_ids)})


AGENCY = source("A", publisher="Agency")


@pytest.mark.parametrize(
    ("sources", "named", "origins"),
    [
        ([AGENCY, source("B")], "AB", {"Agency", "Paper B"}),
        ([AGENCY, source("B", copy_of=["A"]), source("C", copy_of=["B"])], "ABC", {"Agency"}),
        ([AGENCY, source("B", copy_of=["A"]), source("C", copy_of=["B"])], "BC", {"Agency"}),
        ([source("B", retells="Aamaj News"), source("C", retells="Aamaj News")], "BC", {"Aamaj News"}),
        ([AGENCY, source("B", copy_of=["A"], retells="Aamaj News")], "AB", {"Agency", "Aamaj News"}),
        ([source("A", seen_through=["B"]), source("B")], "AB", {"Paper A"}),
        ([source("A", kind="party"), source("B", kind="encyclopedia"), source("C", party_near="nrf")], "ABC", set()),
        ([source("A", kind="party"), source("B", copy_of=["A"])], "AB", set()),
        ([source("A", copy_of=["B"]), source("B", copy_of=["A"])], "AB", set()),
        ([source("A", publisher=None)], "A", {"A"}),
        ([source("A", publisher="Bakhtar", party_near="taliban"), source("B", retells="Bakhtar")], "B", set()),
        ([source("A", retells="Pakistan’s army (ISPR)"), source("B", retells="RTA Dari")], "AB", set()),
        ([source("A", retells="Pakistan’s army (ISPR)"), source("B")], "AB", {"Paper B"}),
    ],
)
def test_origins_of_an_event(sources: list[Source], named: str, origins: set[str]) -> None:
    assert Origins(of(*sources)).independent(event(*named)) == origins


def test_each_root_of_a_page_that_retells_two() -> None:
    page = source("C", copy_of=["A", "B"])
    assert origins_of("C", of(AGENCY, source("B"), page)) == {"A", "B"}


def test_circles_are_found_once() -> None:
    ring = [source("C", copy_of=["E", "A"]), source("A", copy_of=["B"]), source("B", copy_of=["C"])]
    assert circles([*ring, source("D", copy_of=["A"]), source("E")]) == [["A", "B", "C"]]


def test_the_shipped_record_has_no_circle_and_never_more_origins_than_sources() -> None:
    dataset = load()
    sources, origins = dataset.by_id("sources"), origins_in(dataset)
    assert circles(dataset.records("sources")) == []
    for one in dataset.records("events"):
        retold = sum(len(sources[s]["copy_of"]) + bool(sources[s]["retells"]) for s in one["source_ids"])
        assert len(origins.independent(one)) <= len(one["source_ids"]) + retold


def test_a_party_s_voice_is_written_as_the_sources_write_it() -> None:
    assert {one["retells"] for one in load().records("sources")} >= PARTY_VOICES


def test_the_origins_of_each_event_are_told_as_they_are_counted() -> None:
    record = load()
    origins = origins_in(record)
    seen = set()
    for one in record.records("events"):
        message, count = origins_in_words(record, one), len(origins.independent(one))
        assert message.startswith({0: "No independent", 1: "One independent"}.get(count, f"{count} independent"))
        seen.add(min(count, 2))
    assert seen == {0, 1, 2}


def test_sources_are_looked_through_once_for_all_that_is_told() -> None:
    """The same as when each event and claim is asked of by itself, from a fresh look at the sources."""
    record = load()
    told = [*record.records("events")[:100], *record.records("control_claims")]
    at_once = [origins_in(record).independent(one) for one in told]
    assert origins_in(record) is origins_in(record) and {len(found) for found in at_once} >= {0, 1, 2}
    assert at_once == [Origins(record.by_id("sources")).independent(one) for one in told]
