"""`casualties --from --to`: what each claimant says of each side's losses."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from geo.cli import common
from geo.queries.casualties import ledger
from geo.wording.lists import listed
from geo.wording.text import t


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("casualties", help="claimed losses by claimant and side")
    common.add_span(parser)
    common.add_known_by(parser)
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the ledger; a row is one claimant's and must not be added to another's."""
    line = common.timeline(arguments)
    common.check_span(arguments.start, arguments.end)
    common.check_known(line.dataset, "province", arguments.province, "provinces")
    found = ledger(line, arguments.start, arguments.end, arguments.province)
    if arguments.json:
        answer = {"dataset": line.dataset.version} | asdict(found)
        common.print_answer(answer, line, **{"from": arguments.start, "to": arguments.end})
        return 0
    for entry in found.entries:
        number = "–".join("?" if end is None else str(end) for end in (entry.low, entry.high))
        words = [
            t("events.count", count=entry.claims),
            t("cli.in_words", count=entry.in_words) if entry.in_words else "",
            t("cli.overlap") if entry.may_overlap else "",
        ]
        print(f"{entry.claimant:<14} {entry.side:<24} {entry.kind:<18} {number:>12}  ({listed(words)})")
    print(t("cli.ledger", records=t("number.records", count=len(found.left_out))))
    return 0
