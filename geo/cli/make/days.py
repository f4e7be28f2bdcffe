"""`days`: what begins on each day, ours and UCDP's beside it; with `-o FILE` the days of change of an area as a picture."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.cli import common
from geo.cli.make.render import DRAWING, add_address, size
from geo.control.timeline import Timeline
from geo.record.parallel_load import load_beside
from geo.record.schema import VIEW_PERSPECTIVES
from geo.wording.lists import listed
from geo.wording.text import t

if TYPE_CHECKING:
    from geo.reference.by_day import Day, OursOfDay, UcdpOfDay
    from geo.reference.load import Reference

MOST = 12
#: What only a list can answer, and what only a picture can.
OF_LISTS, OF_PICTURES = ("province", "reference", "json"), ("extent", "perspective", "most", "address", "size")


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "days", help="what begins on each day; with -o the days of change of an area side by side (png, svg, pdf)"
    )
    parser.add_argument("--from", dest="start", type=common.day, metavar="DAY", help="default: the first day")
    parser.add_argument("--to", dest="end", type=common.day, metavar="DAY", help="default: the last day")
    listed = parser.add_argument_group("as a list")
    listed.add_argument("--province", metavar="CODE", help="ISO 3166-2, e.g. AF-BGL")
    common.add_reference(
        listed,
        "how many of UCDP's rows begin on each day, beside ours; 'not known' where no release covers the month whole",
    )
    common.add_known_by(parser)
    common.add_data(parser)
    drawn = parser.add_argument_group("as a picture")
    drawn.add_argument("-o", "--output", type=Path, metavar="FILE", help="ends in .png, .svg or .pdf")
    drawn.add_argument(
        "--extent", metavar="AREA", help="AF, panjshir (default), province codes or west,south,east,north"
    )
    drawn.add_argument("--perspective", choices=VIEW_PERSPECTIVES, help="whose view of control (default: assessed)")
    drawn.add_argument("--most", type=int, choices=range(1, 31), metavar="N", help=f"maps (default: {MOST})")
    add_address(drawn)
    drawn.add_argument("--size", type=size, metavar="WxH", help="pixels (default: 1600x1200)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the days, or write the picture."""
    foreign = OF_LISTS if arguments.output else OF_PICTURES
    for name in foreign:
        if getattr(arguments, name):
            raise ValueError(f"--{name} has no place {'in a picture' if arguments.output else 'in a list'} of days")
    return _draw(arguments) if arguments.output else _list(arguments)


def _draw(arguments: argparse.Namespace) -> int:
    timeline = Timeline(common.as_known(load_beside(arguments.data, DRAWING), arguments))
    from geo.export.multiples.sheet import MultiplesOptions, write_multiples

    options = MultiplesOptions(
        extent=arguments.extent or "panjshir",
        start=arguments.start or timeline.dataset.first_day,
        end=arguments.end or timeline.dataset.last_day,
        perspective=arguments.perspective or "assessed",
        size=arguments.size or (1600, 1200),
        lang=arguments.lang,
        most=arguments.most or MOST,
        address=arguments.address,
    )
    write_multiples(timeline, options, arguments.output, arguments.data)
    return 0


def _list(arguments: argparse.Namespace) -> int:
    from geo.reference.by_day import by_day

    timeline = common.timeline(arguments)
    record = timeline.dataset
    common.check_known(record, "province", arguments.province, "provinces")
    reference = common.reference(arguments, record) if arguments.reference else None
    start, end = arguments.start or record.first_day, arguments.end or _last(record.last_day, reference)
    common.check_span(start, end)
    days = by_day(timeline, start, end, arguments.province, reference)
    if arguments.json:
        answer = _as_json(days, timeline, reference, (start, end, arguments.province))
        common.print_answer(answer, timeline, **{"from": start, "to": end})
        return 0
    for day in days:
        ours = _ours(day.ours)
        print(f"{day.day}  {t('cli.beside', ours=ours, ucdp=_ucdp(day.ucdp)) if day.ucdp else ours}")
    print(t("cli.days", days=t("number.days", count=len(days)), start=start, end=end))
    print(t("cli.several_days", version=record.version))
    if reference:
        from geo.reading.reference.credit import releases_in_words
        from geo.wording.reference_words import remark_of

        print(remark_of(reference, start, end))
        print(releases_in_words(reference))
    return 0


def _last(last_day: str, reference: Reference | None) -> str:
    """The last day that either side has something of."""
    return max(last_day, *(row["date_start"] for row in reference.events)) if reference else last_day


def _as_json(
    days: Sequence[Day], timeline: Timeline, reference: Reference | None, asked: tuple[str, str, str | None]
) -> dict[str, Any]:
    from geo.reference.load import months_covered
    from geo.wording.reference_words import credit_of

    query = dict(zip(("start", "end", "province"), asked, strict=True))
    answer: dict[str, Any] = {"query": query, "dataset": timeline.dataset.version}
    if reference:
        answer["reference"] = {
            "version": reference.version,
            "credits": credit_of(reference),
            "releases": [release["release"] for release in reference.releases],
            "months_covered_whole": sorted(months_covered(reference)),
        }
    rows = [asdict(day) for day in days]
    return answer | {"days": rows if reference else [{"day": row["day"], "ours": row["ours"]} for row in rows]}


def _ours(ours: OursOfDay) -> str:
    """'ours 3 events (2 dated to the day, 1 violent), 4 districts change'."""
    if ours.events is None:
        return t("cli.our_record_ends")
    events = t("events.count", count=ours.events)
    dated = t("cli.ours_dated", events=events, dated=ours.dated_to_the_day, violent=ours.violent)
    changes = t("cli.of_control", changes=t("number.changes", count=ours.changes)) if ours.changes else ""
    return t("cli.ours", told=listed([dated if ours.events else events, changes]))


def _ucdp(ucdp: UcdpOfDay) -> str:
    """'4 rows (3 dated to the day; killed 12, 9 to 15)', or that it is not known."""
    if ucdp.rows is None or ucdp.killed is None:
        here = t("number.rows", count=ucdp.not_counted)
        return t("cli.ucdp_here", rows=here) if ucdp.not_counted else t("cli.ucdp_unknown")
    rows = t("number.rows", count=ucdp.rows)
    return t("cli.ucdp_dated", rows=rows, dated=ucdp.dated_to_the_day, **ucdp.killed) if ucdp.rows else rows
