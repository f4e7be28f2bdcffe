"""`python -m bench.imports [--rows 50000] [--rounds 3] [--beside FOLDER]`: how long `python -m geo import` takes.

Prints seconds by form of file. `--beside` names a checkout of another version, measured in the same run, in turns.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import io
import json
import random
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import openpyxl

from bench.server import ROOT
from geo.ingest.limits import MAX_ROWS
from geo.record.load import load
from geo.record.schema import EVENT_TYPES

ROUNDS, SEED = 3, 18
COLUMNS = ("id", "date", "lat", "lon", "province", "title", "event_type", "killed")
Row = tuple[object, ...]


def main() -> None:
    """Make the files, import each in turns, print."""
    parser = argparse.ArgumentParser(prog="python -m bench.imports", description=__doc__)
    parser.add_argument("--rows", type=int, default=MAX_ROWS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--beside", type=Path, help="a checkout of another version")
    args = parser.parse_args()
    versions = {"here": ROOT} | ({str(args.beside): args.beside.resolve()} if args.beside else {})
    with TemporaryDirectory() as folder:
        files = written(Path(folder), args.rows)
        taken: dict[tuple[str, Path], list[float]] = {}
        for _ in range(args.rounds):
            for file in files:
                for name, root in versions.items():
                    taken.setdefault((name, file), []).append(imported(root, file, args.rows))
        sizes = {file: file.stat().st_size / 1e6 for file in files}
    print(f"| {args.rows:,} rows, s | {' | '.join(versions)} |\n|---|{'---|' * len(versions)}")
    for file, size in sizes.items():
        cells = (f"{median(taken[name, file]):.1f}" for name in versions)
        print(f"| {file.suffix[1:]}, {size:.1f} MB | {' | '.join(cells)} |")


def imported(root: Path, file: Path, rows: int) -> float:
    """How long a checkout's command takes for a file, all of whose rows it has to accept."""
    out, report = file.with_suffix(".out.geojson"), file.with_suffix(".report.json")
    command = [sys.executable, "-m", "geo", "import", str(file), "-o", str(out), "--report", str(report)]
    begin = time.perf_counter()
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    seconds = time.perf_counter() - begin
    if (accepted := json.loads(report.read_text("utf-8"))["accepted"]) != rows:
        raise SystemExit(f"{root}: {accepted} of {rows} rows of {file.name} were accepted")
    return seconds


def written(folder: Path, many: int) -> list[Path]:
    """The same rows as CSV, as a workbook and as GeoJSON."""
    rows = list(made(many))
    files = [folder / f"events.{end}" for end in ("csv", "xlsx", "geojson")]
    text = io.StringIO(newline="")
    csv.writer(text).writerows([COLUMNS, *rows])
    files[0].write_text(text.getvalue(), "utf-8")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("events")
    for row in (COLUMNS, *rows):
        sheet.append(row)
    book.save(files[1])
    files[2].write_text(json.dumps({"type": "FeatureCollection", "features": [feature(row) for row in rows]}), "utf-8")
    return files


def made(many: int) -> list[Row]:
    """Rows at the middles of districts, by chance and always the same."""
    dice, districts = random.Random(SEED), load().records("districts")
    first, types = dt.date(2021, 8, 15), list(EVENT_TYPES)
    rows: list[Row] = []
    for number in range(many):
        at = dice.choice(districts)
        day = str(first + dt.timedelta(dice.randrange(1500)))
        rows.append(
            (f"own-{number}", day, at["label_lat"], at["label_lon"], "", f"Event {number}", dice.choice(types), dice.randrange(9))
        )  # fmt: skip
    return rows


def feature(row: Row) -> dict[str, object]:
    """A row as a feature."""
    values = dict(zip(COLUMNS, row, strict=True))
    place = [values.pop("lon"), values.pop("lat")]
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": place}, "properties": values}


if __name__ == "__main__":
    main()
