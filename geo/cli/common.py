"""What several commands share: arguments, the loaded record, JSON out."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path
from typing import Any

from geo.load import DATA_DIR, Dataset, load
from geo.schema import PERSPECTIVES
from geo.timeline import Timeline


def day(text: str) -> str:
    """An ISO day from the command line."""
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day YYYY-MM-DD") from None


def add_data(parser: argparse.ArgumentParser) -> None:
    """`--data DIR` and `--json`."""
    parser.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="the data folder")
    parser.add_argument("--json", action="store_true", help="print JSON")


def add_perspective(parser: argparse.ArgumentParser) -> None:
    """`--perspective P`."""
    parser.add_argument(
        "--perspective", choices=PERSPECTIVES, default="assessed", help="whose view of control (default: assessed)"
    )


def add_span(parser: argparse.ArgumentParser) -> None:
    """`--from D --to D [--province CODE]`."""
    parser.add_argument("--from", dest="start", type=day, required=True, metavar="DAY")
    parser.add_argument("--to", dest="end", type=day, required=True, metavar="DAY")
    parser.add_argument("--province", metavar="CODE", help="ISO 3166-2, e.g. AF-BGL")


def dataset(arguments: argparse.Namespace) -> Dataset:
    """The validated record that the command asks."""
    return load(arguments.data)


def timeline(arguments: argparse.Namespace) -> Timeline:
    """The timeline of the record that the command asks."""
    return Timeline(dataset(arguments))


def print_json(value: Any) -> None:
    """One JSON document on stdout."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def check_span(start: str, end: str) -> None:
    """Refuse a span that ends before it begins."""
    if end < start:
        raise ValueError(f"--to {end} is before --from {start}")


def check_known(record: Dataset, option: str, value: str | None, name: str) -> None:
    """Refuse an id that is not in a file of the record; the message lists what is (up to 60)."""
    known = sorted(record.by_id(name))
    if value is not None and value not in known:
        listed = ", ".join(known[:60]) + (" …" if len(known) > 60 else "")
        raise ValueError(f"--{option} {value!r} is not one of {listed}")
