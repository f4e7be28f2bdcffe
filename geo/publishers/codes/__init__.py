"""The codes of publishers as tables: what each code is called in the codebook, under which variable, and what it is here."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent
TABLES = ("gtd_attacks", "gtd_targets", "gtd_weapons", "cameo_kinds", "actors")


@cache
def code_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table, by column."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
