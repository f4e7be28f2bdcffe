"""`reference [ucdp FILES | matches]`: UCDP's rows beside the record: what is there, bring more, what matches."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from geo.answers.events import reference_summary
from geo.cli import common
from geo.record.geojson import Record
from geo.record.load import Dataset
from geo.record.records import Event
from geo.reference.coverage import Sides, sides
from geo.reference.load import Reference
from geo.reference.make import Made, bring, match_anew
from geo.reference.review import matched
from geo.wording.text import t

ONLY = ("ucdp", "ours", "both")


def add_parser(commands: Any) -> None:
    """Register the command and what it does."""
    parser = commands.add_parser(
        "reference", help="rows of UCDP beside the record: what is there, bring more, what matches"
    )
    common.add_data(parser)
    parser.set_defaults(run=run)
    parts = parser.add_subparsers(metavar="PART")
    ucdp = parts.add_parser("ucdp", help="bring files as UCDP publishes them")
    ucdp.add_argument("files", type=Path, nargs="+", metavar="FILE", help="ged261-csv.zip, GEDEvent_v26_0_7.csv …")
    _common(ucdp, run_ucdp)
    matches = parts.add_parser("matches", help="which events of ours the rows tell")
    matches.add_argument("--only", choices=ONLY, help="what only UCDP has, only we have, or both have")
    matches.add_argument("--province", metavar="CODE", help="ISO 3166-2, e.g. AF-KNR")
    matches.add_argument("--anew", action="store_true", help="make them anew first; what was reviewed by hand stays")
    _common(matches, run_matches)


def _common(parser: argparse.ArgumentParser, run: Any) -> None:
    """`--data` and `--json` after the part's name too; without them there, those before it hold."""
    common.add_data(parser)
    parser.set_defaults(run=run)
    for action in parser._actions:
        if action.dest in ("data", "json"):
            action.default = argparse.SUPPRESS


def run(arguments: argparse.Namespace) -> int:
    """Tell releases, months covered whole, rows and matches."""
    record = common.dataset(arguments)
    reference = common.reference(arguments, record)
    pairs = matched(reference.matches)
    if arguments.json:
        common.print_json(reference_summary(record, reference))
        return 0
    print(f"UCDP beside the record, version {reference.version}: {t('number.rows', count=len(reference.events))}")
    for release in reference.releases:
        covers = (
            f"{release['months_from']} to {release['months_to']} whole" if release["months_from"] else "no month whole"
        )
        print(f"{release['release']:<22} {release['kind']:<10} {t('number.rows', count=release['rows']):>10}  {covers}")
    print(f"Rows that are in our record too: {sum(map(bool, pairs.values()))} of {len(pairs)} that were compared")
    for cite in sorted({release["cite"] for release in reference.releases}):
        print(f"Cite (CC BY 4.0): {cite}")
    return 0


def run_ucdp(arguments: argparse.Namespace) -> int:
    """Read the files and write the reference anew."""
    made = bring(arguments.files, arguments.data, common.dataset(arguments), _progress)
    _tell_gone(made)
    if arguments.json:
        common.print_json({"releases": made.releases, "rows": made.rows, "gave_way": made.gave_way, "gone": made.gone})
        return 0
    for release in made.releases:
        print(f"{release['release']}: {t('number.rows', count=release['rows'])}")
    print(f"Rows that stand: {made.rows}; that gave way to a release that goes before theirs: {made.gave_way}")
    return 0


def run_matches(arguments: argparse.Namespace) -> int:
    """Tell what both have and what only one has."""
    record = common.dataset(arguments)
    common.check_known(record, "province", arguments.province, "provinces")
    if arguments.anew:
        _tell_gone(match_anew(arguments.data, record))
    reference = common.reference(arguments, record)
    found = sides(reference, record, arguments.province)
    if arguments.json:
        common.print_json(_as_json(found, reference, record, arguments.only))
    else:
        _print(found, reference, record, arguments.only)
    return 0


def _as_json(found: Sides, reference: Reference, record: Dataset, only: str | None) -> dict[str, Any]:
    pairs = matched(reference.matches)
    parts = {
        "both": [row | {"matches": pairs[row["ucdp_id"]]} for row in found.both],
        "ucdp": list(found.only_ucdp),
        "ours": list(found.only_ours),
    }
    wanted = {name: rows for name, rows in parts.items() if only in (None, name)}
    return {"dataset": record.version, "reference": reference.version, **wanted}


def _print(found: Sides, reference: Reference, record: Dataset, only: str | None) -> None:
    pairs, events = matched(reference.matches), record.by_id("events")
    if only in (None, "both"):
        print(f"In both: {t('number.rows', count=len(found.both))} of UCDP")
        for row in found.both:
            _print_pairs(row, pairs[row["ucdp_id"]], events)
    if only in (None, "ucdp"):
        print(f"Only UCDP's: {t('number.rows', count=len(found.only_ucdp))}")
        for row in found.only_ucdp:
            print(_told(row))
    if only in (None, "ours"):
        print(f"Only ours, violent, in months that UCDP covers whole: {t('events.count', count=len(found.only_ours))}")
        for event in found.only_ours:
            print(f"{event['event_id']}  {event['date_start']}  {event['title']}")


def _print_pairs(row: Record, lines: Sequence[Record], events: dict[str, Event]) -> None:
    print(_told(row))
    for line in lines:
        by = "by hand" if line["reviewed"] == "yes" else f"score {line['score']:.2f}"
        print(f"    {line['event_id']}  {line['how']}, {by}  {events[line['event_id']]['title']}")


def _told(row: Record) -> str:
    days = row["date_start"] if row["date_start"] == row["date_end"] else f"{row['date_start']} to {row['date_end']}"
    killed = f"{row['best']} killed ({row['low']} to {row['high']})"
    return f"{row['ucdp_id']}  {days}  {row['side_a']} – {row['side_b']}  {row['where_coordinates']}: {killed}"


def _tell_gone(made: Made) -> None:
    for line in made.gone:
        words = f"{line['ucdp_id']} {line['event_id'] or ''} {line['how']}: {line['remark'] or ''}"
        print(f"a reviewed line names what is no longer there and went: {words}", file=sys.stderr)


def _progress(name: str, rows: int, kept: int, share: float) -> None:
    """One line that is written over on a screen, a line of its own in a file."""
    end = "\r" if sys.stderr.isatty() and share < 1 else "\n"
    print(
        f"{name}: {share:4.0%}, {t('number.rows', count=rows)} read, {kept:,} of Afghanistan",
        end=end,
        file=sys.stderr,
        flush=True,
    )
