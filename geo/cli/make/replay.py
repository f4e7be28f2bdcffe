"""`replay --from D --to D -o FILE`: a span of days as a film."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from geo.cli import common
from geo.cli.by_definition import as_defined
from geo.cli.make.render import add_sheet, add_view, render_options, size
from geo.record.load import DATA_DIR


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("replay", help="a span of days as a film (mp4, webm, gif)")
    parser.add_argument("--from", dest="start", type=common.day, required=True, metavar="DAY")
    parser.add_argument("--to", dest="end", type=common.day, required=True, metavar="DAY")
    parser.add_argument("--step", choices=("day", "week"), default="day")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="ends in .mp4, .webm or .gif")
    add_view(parser)
    add_sheet(parser)
    parser.add_argument("--size", type=size, default=(1280, 720), metavar="WxH", help="pixels (default: 1280x720)")
    parser.add_argument("--fps", type=float, default=4.0, metavar="N", help="steps shown a second (default: 4)")
    parser.add_argument(
        "--hold-on-change",
        type=float,
        default=0.5,
        metavar="S",
        help="seconds of rest when control changes (default: 0.5)",
    )
    parser.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="the data folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the film; its progress goes to stderr."""
    from geo.export.film import Pace, frame_days, write_film  # the drawing libraries take a second to load

    days = frame_days(arguments.start, arguments.end, arguments.step)
    pace = Pace(arguments.fps, arguments.hold_on_change)
    timeline = as_defined(common.dataset(arguments), arguments)
    options = render_options(arguments, timeline.dataset, days[0])
    progress = Progress()
    try:
        write_film(timeline, options, days, pace, arguments.output, progress.report, arguments.data)
    finally:
        progress.end()
    return 0


class Progress:
    """One line on stderr that is written over; a line of its own for what comes after."""

    open = False

    def report(self, done: int, total: int) -> None:
        """Say how far it is."""
        self.open = True
        print(f"\r{done} of {total} frames", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Close the line when there is one."""
        if self.open:
            print(file=sys.stderr)
