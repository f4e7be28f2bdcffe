"""`join EVENTS -o FOLDER`: millions of events counted per day, district and type."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from geo.aggregate.columns import ROLES
from geo.cli import common
from geo.ingest.plain import plain_line
from geo.publishers.days import CALENDARS, DAY_ORDERS, GREGORIAN
from geo.wording.text import t

SHOWN = 60


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("join", help="count a file of events per day, district and type, however large")
    parser.add_argument("events", type=Path, metavar="EVENTS", help=".parquet, .csv, or a folder of .parquet files")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="the folder to make")
    parser.add_argument("--engine", choices=("local", "dask"), default="local", help="default: local")
    parser.add_argument("--workers", type=_count, default=2, metavar="N", help="processes (default: 2)")
    parser.add_argument("--scheduler", metavar="tcp://…", help="dask: a running cluster instead of one of its own")
    for role in ROLES:
        parser.add_argument(f"--{role}", metavar="COLUMN", help=f"the column of the {role}, if it is not found")
    parser.add_argument("--calendar", choices=CALENDARS, default=GREGORIAN, help="of its dates (default: gregorian)")
    parser.add_argument("--day-order", choices=DAY_ORDERS, default="", help="of dates such as 03/04/2022")
    parser.add_argument("--serial-days", action="store_true", help="44444 is a day's number in a spreadsheet")
    parser.add_argument(
        "--ignore-precision", action="store_true", help="take each point at its coordinates, however coarse"
    )
    parser.add_argument("--force", action="store_true", help="put the result in the place of an earlier one")
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Count and write; exit code 1 when no row lies in a district."""
    from geo.aggregate.join import JoinOptions, join_events

    if arguments.scheduler and arguments.engine != "dask":
        raise ValueError("--scheduler goes with --engine dask")
    options = JoinOptions(
        engine=arguments.engine,
        workers=arguments.workers,
        scheduler=arguments.scheduler,
        columns={role: getattr(arguments, role) for role in ROLES},
        calendar=arguments.calendar,
        day_order=arguments.day_order,
        serials=arguments.serial_days,
        use_precision=not arguments.ignore_precision,
        force=arguments.force,
    )
    record = common.dataset(arguments)
    summary = join_events(arguments.events, arguments.output, record, options, _progress)
    if arguments.json:
        common.print_json(summary)
    else:
        _print(summary, arguments.output)
    return 0 if summary["in_a_district"] else 1


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes from 1")
    return int(text)


def _progress(done: int, parts: int, rows: int) -> None:
    if sys.stderr.isatty():
        print(
            f"\rpart {done} of {parts}, {t('number.rows', count=rows)}",
            end="\n" if done == parts else "",
            file=sys.stderr,
        )


def _print(summary: dict[str, Any], folder: Path) -> None:
    columns = ", ".join(f"{role} = {name or 'none'}" for role, name in summary["columns"].items())
    print(plain_line(f"columns: {columns} ({summary['columns_reason']})"))
    if summary["above_header"]:
        print(plain_line(f"above the header, no rows: {' / '.join(summary['above_header'])}"))
    if unused := summary["unused_columns"]:
        print(plain_line(f"columns not used: {', '.join(unused[:SHOWN])}{' …' if len(unused) > SHOWN else ''}"))
    if other := summary["another_day_in_kabul"]:
        print(plain_line(f"times with a zone are counted on the day that is written; in Kabul it was another: {other}"))
    print(f"rows: {summary['rows']:,}; in a district: {summary['in_a_district']:,}")
    for title in ("without_district", "bad_rows"):
        for reason, found in summary[title].items():
            rows = ", ".join(str(first["row"]) for first in found["first"])
            print(f"{title.replace('_', ' ')}: {reason} {found['rows']:,} (first: {rows})")
    if exchanged := summary["outside_but_inside_if_lon_and_lat_are_exchanged"]:
        print(f"{exchanged:,} of those outside would lie in a district if lon and lat were exchanged")
    print(f"{folder}: {summary['counts']:,} counts, {summary['first_day']} to {summary['last_day']}")
