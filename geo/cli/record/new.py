"""`new event`: add a valid first version of an event with the next free id, to be filled in by hand."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from geo.cli import common
from geo.record.geojson import Record, Row, read_rows
from geo.record.load import DATA_DIR, load
from geo.record.schema import EVENT, FILES


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("new", help="add a skeleton record with the next id")
    parser.add_argument("what", choices=("event",))
    parser.add_argument("--date", type=common.day, required=True, metavar="DAY", help="the day it happened")
    parser.add_argument("--province", required=True, metavar="CODE", help="ISO 3166-2, e.g. AF-BGL")
    parser.add_argument("--title", required=True, help="one neutral line, own words")
    parser.add_argument("--source", required=True, metavar="SRC-NNNN", help="a source of data/sources.json")
    parser.add_argument("--recorded-on", type=common.day, required=True, metavar="DAY", help="today")
    parser.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="the data folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the record into events.geojson, check the whole record, and print the new id."""
    dataset = load(arguments.data)
    common.check_known(dataset, "province", arguments.province, "provinces")
    common.check_known(dataset, "source", arguments.source, "sources")
    rows = read_rows(arguments.data / FILES["events"].path, FILES["events"])
    event = skeleton(arguments, [row.record["event_id"] for row in rows])
    path = common.write_checked(arguments.data, "events", [*rows, Row(0, event)])
    print(
        f"{event['event_id']} is in {path}. Fill in its type, sides, place and claims; then run: python -m geo validate"
    )
    return 0


def skeleton(arguments: argparse.Namespace, taken: list[str]) -> Record:
    """A record that is valid and claims as little as possible: province known, only claimed."""
    event: Record = {field.name: [] if field.kind in ("refs", "texts") else None for field in EVENT}
    claim = {
        "claimant": "unspecified",
        "claimant_name": None,
        "says": arguments.title,
        "stance": "affirms",
        "casualties": [],
        "reported_on": None,
        "source_ids": [arguments.source],
    }
    return event | {
        "event_id": next_id(arguments.date[:4], taken),
        "title": arguments.title,
        "summary": arguments.title,
        "date_start": arguments.date,
        "date_end": arguments.date,
        "date_precision": 1,
        "event_type": "strategic_developments",
        "sub_event_type": "other",
        "civilians_targeted": False,
        "country": "AF",
        "admin1": arguments.province,
        "where_precision": 4,
        "verification": "claimed",
        "claims": [claim],
        "source_ids": [arguments.source],
        "sensitivity": "public",
        "recorded_on": arguments.recorded_on,
    }


def next_id(year: str, taken: list[str]) -> str:
    """The next free event id of a year; numbers of removed events are not used again while higher ones exist."""
    numbers = [int(event_id[8:]) for event_id in taken if event_id.startswith(f"EV-{year}-")]
    return f"EV-{year}-{max(numbers, default=0) + 1:04d}"
