"""docs/import.md says what the code does: reasons, fields, headings, limits."""

from __future__ import annotations

import re
from pathlib import Path

from geo.ingest import limits
from geo.ingest.names import DOUBTFUL, SURE
from geo.ingest.result import REASONS
from geo.publishers.known import PUBLISHERS
from geo.publishers.table import FIELDS
from geo.wording.text import t

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "import.md").read_text("utf-8")


def rows_under(heading: str) -> list[list[str]]:
    part = TEXT.split(f"\n{heading}\n", 1)[1].split("\n#", 1)[0]
    lines = [line for line in part.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_reason_is_listed_with_its_words_and_option() -> None:
    listed = {row[0].strip("`"): (row[1], row[2].strip("`")) for row in rows_under("## Rows that are set aside")}
    assert listed == {code: (t(f"add.reason.{code}"), option) for code, option in REASONS.items()}


def test_every_field_is_listed_with_its_headings() -> None:
    listed = {
        row[0].strip("`"): (row[1], tuple(re.findall("`([^`]+)`", row[2])))
        for row in rows_under("### Columns of a table of your own")
    }
    assert listed == {field: (t(f"add.field.{field}"), headings) for field, headings in FIELDS.items()}


def test_every_layout_is_listed_with_what_tells_it() -> None:
    for layout in PUBLISHERS.values():
        (row,) = [line for line in TEXT.splitlines() if line.startswith("| **") and f"(`{layout.name}`)" in line]
        if layout.name not in ("table", "gdelt"):
            assert re.findall("`([^`]+)`", row.split("|")[2]) == list(layout.telling)


def test_the_limits_are_those_of_the_code() -> None:
    output = TEXT.split("## Limits", 1)[1]
    for value in (
        f"{limits.MAX_BYTES // limits.MEGABYTE} MB",
        f"{limits.MAX_UNPACKED // limits.MEGABYTE} MB",
        f"{limits.MAX_RATIO} times",
        f"{limits.MAX_ROWS:,} rows",
        f"{limits.MAX_COLUMNS} columns",
        f"nesting of {limits.MAX_DEPTH}",
        f"{limits.MAX_ELEMENTS:,} elements",
        f"{limits.MAX_CELLS:,} cells",
        f"{limits.MAX_LETTERS // limits.MEGABYTE} million letters",
        f"{limits.MAX_HEADING} letters in a heading",
        f"{limits.MAX_ANSWER // limits.MEGABYTE} MB packed",
        f"{limits.MAX_MAP // limits.MEGABYTE} MB in the browser",
        f"{limits.MAX_WRITTEN // limits.MEGABYTE} MB as files",
        f"{limits.TIME_S} seconds of work",
        f"{limits.CLOCK_S} seconds by the clock",
        f"{limits.MEMORY_BYTES / 10**9:.1f} GB",
    ):
        assert value in output, value
    assert f"From {SURE} of 100" in TEXT and f"from {DOUBTFUL} it is" in TEXT
