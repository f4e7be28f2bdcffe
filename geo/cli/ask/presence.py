"""`presence DAY`: where an actor is said to operate, by the last list of each claimant."""

from __future__ import annotations

import argparse
from typing import Any

from geo.answers.day import presence_of_day
from geo.cli import common


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("presence", help="provinces where somebody is said to operate")
    parser.add_argument("day", type=common.day, metavar="DAY")
    common.add_known_by(parser)
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the provinces by claimant."""
    line = common.timeline(arguments)
    answer = presence_of_day(line, arguments.day)
    if arguments.json:
        common.print_answer(answer, line, date=arguments.day)
        return 0
    for entry in answer["lists"]:
        print(f"{entry['claimant']}, as of {entry['as_of']}, {entry['actor_id']} ({entry['list_id']}):")
        print("  present: " + (", ".join(entry["present"]) or "–"))
        if entry["absent"]:
            print("  said to be absent: " + ", ".join(entry["absent"]))
    print(f"A province that no list names is 'no data', not zero · data {answer['dataset']}")
    return 0
