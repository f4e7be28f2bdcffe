"""`at DAY`: who holds what at the end of a day in Kabul; or what another layer of the map shows."""

from __future__ import annotations

import argparse
from typing import Any

from geo.address.keys import DEFINITIONS
from geo.address.view import ViewState
from geo.address.windows import DEFAULT_WINDOW, WINDOWS
from geo.answers.day import layer_of_day, state_of_day
from geo.answers.definitions import day_by_definition
from geo.cli import common
from geo.control.timeline import window_start
from geo.record.schema import PERSPECTIVES
from geo.style.areas import BASE_CONTROLLER
from geo.style.layers import LAYERS
from geo.wording.known import known_words
from geo.wording.lists import listed
from geo.wording.text import in_percent, t


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("at", help="who holds what on a day")
    parser.add_argument("day", type=common.day, metavar="DAY")
    common.add_perspective(parser)
    parser.add_argument(
        "--definition", choices=DEFINITIONS, help="each district by this rule over the same claims, ours or another"
    )
    parser.add_argument(
        "--window", choices=WINDOWS, default=DEFAULT_WINDOW, help="days of events of the layers (default: 30)"
    )
    common.add_layer(parser)
    common.add_filters(parser)
    common.add_known_by(parser)
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the state of all provinces and districts, or the layer that is asked for."""
    if arguments.definition:
        return _print_definition(arguments)
    if arguments.layer != LAYERS[0]:
        return _print_layer(arguments)
    timeline = common.timeline(arguments)
    answer = state_of_day(timeline, arguments.day, arguments.perspective)
    if arguments.json:
        common.print_answer(answer, timeline, date=arguments.day, window=arguments.window)
        return 0
    print(_head(answer["as_of"], t("cli.perspective", name=answer["perspective"]), answer["dataset"]))
    for province in answer["provinces"]:
        print(f"{province['admin1']}  {province['name']:<12} {listed(map(_share, province['shares']))}")
    start = window_start(arguments.day, arguments.window, timeline.dataset.first_day)
    if words := known_words(timeline.dataset, start, arguments.day):
        print(words)
    return 0


def _head(day: str, told: str, version: str) -> str:
    return t("cli.as_known", day=day, told=told, version=version)


def _share(share: dict[str, Any]) -> str:
    """'taliban 93.1 % (14 districts, 1 contested)': ids stay as the files have them."""
    contested = share["contested_districts"]
    held = [t("number.districts", count=share["districts"]), t("cli.contested", count=contested) if contested else ""]
    return f"{share['controller']} {in_percent(share['area_pct'])} ({listed(held)})"


def _print_definition(arguments: argparse.Namespace) -> int:
    """The answers of a definition: how many districts have which, then each that is not held by the base."""
    if arguments.layer != LAYERS[0] or arguments.perspective != PERSPECTIVES[0]:
        raise ValueError("--definition goes with the layer of control and the assessed perspective alone")
    timeline = common.timeline(arguments)
    answer = day_by_definition(timeline, arguments.day, arguments.definition)
    if arguments.json:
        common.print_json(answer)
        return 0
    print(_head(answer["as_of"], answer["name"], answer["dataset"]))
    for count in answer["counts"]:
        print(f"{count['districts']:>4}  {count['controller']} ({count['status']})")
    for row in answer["districts"]:
        if (row["controller"], row["status"]) != (BASE_CONTROLLER, "control"):
            says = f"{row['controller']} ({row['status']}): {row['why_says']} {', '.join(row['claim_ids'])}"
            print(f"{row['admin1']}  {row['name']:<20} {says}".rstrip())
    return 0


def _print_layer(arguments: argparse.Namespace) -> int:
    timeline = common.timeline(arguments)
    keys = {name: getattr(arguments, name) for name in ("window", "layer", "presence")}
    answer = layer_of_day(
        timeline, ViewState(date=arguments.day, **keys, **dict(common.filters(arguments, timeline.dataset)))
    )
    if arguments.json:
        common.print_answer(answer, timeline, date=arguments.day, window=arguments.window)
        return 0
    print(answer["sentence"])
    for province in answer["provinces"]:
        print(f"{province['admin1']}  {province['name']:<12} {province['label'] or '–'} {province['lines']}".rstrip())
    print(t("cli.unnamed", version=answer["dataset"]))
    return 0
