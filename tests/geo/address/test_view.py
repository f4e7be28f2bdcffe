"""What a reader looks at: from an address, to an address, and what is said when it means nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from geo.address.keys import URL_KEYS, InvalidParam
from geo.address.view import (
    OPENING_DAY,
    ViewState,
    day_of_event,
    first_view,
    from_query,
    made_with_other_data,
    to_query,
)
from geo.control.groups import groups_at
from geo.control.timeline import Timeline
from geo.record.load import Dataset

#: A value for every key of the address, other than the default.
USED = {
    "date": "2021-09-05",
    "perspective": "nrf",
    "window": "7",
    "layer": "activity",
    "presence": "lists",
    "since": "2021-08-20",
    "province": "AF-BBB",
    "district": "AF-BBB-ne",
    "place": "PL-beta",
    "event": "EV-2021-0002",
    "at": "34.500,69.000,8.25",
    "known_by": "2021-09-20",
    "definition": "lwj",
    "reference": "ucdp",
    "lang": "fa",
    "type": "battles,riots",
    "grade": "claimed",
    "actor": "aff,nrf",
    "area": "AF-AAA,AF-CCC",
    "precision": "1,4",
    "claimant": "nrf,un",
    "kind": "party",
}


def test_every_key_is_a_field_and_has_a_value_here() -> None:
    assert set(URL_KEYS) == {field.name for field in dataclasses.fields(ViewState)} == set(USED)


def test_asking_for_nothing_gives_the_opening_day(tiny: Dataset) -> None:
    assert from_query({}, tiny) == (ViewState(date=OPENING_DAY), [])
    assert first_view(tiny).perspective == "assessed"


@pytest.mark.parametrize("key", URL_KEYS)
def test_each_key_goes_there_and_back(tiny: Dataset, key: str) -> None:
    view, refused = from_query({key: USED[key]}, tiny)
    assert refused == []
    assert getattr(view, key) == USED[key]
    day = day_of_event(USED["event"], tiny) if key == "event" else OPENING_DAY
    assert to_query(view, tiny) == {"date": day} | {key: USED[key], "data": tiny.version}
    assert from_query(to_query(view, tiny), tiny) == (view, [])


def test_an_event_without_a_day_opens_on_its_own(tiny: Dataset) -> None:
    event = tiny.by_id("events")[USED["event"]]
    view, refused = from_query({"event": event["event_id"]}, tiny)
    assert (view.date, refused) == (event["date_end"], [])
    given, _ = from_query({"event": event["event_id"], "date": tiny.first_day}, tiny)
    assert given.date == tiny.first_day != event["date_end"]


def test_all_keys_at_once(tiny: Dataset) -> None:
    asked = USED | {"perspective": "assessed"}  # by another definition there is one answer
    view, refused = from_query(asked, tiny)
    assert (dataclasses.asdict(view), refused) == (asked, [])


def test_the_default_is_not_written_but_the_date_is(tiny: Dataset) -> None:
    assert to_query(first_view(tiny), tiny) == {"date": OPENING_DAY, "data": tiny.version}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("date", "2021-08-14"), ("date", "2021-10-02"), ("date", "1400-05-24"), ("date", "20210824"), ("date", "2021-W34-2"),
        ("date", "۲۰۲۱-۰۸-۲۴"), ("date", ""), ("since", "2020-01-01"), ("perspective", "Assessed"), ("window", "8"),
        ("layer", "Activity"), ("layer", "control,activity"), ("presence", "all"), ("province", "AF-XXX"), ("district", "AF-BBB"), ("event", "EV-2021-0003"), ("event", "EV-2021-9999"), ("type", "battles,"),
        ("type", ","), ("grade", "sure"), ("actor", "nrf,ghosts"), ("precision", "0"), ("claimant", "god"), ("kind", "paper"),
        ("place", "PL-alpha"), ("at", "34.5,69"), ("at", "69.000,34.500,8.00"), ("at", "34.5,69,99"), ("at", "nan,69,8"),
        ("at", "٣٤,69,8"), ("area", "AF"), ("event", "![x](http://evil)"), ("province", "\x00"),
    ],
)  # fmt: skip
def test_what_means_nothing_falls_back_and_is_told(tiny: Dataset, key: str, value: str) -> None:
    """EV-2021-0003 is withheld: an address can't ask whether it is there."""
    view, refused = from_query({key: value}, tiny)
    assert view == first_view(tiny)
    assert refused == [InvalidParam(key, value, str(getattr(view, key) or "–"))]


