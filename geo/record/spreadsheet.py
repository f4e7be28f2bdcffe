"""Tables that people keep in spreadsheets: text that one would run as a formula, quoted and back; our own, read by column."""

from __future__ import annotations

import csv
from pathlib import Path

MARK = "'"
#: What a spreadsheet takes for the beginning of a formula, the full-width forms too.
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def quoted(text: str) -> str:
    """The text with a mark before it when a spreadsheet might run it, or when it looks as if marked."""
    return MARK + text if text.lstrip(MARK).startswith(STARTS) else text


def unquoted(text: str) -> str:
    """The text as it was before `quoted`."""
    return text[1:] if text.startswith(MARK) and text.lstrip(MARK).startswith(STARTS) else text


def own_table(path: Path) -> list[dict[str, str]]:
    """The rows of a small CSV table of ours, by the names in its first line; readers' are read in `geo/ingest/readers/`."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
