"""Which months a release covers whole, and which of two stands for a month."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geo.reference.releases import leading, months_of, rank, release_of, standing

NAMES = (
    "GEDEvent_v22_1.csv", "GEDEvent_v23_1.csv", "GEDEvent_v22_0_1.csv", "GEDEvent_v22_0_2.csv", "GEDEvent_v23_0_1.csv",
    "GEDEvent_v22_01_22_03.csv", "GEDEvent_v22_01_22_06.csv",
)  # fmt: skip
BY_NAME = {name: release_of(name) for name in NAMES}


def test_a_name_says_which_months() -> None:
    assert (BY_NAME["GEDEvent_v22_1.csv"]["release"], BY_NAME["GEDEvent_v22_1.csv"]["kind"]) == ("GED 22.1", "annual")
    assert months_of(BY_NAME["GEDEvent_v22_1.csv"]) == ["2021-08", "2021-09", "2021-10", "2021-11", "2021-12"]
    assert months_of(BY_NAME["GEDEvent_v22_0_2.csv"]) == ["2022-02"]
    assert months_of(BY_NAME["GEDEvent_v22_01_22_03.csv"]) == ["2022-01", "2022-02", "2022-03"]
    assert BY_NAME["GEDEvent_v22_01_22_03.csv"]["release"] == "Candidate 22.01.22.03"


def test_a_sample_covers_nothing() -> None:
    assert months_of(BY_NAME["GEDEvent_v22_1.csv"] | {"months_from": None, "months_to": None}) == []


def test_the_yearly_goes_before_the_candidate_and_the_longer_before_the_shorter() -> None:
    by_month = leading(BY_NAME.values())
    assert by_month["2021-09"] == "GED 23.1" and by_month["2022-02"] == "GED 23.1"
    without = [release for release in BY_NAME.values() if release["kind"] == "candidate"]
    assert leading(without)["2022-02"] == "Candidate 22.01.22.06"
    assert leading(without)["2023-01"] == "Candidate 23.0.1"


DAYS = st.dates(min_value=__import__("datetime").date(2021, 8, 15), max_value=__import__("datetime").date(2023, 6, 30))
EVENTS = st.lists(
    st.builds(
        lambda number, release, day: {"ucdp_id": str(number), "release": release, "date_start": day.isoformat()},
        st.integers(1, 12), st.sampled_from([release["release"] for release in BY_NAME.values()]), DAYS,
    ),
    max_size=30,
)  # fmt: skip


@given(EVENTS)
def test_each_event_stands_once_and_its_month_is_told_by_one_release(events: list[dict]) -> None:
    kept = standing(events, BY_NAME.values())
    by_month = leading(BY_NAME.values())
    assert len({event["ucdp_id"] for event in kept}) == len(kept)
    for event in kept:
        assert by_month.get(event["date_start"][:7], event["release"]) == event["release"]
    ranks = {release["release"]: rank(release) for release in BY_NAME.values()}
    assert len(set(ranks.values())) == len(ranks)
    lone = [event for event in events if event["date_start"][:7] not in by_month]
    assert {event["ucdp_id"] for event in lone} <= {event["ucdp_id"] for event in kept}
