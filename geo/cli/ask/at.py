"""`at DAY`: who holds what at the end of a day in Kabul; or what another layer of the map shows."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from geo.address.view import ViewState
from geo.address.windows import DEFAULT_WINDOW, WINDOWS
from geo.cli import common
from geo.control.timeline import Timeline
from geo.queries.layers.activity_map import activity_at
from geo.queries.layers.plan import activity_plan, presence_plan
from geo.queries.layers.presence_map import presence_on
from geo.record.records import District, Place
from geo.style.layers import LAYERS
from geo.wording.layer_sentence import view_sentence
from geo.wording.text import t


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("at", help="who holds what on a day")
    parser.add_argument("day", type=common.day, metavar="DAY")
    common.add_perspective(parser)
    parser.add_argument(
        "--window", choices=WINDOWS, default=DEFAULT_WINDOW, help="days of events of the layers (default: 30)"
    )
    common.add_layer(parser)
    common.add_filters(parser)
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the state of all provinces and districts, or the layer that is asked for."""
    if arguments.layer != LAYERS[0]:
        return _print_layer(arguments)
    answer = state_of_day(common.timeline(arguments), arguments.day, arguments.perspective)
    if arguments.json:
        common.print_json(answer)
        return 0
    print(
        f"As of the end of {answer['as_of']} in Kabul · perspective {answer['perspective']} · data {answer['dataset']}"
    )
    for province in answer["provinces"]:
        shares = ", ".join(
            f"{share['controller']} {share['area_pct']:.1f} % ({t('number.districts', count=share['districts'])}"
            + (f", {share['contested_districts']} contested)" if share["contested_districts"] else ")")
            for share in province["shares"]
        )
        print(f"{province['admin1']}  {province['name']:<12} {shares}")
    return 0


def _print_layer(arguments: argparse.Namespace) -> int:
    timeline = common.timeline(arguments)
    keys = {name: getattr(arguments, name) for name in ("window", "layer", "presence")}
    answer = layer_of_day(
        timeline, ViewState(date=arguments.day, **keys, **dict(common.filters(arguments, timeline.dataset)))
    )
    if arguments.json:
        common.print_json(answer)
        return 0
    print(answer["sentence"])
    for province in answer["provinces"]:
        print(f"{province['admin1']}  {province['name']:<12} {province['label'] or '–'} {province['lines']}".rstrip())
    print(f"A province that is not named: no data, not zero · data {answer['dataset']}")
    return 0


def layer_of_day(timeline: Timeline, view: ViewState) -> dict[str, Any]:
    """A layer of activity or presence as plain data: its sentence, what is drawn of provinces, counts of districts.

    Raises
    ------
    ValueError
        For a day outside the record.
    """
    dataset = timeline.dataset
    if not dataset.first_day <= view.date <= dataset.last_day:
        raise ValueError(f"{view.date} is not a day of the record, {dataset.first_day} to {dataset.last_day}")
    activity = activity_at(timeline, view) if view.layer == "activity" else None
    presence = presence_on(timeline, view)
    plan = activity_plan(timeline, activity) if activity else presence_plan(timeline, presence)
    names = dataset.by_id("provinces")
    return {
        "as_of": view.date,
        "layer": view.layer,
        "dataset": dataset.version,
        "sentence": view_sentence(timeline, view),
        "provinces": [
            {"admin1": admin1, "name": names[admin1]["name_en"], "label": shade.label, "lines": shade.lines}
            | ({"events": activity.totals.get(admin1, 0)} if activity else {})
            | ({} if activity else {"voices": [asdict(voice) for voice in presence.voices.get(admin1, ())]})
            for admin1, shade in plan.provinces.items()
        ],
        "districts": dict(activity.districts) if activity else {},
    }


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
