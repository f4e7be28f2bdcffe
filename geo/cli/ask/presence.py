"""`presence DAY`: where an actor is said to operate, by the last list of each claimant."""

from __future__ import annotations

import argparse
from typing import Any

from geo.answers.day import presence_of_day
from geo.cli import common
from geo.wording.lists import listed
from geo.wording.text import t


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
        whose = {"claimant": entry["claimant"], "actor": entry["actor_id"], "list": entry["list_id"]}
        print(t("cli.list", day=entry["as_of"], **whose))
        print(f"  {t('cli.present', names=listed(entry['present']) or '–')}")
        if entry["absent"]:
            print(f"  {t('cli.absent', names=listed(entry['absent']))}")
    print(t("cli.unlisted", version=answer["dataset"]))
    return 0
