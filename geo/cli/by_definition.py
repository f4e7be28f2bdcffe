"""`--definition`: what a command shows, by which definition a district is held."""

from __future__ import annotations

import argparse

from geo.address.keys import DEFINITIONS
from geo.control.timeline import Timeline
from geo.queries.definitions import timeline_of
from geo.record.load import Dataset
from geo.record.schema import PERSPECTIVES


def add_definition(parser: argparse.ArgumentParser) -> None:
    """`--definition D`."""
    parser.add_argument(
        "--definition",
        choices=DEFINITIONS,
        default=DEFINITIONS[0],
        help="the rule by which a district is held, over the same claims (default: ours)",
    )


def as_defined(record: Dataset, arguments: argparse.Namespace) -> Timeline:
    """A record over time, by the definition that the command names.

    Raises
    ------
    ValueError
        When it names a perspective too: by another definition there is one answer, whoever speaks.
    """
    if arguments.definition != DEFINITIONS[0] and arguments.perspective != PERSPECTIVES[0]:
        raise ValueError("--definition goes with the assessed perspective alone")
    return timeline_of(record, definition=arguments.definition)
