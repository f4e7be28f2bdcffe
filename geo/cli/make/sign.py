"""`sign FILE … --key PRIVATE.pem`: files and folders of ours signed with a key that is kept outside the repository."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("sign", help="sign files of ours (Ed25519), so that `verify --key` finds them genuine")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument(
        "--key", type=Path, required=True, metavar="PRIVATE.pem",
        help="as `openssl genpkey -algorithm ed25519` makes it; it never belongs into the repository",
    )  # fmt: skip
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Sign each, and say by which key."""
    from geo.export.checking.sign import sign
    from geo.export.marks.signing import key_of

    key = key_of(arguments.key)
    for path in arguments.files:
        print(f"{sign(path, key)}: signed by {key.public}")
    return 0
