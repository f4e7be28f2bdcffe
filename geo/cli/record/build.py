"""`build [places|record|release|all]`: make the built files of `data/` anew from what they are built from."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from geo.record.load import DATA_DIR


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("build", help="make the built data files")
    parser.add_argument("what", nargs="?", choices=("places", "record", "release", "all"), default="record")
    parser.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="the data folder")
    parser.add_argument("--cache", type=Path, default=Path(".cache/geo-build"), metavar="DIR")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Build and print the files written."""
    written: list[Path] = []
    if arguments.what in ("places", "all"):
        from geo.build import build_all

        written += build_all(arguments.data, arguments.cache)
    if arguments.what in ("record", "all"):
        from geo.build.zones import build_zones

        written.append(build_zones(arguments.data))
    if arguments.what == "release":
        from geo.build.releases import keep_release

        written.append(keep_release(arguments.data))
    for path in written:
        print(path)
    return 0
