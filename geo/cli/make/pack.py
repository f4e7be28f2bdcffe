"""`pack DAY -o FILE.zip`: a day with everything that is needed to cite it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from geo.address.keys import DEFINITIONS
from geo.cli import common
from geo.cli.make.render import DRAWING, add_sheet, add_view, render_options, size
from geo.control.timeline import Timeline
from geo.record.load import DATA_DIR
from geo.record.parallel_load import load_beside


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("pack", help="a day with picture, data, sources, method and citations (zip)")
    parser.add_argument("day", type=common.day, metavar="DAY")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="ends in .zip")
    add_view(parser)
    add_sheet(parser)
    parser.add_argument("--size", type=size, default=(1600, 900), metavar="WxH", help="pixels (default: 1600x900)")
    parser.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="the data folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the pack and say its hash."""
    if arguments.definition != DEFINITIONS[0]:
        raise ValueError("--definition does not go with a pack: its tables are by our method")
    timeline = Timeline(common.as_known(load_beside(arguments.data, DRAWING), arguments))
    import hashlib

    from geo.export.pack import write_pack

    write_pack(timeline, render_options(arguments, timeline.dataset), arguments.output, arguments.data)
    digest = hashlib.sha256(arguments.output.read_bytes()).hexdigest()
    print(f"{arguments.output}: sha256 {digest} · data {timeline.dataset.version}")
    return 0
