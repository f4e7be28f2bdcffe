"""The tree of actors: a branch holds everything below it, each actor once, and nothing else can be asked for."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from geo.address.actor_tree import below, branches, of_kind, sub_groups
from geo.address.keys import read_key
from geo.address.listing import listing_from, listing_query
from geo.address.province import province_query, to_query
from geo.record.geojson import Row
from geo.record.load import Dataset
from geo.record.schema import ACTOR_KINDS

TIE = {
    "relation": "part_of", "claimant": "media", "disputed": False, "valid_from": None, "valid_to": None,
    "source_ids": ["SRC-0001"], "notes": None,
}  # fmt: skip


def with_ties(dataset: Dataset, ties: dict[str, str]) -> Dataset:
    """The data set with each actor told as part of another."""
    rows = [
        Row(row.line, row.record | {"relations": [{**TIE, "actor_id": ties[row.record["actor_id"]]}]}, None)
        if row.record["actor_id"] in ties
        else row
        for row in dataset.tables["actors"]
    ]
    return replace(dataset, tables=MappingProxyType({**dataset.tables, "actors": tuple(rows)}), _index={})


def test_the_record_has_a_branch_for_each_kind_and_each_actor(shipped: Dataset) -> None:
    actors = set(shipped.by_id("actors"))
    assert {actor for kind in ACTOR_KINDS for actor in of_kind(shipped, kind)} == actors
    assert set(branches(shipped)) >= actors and len(set(branches(shipped))) == len(branches(shipped))
    for branch in branches(shipped):
        found = below(shipped, branch)
        assert found and len(set(found)) == len(found) and set(found) <= actors


def test_an_actor_holds_those_that_are_told_as_part_of_it(shipped: Dataset) -> None:
    assert sub_groups(shipped, "taliban") == ("uzbek_taliban_dissidents",)
    assert below(shipped, "taliban") == ("taliban", "uzbek_taliban_dissidents")
    assert below(shipped, "uzbek_taliban_dissidents") == ("uzbek_taliban_dissidents",)
    assert "uzbek_taliban_dissidents" in below(shipped, "dissidents")
    assert below(shipped, "nobody") == below(shipped, "") == ()


def test_it_goes_down_to_the_last_and_round_no_circle(shipped: Dataset) -> None:
    nested = with_ties(shipped, {"aff": "nrf", "alm": "aff"})
    assert below(nested, "nrf") == ("nrf", "aff", "alm") and below(nested, "aff") == ("aff", "alm")
    round_about = with_ties(shipped, {"aff": "nrf", "nrf": "aff"})
    assert sorted(below(round_about, "nrf")) == ["aff", "nrf"]


@pytest.mark.parametrize("page", ["events", "provinces"])
def test_an_address_names_a_branch_or_is_told(shipped: Dataset, page: str) -> None:
    refused: list = []
    assert read_key({"branch": "taliban"}, "branch", "", shipped, refused, page) == "taliban" and not refused
    assert read_key({"branch": "nrf,taliban"}, "branch", "", shipped, refused, page) == ""
    assert [one.key for one in refused] == ["branch"]


def test_a_list_and_a_page_of_provinces_say_their_branch_again(shipped: Dataset) -> None:
    listing, refused = listing_from({"branch": "resistance_front", "days": "record"}, shipped)
    assert listing.branch == "resistance_front" and not refused
    assert listing_from(listing_query(listing), shipped)[0] == listing
    requested, refused = province_query({"branch": "taliban"}, shipped)
    assert requested.branch == "taliban" and not refused
    assert province_query(to_query(requested, shipped), shipped)[0] == requested
