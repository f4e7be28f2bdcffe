"""bench/results-join.json and the tables of docs/scale.md."""

from __future__ import annotations

import json
import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "bench" / "results-join.json"
PAGE = ROOT / "docs" / "scale.md"
BEGIN, END = "<!-- written by python -m bench.join -->", "<!-- until here -->"
AIM_ROWS, AIM_SECONDS, AIM_MB = 10_000_000, 60, 2_000
BILLION = 1_000_000_000
PEER = "geopandas.sjoin of the whole"


def write(runs: list[dict[str, Any]], workers: int, load: float) -> None:
    """Both files, and the aims on stdout."""
    runs = sorted(runs, key=lambda run: run["rows"])
    names = ("geopandas", "shapely", "pyarrow", "dask-geopandas")
    machine = {"cores": len(os.sched_getaffinity(0)), "system": platform.system(), "load before": round(load, 2)}
    machine |= {"python": ".".join(platform.python_version_tuple()[:2])} | {name: version(name) for name in names}
    results = {"machine": machine, "workers": workers, "runs": runs, "slope": slope(runs)}
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    text = PAGE.read_text("utf-8")
    head, _, rest = text.partition(BEGIN)
    PAGE.write_text(head + BEGIN + "\n\n" + "\n".join(lines(results)) + "\n\n" + END + rest.partition(END)[2], "utf-8")
    for aim, found, reached in aims(runs):
        print(f"{'reached' if reached else 'MISSED '}  {aim}: {found}")
    print(f"written: {RESULTS.relative_to(ROOT)}, {PAGE.relative_to(ROOT)}")


def others(sizes: list[int]) -> list[dict[str, Any]]:
    """The runs of the last results at other sizes."""
    return [run for run in json.loads(RESULTS.read_text("utf-8"))["runs"] if run["rows"] not in sizes]


def slope(runs: list[dict[str, Any]]) -> dict[str, float] | None:
    """Of the local engine over Parquet: seconds for a further million rows, and those that every run takes."""
    own = sorted((run["rows"], run["seconds"]) for run in runs if run["way"] == "local")
    if len(own) < 2:
        return None
    (few, short), (many, long) = own[-2:]
    each = (long - short) / (many - few)
    return {"seconds_a_million": round(each * 1e6, 3), "seconds_always": round(long - each * many, 1)}


def aims(runs: list[dict[str, Any]]) -> list[tuple[str, str, bool]]:
    """What is aimed at, what was measured, whether it is reached."""
    rows = []
    for run in runs:
        if run["way"] == "local" and run["rows"] == AIM_ROWS:
            rows.append(
                (
                    f"10 million rows in at most {AIM_SECONDS} s",
                    f"{run['seconds']:.1f} s",
                    run["seconds"] <= AIM_SECONDS,
                )
            )
            rows.append((f"in at most {AIM_MB:,} MB", f"{run['memory_mb']:,} MB", run["memory_mb"] <= AIM_MB))
    for size in sorted({run["rows"] for run in runs}):
        same = [run for run in runs if run["rows"] == size]
        if len(same) > 1:
            alike = len({run["digest"]["sha256"] for run in same}) == 1
            what = f"{size:,} rows: the same counts by {', '.join(run['way'] for run in same)}"
            rows.append((what, "same" if alike else "not the same", alike))
    return rows


def lines(results: dict[str, Any]) -> list[str]:
    """The tables."""
    on, runs = results["machine"], results["runs"]
    peers = {run["rows"]: run for run in runs if run["way"] == PEER}
    out = [
        f"{on['cores']} cores, {results['workers']} worker processes, {on['system']}, Python {on['python']}, geopandas {on['geopandas']},"
        f" shapely {on['shapely']}, pyarrow {on['pyarrow']}, dask-geopandas {on['dask-geopandas']}; load average before: {on['load before']}.",
        "", "| rows | way | seconds | rows a second | most memory, MB | against the whole: time, memory | runs |", "|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for run in runs:
        peer = peers.get(run["rows"])
        times = (
            f"{peer['seconds'] / run['seconds']:.1f} ×, {peer['memory_mb'] / run['memory_mb']:.1f} ×" if peer else "–"
        )
        rate = f"{run['rows'] / run['seconds']:,.0f}"
        out.append(
            f"| {run['rows']:,} | {run['way']} | {run['seconds']:.1f} | {rate} | {run['memory_mb']:,} | {times} | {run['runs']} |"
        )
    out += ["", "| aim | measured | reached |", "|---|---|---|"]
    out += [f"| {aim} | {found} | {'yes' if ok else '**no**'} |" for aim, found, ok in aims(runs)]
    if results["slope"]:
        each, always = results["slope"]["seconds_a_million"], results["slope"]["seconds_always"]
        hours = (BILLION / 1e6 * each + always) / 60
        core = each * results["workers"]
        out += [
            "",
            f"Slope of the local engine between the two largest sizes: {each:.3f} s a million rows, {always:.1f} s whatever the size."
            f" For 10⁹ rows that gives {hours:.0f} minutes on this machine, {core:.2f} core-seconds a million rows.",
        ]
    return out
