"""`coverage`: our events by quarter beside what others counted, and months of silence."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from geo.cli import common
from geo.queries.coverage import CountRow, coverage
from geo.wording.lists import listed
from geo.wording.text import t

if TYPE_CHECKING:
    from geo.reference.coverage import ReferenceQuarter


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("coverage", help="how much is missing, by quarter")
    common.add_data(parser)
    common.add_reference_kind(parser, "our violent events beside UCDP's rows")
    parser.add_argument("--province", metavar="CODE", help="with --reference: ISO 3166-2, e.g. AF-KNR")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print a line a quarter."""
    if arguments.reference:
        return _beside_ucdp(arguments)
    if arguments.province:
        raise ValueError("--province goes with --reference")
    line = common.timeline(arguments)
    quarters = coverage(line)
    if arguments.json:
        common.print_json({"dataset": line.dataset.version, "quarters": [asdict(q) for q in quarters]})
        return 0
    print(t("cli.coverage"))
    for quarter in quarters:
        ours = listed(f"{count} {grade}" for grade, count in quarter.ours.items() if count)
        print(f"{quarter.name}  {sum(quarter.ours.values()):>3}  {ours or t('cli.silence')}")
        if quarter.silent_months:
            print(f"         {t('cli.silent_months', months=listed(quarter.silent_months))}")
        for count in quarter.counts:
            print(f"         {_told(count)}")
    return 0


def _beside_ucdp(arguments: argparse.Namespace) -> int:
    """Print a line a quarter: UCDP's rows and our violent events in the months that UCDP covers whole."""
    from geo.reference.coverage import by_quarter

    record = common.dataset(arguments)
    common.check_known(record, "province", arguments.province, "provinces")
    reference = common.reference(arguments, record)
    quarters = by_quarter(reference, record, arguments.province)
    if arguments.json:
        versions = {"dataset": record.version, "reference": reference.version, "province": arguments.province}
        common.print_json(versions | {"quarters": [asdict(quarter) for quarter in quarters]})
        return 0
    print(t("cli.beside_ucdp"))
    for quarter in quarters:
        print(f"{quarter.name}  {_counted(quarter)}")
        if quarter.covered and quarter.not_covered:
            print(f"         {t('cli.not_covered', months=listed(quarter.not_covered))}")
        if quarter.not_counted:
            print(f"         {t('cli.not_counted', rows=t('number.rows', count=quarter.not_counted))}")
    return 0


def _counted(quarter: ReferenceQuarter) -> str:
    """The counts of a quarter in words, or that there are none."""
    if quarter.killed is None:
        return t("cli.ucdp_none")
    rows = t("number.rows", count=quarter.ucdp)
    ours = t("cli.ours_only", events=t("events.count", count=quarter.ours), only=quarter.ours_only)
    told = t("cli.ours_end") if quarter.ours is None else ours
    return t("cli.quarter", rows=rows, only=quarter.ucdp_only, ours=told, **quarter.killed)


def _told(count: CountRow) -> str:
    """Another's count with its window and speaker."""
    low, high = count["low"], count["high"]
    number = (
        f"{low:g}"
        if low == high and low is not None
        else f"{'?' if low is None else f'{low:g}'}–{'?' if high is None else f'{high:g}'}"
    )
    window = t("cli.months", first=count["window_start"] or "?", last=count["window_end"])
    return f"{count['claimant_name'] or count['claimant']}: {number} ({count['label']}; {window})"
