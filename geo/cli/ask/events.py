"""`events --from D --to D`: the events of a span of days."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from typing import TYPE_CHECKING, Any

from geo.address.actor_tree import branches
from geo.address.keys import PAGE_KEYS
from geo.answers.events import events_answer, events_geojson, events_of, rows_as_json, view_of
from geo.answers.known import with_known
from geo.answers.record import Query
from geo.cli import common
from geo.control.timeline import Timeline
from geo.record.fields import field_of
from geo.record.geojson import dumps
from geo.record.load import Dataset
from geo.record.records import Event
from geo.record.schema import EVENT
from geo.wording.known import known_words
from geo.wording.text import t

if TYPE_CHECKING:
    from geo.reference.find import FoundRow
    from geo.reference.load import Reference


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("events", help="the events of a span of days")
    common.add_span(parser)
    parser.add_argument("--q", metavar="WORDS", default="", help="words to search for, in any spelling")
    common.add_filters(parser)
    parser.add_argument("--branch", metavar="ACTOR", help=f"{PAGE_KEYS['events']['branch'].says}, e.g. taliban")
    parser.add_argument("--format", choices=("text", "json", "csv", "geojson"), default="text")
    common.add_reference(parser, "UCDP's rows of these days too, as a list of their own (text and json)")
    common.add_known_by(parser)
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the events, oldest first."""
    line = common.timeline(arguments)
    common.check_span(arguments.start, arguments.end)
    common.check_known(line.dataset, "province", arguments.province, "provinces")
    query = _query(arguments, line.dataset)
    events = events_of(line, query)
    form = "json" if arguments.json else arguments.format
    if arguments.reference and form not in ("text", "json"):
        raise ValueError(f"--reference has no place in {form}; use: python -m geo export ucdp -o FILE")
    sys.stdout.write(FORMS[form](events, line, arguments, query))
    return 0


def _query(arguments: argparse.Namespace, dataset: Dataset) -> Query:
    """What is asked, by the keys of an address; `--province` is an older word for `--area`."""
    asked = {"from": arguments.start, "to": arguments.end, "q": arguments.q}
    asked |= dict(common.filters(arguments, dataset)) | {"branch": arguments.branch}
    if arguments.branch and arguments.branch not in branches(dataset):
        raise ValueError(f"--branch {arguments.branch!r} is not of {', '.join(branches(dataset))}")
    if arguments.province:
        if "area" in asked:
            raise ValueError("--province and --area say the same; give one of them")
        asked["area"] = arguments.province
    return {key: value for key, value in asked.items() if value}


def _text(events: list[Event], line: Timeline, arguments: argparse.Namespace, query: Query) -> str:
    dataset = line.dataset
    lines = [
        f"{event['date_start']}  {event['event_id']}  {event['verification']:<9} "
        f"{event['admin1'] or event['country']:<6}  {event['title']}"
        for event in events
    ]
    found = t("events.count", count=len(events)) if events else t("cli.no_events")
    lines.append(t("cli.found", found=found, start=arguments.start, end=arguments.end, version=dataset.version))
    if arguments.reference:
        lines += _rows_in_words(dataset, arguments, query)
    if words := known_words(dataset, arguments.start, min(arguments.end, dataset.last_day)):
        lines.append(words)
    return "\n".join(lines) + "\n"


def _rows_in_words(dataset: Dataset, arguments: argparse.Namespace, query: Query) -> list[str]:
    """UCDP's rows of the span, each with the events of ours that tell the same."""
    from geo.wording.reference_words import remark_of

    reference = common.reference(arguments, dataset)
    lines = common.row_lines(dataset, _rows(reference, dataset, query))
    return [*lines, f"{t('number.rows', count=len(lines))}. {remark_of(reference, arguments.start, arguments.end)}"]


def _rows(reference: Reference, dataset: Dataset, query: Query) -> list[FoundRow]:
    """The rows of the span that pass the filters that UCDP's columns know."""
    from geo.reference.find import find_rows

    return find_rows(reference, dataset, view_of(dataset, query), (query["from"], query["to"]))


def _json(events: list[Event], line: Timeline, arguments: argparse.Namespace, query: Query) -> str:
    dataset = line.dataset
    answer = with_known(events_answer(dataset, query, events), line, query)
    if arguments.reference:
        reference = common.reference(arguments, dataset)
        answer["reference"] = rows_as_json(reference, _rows(reference, dataset, query))
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _csv(events: list[Event], line: Timeline, *_: Any) -> str:
    from io import StringIO

    out = StringIO(newline="")
    points = _points(line.dataset)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*(field.name for field in EVENT), "lon", "lat"])
    for event in events:
        writer.writerow(
            [*(_cell(field_of(event, field.name)) for field in EVENT), *points.get(event["event_id"], ("", ""))]
        )
    return out.getvalue()


def _geojson(events: list[Event], line: Timeline, *_: Any) -> str:
    return events_geojson(line.dataset, events)


def _points(dataset: Dataset) -> dict[str, tuple[float, float]]:
    return {
        row.record["event_id"]: tuple(row.geometry["coordinates"]) for row in dataset.tables["events"] if row.geometry
    }


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return ";".join(value) if all(isinstance(item, str) for item in value) else dumps(value)
    return "" if value is None else value


FORMS = {"text": _text, "json": _json, "csv": _csv, "geojson": _geojson}
