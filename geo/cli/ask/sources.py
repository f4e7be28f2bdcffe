"""`sources [--from --to]`: what rests on which kind of source, and the balance of a span of days."""

from __future__ import annotations

import argparse
from typing import Any

from geo.answers.rests import sources_of_span
from geo.cli import common
from geo.queries.sources import balance, kind_shares
from geo.wording.text import t


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("sources", help="what rests on which source, and the source balance")
    parser.add_argument("--from", dest="start", type=common.day, metavar="DAY", help="default: the first day")
    parser.add_argument("--to", dest="end", type=common.day, metavar="DAY", help="default: the last day")
    common.add_known_by(parser)
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the balance of the events of the span; with --json also what rests on each source."""
    line = common.timeline(arguments)
    dataset = line.dataset
    start, end = arguments.start or dataset.first_day, arguments.end or dataset.last_day
    common.check_span(start, end)
    if arguments.json:
        common.print_answer(sources_of_span(line, start, end), line, **{"from": start, "to": end})
        return 0
    events = line.events_between(start, end)
    measures, kinds = balance(dataset, events), kind_shares(dataset, events)
    found = t("events.count", count=len(events))
    print(t("cli.sources", events=found, start=start, end=end, version=dataset.version))
    for measure in measures:
        print(f"{measure.events:>5}  {_pct(measure.pct):>7}  {t(f'sources.balance.{measure.key}')}")
    print(t("cli.kinds"))
    for kind in kinds:
        print(
            f"{t('number.sources', count=kind.sources):>13}, {t('events.count', count=kind.events):>10}  {_pct(kind.events_pct):>7}  {t(f'kind.{kind.kind}')}"
        )
    return 0


def _pct(share: float | None) -> str:
    return "–" if share is None else f"{share:.1f} %"
