"""A value of an address that means nothing is told; of a day also which days can be shown."""

from __future__ import annotations

from geo.address.view import from_query
from geo.record.load import Dataset
from geo.wording.remarks import refused_in_words


def message(dataset: Dataset, **query: str) -> str:
    (problem,) = from_query(query, dataset)[1]
    return refused_in_words(problem)


def test_a_day_outside_the_record_is_told_with_the_days_that_can_be_shown(tiny: Dataset) -> None:
    words = message(tiny, date="2026-11-29")
    assert "“2026-11-29”" in words
    assert "from 15 August 2021 to 1 October 2021" in words
    assert words.endswith("Showing 5 September 2021 instead.")
    assert message(tiny, since="1400-06-14").endswith("Showing – instead.")


def test_other_keys_name_no_days(tiny: Dataset) -> None:
    assert message(tiny, perspective="both sides") == (
        "The address asked for perspective “both sides”, which is not in the record; showing assessed instead."
    )
