"""Whatever the rows and however they are cut: the counts are those of the rows one by one."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from geo.aggregate import parquet_parts, tally
from geo.aggregate.columns import columns_of
from geo.aggregate.days import FIRST_DAY, LAST_DAY
from geo.aggregate.folder import sorted_counts
from geo.aggregate.join import _added
from geo.aggregate.local import tallies
from geo.aggregate.parts import parts_of
from geo.aggregate.reasons import REASONS
from geo.aggregate.tally import Tally, pack, unpack
from geo.queries.join import assign_districts

lon = st.sampled_from([None, 65.0, 66.0, 66.25, 66.5, 67.0, 68.0, 68.5, 69.0, float("nan"), 500.0])
lat = st.sampled_from([None, 33.0, 34.0, 34.25, 34.5, 34.75, 35.0, 91.0])
day = st.none() | st.dates(dt.date(2021, 8, 15), dt.date(2021, 8, 18))
kind = st.sampled_from([None, "", "battles", "protests", "فيضان"])
rows_strategy = st.lists(st.tuples(lon, lat, day, kind), max_size=60)


def one_by_one(frame: Any, rows: list[tuple[Any, ...]]) -> Counter[tuple[Any, ...]]:
    """Count good points by geo.queries.join, each alone."""
    import geopandas as gpd

    counts: Counter[tuple[Any, ...]] = Counter()
    for x, y, date, name in rows:
        if x is None or y is None or date is None or not (-180 <= x <= 180 and -90 <= y <= 90):
            continue
        (joined,) = assign_districts(gpd.GeoDataFrame(geometry=[Point(x, y)], crs=frame.crs), frame)["joined_admin2"]
        if joined:
            counts[date, joined, name or None] += 1
    return counts


@settings(max_examples=30)
@given(
    rows=rows_strategy,
    group=st.integers(1, 20),
    size=st.integers(1, 50),
    batch=st.integers(1, 30),
    pending=st.integers(0, 9),
)
def test_the_counts_are_those_of_the_rows_one_by_one(
    squares: Any, rows: list[tuple[Any, ...]], group: int, size: int, batch: int, pending: int
) -> None:
    names = ("lon", "lat", "date", "type")
    kinds = (pa.float64(), pa.float64(), pa.date32(), pa.string())
    table = pa.table(
        {
            name: pa.array([row[at] for row in rows], kind)
            for at, (name, kind) in enumerate(zip(names, kinds, strict=True))
        }
    )
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(parquet_parts, "BATCH_ROWS", batch)
        patch.setattr(tally, "MIN_PENDING", pending)
        path = Path(folder) / "events.parquet"
        pq.write_table(table, path, row_group_size=group)
        parts = parts_of(path, size)
        total = _added(parts, tallies(parts, columns_of(names, {}), squares.districts, 1), lambda *_: None)
    counts = sorted_counts(total)
    good = counts.reasons == 0
    found = {
        (
            dt.date(1970, 1, 1) + dt.timedelta(days=int(day)),
            squares.districts.ids[place],
            [*counts.type_names, None][kind],
        ): int(events)
        for day, place, kind, events in zip(
            counts.days[good], counts.places[good], counts.types[good], counts.events[good], strict=True
        )
    }
    assert found == one_by_one(squares.frame, rows)
    assert total.rows == len(rows) == sum(found.values()) + sum(total.reasons.values())
    assert all(numbers == sorted(numbers) for numbers in total.first_rows.values())


@given(
    st.lists(
        st.tuples(
            st.integers(FIRST_DAY, LAST_DAY), st.integers(0, 2**16 - 1), st.integers(-1, 2**16 - 2), st.integers(0, 14)
        ),
        max_size=20,
    )
)
def test_a_count_is_kept_under_one_number(values: list[tuple[int, ...]]) -> None:
    columns = np.array(values, dtype=np.int64).reshape(-1, 4).T
    keys = pack(*columns)
    assert [column.tolist() for column in unpack(keys)] == columns.tolist()
    assert (keys >= 0).all() and np.argsort(keys, kind="stable").tolist() == np.lexsort(columns[::-1]).tolist()
    assert len(REASONS) <= 2**tally.REASON_BITS


def test_types_are_told_apart_across_batches_and_are_not_without_end(join: Any, parquet_file: Any) -> None:
    """Each batch has its own numbers of the types; a column of notes is no column of types."""
    many = 12
    columns = {"lon": [66.25] * many, "lat": [34.5] * many, "date": ["2021-08-15"] * many}
    result = join(parquet_file(columns | {"type": list("cabbacaabccb")}, rows=3), part_size=3)
    assert {kind: events for (_, _, kind), events in result.counts.items()} == {"a": 4, "b": 4, "c": 4}
    assert result.summary["types"] == ["a", "b", "c"]
    for rows in (100_000, 100):
        notes = {name: [values[0]] * 1_001 for name, values in columns.items()} | {
            "type": [f"note {n}" for n in range(1_001)]
        }
        with pytest.raises(ValueError, match="more than 1,000 different types; name another column with --type"):
            join(parquet_file(notes, rows=rows, name=f"{rows}.parquet"), part_size=rows)


def test_only_the_first_rows_of_a_reason_are_told() -> None:
    total = Tally()
    for start in range(0, 40, 4):
        total.add(
            Tally(rows=4, reasons={"no_day": 4}, first_rows={"no_day": [("a.csv", n) for n in (1, 2, 3, 4)]}), start
        )
    assert total.reasons == {"no_day": 40}
    assert total.first_rows == {"no_day": [("a.csv", n) for n in range(1, tally.FIRST_ROWS + 1)]}
