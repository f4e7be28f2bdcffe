"""Two states side by side: what an address asks for, and what differs."""

from __future__ import annotations

import pytest

from geo.address.compare import Side, Sides, sides_from_query, sides_to_query
from geo.address.view import ViewState, first_view
from geo.control.difference import difference, holding_words
from geo.control.intervals import who_holds
from geo.control.timeline import Timeline
from geo.record.load import Dataset
from geo.record.schema import PERSPECTIVES

DAYS = ("2021-08-15", "2021-08-24", "2021-09-05")


def test_round_trip(tiny: Dataset) -> None:
    sides = Sides(Side("2021-08-20", "nrf"), Side("2021-09-07", "taliban"))
    assert sides_from_query(sides_to_query(sides), first_view(tiny), tiny) == (sides, [])
    assert sides.swapped().swapped() == sides


def test_two_views_of_one_day(tiny: Dataset) -> None:
    view = ViewState(date="2021-08-24")
    sides, refused = sides_from_query({"pa": "nrf", "pb": "taliban"}, view, tiny)
    assert sides == Sides(Side("2021-08-24", "nrf"), Side("2021-08-24", "taliban")) and not refused
    both, _ = sides_from_query({}, ViewState(date="2021-08-24", perspective="both"), tiny)
    assert both == sides


def test_what_the_address_leaves_out_comes_from_the_view(tiny: Dataset) -> None:
    sides, _ = sides_from_query({}, ViewState(date="2021-09-20", since="2021-08-20", perspective="nrf"), tiny)
    assert sides == Sides(Side("2021-08-20", "nrf"), Side("2021-09-20", "nrf"))
    for view in (first_view(tiny), ViewState(date="2021-09-20"), ViewState(date="2021-08-16")):
        sides, refused = sides_from_query({}, view, tiny)
        assert tiny.first_day <= sides.a.day < sides.b.day <= tiny.last_day and not refused


@pytest.mark.parametrize("key", ["a", "b", "pa", "pb"])
@pytest.mark.parametrize("junk", ["", "<b>", "2021-02-30", "1400-05-24", "both"])
def test_junk_is_told_and_falls_back(tiny: Dataset, key: str, junk: str) -> None:
    sides, refused = sides_from_query({key: junk}, first_view(tiny), tiny)
    assert [problem.key for problem in refused] == [key]
    assert {sides.a.perspective, sides.b.perspective} <= set(PERSPECTIVES)


@pytest.mark.parametrize("perspective", PERSPECTIVES)
@pytest.mark.parametrize(("first", "second"), [(a, b) for a in DAYS for b in DAYS])
def test_the_difference_of_two_days_is_that_of_the_timeline(
    line: Timeline, perspective: str, first: str, second: str
) -> None:
    answer = difference(line, Sides(Side(first, perspective), Side(second, perspective)))
    changes = line.diff(first, second, perspective)
    assert [(row.admin2_id, row.before, row.after) for row in answer.districts] == [
        (change.area_id, who_holds(change.before), who_holds(change.after)) for change in changes
    ]
    assert sum(area.districts for area in answer.areas) == len(changes)
    assert sum(area.area_km2 for area in answer.areas) == pytest.approx(sum(row.area_km2 for row in answer.districts))


def test_two_views_of_a_day_differ_both_ways_alike(line: Timeline) -> None:
    sides = Sides(Side("2021-08-24", "nrf"), Side("2021-08-24", "taliban"))
    there, back = difference(line, sides), difference(line, sides.swapped())
    assert [(r.before, r.after) for r in there.districts] == [(r.after, r.before) for r in back.districts]
    assert there.districts


def test_plain_data_names_holdings_in_words(line: Timeline) -> None:
    found = difference(line, Sides(Side("2021-08-24", "assessed"), Side("2021-09-05", "assessed")))
    plain = found.as_json()
    assert [row["before"] for row in plain["districts"]] == [holding_words(row.before) for row in found.districts]
    assert {"nrf (control)", "taliban (control)"} <= {row["before"] for row in plain["districts"]} | {
        row["after"] for row in plain["districts"]
    }
    assert holding_words(None) == "unknown" and isinstance(plain["districts"][0]["claim_ids"], list)
