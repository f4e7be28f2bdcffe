"""`api PATH`: what a program gets from that address of the API, without a server."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from geo.answers.problems import Refused
from geo.answers.record import record_of
from geo.cli import common


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("api", help="what a program gets from an address of the API")
    parser.add_argument("path", metavar="PATH", help="below /api/v1/, e.g. 'at?date=2021-09-05' or openapi.json")
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the answer; what can't be answered goes to stderr as the API tells it, with code 2."""
    from geo.export.programs.bodies import answered

    try:
        body = answered(record_of(common.timeline(arguments), arguments.data), arguments.path)
    except Refused as refused:
        details = [f"{fault.field}: {fault.detail}; allowed: {fault.allowed}" for fault in refused.faults]
        raise ValueError("; ".join(details) or refused.detail) from refused
    sys.stdout.write(body.decode("utf-8"))
    return 0
