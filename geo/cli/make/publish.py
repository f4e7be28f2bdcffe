"""`publish -o FOLDER`: the record as a static site."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

from geo.address.keys import LANGUAGES
from geo.cli import common
from geo.cli.make.render import address
from geo.record.load import DATA_DIR

#: A way to a site: relative, or an address of the web.
WAY = re.compile(r"(https?://[^\s\"'<>]+|(?![a-zA-Z][a-zA-Z0-9+.-]*:)[^\s\"'<>]+)")


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("publish", help="a static site: the map and all pages as files, replay, tables, JSON")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    common.add_reference(parser, "UCDP's rows too: tables and files of their own, and beside ours on the pages")
    parser.add_argument(
        "--address", type=address, metavar="URL",
        help="where the site will stand: it gets a sitemap.xml then, and says how it is embedded and cited",
    )  # fmt: skip
    common.add_lang(parser)
    parser.add_argument(
        "--beside", type=site, action="append", default=[], metavar="LANG=WAY",
        help="where the same site stands in another language, from this one's root or as an address: fa=../fa/",
    )  # fmt: skip
    parser.add_argument(
        "--stick", action="store_true",
        help="pages that work when they are opened from a disk or a USB stick, without a host",
    )  # fmt: skip
    parser.add_argument(
        "--versions", type=how_many, default=None, metavar="all|N",
        help="how many earlier released versions old links open on its map, the newest first (default: all; not from a disk)",
    )  # fmt: skip
    parser.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="the data folder")
    parser.set_defaults(run=run)


def site(text: str) -> tuple[str, str]:
    """A language and the way to the site in it, with its last slash.

    Raises
    ------
    argparse.ArgumentTypeError
        When it is no language of ours, or no way that a page may lead to.
    """
    lang, _, way = text.partition("=")
    if lang not in LANGUAGES or not WAY.fullmatch(way):
        raise argparse.ArgumentTypeError(
            f"{text!r}: expected one of {', '.join(LANGUAGES)}, then = and a way such as ../fa/"
        )
    return lang, f"{way.rstrip('/')}/"


def how_many(text: str) -> int | None:
    """A number of versions; None for all.

    Raises
    ------
    argparse.ArgumentTypeError
        When it is neither.
    """
    if text == "all":
        return None
    if not re.fullmatch("[0-9]{1,4}", text):
        raise argparse.ArgumentTypeError(f"{text!r}: expected all, or a number of versions")
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Write the site."""
    from geo.export.site import write_site

    timeline = common.timeline(arguments)
    beside = common.reference(arguments, timeline.dataset) if arguments.reference else None
    sites = {lang: way for lang, way in arguments.beside if lang != arguments.lang}
    names, gone = write_site(
        timeline,
        arguments.output,
        arguments.data,
        beside,
        arguments.address,
        on_stick=arguments.stick,
        sites=sites,
        earlier=arguments.versions,
    )
    print(f"{arguments.output}: {len(names)} files · data {timeline.dataset.version}")
    if gone:
        print(
            "of earlier versions what is withheld or told more coarsely now, or holds no more, "
            f"went: {', '.join(gone)}; remove them from other hosts too"
        )
    return 0
