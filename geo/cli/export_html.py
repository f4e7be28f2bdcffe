"""`export-html -o FILE`: the whole replay in one HTML file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from geo.cli import common
from geo.load import DATA_DIR


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("export-html", help="the whole replay in one HTML file")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="ends in .html")
    parser.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="the data folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the file."""
    from geo.export.one_file import write_one_file

    line = common.timeline(arguments)
    write_one_file(line, arguments.output, arguments.data)
    print(f"{arguments.output}: {arguments.output.stat().st_size / 1e6:.2f} MB · data {line.dataset.version}")
    return 0
