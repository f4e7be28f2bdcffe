"""`python -m bench.join [--sizes …]`: joining points by the million, beside `geopandas.sjoin` of the whole.

Writes bench/results-join.json and the tables of docs/scale.md. Memory is the resident memory of a
command with all its processes, read twenty times a second; shared pages count in each.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

import psutil
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.dataset as ds

from bench.join import report as join_report
from bench.join.rows import write_rows

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "bench-join"
SIZES = (1_000_000, 10_000_000, 50_000_000)
#: Way of joining → the form of the file, and up to how many rows.
WAYS: dict[str, tuple[str, int]] = {
    "local": ("parquet", 10**9),
    "local, CSV": ("csv", 10_000_000),
    "dask": ("parquet", 10_000_000),
    "geopandas.sjoin of the whole": ("parquet", 10_000_000),
}
OFTEN, OFTEN_UP_TO = 3, 1_000_000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.join", description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of rows")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--add", action="store_true", help="keep the figures of other sizes from the last run")
    parser.add_argument("--keep", action="store_true", help="keep the made files for the next run")
    parser.add_argument("--make-only", action="store_true", help="make the files, measure nothing")
    given = parser.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    load = os.getloadavg()[0]
    try:
        if given.make_only:
            for size in sizes:
                for form in {form for form, limit in WAYS.values() if size <= limit}:
                    write_rows(CACHE / f"{size}.{form}", size)
            return
        runs = [run for size in sizes for run in measure(size, given.workers)]
    finally:
        if not (given.keep or given.make_only):
            shutil.rmtree(CACHE, ignore_errors=True)
    join_report.write(runs + (join_report.others(sizes) if given.add else []), given.workers, load)


def measure(size: int, workers: int) -> list[dict[str, Any]]:
    """All ways at one size, in turns."""
    ways = {way: form for way, (form, limit) in WAYS.items() if size <= limit}
    found: dict[str, list[dict[str, Any]]] = {way: [] for way in ways}
    for _ in range(OFTEN if size <= OFTEN_UP_TO else 1):
        for way, form in ways.items():
            events = CACHE / f"{size}.{form}"
            write_rows(events, size)
            found[way].append(run(way, events, workers))
            print(f"{size:,} {way}: {found[way][-1]}", flush=True)
    return [summed(size, way, found[way]) for way in ways]


def summed(size: int, way: str, runs: list[dict[str, Any]]) -> dict[str, Any]:
    """The medians of some runs."""
    digits = {"seconds": 2, "processor_seconds": 2, "memory_mb": 0}
    middle = {name: round(median(one[name] for one in runs), places) for name, places in digits.items()}
    return {"rows": size, "way": way, **middle, "runs": len(runs), "digest": runs[0]["digest"]}


def run(way: str, events: Path, workers: int) -> dict[str, Any]:
    """One run in processes of its own: seconds, peak memory, what it counted."""
    shutil.rmtree(CACHE / "out", ignore_errors=True)
    (CACHE / "out").mkdir()
    out = CACHE / "out" / "counts-of-a-run"
    engine = "dask" if way == "dask" else "local"
    ours = ["-m", "geo", "join", str(events), "-o", str(out), "--engine", engine, "--workers", str(workers)]
    whole = ["-m", "bench.peers.sjoin_whole", str(events), str(out)]
    is_peer = way.startswith("geopandas")
    before, used = time.perf_counter(), processor_seconds()
    process = subprocess.Popen([sys.executable, *(whole if is_peer else ours)], cwd=ROOT, stdout=subprocess.DEVNULL)
    peak = watched(process)
    seconds = time.perf_counter() - before
    if process.returncode:
        raise SystemExit(f"{way} at {events.name} ended with {process.returncode}")
    used = processor_seconds() - used
    return {"seconds": seconds, "processor_seconds": used, "memory_mb": peak / 1e6, "digest": digest(out)}


def processor_seconds() -> float:
    """What all processes that have ended have used so far, with those that they waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def watched(process: subprocess.Popen[bytes]) -> int:
    """The peak of resident memory of a process with its children, in bytes, until it ends."""
    root, peak = psutil.Process(process.pid), 0
    while process.poll() is None:
        total = 0
        try:
            for one in (root, *root.children(recursive=True)):
                total += one.memory_info().rss
        except psutil.NoSuchProcess:
            pass
        peak = max(peak, total)
        time.sleep(0.05)
    return peak


def digest(out: Path) -> dict[str, Any]:
    """The number of counts and events, and a hash over all counts in one order."""
    files = [out] if out.is_file() else sorted((out / "counts").glob("year=*/*.parquet"))
    table = ds.dataset(files).to_table()
    names = {"date_start": "day", "admin2_id": "admin2"}  # of the peer
    table = table.rename_columns([names.get(name, name) for name in table.column_names])
    table = table.select(["day", "admin2", "event_type", "events"]).sort_by(
        [("day", "ascending"), ("admin2", "ascending"), ("event_type", "ascending")]
    )
    kinds = pa.schema(
        [("day", pa.date32()), ("admin2", pa.string()), ("event_type", pa.string()), ("events", pa.int64())]
    )
    text = io.BytesIO()
    pacsv.write_csv(table.cast(kinds), text)
    return {
        "counts": len(table),
        "events": pc.sum(table["events"]).as_py(),
        "sha256": hashlib.sha256(text.getbuffer()).hexdigest(),
    }


if __name__ == "__main__":
    main()
