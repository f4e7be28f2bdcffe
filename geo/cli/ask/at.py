"""`at DAY`: who holds what at the end of a day in Kabul."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from geo.cli import common
from geo.control.timeline import Timeline
from geo.record.records import District, Place


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("at", help="who holds what on a day")
    parser.add_argument("day", type=common.day, metavar="DAY")
    common.add_perspective(parser)
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the state of all provinces and districts."""
    answer = state_of_day(common.timeline(arguments), arguments.day, arguments.perspective)
    if arguments.json:
        common.print_json(answer)
        return 0
    print(
        f"As of the end of {answer['as_of']} in Kabul · perspective {answer['perspective']} · data {answer['dataset']}"
    )
    for province in answer["provinces"]:
        shares = ", ".join(
            f"{share['controller']} {share['area_pct']:.1f} % ({share['districts']} districts"
            + (f", {share['contested_districts']} contested)" if share["contested_districts"] else ")")
            for share in province["shares"]
        )
        print(f"{province['admin1']}  {province['name']:<12} {shares}")
    return 0


def state_of_day(timeline: Timeline, day: str, perspective: str) -> dict[str, Any]:
    """The answer as plain data: shares by province, and all 398 districts with their state."""
    provinces = timeline.dataset.by_id("provinces")
    districts = timeline.dataset.by_id("districts")
    shares = timeline.shares_at(day, perspective)
    return {
        "as_of": day,
        "perspective": perspective,
        "dataset": timeline.dataset.version,
        "provinces": [
            {"admin1": admin1, "name": provinces[admin1]["name_en"], "shares": [asdict(share) for share in group]}
            for admin1, group in shares.items()
        ],
        "districts": [
            _district(districts[admin2_id], interval.since, asdict(interval.state) if interval.state else None)
            for admin2_id, interval in timeline.states_at(day, perspective).items()
        ],
        "places": [
            _place(timeline.dataset.by_id("places")[place_id], interval.since, asdict(interval.state))
            for place_id in timeline.places
            if (interval := timeline.interval_at(place_id, day, perspective)) and interval.state
        ],
    }


def _place(record: Place, since: str, state: dict[str, Any]) -> dict[str, Any]:
    """A named pass, valley or village with claims of its own; most cover no district."""
    names = {"place_id": record["place_id"], "name": record["name_en"], "admin1": record["admin1"]}
    return names | {"located": record["point_from"] != "none", "since": since} | state


def _district(record: District, since: str, state: dict[str, Any] | None) -> dict[str, Any]:
    unknown = {"controller": "unknown", "status": "unknown"}
    return {
        "admin2_id": record["admin2_id"],
        "name": record["name_en"],
        "admin1": record["admin1"],
        "since": since,
    } | (state or unknown)
