"""`export events|zones|provinces|ucdp -o FILE`: the record as a table, or UCDP's rows as one of their own."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from geo.address.keys import FILTER_KEYS, REFERENCES
from geo.cli import common
from geo.record.load import DATA_DIR
from geo.record.schema import COUNTRY, VIEW_PERSPECTIVES
from geo.reference.find import REFERENCE_FILTERS
from geo.wording.text import t

UCDP = REFERENCES[0]


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("export", help="a table (csv, geojson, gpkg, parquet)")
    parser.add_argument("table", choices=("events", "zones", "provinces", "ucdp"))
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="ends in .csv, .geojson, .gpkg or .parquet"
    )
    parser.add_argument("--from", dest="start", type=common.day, metavar="DAY", help="events and zones: first day")
    parser.add_argument("--to", dest="end", type=common.day, metavar="DAY", help="events and zones: last day")
    parser.add_argument(
        "--day", type=common.day, metavar="DAY", help="zones and provinces: the day (default: the last)"
    )
    parser.add_argument("--perspective", choices=VIEW_PERSPECTIVES, default="assessed", help="zones and provinces")
    parser.add_argument("--province", metavar="CODE", help="ISO 3166-2, e.g. AF-BGL")
    parser.add_argument(
        "--extent", default=COUNTRY, metavar="AREA", help="AF, panjshir, province codes or west,south,east,north"
    )
    common.add_known_by(parser)
    common.add_filters(parser)
    common.add_reference(parser, "events: UCDP's rows too, as a file of their own beside (…-ucdp.csv)")
    parser.add_argument(
        "--for-spreadsheets", action="store_true", help="csv: text that a spreadsheet would run is quoted"
    )
    common.add_lang(parser)
    parser.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="the data folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the table."""
    from geo.export.asked_table import AskedTable, table_of
    from geo.export.marks.recipe import told
    from geo.export.table_files import write_table
    from geo.export.tables import Query

    _check(arguments)
    timeline = common.timeline(arguments)
    common.check_known(timeline.dataset, "province", arguments.province, "provinces")
    limits = {name: getattr(arguments, name) for name in ("start", "end", "day", "perspective", "province")}
    query = told(Query(**limits, filters=common.filters(arguments, timeline.dataset)))
    made = {} if arguments.table == UCDP else {arguments.output: arguments.table}
    if arguments.reference or arguments.table == UCDP:
        beside = arguments.output.with_stem(f"{arguments.output.stem}-{UCDP}") if made else arguments.output
        made[beside] = UCDP
        common.check_reference(arguments)
    for path, kind in made.items():
        wanted = AskedTable(kind, query, arguments.extent, arguments.known_by, arguments.lang)
        part = table_of(timeline, wanted, arguments.data)
        write_table(part, path, arguments.for_spreadsheets)
        print(t("cli.table", file=path, rows=t("number.rows", count=len(part.rows)), version=timeline.dataset.version))
    return 0


def _check(arguments: argparse.Namespace) -> None:
    """Refuse what the kind of table can't answer."""
    if arguments.start and arguments.end:
        common.check_span(arguments.start, arguments.end)
    if arguments.day and (arguments.start or arguments.end):
        raise ValueError("--day and --from/--to exclude each other")
    only = {
        "events": ("start", "end", *FILTER_KEYS),
        "zones": ("start", "end", "day"),
        "provinces": ("day",),
        UCDP: ("start", "end", *REFERENCE_FILTERS),
    }
    flags = {"start": "--from", "end": "--to"}
    for name in ("start", "end", "day", *FILTER_KEYS):
        if getattr(arguments, name) is not None and name not in only[arguments.table]:
            raise ValueError(f"{flags.get(name, f'--{name}')} has no meaning for {arguments.table}")
    if arguments.reference and arguments.table != "events":
        raise ValueError(f"--reference goes with events; UCDP's rows have no place in {arguments.table}")
    spans_of_both = arguments.perspective == "both" and (arguments.start or arguments.end)
    if spans_of_both or (arguments.table == "provinces" and arguments.perspective == "both"):
        raise ValueError("--perspective both goes with the zones of one day only")
