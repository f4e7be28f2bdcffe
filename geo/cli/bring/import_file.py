"""`import FILE`: a file of another's events as ours: events.geojson, and a report of every row that was set aside."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from geo.cli import common
from geo.ingest.encoding import ENCODINGS
from geo.ingest.limited.sandbox import FOR_FILE, run_limited
from geo.ingest.limits import MAX_BYTES, MEGABYTE
from geo.ingest.plain import plain_line
from geo.ingest.result import Choices, FileRejected
from geo.publishers.day_orders import EXCEL_DAYS
from geo.publishers.days import CALENDARS, DAY_ORDERS
from geo.publishers.known import PUBLISHERS
from geo.publishers.table import FIELDS
from geo.record.atomic import write_atomically
from geo.record.load import DATA_DIR, Dataset

NAME = "import"  # which no module of Python can be called
ACCEPTED, NOTHING, REFUSED = 0, 1, 2


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser(
        NAME,
        help="read a file of events (ACLED, UCDP GED, GTD, GDELT, CSV, XLSX, GeoJSON, KML, GPX, GeoPackage)",
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
        answer = run_limited(FOR_FILE, _content(arguments.file), dataset, choices)
    except FileRejected as refused:
        print(plain_line(f"{arguments.file.name} is refused: {refused}"), file=sys.stderr)
        return REFUSED
    accepted = answer.message["accepted"]
    if accepted:
        write_atomically(arguments.output, answer.made["events"])
    if arguments.report:
        write_atomically(arguments.report, answer.made["report"])
    print("\n".join(answer.message["summary"]))
    return ACCEPTED if accepted else NOTHING


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
