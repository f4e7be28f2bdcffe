"""`coverage`: our events by quarter beside what others counted, and months of silence."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from geo.cli import common
from geo.queries.coverage import coverage


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("coverage", help="how much is missing, by quarter")
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print a line a quarter."""
    line = common.timeline(arguments)
    quarters = coverage(line)
    if arguments.json:
        common.print_json({"dataset": line.dataset.version, "quarters": [asdict(q) for q in quarters]})
        return 0
    print("Incidents of armed opposition activity in this record; counts of others have windows of their own.")
    for quarter in quarters:
        ours = ", ".join(f"{count} {grade}" for grade, count in quarter.ours.items() if count)
        print(f"{quarter.name}  {sum(quarter.ours.values()):>3}  {ours or 'no record: silence, not peace'}")
        if quarter.silent_months:
            print(f"         months without a record: {', '.join(quarter.silent_months)}")
        for count in quarter.counts:
            print(f"         {_told(count)}")
    return 0


def _told(count: dict[str, Any]) -> str:
    """Another's count with its window and speaker."""
    low, high = count["low"], count["high"]
    number = (
        f"{low:g}"
        if low == high and low is not None
        else f"{'?' if low is None else f'{low:g}'}–{'?' if high is None else f'{high:g}'}"
    )
    window = f"{count['window_start'] or '?'} to {count['window_end']}"
    return f"{count['claimant_name'] or count['claimant']}: {number} ({count['label']}; {window})"
