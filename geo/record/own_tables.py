"""A small CSV table that we keep ourselves, read by column; readers' files are read in `geo/ingest/readers/`."""

from __future__ import annotations

import csv
from pathlib import Path


def own_table(path: Path) -> list[dict[str, str]]:
    """The rows of a table of ours, by the names in its first line."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
