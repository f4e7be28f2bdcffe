"""`province CODE`: what the record says of a province in a span of days."""

from __future__ import annotations

import argparse
from typing import Any

from geo.address.view import ViewState
from geo.answers.events import rows_as_json
from geo.cli import common
from geo.queries.province import profile
from geo.queries.province_types import DistrictRow, Profile
from geo.record.months import runs_of_months
from geo.reference.find import find_rows
from geo.wording.language import name_of
from geo.wording.lists import listed
from geo.wording.reference_words import remark_of
from geo.wording.text import in_percent, t


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("province", help="what the record says of a province")
    parser.add_argument("province", metavar="CODE", help="ISO 3166-2, e.g. AF-BGL")
    parser.add_argument("--from", dest="start", type=common.day, metavar="DAY", help="default: the first day")
    parser.add_argument("--to", dest="end", type=common.day, metavar="DAY", help="default: the last day of the record")
    common.add_perspective(parser)
    common.add_reference(parser, "UCDP's rows of the province too, as a list of their own")
    common.add_known_by(parser)
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the profile."""
    line = common.timeline(arguments)
    common.check_known(line.dataset, "province", arguments.province, "provinces")
    start, end = arguments.start or line.dataset.first_day, arguments.end or line.dataset.last_day
    common.check_span(start, end)
    answer = profile(line, arguments.province, start, end, arguments.perspective)
    reference = common.reference(arguments, line.dataset) if arguments.reference else None
    view = ViewState(date=end, area=arguments.province)
    found = find_rows(reference, line.dataset, view, (start, end)) if reference else []
    if arguments.json:
        beside = {"reference": rows_as_json(reference, found)} if reference else {}
        common.print_answer(answer | beside, line, **{"from": start, "to": end})
        return 0
    for text in [*_lines(answer), *common.row_lines(line.dataset, found)]:
        print(text)
    if reference:
        print(f"{t('number.rows', count=len(found))}. {remark_of(reference, start, end)}")
    return 0


def _lines(answer: Profile) -> list[str]:
    province, activity, unknown = answer["province"], answer["activity"], answer["unknown"]
    runs = runs_of_months(unknown["silent_months"])
    silent = listed(a if a == b else t("cli.months", first=a, last=b) for a, b in runs)
    return [
        t(
            "cli.province",
            name=name_of(province),
            code=province["admin1"],
            km2=f"{province['area_km2']:,.0f}",
            districts=t("number.districts", count=len(answer["districts"])),
            borders=listed(answer["neighbours"]) or "–",
        ),
        t(
            "cli.compared",
            a=answer["start"],
            b=answer["end"],
            told=t("cli.perspective", name=answer["perspective"]),
            version=answer["dataset"],
        ),
        t("cli.incidents", number=_number(activity["count"])),
        *(f"  {grade}: {count}" for grade, count in activity["by_grade"].items() if count),
        t("cli.all_events", number=_number(len(answer["events"])), without=answer["without_district"]),
        *(f"  {row['name']:<24} {_number(row['events']):>9}  {_held(row)}" for row in answer["districts"]),
        *(
            f"{s['controller']}: {listed([in_percent(s['area_pct']), t('number.districts', count=s['districts'])])}"
            for s in answer["shares"]
        ),
        t("cli.lists", number=_number(unknown["presence_lists"]), day=answer["end"]),
        t("cli.silent", count=len(unknown["silent_months"]), all=unknown["months"], months=silent or "–"),
    ]


def _held(row: DistrictRow) -> str:
    return f"{row['controller']} ({row['status']})"


def _number(count: int) -> str:
    return str(count) if count else t("cli.no_record")
