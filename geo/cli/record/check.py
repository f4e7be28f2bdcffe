"""`check`: the integrity report of the record."""

from __future__ import annotations

import argparse
from typing import Any

from geo.cli import common
from geo.queries.integrity import report


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("check", help="the state of the record in figures")
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the report; exit code 1 when an event is not in its stated place."""
    found = report(common.dataset(arguments))
    if arguments.json:
        common.print_json(found)
    else:
        for name, value in found.items():
            shown = ", ".join(f"{key} {count}" for key, count in value.items()) if isinstance(value, dict) else value
            print(f"{name}: {shown}")
    return 1 if found["not_in_stated_place"] else 0
