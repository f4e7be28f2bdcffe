"""Synthetic events for the benchmark of joins: made in chunks from fixed seeds, many on or beside borders."""

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


def write_rows(path: Path, many: int) -> None:
    """A file of `many` events, Parquet or CSV by its ending; nothing is done when it is there."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    border = shapely.get_coordinates(load().frame("districts").geometry.to_numpy())
    temporary = path.with_name(f"{path.name}.part")
    schema = chunk(border, 0, 0).schema
    writer = pq.ParquetWriter if path.suffix == ".parquet" else pacsv.CSVWriter
    with writer(temporary, schema) as file:
        for number, start in enumerate(range(0, many, CHUNK)):
            file.write_table(chunk(border, number, min(CHUNK, many - start)))
    temporary.replace(path)


def chunk(border: np.ndarray, number: int, many: int) -> pa.Table:
    """Some events: around the corners of borders, far, near or on them, and so mostly in the country; some bad."""
    random = np.random.default_rng((SEED, number))
    places = border[random.integers(len(border), size=many)]
    kind = random.random(many)
    spread = np.select([kind < ON_CORNER, kind < BESIDE_BORDER], [0, 0.01], 0.2)  # degrees
    places = places + spread[:, None] * random.normal(size=places.shape)
    places[kind > 1 - BAD, 0] = 999.0
    days = FIRST + random.integers(DAYS, size=many)
    types = TYPES[random.choice(len(TYPES), size=many, p=(0.35, 0.2, 0.2, 0.1, 0.05, 0.1))]
    columns = {"event_id": np.arange(many) + number * CHUNK, "lon": places[:, 0], "lat": places[:, 1]}
    return pa.table(columns | {"date_start": pa.array(days.astype("datetime64[D]")), "event_type": pa.array(types)})
