"""`import FILE`: a file of another's events as ours: events.geojson, and a report of every row that was set aside."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from geo.cli import common
from geo.ingest.encoding import ENCODINGS
from geo.ingest.event import write_events
from geo.ingest.limits import MAX_BYTES, MEGABYTE
from geo.ingest.notes import in_words
from geo.ingest.result import REASONS, Choices, FileRejected, Joined, Result
from geo.ingest.run import ingest
from geo.publishers.day_orders import EXCEL_DAYS
from geo.publishers.days import CALENDARS, DAY_ORDERS
from geo.publishers.known import PUBLISHERS
from geo.publishers.table import FIELDS
from geo.record.atomic import write_atomically
from geo.record.load import DATA_DIR, Dataset
from geo.wording.text import t

NAME = "import"  # which no module of Python can be called
ACCEPTED, NOTHING, REFUSED = 0, 1, 2
MAX_LINES = 20


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser(
        NAME,
        help="read a file of events (ACLED, UCDP GED, GTD, GDELT, CSV, XLSX, GeoJSON, KML, GeoPackage)",
        description="Exit code 0: something was accepted; 1: nothing was; 2: the file is refused.",
        epilog=f"Fields for --map: {', '.join(FIELDS)}.",
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--as", dest="layout", choices=tuple(PUBLISHERS), default="", help="whose columns it has")
    parser.add_argument(
        "--map", action="append", default=[], type=_pair, metavar="FIELD=COLUMN", help="which column a field is in"
    )
    parser.add_argument(
        "--name", action="append", default=[], type=_pair, metavar="NAME=ID", help="which province or district is meant"
    )
    parser.add_argument("--calendar", choices=CALENDARS, default="", help="of its dates (default: gregorian)")
    parser.add_argument("--day-order", choices=DAY_ORDERS, default="", help="of dates such as 03/04/2022")
    parser.add_argument("--swap-coordinates", action="store_true", help="exchange latitude and longitude where swapped")
    parser.add_argument("--serial-days", action="store_true", help="44444 is a day's number in a spreadsheet")
    parser.add_argument("--excel-days", choices=EXCEL_DAYS, default="", help="where day and month may be exchanged")
    parser.add_argument("--crs", default="", metavar="EPSG:N", help="of coordinates that are no degrees")
    parser.add_argument("--encoding", choices=ENCODINGS, default="", help="of a text file (default: found out)")
    parser.add_argument("--sheet", default="", metavar="NAME", help="sheet of a workbook, layer of a GeoPackage")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="the events, as GeoJSON")
    parser.add_argument("--report", type=Path, metavar="FILE", help="what was read and set aside, as JSON")
    parser.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="the data folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read the file, write events and report, and say in words what was done."""
    dataset = common.dataset(arguments)
    choices = choices_of(arguments, dataset)
    if arguments.report and arguments.report.resolve() == arguments.output.resolve():
        raise ValueError("--report and -o name the same file")
    try:
        result = ingest(_content(arguments.file), dataset, choices)
    except FileRejected as refused:
        print(f"{arguments.file.name} is refused: {refused}", file=sys.stderr)
        return REFUSED
    if result.accepted:
        write_atomically(arguments.output, write_events(result.accepted).encode("utf-8"))
    if arguments.report:
        text = json.dumps(result.report(), ensure_ascii=False, indent=1, allow_nan=False)
        write_atomically(arguments.report, text.encode("utf-8") + b"\n")
    print(summary(result))
    return ACCEPTED if result.accepted else NOTHING


def choices_of(arguments: argparse.Namespace, dataset: Dataset) -> Choices:
    """What the call says about the file.

    Raises
    ------
    ValueError
        When `--name` gives an id that is no province or district.
    """
    for _, area in arguments.name:
        if area not in dataset.by_id("provinces") and area not in dataset.by_id("districts"):
            raise ValueError(f"--name: {area!r} is the id of no province or district")
    return Choices(
        layout=arguments.layout,
        columns=dict(arguments.map),
        calendar=arguments.calendar,
        day_order=arguments.day_order,
        swap=arguments.swap_coordinates,
        serials=arguments.serial_days,
        excel_days=arguments.excel_days,
        crs=arguments.crs,
        encoding=arguments.encoding,
        sheet=arguments.sheet,
        names=dict(arguments.name),
    )


def summary(result: Result) -> str:
    """The result in a few lines."""
    joined = result.joined
    lines = [
        f"{result.detected['form']}, {result.detected['title']}: {result.detected['reason']}",
        *_read_as(result.detected),
        f"read {result.read} = accepted {len(result.accepted)} + set aside {len(result.set_aside)}",
        f"joined by point {joined.by_point}, by name {joined.by_name}, not at all {joined.none}",
    ]
    for reason, count in result.by_reason().items():
        rows = [str(row.row) for row in result.set_aside if row.reason == reason][:5]
        more = " …" if count > len(rows) else ""
        hint = f" ({REASONS[reason]})" if REASONS[reason] else ""
        words = t(f"add.reason.{reason}")
        lines.append(f"  set aside {count}: {words}{hint} (row {', '.join(rows)}{more})")
    lines += _doubtful(joined)
    if joined.disagree:
        rows = [str(row["row"]) for row in joined.disagree]
        lines.append("  " + t("add.disagree", count=joined.disagreeing, rows=", ".join(rows[:MAX_LINES])))
    lines += [f"  note: {in_words(note)}" for note in result.notes[:MAX_LINES]]
    if len(result.notes) > MAX_LINES:
        lines.append(f"  and {len(result.notes) - MAX_LINES} more notes (--report lists all)")
    return "\n".join(lines)


def _read_as(found: dict[str, Any]) -> list[str]:
    """How the file was read: encoding, what its lines are, the order of days."""
    facts = []
    if not found.get("encoding_sure", True):
        facts.append(t("add.encoding_guess", name=found["encoding"]))
    if found["day_order_why"]:
        facts.append(
            t("add.fact.day_order", order=t(f"add.day_order.{found['day_order']}"), why=found["day_order_why"])
        )
    if held := found.get("held"):
        facts.append("the file holds " + ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in held.items()))
    return facts


def _doubtful(joined: Joined) -> list[str]:
    """The names that have to be confirmed, with every area that each can mean."""
    lines = []
    for row in joined.doubtful[:MAX_LINES]:
        rows = ", ".join(map(str, row["rows"][:5]))
        lines.append(f"  doubtful: {row['name']!r} ({row['score']} of 100, row {rows}) can be:")
        lines += [f"    {area['name']}: --name '{row['name']}={area['id']}'" for area in row["alike"]]
    return lines


def _content(path: Path) -> bytes:
    """The bytes of the file, as many as are read at most and one more."""
    if not path.is_file():
        raise ValueError(f"{path} is no file")
    if (size := path.stat().st_size) > MAX_BYTES:
        raise FileRejected("too_large", size=f"{size / MEGABYTE:.0f}", most=MAX_BYTES // MEGABYTE)
    return path.read_bytes()


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name, value
