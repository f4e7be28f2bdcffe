"""The command line: one file a command, by purpose; each prints text or, with --json, JSON."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from geo.ingest.plain import plain
from geo.record.problems import DataError
from geo.wording.language import FIRST, speaking

#: Name of a command → its module here; one that is asked for by its name is the only one that is loaded.
COMMANDS = {
    "api": "ask.api",
    "at": "ask.at",
    "events": "ask.events",
    "diff": "ask.diff",
    "presence": "ask.presence",
    "province": "ask.province",
    "casualties": "ask.casualties",
    "coverage": "ask.coverage",
    "check": "record.check",
    "sources": "ask.sources",
    "versions": "ask.versions",
    "validate": "record.validate",
    "verify": "record.verify",
    "new": "record.new",
    "archive": "record.archive",
    "import": "bring.import_file",
    "build": "record.build",
    "render": "make.render",
    "replay": "make.replay",
    "days": "make.days",
    "lesson": "make.lesson",
    "export": "make.export",
    "export-html": "make.export_html",
    "pack": "make.pack",
    "publish": "make.publish",
    "sign": "make.sign",
    "join": "bring.join",
    "reference": "bring.reference",
}


def main(argv: Sequence[str]) -> int:
    """Run one command; 0 when it answered, 1 when the data has problems, 2 when the call is wrong."""
    parser = make_parser(argv[0] if argv else "")
    arguments = parser.parse_args(argv)
    try:
        with speaking(getattr(arguments, "lang", FIRST)):
            return int(arguments.run(arguments))
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of our output (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (ValueError, OSError) as error:
        print(plain(f"python -m geo {argv[0]}: {error}"), file=sys.stderr)  # it may name what stands in a file
        return 2


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a call in one line; `--help` tells the rest."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def make_parser(requested: str = "") -> argparse.ArgumentParser:
    """The parser of the command that is asked for; with all commands when none is."""
    parser = _Parser(prog="python -m geo", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for module in [COMMANDS[requested]] if requested in COMMANDS else COMMANDS.values():
        import_module(f"geo.cli.{module}").add_parser(commands)
    return parser
