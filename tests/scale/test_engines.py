"""One process, two, a cluster of ours, a cluster that runs already: the same folder, byte for byte."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from geo.aggregate import cluster

KINDS = np.array(["battles", "protests", "", "explosions"])


@pytest.fixture(scope="module")
def many_rows() -> dict[str, Any]:
    """Points over the squares and a little around them, many on lines; some bad."""
    random = np.random.default_rng(4)
    many = 20_000
    lon, lat = random.uniform(65.8, 69.2, many), random.uniform(33.8, 35.2, many)
    lon[::5] = random.choice([66.0, 66.5, 67.0, 67.5, 68.0, 69.0], many // 5)
    lat[::7] = 34.5
    lat[::101], lon[::103] = np.nan, 400
    days = np.datetime64("2021-08-15") + random.integers(500, size=many)
    days = np.where(np.arange(many) % 211 == 0, np.datetime64("NaT"), days)
    return {
        "lon": lon, "lat": lat, "date_start": days.astype("datetime64[D]"),
        "event_type": KINDS[random.integers(4, size=many)], "where_precision": random.integers(1, 8, size=many),
    }  # fmt: skip


@pytest.fixture(scope="module")
def two_workers() -> Iterator[str]:
    """The address of a cluster of two processes."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0") as running:
        yield running.scheduler_address


def test_all_engines_give_the_same_files(join: Any, parquet_file: Any, many_rows: Any, two_workers: str) -> None:
    events = parquet_file(many_rows, rows=2_500)
    alone = join(events, workers=1, part_size=100_000)
    assert alone.summary["in_a_district"] > 5_000 and len(alone.counts) > 2_000
    assert set(alone.reasons) == {"no_day", "not_finite", "out_of_range", "outside", "province_only", "country_only"}
    assert join(events, workers=2, part_size=2_500).files == alone.files
    assert join(events, engine="dask", scheduler=two_workers, part_size=2_500).files == alone.files


@pytest.mark.full
def test_a_cluster_reads_text_and_sets_rows_aside_alike(join: Any, csv_file: Any, two_workers: str) -> None:
    events = csv_file()
    with events.open("a", encoding="utf-8") as file:
        file.write('1,2\n66.25,34.5,2021-08-15,"of ""two""\nlines"\n')
    alone = join(events)
    assert alone.reasons["broken_row"] == [15] and alone.counts["2021-08-15", "AF-AAA-west", 'of "two"\nlines'] == 1
    assert join(events, workers=2, part_size=40).files == alone.files
    assert join(events, engine="dask", scheduler=two_workers, part_size=40).files == alone.files


@pytest.mark.full
def test_a_cluster_of_its_own(join: Any, parquet_file: Any, many_rows: Any) -> None:
    events = parquet_file(many_rows, rows=5_000)
    assert join(events, engine="dask", workers=2, part_size=5_000).files == join(events).files


def test_every_worker_takes_part(parquet_file: Any, many_rows: Any, two_workers: str, join: Any) -> None:
    from distributed import Client

    join(parquet_file(many_rows, rows=1_000), engine="dask", scheduler=two_workers, part_size=1_000)
    with Client(two_workers, set_as_default=False) as client:
        assert len(set(client.run(lambda: __import__("os").getpid()).values())) == 2
        held = client.run(lambda dask_worker: cluster.PLUGIN in dask_worker.plugins)
        assert list(held.values()) == [True, True]


def test_without_dask_one_clear_line(join: Any, csv_file: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "dask_geopandas", None)
    with pytest.raises(ValueError, match=r"pip install -r requirements-scale\.txt"):
        join(csv_file(), engine="dask")


def test_no_scheduler_at_the_address(join: Any, csv_file: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", "1s")
    with pytest.raises(OSError, match=r"tcp://127\.0\.0\.1:9"):
        join(csv_file(), engine="dask", scheduler="tcp://127.0.0.1:9")
