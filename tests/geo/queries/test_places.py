"""Provinces that border on each other, and their names."""

from __future__ import annotations

from geo.queries.places import neighbours, province_names
from geo.record.load import Dataset


def test_the_squares_border_on_the_squares_beside_them(tiny: Dataset) -> None:
    assert {code: neighbours(tiny, code) for code in tiny.by_id("provinces")} == {
        "AF-AAA": ["AF-BBB"],
        "AF-BBB": ["AF-AAA", "AF-CCC"],
        "AF-CCC": ["AF-BBB"],
    }


def test_neighbours_are_neighbours_of_each_other_and_never_of_themselves(shipped: Dataset) -> None:
    found = {code: neighbours(shipped, code) for code in shipped.by_id("provinces")}
    assert all(code in found[other] for code, others in found.items() for other in others)
    assert all(others and code not in others for code, others in found.items())


def test_names_in_all_scripts_each_once(shipped: Dataset) -> None:
    for code, record in shipped.by_id("provinces").items():
        names = province_names(shipped, code)
        assert {record["name_en"], record["name_fa"], record["name_ps"], *(record["aliases"] or [])} == set(names)
        assert len(names) == len(set(names))
