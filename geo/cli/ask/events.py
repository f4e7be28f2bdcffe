"""`events --from D --to D`: the events of a span of days."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from typing import TYPE_CHECKING, Any

from geo.address.view import ViewState
from geo.cli import common
from geo.record.fields import field_of
from geo.record.geojson import Row, dumps, write_features
from geo.record.load import Dataset
from geo.record.records import Event
from geo.record.schema import EVENT, FILES, VERIFICATIONS
from geo.wording.text import t

if TYPE_CHECKING:
    from geo.reference.find import FoundRow
    from geo.reference.load import Reference


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("events", help="the events of a span of days")
    common.add_span(parser)
    parser.add_argument("--actor", metavar="ID", help="an actor on either side, e.g. nrf")
    parser.add_argument("--verification", choices=VERIFICATIONS)
    parser.add_argument("--format", choices=("text", "json", "csv", "geojson"), default="text")
    common.add_reference(parser, "UCDP's rows of these days too, as a list of their own (text and json)")
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the events, oldest first."""
    line = common.timeline(arguments)
    common.check_span(arguments.start, arguments.end)
    common.check_known(line.dataset, "province", arguments.province, "provinces")
    common.check_known(line.dataset, "actor", arguments.actor, "actors")
    events = line.events_between(
        arguments.start,
        arguments.end,
        province=arguments.province,
        actor=arguments.actor,
        verification=arguments.verification,
    )
    form = "json" if arguments.json else arguments.format
    if arguments.reference and form not in ("text", "json"):
        raise ValueError(f"--reference has no place in {form}; use: python -m geo export ucdp -o FILE")
    sys.stdout.write(FORMS[form](events, line.dataset, arguments))
    return 0


def _text(events: list[Event], dataset: Dataset, arguments: argparse.Namespace) -> str:
    lines = [
        f"{event['date_start']}  {event['event_id']}  {event['verification']:<9} "
        f"{event['admin1'] or event['country']:<6}  {event['title']}"
        for event in events
    ]
    found = t("events.count", count=len(events)) if events else "No record (which is not: nothing happened)"
    lines.append(f"{found} from {arguments.start} to {arguments.end} · data {dataset.version}")
    if arguments.reference:
        lines += _rows_in_words(dataset, arguments)
    return "\n".join(lines) + "\n"


def _rows_in_words(dataset: Dataset, arguments: argparse.Namespace) -> list[str]:
    """UCDP's rows of the span, each with the events of ours that tell the same."""
    from geo.wording.reference_words import remark_of

    reference = common.reference(arguments, dataset)
    lines = common.row_lines(dataset, _rows(reference, dataset, arguments))
    return [*lines, f"{t('number.rows', count=len(lines))}. {remark_of(reference, arguments.start, arguments.end)}"]


def _rows(reference: Reference, dataset: Dataset, arguments: argparse.Namespace) -> list[FoundRow]:
    """The rows of the span that pass the filters that UCDP's columns know."""
    from geo.reference.find import find_rows

    view = ViewState(date=arguments.end, area=arguments.province, actor=arguments.actor)
    return find_rows(reference, dataset, view, (arguments.start, arguments.end))


def _json(events: list[Event], dataset: Dataset, arguments: argparse.Namespace) -> str:
    query = {key: getattr(arguments, key) for key in ("start", "end", "province", "actor", "verification")}
    answer = {"query": query, "dataset": dataset.version, "count": len(events), "events": events}
    if arguments.reference:
        reference = common.reference(arguments, dataset)
        answer["reference"] = common.rows_as_json(reference, _rows(reference, dataset, arguments))
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _csv(events: list[Event], dataset: Dataset, arguments: argparse.Namespace) -> str:
    from io import StringIO

    out = StringIO(newline="")
    points = _points(dataset)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*(field.name for field in EVENT), "lon", "lat"])
    for event in events:
        writer.writerow(
            [*(_cell(field_of(event, field.name)) for field in EVENT), *points.get(event["event_id"], ("", ""))]
        )
    return out.getvalue()


def _geojson(events: list[Event], dataset: Dataset, arguments: argparse.Namespace) -> str:
    geometries = {row.record["event_id"]: row.geometry for row in dataset.tables["events"]}
    return write_features([Row(0, dict(event), geometries[event["event_id"]]) for event in events], FILES["events"])


def _points(dataset: Dataset) -> dict[str, tuple[float, float]]:
    return {
        row.record["event_id"]: tuple(row.geometry["coordinates"]) for row in dataset.tables["events"] if row.geometry
    }


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return ";".join(value) if all(isinstance(item, str) for item in value) else dumps(value)
    return "" if value is None else value


FORMS = {"text": _text, "json": _json, "csv": _csv, "geojson": _geojson}
