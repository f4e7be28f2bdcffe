"""`diff DAY DAY`: what changed hands or status between two days."""

from __future__ import annotations

import argparse
from typing import Any

from geo.cli import common
from geo.control import State
from geo.timeline import Timeline


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("diff", help="what changed between two days")
    parser.add_argument("first", type=common.day, metavar="DAY1")
    parser.add_argument("second", type=common.day, metavar="DAY2")
    common.add_perspective(parser)
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the areas and districts that differ, and the events between."""
    answer = difference(common.timeline(arguments), arguments.first, arguments.second, arguments.perspective)
    if arguments.json:
        common.print_json(answer)
        return 0
    print(
        f"From {answer['first']} to {answer['second']} · perspective {answer['perspective']} · data {answer['dataset']}"
    )
    for area in answer["areas"]:
        print(f"{area['before']} → {area['after']}: {area['districts']} districts, {area['area_km2']:,.1f} km²")
    for district in answer["districts"]:
        print(f"  {district['admin2_id']:<28} {district['before']} → {district['after']}")
    print(f"{len(answer['events'])} events between" if answer["districts"] else "No district changed hands or status.")
    return 0


def difference(line: Timeline, first: str, second: str, perspective: str) -> dict[str, Any]:
    """The answer as plain data: changed areas in sum, changed districts, events between."""
    records = line.dataset.by_id("districts")
    districts: list[dict[str, Any]] = []
    sums: dict[tuple[str, str], dict[str, Any]] = {}
    for change in line.diff(first, second, perspective):
        record = records[change.area_id]
        before, after = told(change.before), told(change.after)
        districts.append(
            {
                "admin2_id": change.area_id,
                "name": record["name_en"],
                "admin1": record["admin1"],
                "before": before,
                "after": after,
                "area_km2": record["area_km2"],
                "claim_ids": list(change.after.claim_ids) if change.after else [],
            }
        )
        total = sums.setdefault((before, after), {"before": before, "after": after, "districts": 0, "area_km2": 0.0})
        total["districts"] += 1
        total["area_km2"] = round(total["area_km2"] + record["area_km2"], 1)
    start, end = min(first, second), max(first, second)
    return {
        "first": first,
        "second": second,
        "perspective": perspective,
        "dataset": line.dataset.version,
        "areas": sorted(sums.values(), key=lambda area: -area["area_km2"]),
        "districts": districts,
        "events": [event["event_id"] for event in line.events_between(start, end)],
    }


def told(state: State | None) -> str:
    """A state in two words: controller and status."""
    return f"{state.controller} ({state.status})" if state else "unknown"
