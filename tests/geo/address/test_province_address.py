"""The page of provinces in an address."""

from __future__ import annotations

import pytest

from geo.address.province import ProvinceQuery, province_query, to_query, whole_record
from geo.record.load import Dataset


def test_nothing_asked_is_the_whole_record(tiny: Dataset) -> None:
    assert province_query({}, tiny) == (whole_record(tiny), [])
    assert to_query(whole_record(tiny), tiny) == {}


def test_round_trip(tiny: Dataset) -> None:
    requested = ProvinceQuery("2021-08-20", "2021-09-01", ("AF-CCC", "AF-AAA"))
    assert province_query(to_query(requested, tiny), tiny) == (requested, [])


@pytest.mark.parametrize(
    ("query", "refused"),
    [
        ({"from": "yesterday"}, "from"),
        ({"to": "1999-01-01"}, "to"),
        ({"from": "2021-09-05", "to": "2021-09-01"}, "to"),
        ({"with": "AF-XXX"}, "with"),
        ({"with": "AF-AAA,AF-<b>"}, "with"),
    ],
)
def test_junk_is_told_and_falls_back(tiny: Dataset, query: dict[str, str], refused: str) -> None:
    requested, problems = province_query(query, tiny)
    assert [problem.key for problem in problems] == [refused]
    assert requested.start <= requested.end
    assert set(requested.beside) <= set(tiny.by_id("provinces"))


def test_no_more_than_three_beside(shipped: Dataset) -> None:
    codes = list(shipped.by_id("provinces"))[:5]
    requested, problems = province_query({"with": ",".join(codes)}, shipped)
    assert requested.beside == tuple(codes[:3]) and problems
