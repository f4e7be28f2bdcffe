"""What the browser gets: the same answers as the timeline gives, and nothing that is withheld."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely

from geo.browser.base_payload import base_payload
from geo.browser.card_payload import card_payload
from geo.browser.payload import record_payload
from geo.browser.record_parts import record_parts
from geo.control.denied import denied_at
from geo.control.timeline import Timeline
from geo.record.load import DATA_DIR, Dataset
from geo.record.schema import VIEW_PERSPECTIVES
from geo.record.spans import add_days


@pytest.fixture(scope="module")
def record(line: Timeline) -> dict[str, Any]:
    return json.loads(record_payload(line))


@pytest.fixture(scope="module")
def cards(tiny: Dataset) -> dict[str, Any]:
    return json.loads(card_payload(tiny))


def at(spans: list[int], day: int) -> tuple[int, int]:
    """State and since on a day, as the browser finds them: start, state, since, start, state, since, …"""
    triples = list(zip(*[iter(spans)] * 3, strict=True))
    _, state, since = [triple for triple in triples if triple[0] <= day][-1]
    return state, since


@pytest.mark.parametrize("perspective", VIEW_PERSPECTIVES)
def test_the_states_of_every_day_are_those_of_the_timeline(line: Timeline, record: Any, perspective: str) -> None:
    for number in range(record["days"]):
        day = add_days(record["firstDay"], number)
        for index, (_, interval) in enumerate(line.states_at(day, perspective).items()):
            state, since = at(record["intervals"][perspective][index], number)
            expected = interval.state
            assert expected
            row = record["states"][state]
            assert row[:4] == [expected.controller, expected.status, expected.basis, expected.certainty]
            assert add_days(record["firstDay"], row[4]) == expected.last_confirmed
            assert [tuple(row[5]), row[6], bool(row[7])] == [expected.claim_ids, expected.told_by, expected.partial]
            assert [d[0] for d in row[8]] == [d.claim_id for d in expected.disputed]
            assert [d[0] for d in row[9]] == [d.claim_id for d in expected.active]
            assert add_days(record["firstDay"], since) == interval.since


def test_the_period_runs_to_the_last_day(line: Timeline, record: Any) -> None:
    assert (record["firstDay"], record["days"], record["version"]) == ("2021-08-15", 48, line.dataset.version)


@pytest.mark.parametrize("perspective", VIEW_PERSPECTIVES)
def test_changes_are_those_of_the_timeline(line: Timeline, record: Any, perspective: str) -> None:
    found = [
        (add_days(record["firstDay"], day), record["districts"][district][0], bool(runs_out))
        for day, rows in record["changes"][perspective]
        for district, _, _, runs_out in rows
    ]
    changes = line.changes("2021-08-16", line.dataset.last_day, perspective)
    assert found == [(c.day, c.area_id, c.runs_out) for c in changes]


@pytest.mark.parametrize("perspective", VIEW_PERSPECTIVES)
def test_denied_claims_are_those_of_each_day(line: Timeline, record: Any, perspective: str) -> None:
    areas = dict(enumerate(line.districts)) | {-1 - number: place for number, place in enumerate(line.places)}
    for number in range(record["days"]):
        rows = [rows for first, rows in record["denied"][perspective] if first <= number][-1]
        expected = denied_at(line, add_days(record["firstDay"], number), perspective)
        assert [tuple(row[1:4]) for row in rows] == [(c.claimant, c.controller, c.status) for c in expected]
        assert [[areas[a] for a in row[5:]] for row in rows] == [list(c.area_ids) for c in expected]
    assert record["deniedDays"] == [5, 7]


def test_events_stand_column_by_column(record: Any) -> None:
    events = record["events"]
    assert len({len(column) for column in events.values()}) == 1
    assert [i[-1] for i in events["id"]] == ["1", "2", "4", "5", "6"]
    assert events["point"] == [[66.5, 34.25], [67.75, 34.75], None, None, None]
    assert events["where"] == [1, 2, 4, 5, 6]
    assert [record["provinces"][p][0] if p >= 0 else None for p in events["province"]] == [
        "AF-AAA",
        "AF-BBB",
        "AF-CCC",
        None,
        None,
    ]
    assert [record["districts"][d][0] for d in events["district"] if d >= 0] == ["AF-AAA-east", "AF-BBB-ne"]
    assert (events["start"][2], events["end"][2]) == (17, 19)


def test_places_have_their_own_spans_and_one_without_a_point_is_not_drawn(record: Any) -> None:
    zones = {zone["id"]: zone for zone in record["zones"]}
    assert set(zones) == {"PL-beta", "PL-lost"}
    assert (zones["PL-beta"]["lon"], zones["PL-beta"]["lat"], zones["PL-beta"]["radiusKm"]) == (67.75, 34.75, 5)
    assert zones["PL-lost"]["lon"] is None
    assert at(zones["PL-beta"]["intervals"]["assessed"], 20)[0] == -1  # its claim has ended


def test_a_name_falls_back_to_the_actors_own(record: Any) -> None:
    assert record["actors"]["nrf"] == ["NRF", "the NRF", "The NRF", "N"]
    assert record["actors"]["civilians"] == ["Civilians", "Civilians", "Civilians", "C"]


def test_search_finds_each_spelling_once_with_its_point(record: Any) -> None:
    rows = {row[1]: row for row in record["names"]}
    assert rows["PL-alpha"] == ["places", "PL-alpha", 66.75, 34.5, "AF-AAA", "Alpha", "آلفا", "Alfa"]
    assert rows["PL-lost"][2:] == [None, None, "AF-CCC", "Lost"]
    assert rows["AF-AAA"] == ["provinces", "AF-AAA", 66.5, 34.5, None, "Aaa", "الف"]
    assert rows["nrf"] == ["actors", "nrf", None, None, None, "National Resistance Front", "NRF"]


def test_cards_hold_claims_and_sources(cards: Any) -> None:
    event = cards["events"]["EV-2021-0002"]
    assert [claim["claimant"] for claim in event["claims"]] == ["nrf", "taliban", "media"]
    assert set(cards["sources"]) >= set(event["source_ids"])
    assert [row["polarity"] for row in cards["presence"]] == ["present", "absent", "present", "present"]


@pytest.mark.parametrize(
    "secret", ["EV-2021-0003", "Household in hiding", "must not leave", "house was searched", "67.11,34.13"]
)
def test_withheld_events_never_leave(line: Timeline, secret: str) -> None:
    """Neither the event nor its number, which another event and a control claim name."""
    assert secret not in record_payload(line).decode()
    assert secret not in card_payload(line.dataset).decode()


def test_sources_of_withheld_events_never_leave(tiny: Dataset) -> None:
    assert "What is not to be told" not in card_payload(tiny).decode()


def test_text_is_utf8_and_nothing_is_nan(line: Timeline, tiny_dir: Path) -> None:
    for payload in (record_payload(line), card_payload(line.dataset), base_payload(line.dataset, tiny_dir / "basemap")):
        json.loads(payload, parse_constant=lambda name: pytest.fail(name))
        assert b"\\u" not in payload


def test_the_ground_has_rivers_towns_and_the_place_of_the_relief(line: Timeline, tiny_dir: Path) -> None:
    base = json.loads(base_payload(line.dataset, tiny_dir / "basemap"))
    drawn = [absolute(line, base["topology"]["transform"]) for line in base["rivers"]]
    assert drawn == [[[66, 34.5], [67, 34.5]], [[67, 34.5], [68, 34.5]], [[68, 34.6], [69, 34.6]]]
    assert base["towns"] == [["Alpha", 66.75, 34.5, 20000, "PL-alpha"]]
    assert base["relief"] == [[34, 66], [35, 69]]


def absolute(line: list[list[int]], transform: dict[str, list[float]]) -> list[list[float]]:
    """A line as degrees, as the browser works them out."""
    points = np.cumsum(line, axis=0) * transform["scale"] + transform["translate"]
    return np.round(points, 9).tolist()


def test_lines_of_the_ground_lie_within_eleven_metres_and_still_meet(shipped_line: Timeline) -> None:
    basemap = DATA_DIR / "basemap"
    exact = json.loads((basemap / "admin.topojson").read_text("utf-8"))
    drawn = json.loads(base_payload(shipped_line.dataset, basemap))["topology"]
    assert drawn["objects"] == exact["objects"] and len(drawn["arcs"]) == len(exact["arcs"])
    ends: dict[tuple[float, ...], set[tuple[float, ...]]] = {}
    for one, other in zip(exact["arcs"], drawn["arcs"], strict=True):
        fine, coarse = absolute(one, exact["transform"]), absolute(other, drawn["transform"])
        assert len(coarse) >= 2
        assert shapely.hausdorff_distance(shapely.LineString(fine), shapely.LineString(coarse)) <= 1e-4
        for at in (0, -1):
            ends.setdefault(tuple(fine[at]), set()).add(tuple(coarse[at]))
    assert all(len(places) == 1 for places in ends.values())  # what met in a point meets in a point


def test_the_three_parts_of_the_record_are_the_whole(line: Timeline) -> None:
    whole = json.loads(record_payload(line))
    first, marks, names = (json.loads(record_parts(line)[name]) for name in ("record", "marks", "names"))
    assert first["events"].keys().isdisjoint(marks["events"]) and "title" not in marks["events"]
    first["events"] |= marks["events"] | {"title": names["titles"]}
    first["districts"] = [head + rest for head, rest in zip(first["districts"], marks["districts"], strict=True)]
    assert first | {"names": names["names"]} == whole