def test_a_sight_is_written_in_one_form(tiny: Dataset) -> None:
    view, refused = from_query({"at": "34.5,69,8"}, tiny)
    assert (view.at, refused) == ("34.500,69.000,8.00", [])


def test_the_last_day_can_be_asked_for(tiny: Dataset) -> None:
    assert from_query({"date": tiny.last_day}, tiny) == (ViewState(date=tiny.last_day), [])


def test_no_day_is_on_show_that_lies_after_the_one_by_which_things_are_known(tiny: Dataset) -> None:
    view, refused = from_query({"date": "2021-09-05", "since": "2021-09-04", "known_by": "2021-08-28"}, tiny)
    assert (view.date, view.since, view.known_by, refused) == ("2021-08-28", "2021-08-28", "2021-08-28", [])
    assert from_query({"known_by": tiny.last_day}, tiny) == (first_view(tiny), [])


def test_a_bad_value_does_not_spoil_the_good_ones(tiny: Dataset) -> None:
    view, refused = from_query({"date": "2021-09-05", "window": "x" * 500, "utm_source": "mail"}, tiny)
    assert view == ViewState(date="2021-09-05")
    assert [(r.key, len(r.value)) for r in refused] == [("window", 60)]


def test_several_values_are_put_in_order_and_named_once(tiny: Dataset) -> None:
    view, _ = from_query({"precision": "4,1,4"}, tiny)
    assert view.precision == "1,4"


@pytest.mark.parametrize(
    ("data", "message"),
    [("0" * 12, "0" * 12), (None, None), ("0" * 11, None), ("![x](http://", None), ("0" * 11 + "g", None)],
)
def test_a_link_made_with_other_data_is_told_by_a_hash_only(
    tiny: Dataset, data: str | None, message: str | None
) -> None:
    query = {} if data is None else {"data": data}
    assert made_with_other_data(query, tiny) == message
    assert made_with_other_data({"data": tiny.version}, tiny) is None


def test_groups_are_what_differs_from_the_ground(line: Timeline) -> None:
    found = [
        (g.admin1, g.state.controller, g.state.status, len(g.area_ids), g.whole)
        for g in groups_at(line, "2021-08-23", "assessed")
    ]
    assert found == [("AF-BBB", "nrf", "control", 4, True), ("AF-CCC", "nrf", "contested", 1, False)]
    assert groups_at(line, "2021-09-01", "assessed") == []


def test_another_ground_turns_it_round(line: Timeline) -> None:
    groups = groups_at(line, "2021-08-23", "assessed", base="nrf")
    assert {(g.admin1, g.state.controller) for g in groups} == {
        ("AF-AAA", "taliban"),
        ("AF-CCC", "nrf"),
        ("AF-CCC", "taliban"),
    }


def test_contested_ground_is_told(with_claims: Callable[..., Dataset]) -> None:
    base: Any = {"area_type": "country", "area_ids": ["AF"]}
    (group,) = groups_at(Timeline(with_claims(base, {"status": "contested"})), "2021-09-01", "assessed")
    assert (group.area_ids, group.state.status) == (("AF-AAA-east",), "contested")


def test_by_another_definition_there_is_one_answer_whoever_speaks(tiny: Dataset) -> None:
    view, refused = from_query({"definition": "lwj", "perspective": "nrf"}, tiny)
    assert (view.definition, view.perspective) == ("lwj", "assessed")
    assert refused == [InvalidParam("perspective", "nrf", "assessed")]
    assert from_query({"definition": "ours", "perspective": "nrf"}, tiny)[1] == []
