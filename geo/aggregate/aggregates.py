"""The counts of a folder as the map reads them (`map.json`): few columns of whole numbers, days as an index."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.dataset as ds

from geo.aggregate.folder import COUNTS, FORM, MAP
from geo.record.atomic import write_atomically
from geo.record.geojson import dumps


def aggregates_for_map(out_dir: Path) -> dict[str, Any]:
    """The events of each day, district and type.

    Parameters
    ----------
    out_dir : a folder that `python -m geo join` wrote.

    Returns
    -------
    form, first_day (YYYY-MM-DD; None when there is no event), districts and types (the names; a
    type is None for events without one), and four lists of whole numbers. The counts are sorted by
    day: those of the day that lies `days[n]` days after `first_day` stand at `starts[n]` up to, not
    including, `starts[n + 1]`; days without an event are left out. Count `i` is `events[i]` events
    in `districts[cells[i] // len(types)]` of `types[cells[i] % len(types)]`; cells rise within a
    day, each at most once.

    Raises
    ------
    FileNotFoundError
        When the folder holds no counts.
    """
    if not out_dir.is_dir():
        raise FileNotFoundError(f"{out_dir}: there is no such folder")
    files = sorted((out_dir / COUNTS).glob("year=*/*.parquet"))
    if not files:
        nothing: dict[str, Any] = {"districts": [], "types": [], "days": [], "starts": [0], "cells": [], "events": []}
        return {"form": FORM, "first_day": None} | nothing
    table = ds.dataset(files).to_table(columns=["day", "admin2", "event_type", "events"])
    days = table["day"].cast("int32").to_numpy()
    (districts, district), (types, kind) = (_coded(table[name]) for name in ("admin2", "event_type"))
    cells = district * len(types) + kind
    order = np.lexsort((cells, days))
    seen, starts = np.unique(days[order], return_index=True)
    return {
        "form": FORM,
        "first_day": str(np.datetime64(int(seen[0]), "D")),
        "districts": districts,
        "types": types,
        "days": (seen - seen[0]).tolist(),
        "starts": [*starts.tolist(), len(order)],
        "cells": cells[order].tolist(),
        "events": table["events"].to_numpy()[order].tolist(),
    }


def write_map(out_dir: Path) -> None:
    """Write the form beside the counts that it is made of."""
    write_atomically(out_dir / MAP, (dumps(aggregates_for_map(out_dir)) + "\n").encode("utf-8"))


def _coded(column: Any) -> tuple[list[str | None], Any]:
    """The different values, sorted, null last, and the position of each row's."""
    encoded = column.combine_chunks().dictionary_encode(null_encoding="encode")
    values = encoded.dictionary.to_pylist()
    ordered = sorted(values, key=lambda value: (value is None, value))
    position = np.array([ordered.index(value) for value in values], dtype=np.int64)
    return ordered, position[encoded.indices.to_numpy()]
