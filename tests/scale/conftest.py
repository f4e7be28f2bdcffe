"""What the tests of joins share: files of events, and the folder that comes of them as plain values."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from geo.aggregate.grid import districts_of
from geo.aggregate.join import JoinOptions, join_events
from geo.queries.join import assign_districts
from geo.record.load import Dataset
from geo.record.schema import CRS

HEADER = ("lon", "lat", "date_start", "event_type")
#: On the squares of tests/tiny: inside, on a line, where four meet, in a corner, outside, and every kind of bad row.
ROWS = (
    ("66.25", "34.5", "2021-08-15", "battles"),
    ("66.5", "34.25", "2021-08-15", "battles"),
    ("66.5", "34.25", "2021-08-15T23:59:00", "battles"),
    ("67.5", "34.5", "15 August 2022", "protests"),
    ("66", "34", "20210816", ""),
    ("70", "34.5", "2021-08-15", "battles"),
    ("34.5", "66.25", "2021-08-15", "battles"),
    ("", "34.5", "2021-08-15", "battles"),
    ("66.25", "north", "2021-08-15", "battles"),
    ("66.25", "NaN", "2021-08-15", "battles"),
    ("66.25", "400", "2021-08-15", "battles"),
    ("66.25", "34.5", "", "battles"),
    ("66.25", "34.5", "2021-02-30", "battles"),
    ("66.25", "34.5", "1400-05-24", "battles"),
)


@dataclass
class Result:
    """A folder of counts, read back by other means than those that wrote it."""

    folder: Path

    @property
    def summary(self) -> dict[str, Any]:
        return json.loads((self.folder / "summary.json").read_text("utf-8"))

    @property
    def map(self) -> dict[str, Any]:
        return json.loads((self.folder / "map.json").read_text("utf-8"))

    @property
    def counts(self) -> dict[tuple[str, str, str | None], int]:
        if not (self.folder / "counts").exists():
            return {}
        rows = ds.dataset(self.folder / "counts", partitioning="hive").to_table().to_pylist()
        return {(str(row["day"]), row["admin2"], row["event_type"]): row["events"] for row in rows}

    @property
    def without(self) -> list[tuple[str, str | None, str | None, str, int]]:
        rows = pq.read_table(self.folder / "without_district.parquet").to_pylist()
        return [(str(row["day"]), row["admin1"], row["event_type"], row["reason"], row["events"]) for row in rows]

    @property
    def reasons(self) -> dict[str, list[int]]:
        """The first rows of each reason."""
        both = self.summary["bad_rows"] | self.summary["without_district"]
        return {reason: [first["row"] for first in found["first"]] for reason, found in both.items()}

    @property
    def files(self) -> dict[str, bytes]:
        return {str(p.relative_to(self.folder)): p.read_bytes() for p in sorted(self.folder.rglob("*")) if p.is_file()}


Join = Callable[..., Result]
MakeFile = Callable[..., Path]


class Asked:
    """The districts of a frame as we ask them and as geo.queries.join does."""

    def __init__(self, frame: gpd.GeoDataFrame) -> None:
        self.frame, self.districts = frame, districts_of(frame)

    def both(self, lon: Any, lat: Any) -> tuple[list[str | None], list[str | None]]:
        """What we say of points, and what geo.queries.join says."""
        points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(lon, lat), crs=CRS)
        ids = [*self.districts.ids, None]  # NOWHERE is the last
        theirs = assign_districts(points, self.frame)["joined_admin2"]
        return [ids[code] for code in self.districts.assign(lon, lat)], list(theirs)


@pytest.fixture
def join(tiny: Dataset, tmp_path: Path) -> Iterator[Join]:
    """join(path, workers=1, …): the folder of counts over the squares."""
    made = 0

    def run(events: Path, record: Dataset = tiny, **options: Any) -> Result:
        nonlocal made
        made += 1
        out = tmp_path / f"out-{made}"
        join_events(events, out, record, JoinOptions(**({"workers": 1} | options)))
        return Result(out)

    yield run
    assert not list(tmp_path.glob(".*")), "nothing is left beside the result"


@pytest.fixture
def csv_file(tmp_path: Path) -> MakeFile:
    """csv_file(rows, header=…): the file; without rows one of every kind."""

    def make(rows: Any = ROWS, header: Any = HEADER, name: str = "events.csv", **options: Any) -> Path:
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, **options)
            writer.writerow(header)
            writer.writerows(rows)
        return tmp_path / name

    return make


@pytest.fixture
def parquet_file(tmp_path: Path) -> MakeFile:
    """parquet_file(columns, rows in a group): the file."""

    def make(columns: dict[str, Any], rows: int = 1_000, name: str = "events.parquet") -> Path:
        pq.write_table(pa.table(columns), tmp_path / name, row_group_size=rows)
        return tmp_path / name

    return make


@pytest.fixture(scope="session")
def squares(tiny: Dataset) -> Asked:
    return Asked(tiny.frame("districts"))


@pytest.fixture(scope="session")
def country(shipped: Dataset) -> Asked:
    return Asked(shipped.frame("districts"))
