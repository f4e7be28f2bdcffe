"""Where the heading of a table stands, and which sign stands between its cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from geo.publishers.known import publisher_of
from geo.publishers.table import TABLE, fields_by_heading

DELIMITERS = (",", ";", "\t", "|")
#: Where the heading may stand, and how many columns it must name to be preferred to a row above it.
HEADING_WITHIN, ENOUGH = 20, 2
#: The line in which Excel is told the sign between the cells.
SEP = re.compile(r'"?sep=([,;\t|])"?[ \t,;]*(?:\r\n|\r|\n)', re.IGNORECASE)


def heading_at(rows: Sequence[Sequence[Any] | None]) -> int | None:
    """Which of the first rows is the heading: titles above it hold one cell, or name no usual column; None if there is none."""
    named = [[str(cell) for cell in row or () if cell is not None and str(cell).strip()] for row in rows]
    wide = [number for number, cells in enumerate(named) if len(cells) > 1]
    if not wide:
        return None
    return next((number for number in wide if _names_columns(named[number])), wide[0])


def best_delimiter(rows: Mapping[str, Sequence[Sequence[Any]]]) -> str | None:
    """The sign that gives most columns in the most rows of the same length; None when none gives two columns.

    Parameters
    ----------
    rows : by sign the first rows of the table as it would cut them.
    """
    best: tuple[int, int] = (0, 0)
    chosen = None
    for delimiter, cut in rows.items():
        at = heading_at(cut)
        width = len(cut[at]) if at is not None else 0
        alike = Counter(map(len, cut))[width]
        if width > 1 and (alike, width) > best:
            best, chosen = (alike, width), delimiter
    return chosen


def _names_columns(cells: Sequence[str]) -> bool:
    short = [cell for cell in cells if len(cell) < 100]
    return publisher_of(short) is not TABLE or len(fields_by_heading(short)) >= ENOUGH
