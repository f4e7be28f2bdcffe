"""`days --from D --to D -o FILE`: the days of change of an area side by side, as a picture."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from geo.cli import common
from geo.cli.make.render import DRAWING, add_sheet, size
from geo.control.timeline import Timeline
from geo.record.load import DATA_DIR
from geo.record.parallel_load import load_beside
from geo.record.schema import VIEW_PERSPECTIVES

MOST = 12


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("days", help="the days of change of an area side by side (png, svg, pdf)")
    parser.add_argument("--from", dest="start", type=common.day, required=True, metavar="DAY")
    parser.add_argument("--to", dest="end", type=common.day, required=True, metavar="DAY")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="ends in .png, .svg or .pdf")
    parser.add_argument(
        "--extent", default="panjshir", metavar="AREA", help="AF, panjshir, province codes or west,south,east,north"
    )
    parser.add_argument("--perspective", choices=VIEW_PERSPECTIVES, default="assessed", help="whose view of control")
    parser.add_argument(
        "--most", type=int, choices=range(1, 31), default=MOST, metavar="N", help=f"maps (default: {MOST})"
    )
    add_sheet(parser)
    parser.add_argument("--size", type=size, default=(1600, 1200), metavar="WxH", help="pixels (default: 1600x1200)")
    parser.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="the data folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the sheet."""
    timeline = Timeline(load_beside(arguments.data, DRAWING))
    from geo.export.multiples.sheet import MultiplesOptions, write_multiples

    options = MultiplesOptions(
        extent=arguments.extent,
        start=arguments.start,
        end=arguments.end,
        perspective=arguments.perspective,
        size=arguments.size,
        lang=arguments.lang,
        most=arguments.most,
        address=arguments.address,
    )
    write_multiples(timeline, options, arguments.output, arguments.data)
    return 0
