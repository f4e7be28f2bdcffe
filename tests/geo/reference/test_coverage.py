"""A month that no release covers whole is never counted, and never a zero."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from geo.record.load import Dataset
from geo.reference.coverage import by_quarter, sides
from geo.reference.load import Reference, load_reference, months_covered
from geo.reference.make import bring
from geo.reference.releases import release_of
from geo.reference.review import renewed
from tests.geo.reference.conftest import MONTH, YEAR, put, row


def made(folder: Path, tiny: Dataset, *files: Path) -> Reference:
    bring(files, folder, tiny, lambda *_: None)
    return load_reference(tiny, folder)


def test_quarters_count_covered_months_only(tiny: Dataset, tiny_copy: Path, tmp_path: Path) -> None:
    rows = [row(id="1", day="2021-09-02", best="5", low="1", high="9"), row(id="2", day="2021-08-20")]
    reference = made(tiny_copy, tiny, put(tmp_path, MONTH, rows))
    quarter = by_quarter(reference, tiny)[0]
    assert (quarter.name, quarter.covered, quarter.not_covered) == ("2021-Q3", ("2021-09",), ("2021-08",))
    assert (quarter.ucdp, quarter.ucdp_only, quarter.not_counted) == (1, 1, 1)
    assert (quarter.ours, quarter.ours_only) == (1, 1)  # EV-2021-0004; the others are of August
    assert quarter.killed == {"low": 1, "best": 5, "high": 9}


def test_what_matches_is_in_both(tiny: Dataset, tiny_copy: Path, tmp_path: Path) -> None:
    rows = [row(id="1"), row(id="2", day="2021-12-01")]
    reference = made(tiny_copy, tiny, put(tmp_path, YEAR, rows))
    found = sides(reference, tiny)
    assert [event["ucdp_id"] for event in found.both] == ["1"]
    assert [event["ucdp_id"] for event in found.only_ucdp] == ["2"]
    assert [event["event_id"] for event in found.both_ours] == ["EV-2021-0001"]
    assert [event["event_id"] for event in found.only_ours] == ["EV-2021-0002", "EV-2021-0004"]
    there, elsewhere = sides(reference, tiny, "AF-AAA"), sides(reference, tiny, "AF-CCC")
    assert len(there.both) == 1 and not elsewhere.both
    assert [event["event_id"] for event in elsewhere.only_ours] == ["EV-2021-0004"]
    later = by_quarter(reference, tiny)[1]
    assert (later.name, later.ucdp, later.ours) == ("2021-Q4", 1, 0)


def test_a_row_that_began_before_the_record_is_counted_with_its_first_month(
    tiny: Dataset, tiny_copy: Path, tmp_path: Path
) -> None:
    early = row(date_start="2021-07-20", date_end="2021-08-16", date_prec="4")
    reference = made(tiny_copy, tiny, put(tmp_path, YEAR, [early]))
    assert by_quarter(reference, tiny)[0].ucdp == 1


def test_a_covered_month_without_a_row_is_zero_and_another_is_not_known(
    tiny: Dataset, tiny_copy: Path, tmp_path: Path
) -> None:
    reference = made(tiny_copy, tiny, put(tmp_path, "GEDEvent_v22_0_2.csv", []))
    quarters = {quarter.name: quarter for quarter in by_quarter(reference, tiny)}
    assert quarters["2022-Q1"].ucdp == 0 and quarters["2022-Q1"].killed == {"low": 0, "best": 0, "high": 0}
    assert quarters["2021-Q4"].ucdp is quarters["2021-Q4"].ours is quarters["2021-Q4"].killed is None


MONTHS = st.sampled_from(["2021-08", "2021-09", "2021-10", "2021-12", "2022-02"])


@given(st.lists(MONTHS, max_size=9), st.sets(MONTHS, max_size=4))
def test_a_month_that_is_not_covered_is_never_counted(tiny: Dataset, days: list[str], covered: set[str]) -> None:
    releases = [release_of(f"GEDEvent_v{month[2:4]}_0_{int(month[5:])}.csv") for month in sorted(covered)]
    events = [
        {
            "ucdp_id": str(number), "release": "x", "date_start": f"{month}-16", "date_end": f"{month}-16", "date_prec": 1,
            "admin1": None, "admin2_id": None, "where_prec": 6, "side_a": "A", "side_b": "B", "low": 1, "best": 2, "high": 3,
        }
        for number, month in enumerate(days)
    ]  # fmt: skip
    reference = Reference("v", tuple(releases), tuple(events), tuple(renewed(events, tiny, [])[0]))
    assert months_covered(reference) == covered
    quarters = by_quarter(reference, tiny)
    counted = sum(quarter.ucdp or 0 for quarter in quarters)
    assert counted == sum(month in covered for month in days)
    assert counted + sum(quarter.not_counted for quarter in quarters) == len(days)
    for quarter in quarters:
        assert (quarter.ucdp is None) == (not quarter.covered)
        in_our_days = [month for month in quarter.covered if month <= tiny.last_day[:7]]
        assert (quarter.ours is None) == (not in_our_days), "where our record has ended it has nothing to count"
