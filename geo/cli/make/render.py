"""`render DAY -o FILE`: a day as a picture; `render --address URL -o FILE` makes the one again that bears this address."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from geo.address.windows import DEFAULT_WINDOW, WINDOWS
from geo.cli import common
from geo.cli.by_definition import add_definition, as_defined
from geo.record.load import DATA_DIR, Dataset
from geo.record.parallel_load import load_beside
from geo.record.schema import VIEW_PERSPECTIVES

LONGEST_ADDRESS = 300
#: What draws a picture; it takes a second to load.
DRAWING = ("geo.export.picture", "geo.export.renderers.vector")


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("render", help="a day as a picture (png, svg, pdf)")
    parser.add_argument("day", type=common.day, nargs="?", metavar="DAY")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="ends in .png, .svg or .pdf")
    add_view(parser)
    common.add_lang(parser)
    parser.add_argument(
        "--address", metavar="URL",
        help="with DAY: where the map is served, for a whole link on the picture; without: the whole address that is"
        " printed on a picture, which is made again from the version of the data that it names",
    )  # fmt: skip
    parser.add_argument("--size", type=size, default=(1600, 900), metavar="WxH", help="pixels (default: 1600x900)")
    parser.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="the data folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the picture."""
    now = common.as_known(load_beside(arguments.data, DRAWING), arguments)
    from geo.export.picture import write_picture

    if arguments.day:
        arguments.address = address(arguments.address) if arguments.address else None
        timeline, options = as_defined(now, arguments), render_options(arguments, now)
    else:
        from geo.export.checking.from_address import asked_picture

        timeline, options = asked_picture(arguments.address or "", now, arguments.data)
    write_picture(timeline, options, arguments.output, arguments.data)
    return 0


def add_view(parser: argparse.ArgumentParser) -> None:
    """`--extent --perspective --window`, the layer, the filters of events, and what is chosen on the page."""
    parser.add_argument(
        "--extent",
        default="AF",
        metavar="AREA",
        help="AF, panjshir, province codes (AF-PAN,AF-BGL) or west,south,east,north",
    )
    parser.add_argument("--perspective", choices=VIEW_PERSPECTIVES, default="assessed", help="whose view of control")
    parser.add_argument(
        "--window", choices=WINDOWS, default=DEFAULT_WINDOW, help="events of the last days (default: 30)"
    )
    common.add_known_by(parser)
    add_definition(parser)
    common.add_layer(parser)
    common.add_reference(parser)
    common.add_filters(parser)
    common.add_chosen(parser)


def add_sheet(parser: argparse.ArgumentParser) -> None:
    """`--lang --address`: what is written on a picture."""
    common.add_lang(parser)
    add_address(parser)


def add_address(parser: argparse.ArgumentParser) -> None:
    """`--address`: where the map is served."""
    parser.add_argument(
        "--address", type=address, metavar="URL", help="where the map is served: what is made then carries a whole link"
    )


def render_options(arguments: argparse.Namespace, record: Dataset, day: str | None = None) -> Any:
    """What the arguments ask a picture to show."""
    from geo.export.picture import RenderOptions

    return RenderOptions(
        day=day or arguments.day,
        perspective=arguments.perspective,
        window=arguments.window,
        layer=arguments.layer,
        presence=arguments.presence,
        reference=arguments.reference,
        known_by=record.known.by if record.known else None,
        definition=arguments.definition,
        extent=arguments.extent,
        size=arguments.size,
        lang=arguments.lang,
        filters=common.filters(arguments, record),
        chosen=common.chosen(arguments, record),
        address=arguments.address,
    )


def address(text: str) -> str:
    """An address of http or https from the command line, without what follows `?` or `#`."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc or len(text) > LONGEST_ADDRESS:
        raise argparse.ArgumentTypeError(f"{text[:60]!r} is not an address that begins with https://")
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", "", ""))


def size(text: str) -> tuple[int, int]:
    """'1600x900' from the command line."""
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isdigit() and height.isdigit()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1600x900")
    return int(width), int(height)
