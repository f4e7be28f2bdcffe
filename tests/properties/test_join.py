"""Whatever a file of points holds, `join` refuses it in one line or counts every row: in a district, or told why not."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.aggregate.join import JoinOptions, join_events
from geo.publishers.days import CALENDARS, DAY_ORDERS
from tests.properties.brought import CELLS, HEADINGS, TINY, some, table

#: What nobody caught would else only be printed.
pytestmark = pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
OPTIONS = st.builds(
    JoinOptions,
    workers=st.just(1),
    calendar=st.sampled_from(CALENDARS),
    day_order=st.sampled_from(["", *DAY_ORDERS]),
    serials=st.booleans(),
    part_size=st.sampled_from([None, 40]),
)
#: Longitude, latitude, day.
ROWS = st.lists(
    st.tuples(CELLS | st.just("66.2"), CELLS | st.just("34.5"), CELLS | st.just("2021-09-05"), CELLS), max_size=6
)
HEADING = ["lon", "lat", "date"]
ENDS = {",": "csv", "\t": "tsv", ";": "csv", "|": "txt"}


def check(name: str, content: bytes, options: JoinOptions, rows: int | None = None) -> dict[str, Any] | None:
    """The rule; `rows` are as many as the file holds, where that is sure."""
    with TemporaryDirectory() as folder:
        events, out = Path(folder) / name, Path(folder) / "counts"
        events.write_bytes(content)
        try:
            summary = join_events(events, out, TINY, options)
        except ValueError as refused:
            assert str(refused) and "\n" not in str(refused) and not out.exists()
            return None
        assert summary == json.loads((out / "summary.json").read_text("utf-8"))
    both = summary["bad_rows"] | summary["without_district"]
    assert summary["rows"] == summary["in_a_district"] + sum(found["rows"] for found in both.values())
    assert rows is None or summary["rows"] == rows
    return summary


@some(0.15)
@given(ROWS, HEADINGS, st.sampled_from(sorted(ENDS)), st.booleans(), OPTIONS)
def test_any_text(
    rows: list[tuple[str, ...]], heading: str, delimiter: str, has_title: bool, options: JoinOptions
) -> None:
    title = ["A title", "", "", ""]
    whole = [*[title] * has_title, [*HEADING, heading or "x"], *map(list, rows)]
    lone = any("\r" in cell or "\n" in cell or "\0" in cell for row in whole for cell in row)
    empty = sum(not any(cell.strip() for cell in row) for row in rows)
    check(f"events.{ENDS[delimiter]}", table(whole, delimiter), options, None if lone or empty else len(rows))


@some(0.05)
@given(st.text(alphabet='a2,"\n\r 1-', max_size=80), OPTIONS)
def test_any_quoting(text: str, options: JoinOptions) -> None:
    check("events.csv", f"lon,lat,date\n66.2,34.5,2021-09-05\n{text}".encode(), options)


@some(0.1)
@given(ROWS, st.booleans(), OPTIONS)
def test_any_parquet(rows: list[tuple[str, ...]], has_numbers: bool, options: JoinOptions) -> None:
    columns = {name: pa.array([_sound(row[at]) for row in rows], pa.string()) for at, name in enumerate(HEADING)}
    if has_numbers:
        columns |= {
            name: pa.array([_number(row[at]) for row in rows], pa.float64()) for at, name in enumerate(HEADING[:2])
        }
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table(columns), sink)
    summary = check("events.parquet", sink.getvalue().to_pybytes(), options, len(rows))
    assert summary is not None


@some(0.05)
@given(st.binary(max_size=300), st.sampled_from([b"", b"lon,lat,date\n", b"PAR1"]), st.sampled_from(["csv", "parquet"]))
def test_any_bytes(content: bytes, start: bytes, end: str) -> None:
    check(f"events.{end}", start + content, JoinOptions(workers=1))


def _sound(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
