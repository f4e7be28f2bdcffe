"""The command line: one file a command, found in `COMMANDS`; each prints text or, with --json, JSON."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from geo.cli import (
    at,
    build,
    casualties,
    check,
    coverage,
    diff,
    events,
    export,
    export_html,
    import_file,
    join,
    new,
    pack,
    presence,
    province,
    publish,
    render,
    replay,
    sources,
    validate,
)
from geo.problems import DataError

COMMANDS = (
    at,
    events,
    diff,
    presence,
    province,
    casualties,
    coverage,
    check,
    sources,
    validate,
    new,
    import_file,
    build,
    render,
    replay,
    export,
    export_html,
    pack,
    publish,
    join,
)


def main(argv: Sequence[str]) -> int:
    """Run one command; 0 when it answered, 1 when the data has problems, 2 when the call is wrong."""
    parser = make_parser()
    arguments = parser.parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of our output (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (ValueError, OSError) as error:
        print(f"python -m geo {argv[0]}: {error}", file=sys.stderr)
        return 2


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a call in one line; `--help` tells the rest."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def make_parser() -> argparse.ArgumentParser:
    """The parser with all commands."""
    parser = _Parser(prog="python -m geo", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_parser(commands)
    return parser
