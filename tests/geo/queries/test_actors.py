"""What the record holds of an actor: its events, its claims, its areas, and the filter by a branch of their tree."""

from __future__ import annotations

import pytest

from geo.address.actor_tree import below
from geo.address.listing import Listing
from geo.address.view import ViewState, first_view
from geo.answers.events import events_of
from geo.control.timeline import Timeline
from geo.queries.actors import actor_profile, event_counts, held_areas
from geo.queries.find import find_events, in_branch, of_branch, used_branches


def test_every_actor_has_a_profile_of_its_own_records(shipped_line: Timeline) -> None:
    dataset = shipped_line.dataset
    counts = event_counts(dataset)
    for actor_id in dataset.by_id("actors"):
        found = actor_profile(shipped_line, actor_id)
        assert len(found.events) == counts[actor_id]
        assert all(actor_id in (*event["side_a"], *event["side_b"]) for event in found.events)
        assert all(one.claim["controller"] == actor_id for one in found.claims)
        assert all(actor_id in (tie.actor_id, tie.other_id) for tie in found.ties)
        dated = [event for event in found.events if event["date_precision"] <= 4]
        assert sum(sum(grades.values()) for grades in found.by_month.values()) == len(dated)
    every = [
        one.claim["claim_id"] for actor in dataset.by_id("actors") for one in actor_profile(shipped_line, actor).claims
    ]
    assert sorted(every) == sorted(dataset.by_id("control_claims"))
    with pytest.raises(KeyError):
        actor_profile(shipped_line, "nobody")


def test_withheld_events_and_their_sources_are_of_no_actor(line: Timeline) -> None:
    shown = {event["event_id"] for event in line.dataset.public_events}
    hidden = {event["event_id"] for event in line.dataset.records("events")} - shown
    found = {event["event_id"] for actor in line.dataset.by_id("actors") for event in actor_profile(line, actor).events}
    assert hidden and found == shown - {
        e["event_id"] for e in line.dataset.public_events if not e["side_a"] + e["side_b"]
    }


@pytest.mark.parametrize("actor_id", ["nrf", "taliban", "uzbek_taliban_dissidents"])
def test_areas_are_those_of_the_timeline(shipped_line: Timeline, actor_id: str) -> None:
    held = held_areas(shipped_line, actor_id)
    for day in ("2021-08-20", "2021-09-05", "2022-01-14", shipped_line.dataset.last_day):
        on_day = {one.area_id for one in held if one.start <= day < (one.end or "9999")}
        states = {area: shipped_line.interval_at(area, day) for area in (*shipped_line.districts, *shipped_line.places)}
        assert on_day == {a for a, i in states.items() if i and i.state and i.state.controller == actor_id}
    assert all(one.end is None or one.end > one.start for one in held)


@pytest.mark.parametrize("branch", ["taliban", "resistance_front", "dissidents", "civilians"])
def test_a_branch_counts_all_below_it(shipped_line: Timeline, branch: str) -> None:
    dataset = shipped_line.dataset
    found = find_events(shipped_line, first_view(dataset), Listing(branch=branch))
    actors = set(below(dataset, branch))
    wanted = [event for event in dataset.public_events if actors & {*event["side_a"], *event["side_b"]}]
    assert sorted(e["event_id"] for e in found) == sorted(e["event_id"] for e in wanted) and found
    assert len(found) >= max(event_counts(dataset)[actor] for actor in actors)
    assert len(events_of(shipped_line, {"branch": branch})) == len(found)


def test_more_than_the_actor_alone(shipped_line: Timeline) -> None:
    dataset = shipped_line.dataset
    alone = actor_profile(shipped_line, "nrf").events
    whole = of_branch(dataset.public_events, "resistance_front", dataset)
    assert {e["event_id"] for e in alone} < {e["event_id"] for e in whole}
    assert of_branch(dataset.public_events, "", dataset) == list(dataset.public_events)


def test_only_branches_of_several_actors_are_offered(shipped_line: Timeline) -> None:
    offered = used_branches(shipped_line.dataset)
    assert {"taliban", "resistance_front"} <= set(offered) and "nrf" not in offered
    assert all(len(below(shipped_line.dataset, one)) > 1 for one in offered)


def test_rows_of_others_follow_the_branch_where_no_actor_is_named(shipped_line: Timeline) -> None:
    dataset, view = shipped_line.dataset, ViewState("2021-09-05")
    assert in_branch(view, "taliban", dataset).actor == "taliban,uzbek_taliban_dissidents"
    assert in_branch(ViewState("2021-09-05", actor="nrf"), "taliban", dataset).actor == "nrf"
    assert in_branch(view, "", dataset) == view
