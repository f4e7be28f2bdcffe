"""Synthetic events for the benchmark of joins: made in chunks from fixed seeds, count on or beside borders."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import shapely

from geo.record.load import load

SEED = 20210815
CHUNK = 1_000_000
FIRST, DAYS = np.datetime64("2021-08-15"), 1_900
TYPES = np.array(["battles", "explosions", "civilians", "protests", "riots", "strategic"])
ON_CORNER, BESIDE_BORDER, BAD = 0.02, 0.2, 0.01  # shares of the rows


def write_rows(path: Path, count: int) -> None:
    """A file of `count` events, Parquet or CSV by its ending; nothing is done when it is there."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    border = shapely.get_coordinates(load().frame("districts").geometry.to_numpy())
    temporary = path.with_name(f"{path.name}.part")
    schema = chunk(border, 0, 0).schema
    writer = pq.ParquetWriter if path.suffix == ".parquet" else pacsv.CSVWriter
    with writer(temporary, schema) as file:
        for number, start in enumerate(range(0, count, CHUNK)):
            file.write_table(chunk(border, number, min(CHUNK, count - start)))
    temporary.replace(path)


def chunk(border: np.ndarray, number: int, count: int) -> pa.Table:
    """Some events: around the corners of borders, far, near or on them, and so mostly in the country; some bad."""
    rng = np.random.default_rng((SEED, number))
    places = border[rng.integers(len(border), size=count)]
    kind = rng.random(count)
    spread = np.select([kind < ON_CORNER, kind < BESIDE_BORDER], [0, 0.01], 0.2)  # degrees
    places = places + spread[:, None] * rng.normal(size=places.shape)
    places[kind > 1 - BAD, 0] = 999.0
    days = FIRST + rng.integers(DAYS, size=count)
    types = TYPES[rng.choice(len(TYPES), size=count, p=(0.35, 0.2, 0.2, 0.1, 0.05, 0.1))]
    columns = {"event_id": np.arange(count) + number * CHUNK, "lon": places[:, 0], "lat": places[:, 1]}
    return pa.table(columns | {"date_start": pa.array(days.astype("datetime64[D]")), "event_type": pa.array(types)})
