"""By day, place and sides: which rows and events are proposed as one, and that none is forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.record.load import Dataset
from geo.reference.actors import sides_agree
from geo.reference.matching import candidates, match_all
from geo.reference.places import Districts, km_between
from geo.reference.review import by_rows, matched, renewed
from geo.reference.schema import MATCHING, NONE, YES
from geo.reference.ucdp_rows import event_of
from tests.geo.reference.conftest import row


def theirs(districts: Districts, **changes: str) -> dict:
    event, faults = event_of(row(**changes), "GED 22.1", districts)
    assert not faults
    return event


def best(tiny: Dataset, event: dict) -> tuple[str | None, str, float | None]:
    line = match_all([event], tiny)[0]
    return line["event_id"], line["how"], line["score"]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, ("EV-2021-0001", "point", 1.0)),
        ({"day": "2021-08-21"}, ("EV-2021-0001", "point", 0.8)),
        ({"day": "2021-08-22"}, ("EV-2021-0001", "point", 0.6)),
        ({"day": "2021-08-23"}, (None, NONE, None)),
        ({"where_prec": "3"}, ("EV-2021-0001", "district", 0.9)),
        ({"where_prec": "4"}, ("EV-2021-0001", "province", 0.6)),
        ({"where_prec": "6", "adm_1": ""}, (None, NONE, None)),
        ({"longitude": "66.99"}, ("EV-2021-0001", "district", 0.9)),
        ({"longitude": "67.9"}, (None, NONE, None)),
        ({"side_b": "AFF"}, (None, NONE, None)),
        ({"side_b": "NMF"}, (None, NONE, None)),
        ({"side_b": "XXX700"}, ("EV-2021-0001", "point", 0.7)),
        ({"date_prec": "4"}, (None, NONE, None)),
    ],
    ids=str,
)
def test_the_rule(tiny: Dataset, districts: Districts, changes: dict, found: tuple) -> None:
    assert best(tiny, theirs(districts, **changes)) == found


def test_what_is_withheld_or_no_violence_is_no_candidate(tiny: Dataset, districts: Districts) -> None:
    assert {candidate.event["event_id"] for candidate in candidates(tiny)} == {
        "EV-2021-0001", "EV-2021-0002", "EV-2021-0004",
    }  # fmt: skip
    secret = theirs(districts, day="2021-08-25", side_b="Civilians", longitude="67.11", latitude="34.13")
    assert best(tiny, secret) == (None, NONE, None)


@pytest.mark.parametrize(
    ("sides", "ours", "agree"),
    [
        (("taliban", "nrf"), ("taliban", "nrf"), 1.0),
        (("taliban", "nrf"), ("taliban", "anti_taliban_local"), 1.0),
        (("taliban", "pakistan"), ("pakistan", "civilians"), 0.7),
        (("taliban", "pakistan"), ("pakistan", "ttp", "civilians"), 1.0),
        (("taliban", "civilians"), ("unidentified", "former_security_forces"), 0.7),
        (("taliban", "iskp"), ("taliban", "nrf"), 0.0),
        (("taliban", "NMF"), ("taliban", "unidentified"), 0.7),
        ((None, None), ("unidentified",), 0.7),
        (("taliban", "nrf"), (), 0.0),
    ],
    ids=str,
)
def test_sides(sides: tuple, ours: tuple, agree: float) -> None:
    assert sides_agree(sides, ours) == agree
    assert sides_agree(sides[::-1], ours) == agree


def test_kilometres() -> None:
    assert km_between((69.0, 35.0), (69.0, 36.0)) == pytest.approx(111.2)
    assert km_between((69.0, 60.0), (70.0, 60.0)) == pytest.approx(55.6, abs=0.1)


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.integers(1, 40).map(str),
            "day": st.sampled_from(["2021-08-19", "2021-08-20", "2021-08-24", "2021-09-02", "2021-12-01"]),
            "where_prec": st.sampled_from(["1", "3", "4", "6"]),
            "longitude": st.sampled_from(["66.2", "66.6", "67.75"]),
            "side_b": st.sampled_from(["NRF", "AFF", "Civilians", "XXX700", "Some band"]),
        }
    ),
    max_size=12,
    unique_by=lambda changes: changes["id"],
)


@given(ROWS)
def test_every_row_is_matched_or_told_as_only_theirs(tiny: Dataset, districts: Districts, rows: list[dict]) -> None:
    events = [theirs(districts, **changes) for changes in rows]
    lines = match_all(events, tiny)
    pairs = matched(lines)
    assert set(pairs) == {event["ucdp_id"] for event in events}
    public = {candidate.event["event_id"] for candidate in candidates(tiny)}
    for line in lines:
        assert (line["how"] in MATCHING) == (line["event_id"] in public) == (line["event_id"] is not None)
        assert (line["event_id"] is None) == (not pairs[line["ucdp_id"]])


@given(ROWS, st.data())
def test_what_was_reviewed_is_never_made_anew(tiny: Dataset, districts: Districts, rows: list[dict], data) -> None:
    events = [theirs(districts, **changes) for changes in rows]
    lines, _ = renewed(events, tiny, [])
    before = [
        line | {"reviewed": YES, "remark": "seen", "how": data.draw(st.sampled_from([line["how"], "rejected"]))}
        if line["event_id"] and data.draw(st.booleans())
        else line
        for line in lines
    ]
    after, gone = renewed(events, tiny, before)
    assert gone == [] and after == by_rows(before)
    changed, _ = renewed(
        [event | {"date_start": "2022-01-01", "date_end": "2022-01-01"} for event in events], tiny, before
    )
    assert [line for line in changed if line["reviewed"] == YES] == [line for line in before if line["reviewed"] == YES]


def test_a_reviewed_line_whose_row_is_gone_is_told(tiny: Dataset, districts: Districts) -> None:
    lines, _ = renewed([theirs(districts)], tiny, [])
    seen = [lines[0] | {"reviewed": YES}]
    assert renewed([], tiny, seen) == ([], seen)


def test_a_line_by_hand_takes_the_place_of_none(tiny: Dataset, districts: Districts) -> None:
    event = theirs(districts, day="2021-12-01")
    lines, _ = renewed([event], tiny, [])
    by_hand = [lines[0] | {"event_id": "EV-2021-0002", "how": "hand", "reviewed": YES}]
    assert renewed([event], tiny, by_hand) == (by_hand, [])


def test_the_files_are_the_same_each_time(tiny: Dataset, districts: Districts, tmp_path: Path) -> None:
    events = [theirs(districts, id=str(number)) for number in range(1, 6)]
    assert renewed(events, tiny, []) == renewed(events, tiny, renewed(events, tiny, [])[0])
