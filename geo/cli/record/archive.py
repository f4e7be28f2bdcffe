"""`archive list FILE.csv`, `archive take FILE.csv`: addresses for an archiving tool, and its answer back into the record."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geo.cli import common
from geo.ingest.plain import plain
from geo.queries.archives import COLUMNS, LINK, LOCATION, archived, to_archive
from geo.record.atomic import write_atomically
from geo.record.geojson import Row, read_rows
from geo.record.load import DATA_DIR, load
from geo.record.schema import FILES
from geo.record.spreadsheet import quoted, unquoted

MAX_BYTES = 50_000_000
SHOWN = 20


def add_parser(commands: Any) -> None:
    """Register the command and its two parts."""
    parser = commands.add_parser("archive", help="addresses of sources for an archiving tool, and its answer back")
    parts = parser.add_subparsers(required=True, metavar="PART")
    listing = parts.add_parser("list", help="write the addresses that have no archived copy yet")
    listing.add_argument("--all", action="store_true", help="also those that have one")
    taking = parts.add_parser("take", help="put archived addresses into the sources")
    taking.add_argument("--replace", action="store_true", help="also where a source has another one already")
    for part, run in ((listing, run_list), (taking, run_take)):
        part.add_argument("file", type=Path, metavar="FILE.csv")
        part.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="the data folder")
        part.set_defaults(run=run)


def run_list(arguments: argparse.Namespace) -> int:
    """Write one row an address, in the columns of bellingcat's auto-archiver."""
    rows = to_archive(common.dataset(arguments), arguments.all)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: quoted(value) for name, value in row.items()} for row in rows)
    write_atomically(arguments.file, text.getvalue().encode("utf-8"))
    print(f"{arguments.file}: addresses: {len(rows)}")
    return 0


def run_take(arguments: argparse.Namespace) -> int:
    """Put what was archived into sources.json, check the whole record, and tell what was not taken."""
    dataset = load(arguments.data)
    answer = archived(dataset, _lines(arguments.file), arguments.replace)
    if answer.taken:
        _write(arguments.data, answer.taken)
    print(f"Sources with a new archived address: {len(answer.taken)}; that had it already: {answer.unchanged}")
    for line, reason in answer.refused[:SHOWN]:
        print(plain(f"{arguments.file}: line {line}: {reason}"))
    if len(answer.refused) > SHOWN:
        print(f"and {len(answer.refused) - SHOWN} more lines that were not taken")
    return 0


def _lines(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Number of the line, and its cells by name of the column in lower case.

    Raises
    ------
    ValueError
        When the file is too large, is not UTF-8, or lacks a column.
    """
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"{path}: {path.stat().st_size:,} bytes; {MAX_BYTES:,} are allowed")
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: not UTF-8 at byte {error.start}; save it as CSV in UTF-8") from None
    reader = csv.DictReader(io.StringIO(text, newline=""))
    names = [(name or "").strip().lower() for name in reader.fieldnames or ()]
    if missing := [name for name in (LINK, LOCATION) if name not in names]:
        raise ValueError(f"{path}: line 1: no column {missing[0]!r}; there are {', '.join(names) or 'none'}")
    reader.fieldnames = names
    for row in reader:
        yield reader.line_num, {name: unquoted(value or "") for name, value in row.items() if isinstance(name, str)}


def _write(data: Path, taken: dict[str, str]) -> None:
    """The sources with their new addresses."""
    rows = read_rows(data / FILES["sources"].path, FILES["sources"])
    common.write_checked(data, "sources", [_with(row, taken.get(row.record["source_id"])) for row in rows])


def _with(row: Row, address: str | None) -> Row:
    return row if address is None else Row(row.line, row.record | {"archive_url": address}, row.geometry)
