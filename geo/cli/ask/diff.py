"""`diff DAY DAY`: what changed hands or status between two days, or differs between two perspectives."""

from __future__ import annotations

import argparse
from typing import Any

from geo.address.compare import Side, Sides
from geo.cli import common
from geo.control.difference import AreaChange, DistrictChange, difference, holding_words
from geo.record.load import Dataset
from geo.record.schema import PERSPECTIVES
from geo.wording.change import change_words
from geo.wording.text import t


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("diff", help="what changed between two days")
    parser.add_argument("first", type=common.day, metavar="DAY1")
    parser.add_argument("second", type=common.day, metavar="DAY2")
    common.add_perspective(parser)
    parser.add_argument(
        "--second-perspective", choices=PERSPECTIVES, help="whose view of the second day (default: the same)"
    )
    common.add_known_by(parser)
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the areas and districts that differ, and the events between."""
    sides = Sides(
        Side(arguments.first, arguments.perspective),
        Side(arguments.second, arguments.second_perspective or arguments.perspective),
    )
    timeline = common.timeline(arguments)
    found = difference(timeline, sides)
    if arguments.json:
        common.print_answer(found.as_json(), timeline, a=sides.a.day, b=sides.b.day)
        return 0
    seen = dict.fromkeys((sides.a.perspective, sides.b.perspective))
    told = t("cli.perspective", name=" → ".join(seen))
    print(t("cli.compared", a=sides.a.day, b=sides.b.day, told=told, version=found.dataset))
    for area in found.areas:
        districts, way = t("number.districts", count=area.districts), _words(timeline.dataset, area)
        print(t("cli.change", way=way, districts=districts, km2=f"{area.area_km2:,.1f}"))
    for district in found.districts:
        print(f"  {district.admin2_id:<28} {_words(timeline.dataset, district)}")
    between = t("cli.between", events=t("events.count", count=len(found.events)))
    print(between if found.districts else t("cli.same"))
    return 0


def _words(dataset: Dataset, change: AreaChange | DistrictChange) -> str:
    way = change_words(dataset, change.direction, change.before, change.after)
    return f"{way} · {holding_words(change.before)} → {holding_words(change.after)}"
