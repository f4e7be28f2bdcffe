"""`validate [DIR]`: every problem of the record, or that there is none."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from geo.cli import common
from geo.queries.join import check_places
from geo.queries.samples import sample_problems
from geo.record.load import DATA_DIR, Dataset, load, read_tables
from geo.record.problems import DataError, Problem
from geo.record.validate import validate


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("validate", help="check the data files")
    parser.add_argument("dir", type=Path, nargs="?", default=DATA_DIR, metavar="DIR")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print all problems; exit code 1 when there are any."""
    problems = all_problems(arguments.dir)
    if arguments.json:
        common.print_json([asdict(problem) for problem in problems])
    else:
        for problem in problems:
            print(problem)
        print(f"{len(problems)} problems in {arguments.dir}" if problems else "No problem found.")
    return 1 if problems else 0


def all_problems(data_dir: Path) -> list[Problem]:
    """The problems of form, of schema and rules, of places, of stale built files, of the reference and of the samples."""
    from geo.build.zones import stale_zones

    tables, problems, _ = read_tables(data_dir)
    if tables:
        problems = problems or validate(tables)
    if problems:
        return sorted(problems)
    dataset = load(data_dir)
    beside = [*_of_reference(dataset, data_dir), *sample_problems(data_dir)]
    return [*check_places(dataset), *stale_zones(dataset, data_dir), *beside]


def _of_reference(dataset: Dataset, data_dir: Path) -> list[Problem]:
    """The problems of the reference, where the folder has one."""
    from geo.reference.load import is_there, read_reference, reference_problems

    if not is_there(data_dir):
        return []
    try:
        tables, _ = read_reference(data_dir)
    except DataError as error:
        return error.problems
    return reference_problems(tables, dataset)
