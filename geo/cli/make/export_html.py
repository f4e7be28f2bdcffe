"""`export-html -o FILE`: the whole replay in one HTML file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from geo.address.view import from_query
from geo.cli import common
from geo.cli.by_definition import as_defined
from geo.cli.make.render import add_view
from geo.record.load import DATA_DIR


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("export-html", help="the whole replay in one HTML file")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="ends in .html")
    parser.add_argument("--day", type=common.day, metavar="DAY", help="the day at which it opens (default: the first)")
    add_view(parser)
    common.add_lang(parser)
    parser.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="the data folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the file."""
    from geo.export.embed import embed_snippet
    from geo.export.one_file import write_one_file

    timeline = as_defined(common.dataset(arguments), arguments)
    requested = {
        "date": arguments.day,
        "perspective": arguments.perspective,
        "window": arguments.window,
        "layer": arguments.layer,
        "presence": arguments.presence,
        "definition": arguments.definition,
        "reference": arguments.reference,
        "lang": arguments.lang,
        **dict(common.filters(arguments, timeline.dataset)),
    }
    view, refused = from_query({key: value for key, value in requested.items() if value}, timeline.dataset)
    if refused:
        raise ValueError(f"{refused[0].value} is not a day of the record, {view.date} to {timeline.dataset.last_day}")
    write_one_file(timeline, arguments.output, arguments.data, view, arguments.extent)
    print(f"{arguments.output}: {arguments.output.stat().st_size / 1e6:.2f} MB · data {timeline.dataset.version}")
    print(embed_snippet(arguments.output.name, view, timeline.dataset))
    return 0
