"""`lesson NAME -o FILE`: a worksheet for a class with its key, as a PDF of two pages of A4."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from geo.address.sheets import SHEETS
from geo.cli import common
from geo.cli.make.render import DRAWING
from geo.control.timeline import Timeline
from geo.record.load import DATA_DIR
from geo.record.parallel_load import load_beside


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("lesson", help="a worksheet for a class with its key, as a PDF of two pages of A4")
    parser.add_argument("name", choices=tuple(SHEETS), help="which worksheet")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="ends in .pdf")
    common.add_lang(parser)
    parser.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="the data folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the worksheet."""
    timeline = Timeline(load_beside(arguments.data, DRAWING))
    from geo.export.worksheet.pages import WorksheetOptions, write_worksheet

    write_worksheet(timeline, WorksheetOptions(arguments.name, arguments.lang), arguments.output, arguments.data)
    return 0
